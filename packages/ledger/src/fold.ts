// What the record says, as known at an instant or at a size: the only thing an engine needs to be given.
import {
  isProposal,
  sha256Hex,
  type Act,
  type Claim,
  type Ruling,
  type DocumentBody,
  type Withdrawal,
} from '@trucekeeper/claims'
import { parseInstant, type Instant } from '@trucekeeper/time'
import type { LoggedEntry } from './reader.ts'

/** When and by whom something was entered, and where it stands in the record. */
export interface Receipt {
  readonly index: number
  readonly received_at: string
  readonly recorded_by: string
}

export interface Record {
  /** Those not withdrawn, by id, and none that is only proposed: it is evidence of nothing before a person confirms it. */
  readonly claims: readonly Claim[]
  /** Those not withdrawn, by id. */
  readonly acts: readonly Act[]
  readonly documents: readonly DocumentBody[]
  /** Those not withdrawn, in the order in which they were received. */
  readonly rulings: readonly Ruling[]
  /** For each claim, act and ruling that was taken back, the withdrawal received first. */
  readonly withdrawn: ReadonlyMap<string, Withdrawal>
  /** For everything used, the withdrawn and the withdrawals among it. */
  readonly received: ReadonlyMap<string, Receipt>
  /** SHA-256, hex, over the sorted ids of everything used, a line feed between: the same in any order of arrival. */
  readonly digest: string
  /** How many entries were used. */
  readonly size: number
}

/** Everything received up to an instant, that instant included, or the first entries of the record. */
export type KnownAt = Instant | { readonly size: number }

/**
 * Folds entries, in any order, into what was known. Nothing else decides: what happened earlier but came in later is
 * not there yet, and what was withdrawn is gone from the receipt of its withdrawal on.
 */
export function foldRecord(entries: Iterable<LoggedEntry>, knownAt?: KnownAt): Record {
  const used = [...entries].filter((logged) => isKnown(logged, knownAt)).toSorted(byId)
  const withdrawn = new Map<string, Withdrawal>()
  for (const { entry } of used.toSorted(byReceipt)) {
    if (entry.type !== 'withdrawal' || withdrawn.has(entry.body.withdraws)) continue
    withdrawn.set(entry.body.withdraws, entry.body)
  }
  const rulings = used
    .toSorted(byReceipt)
    .flatMap(({ entry }) => (entry.type === 'ruling' && !withdrawn.has(entry.body.id) ? [entry.body] : []))
  const claims: Claim[] = []
  const acts: Act[] = []
  const documents: DocumentBody[] = []
  const received = new Map<string, Receipt>()
  for (const { index, entry } of used) {
    const { id } = entry.body
    received.set(id, { index, received_at: entry.received_at, recorded_by: entry.recorded_by })
    if (entry.type === 'document') documents.push(entry.body)
    if (entry.type === 'claim' && !withdrawn.has(id) && !isProposal(entry.body)) claims.push(entry.body)
    if (entry.type === 'act' && !withdrawn.has(id)) acts.push(entry.body)
  }
  const digest = sha256Hex(used.map(({ entry }) => entry.body.id).join('\n'))
  return { claims, acts, documents, rulings, withdrawn, received, digest, size: used.length }
}

/** The record of a ledger or of an export, folded as it is read. */
export async function foldLedger(entries: AsyncIterable<LoggedEntry>, knownAt?: KnownAt): Promise<Record> {
  const all: LoggedEntry[] = []
  for await (const logged of entries) all.push(logged)
  return foldRecord(all, knownAt)
}

function isKnown({ index, entry }: LoggedEntry, knownAt: KnownAt | undefined): boolean {
  // Keys say who signed the record, and nothing of what happened.
  if (entry.type === 'key') return false
  if (knownAt === undefined) return true
  if (typeof knownAt === 'object') return index < knownAt.size
  return parseInstant(entry.received_at)! <= knownAt
}

function byId(a: LoggedEntry, b: LoggedEntry): number {
  return compareText(a.entry.body.id, b.entry.body.id)
}

/** By instant, and where two came in at once by id, so that the order of arrival decides nothing. */
function byReceipt(a: LoggedEntry, b: LoggedEntry): number {
  return parseInstant(a.entry.received_at)! - parseInstant(b.entry.received_at)! || byId(a, b)
}

/** By code units, as every machine does it, whatever its locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
