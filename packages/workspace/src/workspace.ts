// A folder that can be asked: its agreement, its record, and every question the engine answers about them.
import type { Agreement } from '@trucekeeper/agreement'
import type { Claim } from '@trucekeeper/claims'
import { didYouMean, type Diagnostic } from '@trucekeeper/diagnostics'
import { asksTables, Evaluation, type Receipt, type Status } from '@trucekeeper/engine'
import type { KnownAt, LedgerRefusal, Record as Folded } from '@trucekeeper/ledger'
import type { Place } from '@trucekeeper/geo'
import type { Instant } from '@trucekeeper/time'
import { join } from 'node:path'
import { readAgreement, type AgreementFile } from './agreement-file.ts'
import { pageOfEntries, type EntriesAsked, type EntryPage } from './entry-lines.ts'
import { lookbackOver, type Lookback } from './lookback.ts'
import { readRecord, type DocumentText, type FolderRecord } from './record.ts'
import { Seen, type RecordSummary } from './seen.ts'
import { readTables, type Tables } from './tables.ts'

export interface StatusQuery {
  /** By default the receipt of the last entry. */
  readonly at?: Instant
  /** Up to which receipts the record is read: an instant, or its first entries. By default all of it. */
  readonly knownAt?: KnownAt
  readonly accounts?: readonly string[]
}

export interface WhyQuery {
  readonly clause: string
  readonly account?: string
  readonly at?: Instant
  readonly knownAt?: KnownAt
}

export type WhyAnswer =
  | { readonly ok: true; readonly receipt: Receipt }
  | { readonly ok: false; readonly message: string; readonly help: string }

/** The agreement as its file has it, with the SHA-256 of the text. */
export interface AgreementText {
  readonly file: string
  readonly text: string
  readonly hash: string
}

/** Lines and areas that clauses can refer to, by the name of the file beside the agreement. */
export type AgreementPlaces = Readonly<Record<string, readonly Place[]>>

/** What the centre, acts and reports are worked out from. */
export interface WhatIsKnown {
  readonly agreement: Agreement
  readonly record: Folded
}

/** What a folder can be asked, whoever answers for it. */
export interface Questions {
  /** Names the folder as it is: as long as it is the same, so is every answer. Without it nothing can be known to have stayed. */
  stamp?(): Promise<string>
  status(query: StatusQuery): Promise<Status>
  why(query: WhyQuery): Promise<WhyAnswer>
  record(): Promise<RecordSummary>
  /** The record itself, page by page. */
  entries(asked: EntriesAsked): Promise<EntryPage>
  /** By the SHA-256 of its bytes, or by the name under which claims quote it. */
  document(digestOrName: string): Promise<DocumentText | null>
  agreementText(): Promise<AgreementText>
  /** No clause has a point for its ground, and a point may be a site to protect: points stay in the folder. */
  agreementPlaces(): Promise<AgreementPlaces>
  /** The agreement as linked, and what follows from the entries that had come in by then; by default from all of them. */
  known(knownAt?: KnownAt): Promise<WhatIsKnown>
  /** What was known to be said: claims that are neither withdrawn nor only proposed, by id. By default of the whole record. */
  claims(knownAt?: KnownAt): Promise<readonly Claim[]>
  /** The tables of access and ground beside the reports, and what is wrong with them. */
  tables(): Promise<Tables>
  /** How things stood before, and what came when. */
  lookback(): Promise<Lookback>
}

export interface Workspace extends Questions {
  readonly agreement: Agreement
  readonly file: AgreementFile
  /** Where the record stood when the folder was read. */
  current(): FolderRecord
}

export type Opened =
  | { readonly ok: true; readonly workspace: Workspace }
  | {
      readonly ok: false
      readonly file: AgreementFile
      readonly diagnostics: readonly Diagnostic[]
      readonly refusal: LedgerRefusal | null
    }

export const AGREEMENT_FILE = 'agreement.md'

/** Opens a folder with an `agreement.md`, to read it; nothing in it is changed. */
export async function openWorkspace(dir: string): Promise<Opened> {
  const file = await readAgreement(join(dir, AGREEMENT_FILE), AGREEMENT_FILE)
  const { agreement } = file
  if (agreement === null) return { ok: false, file, diagnostics: file.diagnostics, refusal: null }
  const record = await readRecord(dir, agreement)
  if (!record.ok) return { ok: false, file, diagnostics: file.diagnostics, refusal: record.refusal }
  const questions = questionsOver({
    dir,
    file,
    agreement,
    seen: Seen.of(agreement, record.value.entries),
    evaluation: new Evaluation(agreement),
    tables: once(() => readTables(dir, agreement, file)),
    text: record.value.text,
  })
  return { ok: true, workspace: { ...questions, agreement, file, current: () => record.value } }
}

/** What the answers to one who asks follow from. */
export interface Basis {
  readonly dir: string
  readonly file: AgreementFile
  readonly agreement: Agreement
  readonly seen: Seen
  /** One for all questions: to ask of another time, or of what was known at another, works out the difference. */
  readonly evaluation: Evaluation
  tables(): Promise<Tables>
  text(digestOrName: string): Promise<DocumentText | null>
}

export function questionsOver({ dir, file, agreement, seen, evaluation, tables, text }: Basis): Questions {
  const rowsAsked = async () => (asksTables(agreement) ? tables() : null)
  // From here to the answer nothing may wait: other questions follow the same evaluation.
  const asked = (at: Instant | undefined, until: KnownAt | undefined, rows: Tables | null) => {
    const known = seen.record(until)
    const knownAt = seen.knownInstant(until)
    const { claims, acts, rulings } = known
    evaluation.follow({ claims, acts, rulings, tables: rows && { ...rows, knownAt } })
    return { at: at ?? seen.last ?? 0, known, knownAt }
  }
  const lookback = lookbackOver(dir, seen, async (until, ask) => {
    const rows = await rowsAsked()
    asked(undefined, until, rows)
    return ask(evaluation)
  })
  return {
    async status({ at, knownAt, accounts }) {
      const query = asked(at, knownAt, await rowsAsked())
      return evaluation.status(query.known, { at: query.at, knownAt: query.knownAt, ...(accounts && { accounts }) })
    },
    async why({ clause, account, at, knownAt }) {
      const query = asked(at, knownAt, await rowsAsked())
      const found = evaluation.receipt(query.known, {
        at: query.at,
        knownAt: query.knownAt,
        clause,
        ...(account !== undefined && { account }),
      })
      if (found.ok) return found
      const asks = found.candidates.some((id) => agreement.ruled.some((ruled) => ruled.id === id))
      return {
        ok: false,
        message: found.message,
        help: suggestion(asks ? clause : (account ?? clause), found.candidates),
      }
    },
    record: async () => seen.summary(),
    entries: async (query) => pageOfEntries(seen.entries, query),
    document: text,
    async agreementText() {
      return { file: file.file, text: file.source, hash: file.hash }
    },
    async agreementPlaces() {
      return Object.fromEntries(
        [...file.places].map(([name, places]) => [name, places.filter(({ geometry }) => geometry.type !== 'Point')]),
      )
    },
    known: async (knownAt) => ({ agreement, record: seen.record(knownAt) }),
    claims: async (knownAt) => seen.record(knownAt).claims,
    tables,
    lookback: async () => lookback,
  }
}

/** Asked once, and the same from then on. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null
  return () => (answer ??= ask())
}

/** The names nearest to one that is none: the parts of a clause that binds several, or whatever is spelt like it. */
function suggestion(asked: string, candidates: readonly string[]): string {
  const bases = candidates.map((id) => id.split('.')[0]!)
  const base = bases.includes(asked) ? asked : didYouMean(asked, [...candidates, ...bases])
  const meant = candidates.filter((id) => id === base || id.split('.')[0] === base)
  const all = `there are: ${candidates.map((id) => `\`${id}\``).join(', ')}`
  return meant.length > 0 ? `did you mean ${meant.map((id) => `\`${id}\``).join(' or ')}? ${all}` : all
}
