// How many of some stretches overlap a given one, without looking at each: those that begin before it ends, less those
// that ended before it began.
import type { Interval } from '@trucekeeper/time'

export class OverlapCount {
  readonly #starts: number[] = []
  readonly #ends: number[] = []

  get size(): number {
    return this.#starts.length
  }

  add({ from, to }: Interval): void {
    this.#starts.splice(countBelow(this.#starts, from), 0, from)
    this.#ends.splice(countBelow(this.#ends, to), 0, to)
  }

  remove({ from, to }: Interval): void {
    this.#starts.splice(countBelow(this.#starts, from), 1)
    this.#ends.splice(countBelow(this.#ends, to), 1)
  }

  overlapping({ from, to }: Interval): number {
    return countBelow(this.#starts, to) - countBelow(this.#ends, from, true)
  }
}

/** How many numbers of an ascending list are less than a limit, or at most as great. */
function countBelow(ascending: readonly number[], limit: number, orEqual = false): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const number = ascending[middle]!
    if (number < limit || (orEqual && number === limit)) low = middle + 1
    else high = middle
  }
  return low
}
