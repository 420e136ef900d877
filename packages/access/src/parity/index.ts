// Whether two areas were served alike: each delivery to one has its counterpart in the other within the tolerance.
import type { ConsignmentStatus } from '../convoys/index.ts'
import type { ParityRow } from '../records/index.ts'
import { knownRows, type Moment, type Question } from '../said.ts'
import { range } from '../told.ts'

export interface Delivery {
  readonly consignmentId: string
  readonly area: string
  readonly at: Moment
  readonly contested: boolean
  /** Least and most people it was for, where anybody says. */
  readonly people: { readonly low: number; readonly high: number } | null
  readonly rows: readonly string[]
}

/** open: the time for a counterpart has not run out. cannot_tell: it hangs on what is contested or not exactly timed. */
export type ParityAnswer = 'within' | 'outside' | 'open' | 'cannot_tell' | 'nothing_served'

export interface ParityStatus {
  readonly parityGroupId: string
  readonly withinHours: number
  readonly peopleShare: number | null
  readonly areas: readonly {
    readonly area: string
    readonly deliveries: readonly Delivery[]
    readonly people: { readonly low: number; readonly high: number }
  }[]
  readonly time: ParityAnswer
  /** Null where no tolerance of numbers is agreed. */
  readonly amount: ParityAnswer | null
  /** Deliveries without a counterpart in time. */
  readonly alone: readonly Delivery[]
  readonly rows: readonly string[]
}

const HOUR = 3_600_000

/** One answer for each rule; which of its two areas a rule names first changes nothing but their order. */
export function parityStatuses(
  rules: readonly ParityRow[],
  consignments: readonly ConsignmentStatus[],
  question: Question,
): ParityStatus[] {
  return knownRows(rules, question)
    .toSorted((a, b) =>
      a.parityGroupId < b.parityGroupId ? -1 : a.parityGroupId > b.parityGroupId ? 1 : a.name < b.name ? -1 : 1,
    )
    .map((rule) => parityOfRule(rule, consignments, question))
}

function parityOfRule(rule: ParityRow, consignments: readonly ConsignmentStatus[], { at }: Question): ParityStatus {
  const group = consignments.filter(({ parityGroupId }) =>
    parityGroupId.values.length === 0 ? true : parityGroupId.values.some(({ value }) => value === rule.parityGroupId),
  )
  const areas = [rule.areaA, rule.areaB].map((area) => {
    const deliveries = group.flatMap((one) => deliveriesTo(area, one))
    const people = (end: 'low' | 'high') =>
      deliveries.reduce(
        (sum, { people: served, contested }) => sum + (end === 'low' && contested ? 0 : (served?.[end] ?? 0)),
        0,
      )
    return { area, deliveries, people: { low: people('low'), high: people('high') } }
  })
  const [a, b] = [areas[0]!.deliveries, areas[1]!.deliveries]
  const matches = [
    ...a.map((one) => matchOf(one, b, rule.withinHours, at)),
    ...b.map((one) => matchOf(one, a, rule.withinHours, at)),
  ]
  return {
    parityGroupId: rule.parityGroupId,
    withinHours: rule.withinHours,
    peopleShare: rule.peopleShare,
    areas,
    time: worst(matches.map(({ answer }) => answer)),
    amount: rule.peopleShare === null ? null : amountOf(areas[0]!.people, areas[1]!.people, rule.peopleShare),
    alone: matches.flatMap(({ answer, delivery }) => (answer === 'outside' ? [delivery] : [])),
    rows: [rule.name, ...[...a, ...b].flatMap(({ rows }) => rows)].toSorted(),
  }
}

/** What arrived in an area, whatever area it was for; trucks of one consignment are one delivery, from the first of them. */
function deliveriesTo(area: string, status: ConsignmentStatus): Delivery[] {
  const own = status.destination.values.some(({ value }) => value === area)
  const here = status.arrivals.filter((arrival) => arrival.area === area || (arrival.area === null && own))
  const [first] = here
  if (!first) return []
  return [
    {
      consignmentId: status.consignmentId,
      area,
      at: first.at,
      contested: status.reached === 'contested',
      people: range(status.people),
      rows: here.flatMap(({ rows }) => rows).toSorted(),
    },
  ]
}

interface Match {
  readonly answer: ParityAnswer
  readonly delivery: Delivery
}

function matchOf(delivery: Delivery, others: readonly Delivery[], hours: number, at: number): Match {
  const reach = hours * HOUR
  const certain = others.some(
    (other) => !other.contested && Math.max(other.at.to - delivery.at.from, delivery.at.to - other.at.from) <= reach,
  )
  if (certain) return { answer: 'within', delivery }
  const possible = others.some(
    (other) => Math.max(other.at.from - delivery.at.to, delivery.at.from - other.at.to) <= reach,
  )
  if (possible || delivery.contested) return { answer: 'cannot_tell', delivery }
  return { answer: at <= delivery.at.to + reach ? 'open' : 'outside', delivery }
}

const ORDER: readonly ParityAnswer[] = ['outside', 'cannot_tell', 'open', 'within']

function worst(answers: readonly ParityAnswer[]): ParityAnswer {
  return ORDER.find((answer) => answers.includes(answer)) ?? 'nothing_served'
}

/** The difference as a share of the larger number, over all numbers that what is said leaves possible. */
function amountOf(a: { low: number; high: number }, b: { low: number; high: number }, share: number): ParityAnswer {
  if (a.high === 0 && b.high === 0) return 'nothing_served'
  const differs = (one: number, other: number) => Math.abs(one - other) > share * Math.max(one, other)
  const corners = [differs(a.low, b.high), differs(a.high, b.low), differs(a.low, b.low), differs(a.high, b.high)]
  if (corners.every((corner) => !corner)) return 'within'
  const apart = a.low > b.high ? differs(a.low, b.high) : b.low > a.high ? differs(b.low, a.high) : false
  return apart ? 'outside' : 'cannot_tell'
}
