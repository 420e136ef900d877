// How the verdict table grows with the record, and how long events take to be held against bans: figures and ratios.
//
// node packages/engine/bench/back-test.ts [UCDP_CSV]
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nameClaim, type Claim } from '../../claims/src/index.ts'
import { importEvents, tableOf, type EventRow, type EventTable } from '../../events/src/index.ts'
import { foldRecord } from '../../ledger/src/index.ts'
import { parseInstant } from '../../time/src/index.ts'
import { openWorkspace } from '../../workspace/src/index.ts'
import { backTest, statusOf } from '../src/index.ts'

const EVENING = parseInstant('2016-09-16T23:00+03:00')!
const RUNS = 3

const opened = await openWorkspace(join(import.meta.dirname, '../../../examples/aleppo-2016'))
if (!opened.ok) throw new Error('the example does not open')
const { agreement } = opened.workspace
const { entries } = opened.workspace.current()
const { acts } = foldRecord(entries)

/** Milliseconds of the quickest of a few runs. */
function quickest(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return Math.min(...times)
}

console.log('status of the example, all accounts, with so many claims more')
let before = 0
for (const count of [0, 500, 1000, 2000, 4000]) {
  const more = Array.from({ length: count }, (_, number) => ({
    index: entries.length + number,
    entry: entryOf(shelling(number)),
  }))
  const record = foldRecord([...entries, ...more])
  const ms = quickest(() => statusOf(agreement, record, { at: EVENING, knownAt: null }))
  console.log(
    `${String(count).padStart(6)}  ${ms.toFixed(0).padStart(6)} ms${before > 0 ? `  ${(ms / before).toFixed(2)} of the row above` : ''}`,
  )
  before = ms
}

console.log('back-test of the example')
const [path] = process.argv.slice(2)
if (path) {
  const read = importEvents(readFileSync(path, 'utf8'), 'ucdp-ged')
  if (!read.ok) throw new Error(read.message)
  report('events of the file', read.table)
}
for (const size of [100_000, 1_000_000])
  report(
    'events made up',
    tableOf(
      Array.from({ length: size }, (_, number) => event(number)),
      'made up',
    ),
  )

function report(what: string, table: EventTable): void {
  const ms = quickest(() => backTest(agreement, acts, table))
  console.log(
    `${String(table.size).padStart(9)} ${what}  ${ms.toFixed(0)} ms  ${(table.size / ms / 1000).toFixed(2)} M events/s`,
  )
}

function entryOf(body: Claim) {
  return { type: 'claim' as const, received_at: '2016-09-16T12:00+03:00', recorded_by: 'bench', body }
}

function shelling(number: number): Claim {
  return nameClaim({
    doc: `report ${number}`,
    quote: `report ${number}`,
    start: 0,
    end: `report ${number}`.length,
    speaker: 'Syrian Observatory for Human Rights',
    speaker_side: 'monitor',
    via: null,
    outlet: null,
    published: '2016-09-16T10:00+03:00',
    kind: 'shelling',
    modality: 'asserted',
    negated: false,
    places: [`village ${number % 200}`],
    date: `2016-09-${13 + (number % 3)}`,
    date_basis: 'explicit',
    actor_blamed: number % 2 === 0 ? 'government forces' : 'rebels',
    target: null,
    figures: [],
  })
}

/** A small generator of its own, so that every run has the same events. */
function event(number: number): EventRow {
  const chance = (salt: number) => (Math.imul(number + salt, 2_654_435_761) >>> 0) / 2 ** 32
  const day = 17_050 + Math.floor(chance(1) * 16)
  return {
    id: String(number),
    from: day,
    to: day,
    sideA: ['Government of Syria', 'IS', 'SDF'][number % 3]!,
    sideB: 'Syrian insurgents',
    oneSided: number % 4 === 0,
    longitude: 36 + chance(7) * 5,
    latitude: 33 + chance(13) * 4,
    placePrecision: 1,
    deathsLow: 0,
    deathsBest: 1,
    deathsHigh: 2,
  }
}
