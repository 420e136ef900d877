// Records made up at random, in which sources contradict each other, correct themselves and come late.
import * as fc from 'fast-check'
import { CONVOY_STATUSES, SEAL_CHECKS, STEP_DECISIONS } from '@trucekeeper/codes'
import { NO_RECORDS, type AccessRecords, type EventRow, type SealRow, type StepRow } from '../records/index.ts'
import type { Said } from '../said.ts'

export const START = Date.UTC(2016, 8, 12)
const HOUR = 3_600_000
const SOURCES = ['alpha', 'beta']
const PLACES = ['gate', 'bridge', 'depot']
const CONSIGNMENTS = ['c1', 'c2', 'c3']
const VEHICLES = ['t1', 't2']
const AREAS = ['east', 'west']

/** Hours after the start; some stretches, so that questions fall into them. */
const moment = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom(0, 0, 0, 5))
  .map(([from, length]) => ({ from: START + from * HOUR, to: START + (from + length) * HOUR }))

function said(file: string, index: number, source: string, recordedAt: number, target: Partial<Said> = {}): Said {
  const name = `${file}-${index}`
  return {
    name,
    file,
    row: index + 2,
    source,
    doc: 'd',
    quote: 'q',
    recordedAt,
    corrects: null,
    withdraws: null,
    ...target,
  }
}

const whoAndWhen = fc.record({
  source: fc.constantFrom(...SOURCES),
  late: fc.integer({ min: 0, max: 40 }),
  target: fc.option(fc.nat(20), { freq: 8, nil: null }),
  how: fc.constantFrom('corrects', 'withdraws'),
})

const events = fc
  .array(
    fc.record({
      who: whoAndWhen,
      consignmentId: fc.constantFrom(...CONSIGNMENTS),
      vehicleId: fc.option(fc.constantFrom(...VEHICLES)),
      status: fc.constantFrom(...CONVOY_STATUSES),
      at: moment,
      place: fc.option(fc.constantFrom(...PLACES)),
      areaId: fc.option(fc.constantFrom(...AREAS)),
    }),
    { maxLength: 25 },
  )
  .map((all) =>
    all.map(({ who, ...row }, index): EventRow => ({
      ...said(
        'events',
        index,
        who.source,
        row.at.to + who.late * HOUR,
        who.target === null || who.target >= index ? {} : { [who.how]: `events-${who.target}` },
      ),
      ...row,
      point: null,
      by: null,
      reason: null,
      monitorPresent: null,
    })),
  )

const seals = fc
  .array(
    fc.record({
      who: whoAndWhen,
      sealNo: fc.constantFrom('s1', 's2', 's3'),
      consignmentId: fc.constantFrom(...CONSIGNMENTS),
      vehicleId: fc.constantFrom(...VEHICLES),
      check: fc.constantFrom(...SEAL_CHECKS),
      place: fc.constantFrom(...PLACES),
      at: moment,
    }),
    { maxLength: 15 },
  )
  .map((all) =>
    all.map(({ who, ...row }, index): SealRow => ({
      ...said('seals', index, who.source, row.at.to + who.late * HOUR),
      ...row,
      by: who.source,
      newNo: row.check === 'replaced' ? `${row.sealNo}-new` : null,
      monitorPresent: null,
    })),
  )

const steps = fc
  .array(
    fc.record({
      who: whoAndWhen,
      requestId: fc.constantFrom('r1', 'r2'),
      decidedBy: fc.constantFrom('governor', 'ministry'),
      decision: fc.constantFrom(...STEP_DECISIONS),
      at: moment,
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ who, ...row }, index): StepRow => ({
      ...said('steps', index, who.source, row.at.to + who.late * HOUR),
      ...row,
      step: row.decidedBy === 'governor' ? 'governor' : 'facilitation_letter',
      reason: null,
      areas: [],
      people: null,
      items: [],
      conditions: null,
    })),
  )

/** Three consignments for two areas, two requests, and whatever two sources make of them. */
export const madeUpRecords: fc.Arbitrary<AccessRecords> = fc.record({ events, seals, steps }).map((made) => ({
  ...NO_RECORDS,
  consignments: CONSIGNMENTS.map((consignmentId, index) => ({
    ...said('consignments', index, 'alpha', START),
    consignmentId,
    requestId: index < 2 ? 'r1' : null,
    trackingNo: null,
    sender: null,
    receiver: null,
    destination: AREAS[index % 2]!,
    people: 100 * (index + 1),
    crossingPoint: null,
    route: null,
    corridorM: null,
    window: null,
    monitorPresent: null,
    parityGroupId: null,
  })),
  vehicles: CONSIGNMENTS.flatMap((consignmentId, index) =>
    VEHICLES.map((vehicleId, second) => ({
      ...said('vehicles', index * 2 + second, 'alpha', START),
      consignmentId,
      vehicleId,
      kind: null,
      capacityKg: null,
    })),
  ),
  requests: ['r1', 'r2'].map((requestId, index) => ({
    ...said('requests', index, 'alpha', START),
    requestId,
    period: '2016-09',
    requester: 'united-nations',
    addressedTo: 'ministry',
    areas: [AREAS[index]!],
    people: 500,
    items: [],
    submittedAt: START,
    replyDueAt: START + 24 * HOUR,
  })),
  parity: [
    {
      ...said('parity', 0, 'alpha', START),
      parityGroupId: 'p1',
      areaA: 'east',
      areaB: 'west',
      withinHours: 12,
      peopleShare: 0.2,
    },
  ],
  ...made,
}))

/** An hour to ask about, and perhaps one up to which things were known. */
export const questions = fc
  .record({
    at: fc.integer({ min: 0, max: 80 }),
    knownAt: fc.option(fc.integer({ min: 0, max: 100 })),
    sources: fc.option(fc.constantFrom(['alpha'], ['beta']), { freq: 4, nil: null }),
  })
  .map(({ at, knownAt, sources }) => ({
    at: START + at * HOUR,
    knownAt: knownAt === null ? null : START + knownAt * HOUR,
    sources,
  }))
