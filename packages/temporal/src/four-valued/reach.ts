// Which time-points a verdict at one of them can depend on.
import type { Core } from './core.ts'

/** Positions, both included; `last` may lie one beyond the newest where what is to come counts. */
export interface Reach {
  readonly first: number
  readonly last: number
}

export function reachOf(core: Core, times: readonly number[], at: number): Reach {
  return span(core, { first: at, last: at })

  function span(core: Core, from: Reach): Reach {
    switch (core.op) {
      case 'true':
      case 'atom':
        return from
      case 'not':
        return span(core.arg, from)
      case 'or':
        return core.args.reduce((all, arg) => joined(all, span(arg, from)), from)
      case 'iff':
        return joined(span(core.left, from), span(core.right, from))
      case 'prev':
        return joined(from, span(core.arg, { ...from, first: Math.max(0, from.first - 1) }))
      case 'next':
        return joined(from, span(core.arg, { ...from, last: Math.min(times.length, from.last + 1) }))
      case 'since':
      case 'until': {
        const to = core.interval.to ?? Infinity
        const window =
          core.op === 'since'
            ? { ...from, first: firstFrom(times, time(from.first) - to) }
            : { ...from, last: firstFrom(times, time(from.last) + to + 1) }
        return joined(span(core.left, window), span(core.right, window))
      }
    }
  }

  function time(position: number): number {
    return times[position] ?? Infinity
  }
}

function joined(one: Reach, other: Reach): Reach {
  return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) }
}

/** The first position whose time is not before this one; as many as there are where all are before it. */
function firstFrom(times: readonly number[], time: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (times[middle]! < time) low = middle + 1
    else high = middle
  }
  return low
}
