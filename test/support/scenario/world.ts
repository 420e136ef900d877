// The world of a scenario: the folder with what was given besides, asked at an hour.
import { accessOverview, type AccessOverview, type AccessRecords } from '@trucekeeper/access'
import { groundStatus, type GroundStatus } from '@trucekeeper/access/ground'
import type { Agreement } from '@trucekeeper/agreement'
import { mayMinute, type MinuteRefusal } from '@trucekeeper/centre'
import { nameAct, type Entry, type Minute } from '@trucekeeper/claims'
import { checkAct, statusOf, type ActCheck, type Status } from '@trucekeeper/engine'
import { foldRecord, type Record as Folded } from '@trucekeeper/ledger'
import { parseInstant, type Instant } from '@trucekeeper/time'
import {
  minutesIn,
  openWorkspace,
  readDispatches,
  readMinutes,
  type Dispatch,
  type Ground,
  type Tables,
  type Workspace,
} from '@trucekeeper/workspace'
import { stringify } from 'yaml'
import { entriesGiven, type Given, type When } from './given.ts'

/** What speaks against something that is tried. */
export type Against = Pick<MinuteRefusal, 'clause' | 'heading' | 'why'> & { readonly help: string | null }

/** A folder that scenarios are told about, read once. */
export interface ScenarioFolder {
  readonly workspace: Workspace
  readonly agreements: readonly Agreement[]
  readonly tables: Tables
  /** What minutes rest on, and documents are held against. */
  readonly dispatches: readonly Ground[]
  /** Minutes of the folder by what their files call them. */
  readonly named: ReadonlyMap<string, string>
}

export interface World {
  readonly agreement: Agreement
  readonly agreements: readonly Agreement[]
  readonly record: Folded
  readonly given: Given
  readonly at: Instant
  /** Null for everything. */
  readonly knownAt: Instant | null
  readonly status: () => Status
  /** What comes of the act that is tried; null where none is. */
  readonly tried: () => ActCheck | null
  /** What the minute that is tried does; null where none is. */
  readonly doing: string | null
  /** What speaks against the minute that is tried; null where none is. */
  readonly minuteTried: () => readonly Against[] | null
  /** Null where the folder has no such tables. */
  readonly access: (source?: string) => AccessOverview | null
  readonly accessRecords: () => AccessRecords | null
  readonly ground: (account?: string) => GroundStatus | null
  readonly textOf: (doc: string) => string | null
  /** The text of the agreement that is asked. */
  readonly source: string
  readonly documents: () => readonly { readonly doc: string; readonly text: string }[]
  /** The report that the scenario brings, read. */
  readonly read: () => Promise<readonly Dispatch[]>
}

/** `agreement`: the text that is asked where a scenario names none; by default the folder's own. */
export async function openFolder(dir: string, agreement?: string): Promise<ScenarioFolder> {
  const opened = await openWorkspace(dir, agreement === undefined ? {} : { agreement })
  if (!opened.ok) throw new Error(opened.diagnostics.map(({ message }) => message).join('\n'))
  const { workspace } = opened
  const agreements = await workspace.agreements()
  const tables = await workspace.tables()
  const dispatches = await reportsIn(workspace)
  const { named } = await readMinutes(dir, dispatches)
  return { workspace, agreements, tables, dispatches, named }
}

/** The reports of the record, with what was read in each. */
async function reportsIn(workspace: Workspace): Promise<Ground[]> {
  const { entries } = workspace.current()
  const docs = entries.flatMap(({ entry }) => (entry.type === 'document' ? [entry.body.doc] : []))
  return Promise.all(
    docs.map(async (doc) => ({
      doc,
      text: (await workspace.document(doc))?.text ?? '',
      entries: entries.flatMap(({ entry }) => ('doc' in entry.body && entry.body.doc === doc ? [entry] : [])),
    })),
  )
}

export async function worldOf({ given, when }: { given: Given; when: When }, folder: ScenarioFolder): Promise<World> {
  const { workspace, agreements, dispatches, named } = folder
  const agreement = agreements.find(({ id }) => id === when.agreement) ?? workspace.agreement
  if (when.agreement !== undefined && agreement.id !== when.agreement)
    throw new Error(`the folder has no agreement \`${when.agreement}\``)
  const at = parseInstant(when.at)!
  const knownAt = when.known_at === undefined ? null : parseInstant(when.known_at)!
  const entries = [
    ...entriesGiven(given, workspace.current().entries),
    ...minutesWritten(given.minutes, dispatches, named),
  ]
  const record = ofAgreement(
    foldRecord(
      entries.map((entry, index) => ({ index, entry })),
      knownAt ?? undefined,
    ),
    agreement,
    agreements,
  )
  const access = without(folder.tables.access, 'access', given['without rows'])
  const ground = folder.tables.ground
  const documents = dispatches.map(({ doc, text }) => ({ doc, text }))
  return {
    agreement,
    agreements,
    record,
    given,
    at,
    knownAt,
    status: once(() => statusOf(agreement, record, { at, knownAt })),
    tried: once(() => {
      if (!when.trying) return null
      const words = { doc: 'scenario', quote: 'tried', start: 0, end: 'tried'.length }
      return checkAct(agreement, record, nameAct({ ...when.trying, at: when.at, ...words }), at)
    }),
    doing: typeof when.minuting?.does === 'string' ? when.minuting.does : null,
    minuteTried: once(() => {
      if (!when.minuting) return null
      const tried = minutesIn(fileOf([{ at: when.at, ...when.minuting }]), dispatches, new Map(named))
      const wrong = tried.diagnostics.map(({ message: why, help }) => ({
        clause: null,
        heading: null,
        why,
        help: help ?? null,
      }))
      return wrong.length > 0 ? wrong : mayMinute(agreement, record, tried.entries[0]!.body as Minute)
    }),
    access: (source) =>
      access && accessOverview(access, { at, knownAt, sources: source === undefined ? null : [source] }, folder.tables),
    accessRecords: () => access,
    ground: (id = agreement.decidedBy) => {
      const account = agreement.accounts.find((one) => one.id === id)
      if (!ground || !account) return null
      const left = (rows: { readonly id: string }) => !given['without rows'].includes(rows.id)
      const rows = {
        ...ground.record,
        positions: ground.record.positions.filter(left),
        waits: ground.record.waits.filter(left),
      }
      return groundStatus(ground.terms, rows, { at, account, ...(knownAt !== null && { knownAt }) })
    },
    textOf: (doc) => documents.find((one) => one.doc.startsWith(doc))?.text ?? null,
    source: folder.workspace.file.source,
    documents: () => documents,
    read: once(async () => {
      if (!given.text) return []
      const { name, published, body } = given.text
      const meta = { doc: name, zone: agreement.zone, published, received: published }
      return readDispatches(new TextEncoder().encode(body), meta)
    }),
  }
}

/** Minutes as a scenario writes them, entered as those of the folder are. */
function minutesWritten(
  bodies: readonly unknown[],
  dispatches: readonly Ground[],
  named: ReadonlyMap<string, string>,
): readonly Entry[] {
  const { entries, diagnostics } = minutesIn(fileOf(bodies), dispatches, new Map(named))
  const [first] = diagnostics
  if (first) throw new Error(`${first.message}; ${first.help ?? ''}`)
  return entries
}

const fileOf = (bodies: readonly unknown[]) => ({ file: 'scenario', source: stringify(bodies) })

/** Acts are of the agreement whose power they name. */
function ofAgreement(record: Folded, agreement: Agreement, agreements: readonly Agreement[]): Folded {
  if (agreements.length < 2) return record
  const own = new Set(agreement.ruled.map(({ id }) => id))
  return { ...record, acts: record.acts.filter(({ power }) => own.has(power)) }
}

function without(records: AccessRecords | null, folder: string, rows: readonly string[]): AccessRecords | null {
  if (records === null || rows.length === 0) return records
  const left = Object.entries(records).map(([name, all]) => [
    name,
    (all as readonly { readonly name: string }[]).filter((row) => !rows.includes(`${folder}/${row.name}`)),
  ])
  return Object.fromEntries(left) as AccessRecords
}

function once<T>(ask: () => T): () => T {
  let answer: { readonly value: T } | null = null
  return () => (answer ??= { value: ask() }).value
}
