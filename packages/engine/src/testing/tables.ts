// For tests: tables of a desk in few words, read through the same door as those of a folder.
import { takeTables, type AccessRecords } from '@trucekeeper/access'
import {
  termsOf,
  type GroundRecord,
  type Position,
  type PullBackDuty,
  type PullBackTerms,
} from '@trucekeeper/access/ground'
import type { Agreement } from '@trucekeeper/agreement'
import { receiptOf, type KnownTables, type Receipt, type Verdict } from '../index.ts'
import { on, pact, recordOf, time } from './pact.ts'

type Cells = Readonly<Record<string, string>>

/** Rows with named cells; who says so, and when it was recorded, may be left out. */
export function accessOf(tables: Readonly<Record<string, readonly Cells[]>>): AccessRecords {
  const sheets = Object.entries(tables).flatMap(([kind, some]) => {
    if (some.length === 0) return []
    const rows = some.map((cells): Cells => {
      const words = cells.source === 'example' ? { doc: '', quote: '' } : { doc: 'watch.txt', quote: 'so it was' }
      return { source: 'Watch', recorded_at: time(9), ...words, ...cells }
    })
    const head = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    return {
      file: `${kind}.csv`,
      head,
      rows: rows.map((row, index) => ({ row: index + 2, cells: head.map((column) => row[column] ?? '') })),
    }
  })
  const taken = takeTables(sheets)
  if (!taken.ok) throw new Error(taken.problems.map(({ file, row, message }) => `${file}:${row} ${message}`).join('\n'))
  return taken.records
}

export function tablesOf(more: Partial<KnownTables>): KnownTables {
  return { access: null, ground: null, lines: new Map(), knownAt: null, ...more }
}

const GATE = (when: string) => `
gate ask
  opens        centre
  when         ${when}
`

/** The agreement of the tests with one gate that asks. */
export function asking(when: string, clauses = ''): Agreement {
  return pact(`${clauses}${GATE(when)}`)
}

export interface Told {
  readonly at?: number
  readonly account?: string
  readonly clauses?: string
}

/** What tables answer to a condition, in one word. */
export function answerTo(when: string, tables: KnownTables | null, told: Told = {}): Verdict | null {
  return receiptTo(when, tables, told).tree.verdict
}

/** The receipt of that answer. */
export function receiptTo(
  when: string,
  tables: KnownTables | null,
  { at = on(9, 12), account = 'all-reported', clauses = '' }: Told = {},
): Receipt {
  const record = { ...recordOf([]), tables }
  const found = receiptOf(asking(when, clauses), record, { at, knownAt: null, clause: 'ask', account })
  if (!found.ok) throw new Error(found.message)
  return found.receipt
}

/** Metres in a degree of latitude at the equator on WGS 84. */
const DEGREE_M = 110_574.3886

/** The depth that each side has to keep from the road. */
export const PULL_BACK = `
line road
  geometry     places.geojson#road
  tolerance    1 m

duty north-back
  on           north
  act          pull-back
  clears       1000 m either of road, tanks

duty south-back
  on           south
  act          pull-back
  clears       1000 m either of road, tanks
`

/** Tanks of a party seen so many metres north of the road; south of it where negative. */
export function seen(party: string, metres: number, more: Partial<Position> = {}): Position {
  return {
    id: `${party}-${metres}-${more.observer ?? 'watch'}`,
    party,
    unit: `${party}-tanks`,
    weaponClass: 'tank',
    place: [37, metres / DEGREE_M],
    errorRadius_m: 50,
    observedAt: on(9, 6),
    means: 'saw',
    observer: 'watch',
    stance: 'asserts',
    source: 'Watch',
    doc: 'watch.txt',
    quote: 'we saw tanks',
    recordedAt: on(9, 8),
    ...more,
  }
}

export function groundOf(
  agreement: Agreement,
  positions: readonly Position[],
): { terms: PullBackTerms; record: GroundRecord } {
  const duties: readonly PullBackDuty[] = agreement.ruled.filter((clause) => clause.kind === 'duty')
  const lines = agreement.places.flatMap(({ id, name, geometry }) =>
    geometry.type === 'LineString' ? [{ id, name, positions: geometry.coordinates, tolerance_m: 0 }] : [],
  )
  const { terms, problems } = termsOf(duties, lines, [], 'ground/depths.csv')
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
  return { terms, record: { positions, waits: [], sites: [] } }
}
