// What became of a consignment: how far it came, how long it waited, whether its seals held.
import { z } from 'zod'
import type { AccessOverview } from '@trucekeeper/access'
import { Compare, kind, missing } from '../kind.ts'
import type { World } from '../world.ts'

const consignmentsIn = (world: World): AccessOverview['consignments'] => world.access()?.consignments ?? []

export const convoy = kind(
  'convoy',
  'What became of a consignment.',
  {
    convoy: z.string().describe('its id'),
    reached: z.string().optional().describe('`reached`, `partly`, `elsewhere`, `not_reached`, `contested`, `unknown`'),
    status: z.string().optional().describe('the last word on it'),
    vehicles: z.int().optional(),
    people: z.int().optional().describe('for how many it is'),
    monitored: z.boolean().optional().describe('whether monitors are said to go with it'),
    attacked: z.string().nullable().optional().describe('where it was attacked; null where nobody says so'),
    refused: z.string().optional().describe('part of a reason for which it was held up or turned back'),
  },
  (world, expected) => {
    const all = consignmentsIn(world)
    const found = all.find(({ consignmentId }) => consignmentId === expected.convoy)
    if (!found) return missing(all.map(({ consignmentId }) => consignmentId))
    const reasons = [...found.refusals, ...found.waits.flatMap(({ reasons: own }) => own)]
    return new Compare()
      .is('reached', found.reached, expected.reached)
      .is('status', found.status?.status ?? null, expected.status)
      .is('vehicles', found.vehicles.length, expected.vehicles)
      .is('people', found.people.values[0]?.value ?? null, expected.people)
      .is('monitored', found.monitorPresent.values[0]?.value ?? null, expected.monitored)
      .is('attacked', found.attacks[0]?.place ?? null, expected.attacked)
      .says('reasons', reasons.map(({ reason }) => reason).join('; '), expected.refused).found
  },
)

const DAY_HOURS = 24

export const waiting = kind(
  'waiting',
  'How long a consignment waited, as far as words cover it.',
  {
    waiting: z.string().describe('the id of the consignment'),
    place: z.string(),
    'days at least': z.number().optional().describe('whole days that words cover'),
    'days at most': z.number().optional().describe('whole days that words leave open'),
    ended: z.string().nullable().optional().describe('what ended it; null while nobody says that it ended'),
  },
  (world, expected) => {
    const waits = consignmentsIn(world).find(({ consignmentId }) => consignmentId === expected.waiting)?.waits ?? []
    const found = waits.find(({ place }) => place === expected.place)
    if (!found) return missing(waits.map(({ place }) => place))
    return new Compare()
      .is('days at least', Math.floor(found.hours.low / DAY_HOURS), expected['days at least'])
      .is('days at most', Math.floor(found.hours.high / DAY_HOURS), expected['days at most'])
      .is('ended', found.ended?.status ?? null, expected.ended).found
  },
)

export const seal = kind(
  'seal',
  'Whether the seal of a vehicle held, check by check.',
  {
    seal: z.string().describe('the id of the vehicle'),
    chain: z.enum(['whole', 'resealed', 'broken', 'contested', 'unknown']),
    checks: z.int().optional().describe('how often somebody looked'),
    'broken at': z.string().nullable().optional(),
    'last whole at': z.string().nullable().optional(),
  },
  (world, expected) => {
    const chains = consignmentsIn(world).flatMap(({ seals }) => seals)
    const found = chains.find(({ vehicleId }) => vehicleId === expected.seal)
    if (!found) return missing(chains.map(({ vehicleId }) => vehicleId))
    const [broken = null] = found.breaks
    return new Compare()
      .is('chain', found.state, expected.chain)
      .is('checks', found.checks.length, expected.checks)
      .is('broken at', broken && broken.place, expected['broken at'])
      .is('last whole at', broken?.lastWhole?.place ?? null, expected['last whole at']).found
  },
)

export const parity = kind(
  'parity',
  'Whether two areas were served alike within the time agreed.',
  {
    parity: z.string().describe('the id of the group'),
    answer: z.string().describe('`within`, `outside`, `open`, `cannot_tell`, `nothing_served`'),
    alone: z.int().optional().describe('deliveries to one area without a counterpart'),
    'within hours': z.number().optional(),
  },
  (world, expected) => {
    const all = world.access()?.parity ?? []
    const found = all.find(({ parityGroupId }) => parityGroupId === expected.parity)
    if (!found) return missing(all.map(({ parityGroupId }) => parityGroupId))
    return new Compare()
      .is('answer', found.time, expected.answer)
      .is('alone', found.alone.length, expected.alone)
      .is('within hours', found.withinHours, expected['within hours']).found
  },
)
