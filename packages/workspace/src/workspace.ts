// A folder that can be asked: its agreement, its record, and every question the engine answers about them.
import type { Agreement } from '@trucekeeper/agreement'
import type { Claim } from '@trucekeeper/claims'
import { didYouMean, type Diagnostic } from '@trucekeeper/diagnostics'
import { asksTables, Evaluation, type Receipt, type Status } from '@trucekeeper/engine'
import type { KnownAt, LedgerRefusal, Record as Folded } from '@trucekeeper/ledger'
import type { Place } from '@trucekeeper/geo'
import type { Instant } from '@trucekeeper/time'
import type { AgreementFile } from './agreement-file.ts'
import { noSuchText, readTexts, textOf, type ReadText, type Texts } from './agreements.ts'
import { pageOfEntries, type EntriesAsked, type EntryPage } from './entry-lines.ts'
import { lookbackOver, type Lookback } from './lookback.ts'
import { readRecord, type DocumentText, type FolderRecord } from './record.ts'
import { Seen, type RecordSummary } from './seen.ts'
import type { NotShown } from './shown-as.ts'
import { readTables, type Tables } from './tables.ts'
import { recordsUnder } from './under.ts'

export interface StatusQuery {
  /** By default the receipt of the last entry. */
  readonly at?: Instant
  /** Up to which receipts the record is read: an instant, or its first entries. By default all of it. */
  readonly knownAt?: KnownAt
  readonly accounts?: readonly string[]
  /** False where nobody asks what changes next: `next_change` is null then. */
  readonly foresight?: boolean
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
  /** What of the text whoever asks is not shown; left out where all of it is. */
  readonly not_shown?: NotShown
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
  /** The texts that stand side by side over one record, the folder's own first. */
  agreements(): Promise<readonly Agreement[]>
  /** The same record under another of them, by its id. */
  under(id: string): Promise<UnderAnother>
}

export type UnderAnother =
  | { readonly ok: true; readonly questions: Questions }
  | { readonly ok: false; readonly message: string; readonly help: string }

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
      /** Where the ledger cannot be read, or no agreement goes by the id asked for. */
      readonly refusal: Pick<LedgerRefusal, 'message' | 'help'> | null
    }

export interface OpenOptions {
  /** The id of one of the folder's agreements; by default its own. */
  readonly agreement?: string
}

/** Opens a folder with an `agreement.md`, to read it; nothing in it is changed. */
export async function openWorkspace(dir: string, { agreement: asked }: OpenOptions = {}): Promise<Opened> {
  const read = await readTexts(dir)
  if (!read.ok) return { ok: false, file: read.file, diagnostics: read.diagnostics, refusal: null }
  const { texts } = read
  const chosen = textOf(texts, asked)
  const { file, agreement } = chosen ?? texts.own
  if (chosen === null)
    return { ok: false, file, diagnostics: file.diagnostics, refusal: noSuchText(texts, asked ?? '') }
  const record = await readRecord(dir, agreement, texts.agreements)
  if (!record.ok) return { ok: false, file, diagnostics: file.diagnostics, refusal: record.refusal }
  const questions = questionsOver({
    dir,
    texts,
    chosen,
    seen: Seen.of(agreement, record.value.entries),
    evaluations: evaluationsOf(),
    tables: tablesOf(),
    text: record.value.text,
  })
  return { ok: true, workspace: { ...questions, agreement, file, current: () => record.value } }
}

/** What the answers to one who asks follow from. */
export interface Basis {
  readonly dir: string
  readonly texts: Texts
  /** The one of them that is asked about. */
  readonly chosen: ReadText
  readonly seen: Seen
  readonly evaluations: EvaluationOf
  readonly tables: TablesOf
  text(digestOrName: string): Promise<DocumentText | null>
}

/** One for all questions: to ask of another time, or of what was known at another, works out the difference. */
export type EvaluationOf = (agreement: Agreement) => Evaluation

export function evaluationsOf(): EvaluationOf {
  const known = new Map<Agreement, Evaluation>()
  return (agreement) => {
    const found = known.get(agreement) ?? new Evaluation(agreement)
    known.set(agreement, found)
    return found
  }
}

/** The tables beside a text, read once. */
export type TablesOf = (text: ReadText) => Promise<Tables>

export function tablesOf(): TablesOf {
  const known = new Map<ReadText, Promise<Tables>>()
  return (text) => {
    const found = known.get(text) ?? readTables(text.dir, text.agreement, text.file)
    known.set(text, found)
    return found
  }
}

export function questionsOver(basis: Basis): Questions {
  const { dir, texts, chosen, seen, evaluations, text } = basis
  const { agreement, file } = chosen
  const evaluation = evaluations(agreement)
  const tables = () => basis.tables(chosen)
  const recordUnder = recordsUnder(agreement, [...texts.agreements, ...(texts.hidden ?? [])])
  const rowsAsked = async () => (asksTables(agreement) ? tables() : null)
  // From here to the answer nothing may wait: other questions follow the same evaluation.
  const asked = (at: Instant | undefined, until: KnownAt | undefined, rows: Tables | null) => {
    const known = recordUnder(seen.record(until))
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
    async status({ at, knownAt, accounts, foresight }) {
      const query = asked(at, knownAt, await rowsAsked())
      return evaluation.status(query.known, {
        at: query.at,
        knownAt: query.knownAt,
        ...(accounts && { accounts }),
        ...(foresight !== undefined && { foresight }),
      })
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
    known: async (knownAt) => ({ agreement, record: recordUnder(seen.record(knownAt)) }),
    claims: async (knownAt) => seen.record(knownAt).claims,
    tables,
    lookback: async () => lookback,
    agreements: async () => texts.agreements,
    async under(id) {
      const other = textOf(texts, id)
      if (other === null) return { ok: false, ...noSuchText(texts, id) }
      if (other === chosen) return { ok: true, questions: this }
      return {
        ok: true,
        questions: questionsOver({ ...basis, chosen: other, seen: seen.under(other.agreement) }),
      }
    },
  }
}

/** The names nearest to one that is none: the parts of a clause that binds several, or whatever is spelt like it. */
function suggestion(asked: string, candidates: readonly string[]): string {
  const bases = candidates.map((id) => id.split('.')[0]!)
  const base = bases.includes(asked) ? asked : didYouMean(asked, [...candidates, ...bases])
  const meant = candidates.filter((id) => id === base || id.split('.')[0] === base)
  const all = `there are: ${candidates.map((id) => `\`${id}\``).join(', ')}`
  return meant.length > 0 ? `did you mean ${meant.map((id) => `\`${id}\``).join(' or ')}? ${all}` : all
}
