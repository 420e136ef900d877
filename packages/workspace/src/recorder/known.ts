// What the record of a folder holds as of now, grown by what was added since it was asked before.
import type { Claim, DocumentBody, Entry, Ruling, Withdrawal } from '@trucekeeper/claims'
import {
  Fold,
  type EvidenceReader,
  type LedgerReader,
  type LoggedEntry,
  type Record as Folded,
} from '@trucekeeper/ledger'
import type { FollowLedger } from '../follow-ledger.ts'
import type { Outcome } from '../record.ts'
import { everything, type Sees } from '../seen.ts'

export type LoggedRelease = LoggedEntry & { readonly entry: Extract<Entry, { type: 'release' }> }

/** It grows: whoever keeps it over a wait may find more in it. */
export interface Known {
  readonly entries: readonly LoggedEntry[]
  readonly documents: ReadonlyMap<string, DocumentBody>
  readonly claims: ReadonlyMap<string, Claim>
  /** By the id of what is withdrawn. */
  readonly withdrawn: ReadonlyMap<string, Withdrawal>
  readonly rulings: readonly Ruling[]
  readonly releases: readonly LoggedRelease[]
  readonly evidence: EvidenceReader | null
  has(id: string): boolean
  logged(id: string): LoggedEntry | undefined
  /** What follows from all of it, as whoever asks for it is answered. */
  folded(): Folded
}

/** What `sees` lets through of a ledger, each time it is asked. Without a ledger nothing is known. */
export function knownOf(
  follow: FollowLedger,
  sees: Sees = everything,
): (open?: LedgerReader) => Promise<Outcome<Known>> {
  let held = new Holdings()
  return async (open) => {
    const followed = await follow(open)
    if (!followed.ok) return followed
    const entries = sees(followed.value.entries)
    if (!held.begins(entries)) held = new Holdings()
    held.grow(entries, followed.value.evidence)
    return { ok: true, value: held }
  }
}

class Holdings implements Known {
  entries: readonly LoggedEntry[] = []
  readonly documents = new Map<string, DocumentBody>()
  readonly claims = new Map<string, Claim>()
  readonly withdrawn = new Map<string, Withdrawal>()
  readonly releases: LoggedRelease[] = []
  evidence: EvidenceReader | null = null
  readonly #byId = new Map<string, LoggedEntry>()
  readonly #ruled: Ruling[] = []
  #fold = Fold.EMPTY
  #foldedSize = 0

  get rulings(): readonly Ruling[] {
    return this.#ruled.filter(({ id }) => !this.withdrawn.has(id))
  }

  has(id: string): boolean {
    return this.#byId.has(id)
  }

  logged(id: string): LoggedEntry | undefined {
    return this.#byId.get(id)
  }

  folded(): Folded {
    this.#fold = this.#fold.grown(this.entries.slice(this.#foldedSize))
    this.#foldedSize = this.entries.length
    return this.#fold.record()
  }

  begins(entries: readonly LoggedEntry[]): boolean {
    return entries.length >= this.entries.length && this.entries.every((logged, at) => logged === entries[at])
  }

  grow(entries: readonly LoggedEntry[], evidence: EvidenceReader | null): void {
    for (const logged of entries.slice(this.entries.length)) this.#take(logged)
    this.entries = entries
    this.evidence = evidence
  }

  #take(logged: LoggedEntry): void {
    const { entry } = logged
    this.#byId.set(entry.body.id, logged)
    if (entry.type === 'document') this.documents.set(entry.body.doc, entry.body)
    if (entry.type === 'claim') this.claims.set(entry.body.id, entry.body)
    if (isRelease(logged)) this.releases.push(logged)
    if (entry.type === 'ruling') this.#ruled.push(entry.body)
    if (entry.type === 'withdrawal' && !this.withdrawn.has(entry.body.withdraws))
      this.withdrawn.set(entry.body.withdraws, entry.body)
  }
}

const isRelease = (logged: LoggedEntry): logged is LoggedRelease => logged.entry.type === 'release'
