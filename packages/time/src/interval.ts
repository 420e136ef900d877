// Half-open stretches of time, [from, to): the end is the first instant that no longer belongs.
import type { Instant } from './instant.ts'

export interface Interval {
  readonly from: Instant
  readonly to: Instant
}

export function overlaps(a: Interval, b: Interval): boolean {
  return a.from < b.to && b.from < a.to
}

/** Whether every instant of `inner` lies in `outer`. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

/** The stretch both share, or null. */
export function intersect(a: Interval, b: Interval): Interval | null {
  const from = Math.max(a.from, b.from)
  const to = Math.min(a.to, b.to)
  return from < to ? { from, to } : null
}
