// Things that last for a stretch, found by the time they overlap: by days in general, what lasts long apart.
import { overlaps, type Interval } from '@trucekeeper/time'

const DAY_MS = 86_400_000
/** What lasts longer, or has no beginning, is not listed under each of its days. */
const MOST_DAYS = 8

export class ByTime<T extends { readonly when: Interval }> {
  readonly #days = new Map<number, Set<T>>()
  readonly #long = new Set<T>()

  add(item: T): void {
    const [first, last] = daysOf(item.when)
    if (!isShort(first, last)) this.#long.add(item)
    else
      for (let day = first; day <= last; day += 1) {
        const found = this.#days.get(day)
        if (found) found.add(item)
        else this.#days.set(day, new Set([item]))
      }
  }

  remove(item: T): void {
    const [first, last] = daysOf(item.when)
    if (!isShort(first, last)) this.#long.delete(item)
    else
      for (let day = first; day <= last; day += 1) {
        const found = this.#days.get(day)!
        found.delete(item)
        if (found.size === 0) this.#days.delete(day)
      }
  }

  /** Those that overlap a stretch, each once. */
  *overlapping(stretch: Interval): Iterable<T> {
    for (const item of this.#long) if (overlaps(item.when, stretch)) yield item
    const [first, last] = daysOf(stretch)
    const days = isShort(first, last) ? from(first, last) : this.#days.keys()
    for (const day of days) {
      if (day < first || day > last) continue
      for (const item of this.#days.get(day) ?? []) {
        // Told of under the first of its days that is asked about.
        if (Math.max(first, daysOf(item.when)[0]) === day && overlaps(item.when, stretch)) yield item
      }
    }
  }
}

function daysOf({ from: start, to }: Interval): readonly [first: number, last: number] {
  return [Math.floor(start / DAY_MS), Math.ceil(to / DAY_MS) - 1]
}

function isShort(first: number, last: number): boolean {
  return last - first < MOST_DAYS
}

function from(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, ahead) => first + ahead)
}
