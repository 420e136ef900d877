// The funnel from request to monitored delivery: how many got how far, and where the days went.
import type { Instant } from '@trucekeeper/time'
import type { ConvoyStatus } from '@trucekeeper/codes'
import type { ConsignmentStatus } from '../convoys/index.ts'
import type { Moment, Question } from '../said.ts'
import { range } from '../told.ts'
import type { RequestStatus } from './request.ts'

export const FUNNEL_STAGES = [
  'requested',
  'approved_in_principle',
  'approved',
  'loaded',
  'sealed',
  'at_crossing',
  'crossed',
  'delivered',
  'monitored',
] as const
export type FunnelStageName = (typeof FUNNEL_STAGES)[number]

interface Range {
  readonly low: number
  readonly high: number
}

export interface FunnelStage {
  readonly stage: FunnelStageName
  /** `low` are those that nobody contests, `high` those that anybody tells of. */
  readonly requests: Range
  readonly people: Range
  /** Days from the stage before it that is recorded, added up over requests. */
  readonly days: Range
  /** Requests that came no farther, and the days they have stood there until now. */
  readonly standing: { readonly requests: number; readonly days: number }
  readonly rows: readonly string[]
}

interface Reach {
  readonly at: Moment
  readonly contested: boolean
  readonly rows: readonly string[]
}

const DAY = 86_400_000

/** Only what is recorded counts: trucks that are loaded without leave are loaded and not approved. */
export function funnelOf(
  requests: readonly RequestStatus[],
  consignments: ReadonlyMap<string, ConsignmentStatus>,
  { at }: Pick<Question, 'at'>,
): FunnelStage[] {
  const reaches = requests.map((request) => {
    const linked = request.consignments.flatMap((id) => consignments.get(id) ?? [])
    return { request, stages: FUNNEL_STAGES.map((stage) => reachOf(stage, request, linked)) }
  })
  return FUNNEL_STAGES.map((stage, index) => {
    const here = reaches.filter(({ stages }) => stages[index] !== null)
    const sure = here.filter(({ stages }) => !stages[index]!.contested)
    const people = (of: typeof here, end: keyof Range) =>
      of.reduce((sum, { request }) => sum + (range(request.people)?.[end] ?? 0), 0)
    const stays = here.filter(({ stages }) => stages.slice(index + 1).every((later) => later === null))
    const steps = here.flatMap(({ stages }) => {
      const before = stages.slice(0, index).findLast((one) => one !== null)
      return before ? [between(before.at, stages[index]!.at)] : []
    })
    return {
      stage,
      requests: { low: sure.length, high: here.length },
      people: { low: people(sure, 'low'), high: people(here, 'high') },
      days: { low: total(steps.map(({ low }) => low)), high: total(steps.map(({ high }) => high)) },
      standing: {
        requests: stays.length,
        days: total(stays.map(({ stages }) => Math.max(0, at - stages[index]!.at.from) / DAY)),
      },
      rows: [...new Set(here.flatMap(({ stages }) => stages[index]!.rows))].toSorted(),
    }
  })
}

function between(before: Moment, after: Moment): Range {
  return { low: Math.max(0, after.from - before.to) / DAY, high: Math.max(0, after.to - before.from) / DAY }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

const STATUS_OF: Partial<Record<FunnelStageName, ConvoyStatus>> = {
  loaded: 'loaded',
  sealed: 'sealed',
  at_crossing: 'waiting_at_crossing',
  crossed: 'crossed',
  monitored: 'post_distribution_monitored',
}

function reachOf(stage: FunnelStageName, request: RequestStatus, linked: readonly ConsignmentStatus[]): Reach | null {
  if (stage === 'requested')
    return { at: instant(request.submittedAt), contested: false, rows: request.rows.slice(0, 1) }
  if (stage === 'approved_in_principle' || stage === 'approved') return approvalOf(stage, request)
  if (stage === 'delivered') {
    const arrived = linked.filter(
      ({ reached }) => reached === 'reached' || reached === 'partly' || reached === 'contested',
    )
    return earliest(
      arrived.flatMap(({ arrivals, reached }) =>
        arrivals.map(({ at, rows }) => ({ at, rows, contested: reached === 'contested' })),
      ),
    )
  }
  const status = STATUS_OF[stage]
  return earliest(
    linked.flatMap((one) => [
      ...one.milestones
        .filter((milestone) => milestone.status === status)
        .map(({ at, rows }) => ({
          at,
          rows,
          contested: rows.every((row) => one.contradictions.some(([a]) => a === row)),
        })),
      ...(stage === 'sealed' ? sealedIn(one) : []),
    ]),
  )
}

function sealedIn({ seals }: ConsignmentStatus): Reach[] {
  return seals.flatMap(({ checks }) =>
    checks.flatMap(({ check, at, row }) => (check === 'applied' ? [{ at, rows: [row], contested: false }] : [])),
  )
}

function approvalOf(stage: 'approved' | 'approved_in_principle', { steps, approved }: RequestStatus): Reach | null {
  const enough =
    stage === 'approved' ? ['approved', 'approved_partly'] : ['approved_in_principle', 'approved', 'approved_partly']
  if (stage === 'approved' && approved === 'no') return null
  return earliest(
    steps.flatMap(({ decision, decidedAt, state, rows }) =>
      decision !== null && decidedAt !== null && enough.includes(decision)
        ? [
            {
              at: decidedAt,
              rows,
              contested: state === 'contested' || (stage === 'approved' && approved === 'contested'),
            },
          ]
        : [],
    ),
  )
}

/** The earliest that nobody contests; only where there is none, the earliest at all. */
function earliest(reaches: readonly Reach[]): Reach | null {
  const order = reaches.toSorted(
    (a, b) =>
      Number(a.contested) - Number(b.contested) ||
      a.at.from - b.at.from ||
      a.at.to - b.at.to ||
      (a.rows[0]! < b.rows[0]! ? -1 : 1),
  )
  return order[0] ?? null
}

function instant(at: Instant): Moment {
  return { from: at, to: at }
}
