// GET /api/access: what was asked for, let through and delivered, as of an instant, by the word of some or of all.
import {
  accessJson,
  accessOverview,
  lastRecorded,
  sentencesOf,
  type AccessOverview,
  type AccessRecords,
  type ConsignmentStatus,
  type Said,
  type Sentence,
  type TrackFinding,
} from '@trucekeeper/access'
import { accessAnswer } from './answers/tables.ts'
import type { Workspace } from './deps.ts'
import type { JsonOf } from './json-of.ts'
import { json, Noun } from './noun.ts'
import { SLOW_PACE } from './pace.ts'
import { passagesOf, type Passage } from './passages.ts'
import { quoted, Refused } from './problems.ts'
import { accessQuery } from './query.ts'
import { flawsIn, type TableFlaw } from './table-flaws.ts'

/** Whether a vehicle kept to its corridor and window; when and where it left stays with the desk that owns the track. */
type TrackWord = Pick<TrackFinding, 'vehicleId' | 'corridor' | 'window'>

type Told = Omit<AccessOverview, 'consignments'> & {
  readonly consignments: readonly (Omit<ConsignmentStatus, 'tracks'> & { readonly tracks: readonly TrackWord[] })[]
  readonly sentences: readonly Sentence[]
}

export type AccessTold = JsonOf<Told> & {
  readonly tables: 'read'
  /** Everybody by whose word there is a row. */
  readonly sources: readonly string[]
  /** Where the words of a row stand, by the row's name. */
  readonly passages: Readonly<Record<string, Passage>>
}

/** `absent`: the folder has no tables of access. `refused`: something is wrong with one of them, so none was read. */
export type AccessAnswer =
  | AccessTold
  | { readonly tables: 'absent' }
  | { readonly tables: 'refused'; readonly flaws: readonly TableFlaw[] }

export function accessRoutes(workspace: Workspace): Noun {
  const about = {
    summary: 'what was asked for, let through and delivered, by the word of some or of all',
    query: accessQuery,
    gives: json(accessAnswer),
    steady: true,
    problems: ['404.6'],
    pace: SLOW_PACE,
  } as const
  return new Noun('/api/access').get('/', about, async (c, { at, known_at: knownAt, source }) => {
    const tables = await workspace.tables()
    const records = tables.access
    if (records === null) {
      const flaws = flawsIn(tables, 'access')
      const answer: AccessAnswer = flaws.length > 0 ? { tables: 'refused', flaws } : { tables: 'absent' }
      return c.json(answer)
    }
    const sources = sourcesIn(records)
    refuseUnknown(source ?? [], sources)
    const { zone } = (await workspace.known()).agreement
    const question = { at: at ?? lastRecorded(records) ?? 0, knownAt: knownAt ?? null, sources: source ?? null }
    const overview = accessOverview(records, question, { lines: tables.lines })
    const sentences = sentencesOf(overview, records, zone)
    const told: Told = { ...overview, consignments: overview.consignments.map(withoutTracks), sentences }
    const passages = await passagesFor(workspace, records, told)
    return c.json({ tables: 'read', sources, ...(accessJson(told, zone) as JsonOf<Told>), passages } as AccessTold)
  })
}

function withoutTracks(status: ConsignmentStatus): Told['consignments'][number] {
  const tracks = status.tracks.map(({ vehicleId, corridor, window }) => ({ vehicleId, corridor, window }))
  return { ...status, tracks }
}

const rowsIn = (records: AccessRecords): readonly Said[] =>
  Object.values(records).flatMap((rows: readonly Said[]) => rows)

function sourcesIn(records: AccessRecords): string[] {
  return [...new Set(rowsIn(records).map(({ source }) => source))].toSorted()
}

function refuseUnknown(asked: readonly string[], there: readonly string[]): void {
  const unknown = asked.find((source) => !there.includes(source))
  if (unknown === undefined) return
  throw new Refused(
    '404.6',
    `no row is by the word of ${quoted(unknown)}`,
    `there are: ${there.map(quoted).join(', ')}`,
  )
}

async function passagesFor(
  workspace: Workspace,
  records: AccessRecords,
  { sentences, figures }: Told,
): Promise<Record<string, Passage>> {
  const cited = new Set([
    ...sentences.flatMap(({ evidence }) => evidence.map(({ row }) => row)),
    ...figures.flatMap((card) => card.figures.map(({ row }) => row)),
  ])
  const rows = rowsIn(records).filter(({ name }) => cited.has(name))
  const passageOf = await passagesOf(workspace, rows)
  return Object.fromEntries(
    rows.flatMap((row) => {
      const passage = passageOf(row)
      return passage ? [[row.name, passage] as const] : []
    }),
  )
}
