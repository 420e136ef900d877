// Stretches of time in which something can be so: sorted, apart, each from an instant up to and without another.
import type { Instant, Interval } from '@trucekeeper/time'

/** Sorted and apart; empty for never. */
export type Windows = readonly Interval[]

export const NEVER: Windows = []
export const ALWAYS: Windows = [{ from: -Infinity, to: Infinity }]

export function between(from: Instant, to: Instant): Windows {
  return from < to ? [{ from, to }] : NEVER
}

export function since(from: Instant | null): Windows {
  return from === null ? NEVER : between(from, Infinity)
}

/** The first instant of all, or null for never. */
export function first(windows: Windows): Instant | null {
  return windows[0]?.from ?? null
}

export function both(a: Windows, b: Windows): Windows {
  const found: Interval[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const from = Math.max(a[i]!.from, b[j]!.from)
    const to = Math.min(a[i]!.to, b[j]!.to)
    if (from < to) found.push({ from, to })
    if (a[i]!.to < b[j]!.to) i += 1
    else j += 1
  }
  return found
}

export function either(a: Windows, b: Windows): Windows {
  const found: { from: Instant; to: Instant }[] = []
  for (const { from, to } of [...a, ...b].toSorted((one, other) => one.from - other.from)) {
    const last = found.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else found.push({ from, to })
  }
  return found
}

export function otherwise(windows: Windows): Windows {
  const edges = [-Infinity, ...windows.flatMap(({ from, to }) => [from, to]), Infinity]
  return edges.flatMap((from, index) => (index % 2 === 0 ? between(from, edges[index + 1]!) : NEVER))
}

export function isSame(a: Windows, b: Windows): boolean {
  return a.length === b.length && a.every(({ from, to }, index) => from === b[index]!.from && to === b[index]!.to)
}
