// A folder that is followed: questions are answered from the record as it is, and only what has changed is read again.
import type { Diagnostic } from '@trucekeeper/diagnostics'
import type { Status } from '@trucekeeper/engine'
import type { LoggedEntry } from '@trucekeeper/ledger'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AGREEMENT_FILE, AGREEMENTS_FOLDER } from './agreement-file.ts'
import { readTexts, type Texts } from './agreements.ts'
import { onBeat } from './beat.ts'
import { followLedger } from './follow-ledger.ts'
import { documentIn, ledgerFolder, readRecord, type DocumentText } from './record.ts'
import { everything, Seen, type Sees } from './seen.ts'
import { showsAll, type ShownTexts, type ShowsAs } from './shown-as.ts'
import {
  evaluationsOf,
  questionsOver,
  tablesOf,
  type EvaluationOf,
  type Questions,
  type TablesOf,
} from './workspace.ts'

export interface FollowedFolder {
  /** Questions of those who see so much of the record, and so much of the text; by default everything. */
  view(sees?: Sees, shows?: ShowsAs): Questions
  /** What is wrong with reports and minutes that are not in a ledger: what they say is in no answer. */
  diagnostics(): Promise<readonly Diagnostic[]>
  /** Resolves once whatever was acknowledged before is in the answers. */
  caughtUp(): Promise<void>
}

export interface FollowOptions {
  /** How old answers may be: the folder is looked at no more often. By default it is looked at for every question. */
  readonly beat_ms?: number
}

/** The same question gives the same bytes while the folder is as it was, so its answer is kept; so many of them. */
const MOST_STATUSES = 64

/** Questions to a folder, see `followFolder`. */
export function liveWorkspace(dir: string, options?: FollowOptions): Questions {
  return followFolder(dir, options).view()
}

/**
 * Follows a folder. Where only the ledger has grown, what came in is read, and what follows from the entries grows by it.
 * An agreement that no longer reads is a fault that is thrown, naming what is wrong with it.
 */
export function followFolder(dir: string, { beat_ms = 0 }: FollowOptions = {}): FollowedFolder {
  const ledger = followLedger(dir)
  let held: Followed | null = null
  const beat = onBeat(async () => (held = await followed(dir, held, ledger)), beat_ms)
  return {
    view: (sees = everything, shows = showsAll) => viewOf(dir, sees, shows, beat.now),
    diagnostics: async () => (await beat.now()).record.diagnostics,
    caughtUp: async () => void (await beat.fresh()),
  }
}

/** A folder as it was at a look. What is the same object as before has not changed. */
interface Followed {
  readonly stamps: Stamps
  readonly texts: Texts
  readonly record: FollowedRecord
  readonly tables: TablesOf
}

interface FollowedRecord {
  readonly entries: readonly LoggedEntry[]
  readonly diagnostics: readonly Diagnostic[]
  /** The text of a document that is among `entries`. */
  text(entries: readonly LoggedEntry[], digestOrName: string): Promise<DocumentText | null>
}

async function followed(
  dir: string,
  before: Followed | null,
  ledger: ReturnType<typeof followLedger>,
): Promise<Followed> {
  const stamps = stampsOf(dir)
  const isAsBefore = (...parts: readonly (keyof Stamps)[]) =>
    parts.every((part) => before?.stamps[part] === stamps[part])
  if (before && isAsBefore('agreement', 'tables', 'reports', 'log')) return before
  const texts = before && isAsBefore('agreement') ? before.texts : await soundTexts(dir)
  const record =
    before && before.texts === texts && isAsBefore('reports', 'log')
      ? before.record
      : await recordOf(dir, texts, ledger)
  const tables = before && before.texts === texts && isAsBefore('tables') ? before.tables : tablesOf()
  return { stamps, texts, record, tables }
}

async function soundTexts(dir: string): Promise<Texts> {
  const read = await readTexts(dir)
  if (!read.ok) throw unreadable(dir, ...read.diagnostics.map(({ message }) => message))
  return read.texts
}

/** The entries of the ledger, or of the reports where none has begun. Keys say who signed the record, and nothing of what happened. */
async function recordOf(
  dir: string,
  { own, agreements }: Texts,
  ledger: ReturnType<typeof followLedger>,
): Promise<FollowedRecord> {
  const found = await ledger()
  if (!found.ok) throw unreadable(dir, found.refusal.message)
  const { entries, evidence } = found.value
  if (evidence !== null)
    return {
      entries: entries.filter(({ entry }) => entry.type !== 'key'),
      diagnostics: [],
      text: (seen, name) => documentIn(seen, evidence, name),
    }
  const read = await readRecord(dir, own.agreement, agreements)
  if (!read.ok) throw unreadable(dir, read.refusal.message)
  const { value } = read
  return { entries: value.entries, diagnostics: value.diagnostics, text: (_, name) => value.text(name) }
}

const unreadable = (dir: string, ...messages: readonly string[]) =>
  new Error(`Cannot read \`${dir}\`: ${messages.join('; ')}`)

/** What one who asks is answered from, until they see more or something else beside it has changed. */
interface View {
  readonly followed: Followed
  readonly shown: ShownTexts
  /** Names what is seen; another name, other answers. */
  readonly name: string
  readonly seen: Seen
  readonly evaluations: EvaluationOf
  readonly questions: Questions
  readonly statuses: Map<string, Promise<Status>>
}

function viewOf(dir: string, sees: Sees, shows: ShowsAs, now: () => Promise<Followed>): Questions {
  let held: View | null = null
  let changes = 0

  function viewed(folder: Followed): View {
    const { record, tables } = folder
    const shown = shows(folder.texts, record.entries)
    const { texts } = shown
    const before = held?.shown.texts === texts ? held : null
    // By the clock alone other entries can be shown, of the same folder.
    if (before?.followed === folder && before.shown.entries === shown.entries) return before
    const entries = sees(shown.entries)
    const seen = before ? before.seen.grown(entries) : Seen.of(texts.own.agreement, entries)
    if (before && seen === before.seen && before.followed.tables === tables)
      return (held = { ...before, followed: folder, shown })
    const evaluations = before?.evaluations ?? evaluationsOf()
    const text = (name: string) => record.text(seen.entries, name)
    const questions = questionsOver({ dir, texts, chosen: texts.own, seen, evaluations, tables, text })
    return (held = {
      followed: folder,
      shown,
      name: String((changes += 1)),
      seen,
      evaluations,
      questions,
      statuses: new Map(),
    })
  }

  const current = async () => viewed(await now())
  return {
    stamp: async () => (await current()).name,
    async status(query) {
      const { questions, statuses } = await current()
      const key = JSON.stringify(query)
      const known = statuses.get(key)
      if (known) return known
      const status = questions.status(query)
      if (statuses.size >= MOST_STATUSES) statuses.clear()
      statuses.set(key, status)
      return status
    },
    why: async (query) => (await current()).questions.why(query),
    record: async () => (await current()).questions.record(),
    entries: async (asked) => (await current()).questions.entries(asked),
    document: async (digestOrName) => (await current()).questions.document(digestOrName),
    agreementText: async () => (await current()).questions.agreementText(),
    agreementPlaces: async () => (await current()).questions.agreementPlaces(),
    async known(knownAt) {
      const { questions, shown } = await current()
      return { ...(await questions.known(knownAt)), ...(shown.not_shown && { not_shown: shown.not_shown }) }
    },
    claims: async (knownAt) => (await current()).questions.claims(knownAt),
    tables: async () => (await current()).questions.tables(),
    lookback: async () => (await current()).questions.lookback(),
    agreements: async () => (await current()).questions.agreements(),
    under: async (id) => (await current()).questions.under(id),
  }
}

/** Each changes whenever something that answers rest on has been written. */
interface Stamps {
  readonly agreement: string
  readonly tables: string
  readonly reports: string
  readonly log: string
}

/** Looked at again and again while others wait: at once, and without the turns that files take one after the other. */
function stampsOf(dir: string): Stamps {
  const folders = [dir, ...namesIn(join(dir, AGREEMENTS_FOLDER), '')]
  const tables = folders.flatMap((one) => ['access', 'ground'].flatMap((folder) => namesIn(join(one, folder), '.csv')))
  const log = ['checkpoint', 'sealed/destroyed'].map((name) => join(ledgerFolder(dir), name))
  return {
    agreement: stampOf(folders.flatMap((one) => [join(one, AGREEMENT_FILE), ...namesIn(one, '.geojson')])),
    tables: stampOf(tables),
    reports: stampOf([join(dir, 'reports'), ...namesIn(join(dir, 'centre'), '.yaml')]),
    log: stampOf(log),
  }
}

function stampOf(paths: readonly string[]): string {
  return paths
    .map((path) => {
      const found = statSync(path, { throwIfNoEntry: false })
      return found ? `${found.mtimeMs}/${found.size}` : '-'
    })
    .join(' ')
}

function namesIn(dir: string, ending: string): string[] {
  try {
    const names = readdirSync(dir).filter((name) => name.endsWith(ending))
    return names.toSorted().map((name) => join(dir, name))
  } catch {
    return []
  }
}
