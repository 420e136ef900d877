// Denials in general ("has fully complied"), each against everything in its stretch: who denies what, by time.
import type { AccountPolicy, Fact } from '@trucekeeper/corroborate'
import { overlaps, type Interval } from '@trucekeeper/time'
import { Cover } from './cover.ts'

export interface Denial {
  readonly fact: Fact
  readonly when: Interval
}

/** Where every word counts by itself it does not matter whose it is. */
const ANYONE = ''

export class Denials {
  readonly #sources: number
  readonly #all = new Map<Fact, Denial>()
  readonly #covers = new Map<string, Cover>()

  constructor({ sources }: AccountPolicy) {
    this.#sources = sources
  }

  /** Takes it in; gives the stretches of which this camp denied nothing before. */
  add(denial: Denial): readonly Interval[] {
    this.#all.set(denial.fact, denial)
    const camp = this.#campOf(denial)
    if (camp === null) return []
    const cover = this.#covers.get(camp) ?? new Cover()
    this.#covers.set(camp, cover)
    const fresh = cover.uncovered(denial.when)
    cover.add(denial.when)
    return fresh
  }

  /** Takes it out; gives the stretches of which this camp now denies nothing. */
  remove(fact: Fact): readonly Interval[] {
    const denial = this.#all.get(fact)
    if (!denial) return []
    this.#all.delete(fact)
    const camp = this.#campOf(denial)
    if (camp === null) return []
    const cover = this.#covers.get(camp)!
    cover.remove(denial.when)
    return cover.uncovered(denial.when)
  }

  /** Whether enough independent sources deny something in a stretch, together with those who deny it in particular. */
  refute(stretch: Interval, particular: readonly Fact[] = []): boolean {
    if (this.#sources <= 1) return particular.length > 0 || (this.#covers.get(ANYONE)?.overlaps(stretch) ?? false)
    const camps = new Set(particular.flatMap(({ camp }) => camp ?? []))
    for (const [camp, cover] of this.#covers) {
      if (camps.size >= this.#sources) return true
      if (!camps.has(camp) && cover.overlaps(stretch)) camps.add(camp)
    }
    return camps.size >= this.#sources
  }

  /** All of them, or those that overlap a stretch, in the order of their ids. */
  listed(stretch: Interval = { from: -Infinity, to: Infinity }): Denial[] {
    return [...this.#all.values()]
      .filter(({ when }) => overlaps(when, stretch))
      .toSorted((a, b) => (a.fact.claim.id < b.fact.claim.id ? -1 : 1))
  }

  /** Nobody's word is no source where several are asked for. */
  #campOf({ fact }: Denial): string | null {
    return this.#sources <= 1 ? ANYONE : fact.camp
  }
}
