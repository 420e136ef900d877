// Orders of events as ordinary formulas that look back: each is decided at the time-point at which it happens.
import type { Formula, Interval } from '../formula.ts'

/**
 * b follows a within `within` units of time: holds at a time-point of b where a held at an earlier time, at most so long
 * before. Time-points that share a time say nothing about which came first, so a at the same time does not count; nor
 * does it matter whether something lies between them. Throws where `within` is no whole number above zero.
 */
export function sequence(a: Formula, b: Formula, within: number): Formula {
  if (!Number.isSafeInteger(within) || within < 1) throw new RangeError(`a sequence takes 1 or more, not ${within}`)
  return { op: 'and', args: [b, once({ from: 1, to: within }, a)] }
}

/**
 * a and b within `within` units of each other, whichever came first: holds at a time-point of either where the other
 * held at the same time-point or an earlier one, at most so long before; so at the later of the two, and not at the
 * earlier. Throws where `within` is no whole number from zero on.
 */
export function simultaneous(a: Formula, b: Formula, within: number): Formula {
  if (!Number.isSafeInteger(within) || within < 0) throw new RangeError(`simultaneity takes 0 or more, not ${within}`)
  const window = { from: 0, to: within }
  return {
    op: 'or',
    args: [
      { op: 'and', args: [a, once(window, b)] },
      { op: 'and', args: [b, once(window, a)] },
    ],
  }
}

function once(interval: Interval, arg: Formula): Formula {
  return { op: 'once', interval, arg }
}
