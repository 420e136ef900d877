// Looking back over a folder's record: how clauses stood at many instants, what is told of bans, what came in when, and its proof.
import type { Evaluation, Happened, IncidentsAsked, IncidentsTold, Standpoint, ToldOfBan } from '@trucekeeper/engine'
import { readLedger, receiptOf, type KnownAt, type LedgerReader } from '@trucekeeper/ledger'
import type { Instant } from '@trucekeeper/time'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ledgerFolder } from './record.ts'
import type { Seen } from './seen.ts'

interface Known {
  /** Up to which receipts the record is read; by default all of it. */
  readonly knownAt?: KnownAt
}

/** A document of the record as it came in. */
export interface DocumentEntry {
  readonly id: string
  readonly sha256: string
  readonly doc: string
  readonly outlet: string | null
  readonly published: string
  readonly index: number
  readonly received_at: string
}

/** Which document a claim quotes, and where it stands in the record. */
export interface ClaimSource {
  readonly doc: string
  readonly index: number
}

export interface Lookback {
  /** Every clause by every account at each of some instants, in their order. */
  standpoints(query: Known & { readonly instants: readonly Instant[] }): Promise<readonly (readonly Standpoint[])[]>
  /** Every incident up to an instant, with what is found of it for each ban by an account, or by the one that decides it. */
  happened<T>(
    query: Known & { readonly at: Instant; readonly account?: string },
    /** Reads it at once: it is good until the next question. */
    read: (happened: Happened) => T,
  ): Promise<T>
  /** Those of them that are wanted, page by page. */
  incidents(query: Known & IncidentsAsked): Promise<IncidentsTold>
  /** The instants that a question is about: by default the receipt of the last entry, and null for the whole record. */
  asked(query: Known & { readonly at?: Instant }): { readonly at: Instant; readonly knownAt: Instant | null }
  /** What is told of every ban, violation by violation, up to an instant. */
  told<T>(query: Known & { readonly at: Instant }, read: (told: readonly ToldOfBan[]) => T): Promise<T>
  /** In the order in which they came in. */
  documents(query: Known): Promise<readonly DocumentEntry[]>
  /** Of every claim and act, by its id. */
  sources(query: Known): Promise<ReadonlyMap<string, ClaimSource>>
  /** The public key of the log, as C2SP writes it; null where there is no log. */
  logKey(): Promise<string | null>
  /** The proof that an entry is in the record (C2SP tlog-proof); null where there is no log or no such entry. */
  proof(index: number): Promise<Uint8Array | null>
}

/** `evaluationAt` gives the folder's evaluation once it knows what was known then. */
export function lookbackOver(
  dir: string,
  seen: Seen,
  evaluationAt: <T>(knownAt: KnownAt | undefined, ask: (evaluation: Evaluation) => T) => Promise<T>,
): Lookback {
  return {
    standpoints: ({ instants, knownAt }) =>
      evaluationAt(knownAt, (evaluation) => instants.map((at) => evaluation.verdicts(at))),
    happened: ({ at, knownAt, account }, read) =>
      evaluationAt(knownAt, (evaluation) => read(evaluation.happened(at, account))),
    incidents: ({ knownAt, ...asked }) => evaluationAt(knownAt, (evaluation) => evaluation.incidents(asked)),
    asked: ({ at, knownAt }) => ({ at: at ?? seen.last ?? 0, knownAt: seen.knownInstant(knownAt) }),
    told: ({ at, knownAt }, read) => evaluationAt(knownAt, (evaluation) => read(evaluation.told(at))),
    async documents({ knownAt }) {
      const known = new Set(seen.record(knownAt).documents.map(({ id }) => id))
      return seen.entries.flatMap(({ index, leaf = index, entry }) => {
        if (entry.type !== 'document' || !known.has(entry.body.id)) return []
        const { id, sha256, doc, outlet, published } = entry.body
        return [{ id, sha256, doc, outlet, published, index: leaf, received_at: entry.received_at }]
      })
    },
    async sources({ knownAt }) {
      const { claims, acts, received } = seen.record(knownAt)
      const placeOf = (id: string) => {
        const { index, leaf = index } = received.get(id)!
        return leaf
      }
      return new Map([...claims, ...acts].map(({ id, doc }) => [id, { doc, index: placeOf(id) }]))
    },
    logKey: async () => ((await ledgerIn(dir)) ? (await readFile(keyFile(dir), 'utf8')).trim() : null),
    async proof(index) {
      const reader = await ledgerIn(dir)
      if (!reader || !Number.isSafeInteger(index) || index < 0 || index >= reader.size) return null
      const witnessed = await reader.witnessed()
      // A head that others vouch for proves more than a newer one that only the log has signed.
      return receiptOf(reader, index, witnessed && witnessed.size > index ? witnessed : reader.head)
    },
  }
}

const keyFile = (dir: string) => join(ledgerFolder(dir), 'verifier-key')

async function ledgerIn(dir: string): Promise<LedgerReader | null> {
  const reader = await readLedger(ledgerFolder(dir))
  return reader.ok ? reader.value : null
}
