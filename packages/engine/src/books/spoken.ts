// On which civil days anyone spoke of something, and from how many independent sources.
import type { Fact } from '@trucekeeper/corroborate'
import { civilDay, dayNumber, type CivilDay, type Instant } from '@trucekeeper/time'

/** Those whom nobody can name are no source, but they speak. */
const UNNAMED = ''

export class Spoken {
  readonly #zone: string
  readonly #since: Instant
  /** By the number of the day, how many claims each camp made of it. */
  readonly #days = new Map<number, Map<string, number>>()

  /** Of days in a zone, none before `since`. */
  constructor(zone: string, since: Instant) {
    this.#zone = zone
    this.#since = since
  }

  add(fact: Fact): void {
    this.#count(fact, 1)
  }

  remove(fact: Fact): void {
    this.#count(fact, -1)
  }

  /** Whether so many independent sources spoke of a day; where one is enough, anyone. */
  enough(day: CivilDay, sources: number): boolean {
    const camps = this.#days.get(dayNumber(day))
    if (!camps) return false
    return sources <= 1 || camps.size - (camps.has(UNNAMED) ? 1 : 0) >= sources
  }

  #count({ when, camp }: Fact, by: 1 | -1): void {
    // An undated event speaks of no day in particular.
    if (!Number.isFinite(when.from) || when.to <= this.#since) return
    const first = this.#dayOf(Math.max(when.from, this.#since))
    const last = this.#dayOf(when.to - 1)
    for (let day = first; day <= last; day += 1) {
      const camps = this.#days.get(day) ?? new Map<string, number>()
      const count = (camps.get(camp ?? UNNAMED) ?? 0) + by
      if (count > 0) camps.set(camp ?? UNNAMED, count)
      else camps.delete(camp ?? UNNAMED)
      if (camps.size > 0) this.#days.set(day, camps)
      else this.#days.delete(day)
    }
  }

  #dayOf(instant: Instant): number {
    return dayNumber(civilDay(instant, this.#zone))
  }
}
