// What the record says, as known at an instant or at a size: the only thing an engine needs to be given.
import {
  isProposal,
  sha256Hex,
  type Act,
  type Claim,
  type Minute,
  type Ruling,
  type DocumentBody,
  type Withdrawal,
} from '@trucekeeper/claims'
import { parseInstant, type Instant } from '@trucekeeper/time'
import type { LoggedEntry } from './reader.ts'

/** When and by whom something was entered, and where it stands in the record. */
export interface Receipt {
  readonly index: number
  /** See `LoggedEntry`. */
  readonly leaf?: number
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
  /** Those not withdrawn, in the order in which they were received. */
  readonly minutes: readonly Minute[]
  /** For each claim, act, ruling and minute that was taken back, the withdrawal received first. */
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
  return Fold.EMPTY.grown(entries).record(knownAt)
}

/** Entries in the order of their ids, to which others can be added at the cost of those: each step gives a fold of its own. */
export class Fold {
  static readonly EMPTY = new Fold([])
  readonly #sorted: readonly LoggedEntry[]
  #whole: Record | null = null

  private constructor(sorted: readonly LoggedEntry[]) {
    this.#sorted = sorted
  }

  grown(more: Iterable<LoggedEntry>): Fold {
    // Keys say who signed the record and releases who sees it: nothing of what happened.
    const added = [...more].filter(({ entry }) => entry.type !== 'key' && entry.type !== 'release').toSorted(byId)
    return added.length === 0 ? this : new Fold(merged(this.#sorted, added))
  }

  record(knownAt?: KnownAt): Record {
    if (knownAt === undefined) return (this.#whole ??= recordOf(this.#sorted))
    return recordOf(this.#sorted.filter((logged) => isKnown(logged, knownAt)))
  }
}

/** Both in order; of two with one id that of the first comes first. */
function merged(some: readonly LoggedEntry[], others: readonly LoggedEntry[]): LoggedEntry[] {
  const all: LoggedEntry[] = []
  let from = 0
  for (const other of others) {
    while (from < some.length && byId(some[from]!, other) <= 0) all.push(some[from++]!)
    all.push(other)
  }
  while (from < some.length) all.push(some[from++]!)
  return all
}

/**
 * `all` in the order of their ids; of one that several desks hold, the first counts. What only some questions need is made
 * when it is asked for.
 */
function recordOf(all: readonly LoggedEntry[]): Record {
  const used = all.filter(({ entry }, at) => entry.body.id !== all[at - 1]?.entry.body.id)
  const withdrawn = new Map<string, Withdrawal>()
  const rulings: Ruling[] = []
  const minutes: Minute[] = []
  const inTurn = used.filter(({ entry }) => IN_TURN.has(entry.type)).toSorted(byReceipt)
  for (const { entry } of inTurn)
    if (entry.type === 'withdrawal' && !withdrawn.has(entry.body.withdraws))
      withdrawn.set(entry.body.withdraws, entry.body)
  for (const { entry } of inTurn) {
    if (entry.type === 'ruling' && !withdrawn.has(entry.body.id)) rulings.push(entry.body)
    if (entry.type === 'minute' && !withdrawn.has(entry.body.id)) minutes.push(entry.body)
  }
  const claims: Claim[] = []
  const acts: Act[] = []
  const documents: DocumentBody[] = []
  for (const { entry } of used) {
    if (entry.type === 'document') documents.push(entry.body)
    if (entry.type === 'claim' && !withdrawn.has(entry.body.id) && !isProposal(entry.body)) claims.push(entry.body)
    if (entry.type === 'act' && !withdrawn.has(entry.body.id)) acts.push(entry.body)
  }
  let received: Record['received'] | null = null
  let digest: string | null = null
  return {
    claims,
    acts,
    documents,
    rulings,
    minutes,
    withdrawn,
    get received() {
      return (received ??= receiptsOf(used))
    },
    get digest() {
      return (digest ??= sha256Hex(used.map(({ entry }) => entry.body.id).join('\n')))
    },
    size: used.length,
  }
}

/** What can take back or follow on something else, so that it matters which came first. */
const IN_TURN: ReadonlySet<LoggedEntry['entry']['type']> = new Set(['withdrawal', 'ruling', 'minute'])

function receiptsOf(used: readonly LoggedEntry[]): Map<string, Receipt> {
  return new Map(
    used.map(({ index, leaf, entry: { received_at, recorded_by, body } }) => [
      body.id,
      { index, ...(leaf !== undefined && { leaf }), received_at, recorded_by },
    ]),
  )
}

/** The record of a ledger or of an export, folded as it is read. */
export async function foldLedger(entries: AsyncIterable<LoggedEntry>, knownAt?: KnownAt): Promise<Record> {
  const all: LoggedEntry[] = []
  for await (const logged of entries) all.push(logged)
  return foldRecord(all, knownAt)
}

function isKnown({ index, entry }: LoggedEntry, knownAt: KnownAt): boolean {
  if (typeof knownAt === 'object') return index < knownAt.size
  return parseInstant(entry.received_at)! <= knownAt
}

function byId(a: LoggedEntry, b: LoggedEntry): number {
  return compareText(a.entry.body.id, b.entry.body.id) || a.index - b.index
}

/** By instant, and where two came in at once by id, so that the order of arrival decides nothing. */
function byReceipt(a: LoggedEntry, b: LoggedEntry): number {
  return parseInstant(a.entry.received_at)! - parseInstant(b.entry.received_at)! || byId(a, b)
}

/** By code units, as every machine does it, whatever its locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
