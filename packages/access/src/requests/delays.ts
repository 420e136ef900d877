// Where the days went: by step and by who decides it, and by the points at which trucks stood.
import type { AccessStep } from '@trucekeeper/codes'
import type { ConsignmentStatus } from '../convoys/index.ts'
import type { RequestStatus } from './request.ts'

export interface Delay {
  /** A step of approval, or a wait of loaded trucks. */
  readonly step: AccessStep | 'waiting'
  /** Who decides the step; for a wait, the place. */
  readonly decider: string | null
  readonly count: number
  /** Days added up over requests or consignments. */
  readonly days: { readonly low: number; readonly high: number }
  /** How many are open still. */
  readonly open: number
  readonly denied: number
  readonly rows: readonly string[]
}

interface Stretch extends Delay {
  readonly key: string
}

/** The longest first: by the days that are certain, then by those that are possible. */
export function delaysOf(requests: readonly RequestStatus[], consignments: readonly ConsignmentStatus[]): Delay[] {
  const stretches: Stretch[] = [
    ...requests.flatMap(({ steps }) =>
      steps.map(({ step, decidedBy, state, decision, days, rows }) => ({
        key: JSON.stringify([step, decidedBy]),
        step,
        decider: decidedBy,
        count: 1,
        days,
        open: state === 'open' ? 1 : 0,
        denied: state === 'decided' && decision === 'denied' ? 1 : 0,
        rows,
      })),
    ),
    ...consignments.flatMap(({ waits }) =>
      waits.map(({ place, hours, ended, rows }) => ({
        key: JSON.stringify(['waiting', place]),
        step: 'waiting' as const,
        decider: place,
        count: 1,
        days: { low: hours.low / 24, high: hours.high / 24 },
        open: ended === null ? 1 : 0,
        denied: 0,
        rows,
      })),
    ),
  ]
  return [...Map.groupBy(stretches, ({ key }) => key)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, all]) => ({
      step: all[0]!.step,
      decider: all[0]!.decider,
      count: all.length,
      days: { low: sum(all, ({ days }) => days.low), high: sum(all, ({ days }) => days.high) },
      open: sum(all, ({ open }) => open),
      denied: sum(all, ({ denied }) => denied),
      rows: [...new Set(all.flatMap(({ rows }) => rows))].toSorted(),
    }))
    .toSorted((a, b) => b.days.low - a.days.low || b.days.high - a.days.high)
}

function sum(all: readonly Stretch[], of: (one: Stretch) => number): number {
  return all.reduce((total, one) => total + of(one), 0)
}
