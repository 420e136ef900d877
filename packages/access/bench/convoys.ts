// How long 10,000 consignments with 200,000 checkpoint events take, all at once and after one check more.
import { performance } from 'node:perf_hooks'
import {
  Convoys,
  NO_RECORDS,
  type AccessRecords,
  type ConvoyStatus,
  type EventRow,
  type Question,
  type Said,
  type SealRow,
} from '../src/index.ts'
import { flawsOf } from '../src/checks/index.ts'

const CONSIGNMENTS = 10_000
const CHECKPOINTS = 20
const LATE = 2000
const HOUR = 3_600_000
const START = Date.UTC(2016, 8, 1)
const QUESTION: Question = { at: START + 90 * 24 * HOUR, knownAt: null, sources: null }
const LIMITS = { all_ms: 2000, one_ms: 5 }

const said = (table: string, index: number, at: number): Said => ({
  name: `${table}:${index}`,
  file: `${table}.csv`,
  row: index + 2,
  source: index % 7 === 0 ? 'beta' : 'alpha',
  doc: 'log',
  quote: 'as written down',
  recordedAt: at + HOUR,
  corrects: null,
  withdraws: null,
})

function eventAt(index: number, consignment: number, step: number, status: ConvoyStatus): EventRow {
  const from = START + ((consignment % 500) * 4 + step * 2) * HOUR
  return {
    ...said('events', index, from),
    consignmentId: `c${consignment}`,
    vehicleId: step % 2 === 0 ? null : `t${consignment}`,
    status,
    at: { from, to: from },
    place: `point ${step}`,
    areaId: null,
    point: null,
    by: null,
    reason: null,
    monitorPresent: null,
  }
}

function madeUp(consignments: number): AccessRecords {
  const events: EventRow[] = []
  const seals: SealRow[] = []
  for (let one = 0; one < consignments; one += 1) {
    for (let step = 0; step < CHECKPOINTS; step += 1)
      events.push(
        eventAt(
          events.length,
          one,
          step,
          step === 0 ? 'loaded' : step === CHECKPOINTS - 1 ? 'delivered' : 'at_checkpoint',
        ),
      )
    for (const step of [0, 9, 18]) {
      const { at, place } = eventAt(0, one, step, 'loaded')
      seals.push({
        ...said('seals', seals.length, at.from),
        sealNo: `s${one}`,
        consignmentId: `c${one}`,
        vehicleId: `t${one}`,
        check: step === 0 ? 'applied' : one % 50 === 0 && step === 18 ? 'broken' : 'intact',
        place: place!,
        at,
        by: 'monitor',
        newNo: null,
        monitorPresent: true,
      })
    }
  }
  const ids = Array.from({ length: consignments }, (_, one) => one)
  return {
    ...NO_RECORDS,
    consignments: ids.map((one) => ({
      ...said('consignments', one, START),
      consignmentId: `c${one}`,
      requestId: null,
      trackingNo: null,
      sender: null,
      receiver: null,
      destination: one % 2 === 0 ? 'east' : 'west',
      people: 1000,
      crossingPoint: null,
      route: null,
      corridorM: null,
      window: null,
      monitorPresent: true,
      parityGroupId: null,
    })),
    vehicles: ids.map((one) => ({
      ...said('vehicles', one, START),
      consignmentId: `c${one}`,
      vehicleId: `t${one}`,
      kind: null,
      capacityKg: null,
    })),
    events,
    seals,
  }
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

const sizes = [CONSIGNMENTS / 10, CONSIGNMENTS]
const whole = sizes.map((size) => {
  const records = madeUp(size)
  return Math.min(...[1, 2, 3].map(() => timed(() => new Convoys(QUESTION, records).all())))
})
const records = madeUp(CONSIGNMENTS)
const book = new Convoys(QUESTION, records)
book.all()
const more = Array.from({ length: LATE }, (_, index) =>
  eventAt(1_000_000 + index, (index * 37) % CONSIGNMENTS, 10, 'at_checkpoint'),
)
const late = more
  .map((event) =>
    timed(() => {
      book.learn({ events: [event] })
      book.all()
    }),
  )
  .toSorted((a, b) => a - b)
const again = new Convoys(QUESTION, { ...records, events: [...more, ...records.events] })
if (JSON.stringify(book.all()) !== JSON.stringify(again.all())) throw new Error('late and from the start differ')
const checks = timed(() => flawsOf(records, []))

const [small, all] = whole as [number, number]
const [middle, p99, most] = [late[LATE / 2]!, late[Math.floor(LATE * 0.99)]!, late.at(-1)!]
const line = (what: string, figure: string) => console.log(`${what.padEnd(62)}${figure.padStart(12)}`)
line(
  `${CONSIGNMENTS} consignments, ${records.events.length} events, ${records.seals.length} seal checks`,
  `${all.toFixed(0)} ms`,
)
line('  as a share of the two seconds allowed', `${((100 * all) / LIMITS.all_ms).toFixed(0)} %`)
line('  against a tenth as many', `${(all / small).toFixed(1)}×`)
line(`one check more and all answers anew, middle of ${LATE}`, `${middle.toFixed(2)} ms`)
line('  99 of 100 within', `${p99.toFixed(2)} ms`)
line('  the slowest', `${most.toFixed(2)} ms`)
line('  from scratch takes longer by', `${(all / middle).toFixed(0)}×`)
line('every check of contradictions over all rows', `${checks.toFixed(0)} ms`)
if (all > LIMITS.all_ms || p99 > LIMITS.one_ms) process.exitCode = 1
