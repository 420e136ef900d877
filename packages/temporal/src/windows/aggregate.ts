// How the values of a window become one: a way to put two parts together that need not be undone.

/** `combine` is associative and has `empty` as its neutral part; the earlier part comes first. */
export interface Aggregate<V, Part, Result> {
  readonly empty: Part
  of(value: V): Part
  combine(earlier: Part, later: Part): Part
  result(part: Part): Result
}

const same = <T>(part: T): T => part
const plus = (a: number, b: number): number => a + b

export const COUNT: Aggregate<unknown, number, number> = { empty: 0, of: () => 1, combine: plus, result: same }

/** Of nothing, 0. Nothing is ever subtracted, so that rounding does not pile up over a long trace. */
export const SUM: Aggregate<number, number, number> = { empty: 0, of: same, combine: plus, result: same }

/** Of nothing, null. */
export const MIN = extreme(Math.min)
export const MAX = extreme(Math.max)

function extreme(pick: (a: number, b: number) => number): Aggregate<number, number | null, number | null> {
  return {
    empty: null,
    of: same,
    combine: (a, b) => (a === null ? b : b === null ? a : pick(a, b)),
    result: same,
  }
}
