// What some stretches cover together, counting how often, so that taking one away uncovers no more than it alone covered.
import type { Interval } from '@trucekeeper/time'

export class Cover {
  /** By their beginnings, with the furthest end reached so far beside each. */
  readonly #stretches: Interval[] = []
  readonly #reach: number[] = []

  get size(): number {
    return this.#stretches.length
  }

  add(stretch: Interval): void {
    const place = this.#firstFrom(stretch.from)
    this.#stretches.splice(place, 0, stretch)
    this.#reach.splice(place, 0, 0)
    this.#reachFrom(place)
  }

  remove(stretch: Interval): void {
    let place = this.#firstFrom(stretch.from)
    while (this.#stretches[place]!.to !== stretch.to) place += 1
    this.#stretches.splice(place, 1)
    this.#reach.splice(place, 1)
    this.#reachFrom(place)
  }

  overlaps({ from, to }: Interval): boolean {
    const before = this.#firstFrom(to) - 1
    return before >= 0 && this.#reach[before]! > from
  }

  /** The parts of a stretch that nothing covers. */
  uncovered({ from, to }: Interval): Interval[] {
    const parts: Interval[] = []
    let covered = from
    const last = this.#firstFrom(to)
    for (let place = this.#firstReaching(from); place < last; place += 1) {
      const next = this.#stretches[place]!
      if (next.from > covered) parts.push({ from: covered, to: next.from })
      covered = Math.max(covered, next.to)
    }
    if (covered < to) parts.push({ from: covered, to })
    return parts
  }

  #reachFrom(place: number): void {
    let reach = place === 0 ? -Infinity : this.#reach[place - 1]!
    for (let index = place; index < this.#stretches.length; index += 1) {
      reach = Math.max(reach, this.#stretches[index]!.to)
      // What lies further on reaches as far as it did.
      if (index > place && this.#reach[index] === reach) return
      this.#reach[index] = reach
    }
  }

  /** The place of the first stretch that begins then or later. */
  #firstFrom(instant: number): number {
    return firstWhere(this.#stretches.length, (place) => this.#stretches[place]!.from >= instant)
  }

  /** The place from which on something reaches beyond an instant. */
  #firstReaching(instant: number): number {
    return firstWhere(this.#reach.length, (place) => this.#reach[place]! > instant)
  }
}

/** The first place for which a test that stays true once it is true is so; `length` where it never is. */
function firstWhere(length: number, test: (place: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(middle)) high = middle
    else low = middle + 1
  }
  return low
}
