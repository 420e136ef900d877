// Delays that come again and again: the same point, or the same decider, holding up one consignment after another.
import type { ConsignmentStatus } from '../convoys/index.ts'
import type { RequestStatus } from '../requests/index.ts'

export interface RepeatedDelay {
  readonly where: string
  readonly kind: 'point' | 'decider'
  readonly times: number
  /** Hours of each that are certain, the longest first. */
  readonly hours: readonly number[]
  readonly rows: readonly string[]
}

/** Points and deciders with at least `times` delays that certainly lasted longer than `hours`. */
export function repeatedDelays(
  consignments: readonly ConsignmentStatus[],
  requests: readonly RequestStatus[],
  hours: number,
  times: number,
): RepeatedDelay[] {
  const delays = [
    ...consignments.flatMap(({ waits }) =>
      waits.flatMap((wait) =>
        wait.place === null
          ? []
          : [{ where: wait.place, kind: 'point' as const, low: wait.hours.low, rows: wait.rows }],
      ),
    ),
    ...requests.flatMap(({ steps }) =>
      steps.map(({ decidedBy, days, rows }) => ({
        where: decidedBy,
        kind: 'decider' as const,
        low: days.low * 24,
        rows,
      })),
    ),
  ].filter(({ low }) => low > hours)
  return [...Map.groupBy(delays, ({ kind, where }) => JSON.stringify([kind, where])).values()]
    .filter((own) => own.length >= times)
    .map((own) => ({
      where: own[0]!.where,
      kind: own[0]!.kind,
      times: own.length,
      hours: own.map(({ low }) => low).toSorted((a, b) => b - a),
      rows: [...new Set(own.flatMap(({ rows }) => rows))].toSorted(),
    }))
    .toSorted((a, b) => b.times - a.times || (a.where < b.where ? -1 : 1))
}
