// How long past events take to be held against the bans of the example: figures.
//
// node packages/engine/bench/back-test.ts [UCDP_CSV]
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importEvents, tableOf, type EventRow, type EventTable } from '../../events/src/index.ts'
import { foldRecord } from '../../ledger/src/index.ts'
import { openWorkspace } from '../../workspace/src/index.ts'
import { backTest } from '../src/index.ts'

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
