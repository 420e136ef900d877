// The count of a stretch, a day most often: at least so many violations, at most so many, kept up as they come and go.
import { fewest, type Counted } from '@trucekeeper/corroborate'
import { contains, overlaps, type Interval } from '@trucekeeper/time'
import { OverlapCount } from './overlap-count.ts'
import type { Violation } from './violation.ts'

export type Count = readonly [verified: number, alleged: number]

export class StretchCount {
  readonly #stretch: Interval
  /** Every figure given in bulk, of whatever time: what one that reaches beyond the stretch counts elsewhere is taken off. */
  readonly #figures: ReadonlySet<Violation>
  /** Incidents that surely were, those alleged at all, and these by the camp that alleges them. */
  readonly #sure = new OverlapCount()
  readonly #byCamp = new Map<string, OverlapCount>()
  /** Figures that surely are of it, and those alleged at all. */
  readonly #sureFigures = new Set<Violation>()
  readonly #bulk = new Set<Violation>()
  #incidents = 0
  #all = 0
  #contested = 0

  constructor(stretch: Interval, figures: ReadonlySet<Violation>) {
    this.#stretch = stretch
    this.#figures = figures
  }

  /** Violations alleged of it, whatever they are worth. */
  get size(): number {
    return this.#all
  }

  get isContested(): boolean {
    return this.#contested > 0
  }

  has({ when }: Violation): boolean {
    return overlaps(this.#stretch, when)
  }

  add(violation: Violation): void {
    this.#change(violation, 1)
  }

  remove(violation: Violation): void {
    this.#change(violation, -1)
  }

  /** Both ends, each only as far as `limit` where it is as great: a threshold does not ask by how much. */
  count(limit = Infinity): Count {
    return [this.#atLeast(limit), this.#atMost(limit)]
  }

  #change(violation: Violation, by: 1 | -1): void {
    const { when, bulk, value, camps } = violation
    this.#all += by
    if (value === 'contested') this.#contested += by
    if (value === 'breached') return
    const isSure = value === 'met' && contains(this.#stretch, when)
    if (bulk !== null) {
      for (const figures of isSure ? [this.#bulk, this.#sureFigures] : [this.#bulk])
        if (by === 1) figures.add(violation)
        else figures.delete(violation)
      return
    }
    this.#incidents += by
    for (const camp of camps) tally(this.#ofCamp(camp), when, by)
    if (isSure) tally(this.#sure, when, by)
  }

  #ofCamp(camp: string): OverlapCount {
    const found = this.#byCamp.get(camp) ?? new OverlapCount()
    this.#byCamp.set(camp, found)
    return found
  }

  /** Any incident may be one of those that anyone gives in bulk. */
  #atLeast(limit: number): number {
    const beyond = function* (this: StretchCount): Iterable<Counted> {
      for (const { when, bulk } of this.#sureFigures) yield { when, count: bulk! - this.#sure.overlapping(when) }
    }
    return upTo(limit, this.#sure.size, beyond.call(this))
  }

  /** Of each figure what exceeds the incidents its own camp told of. */
  #atMost(limit: number): number {
    const beyond = function* (this: StretchCount): Iterable<Counted> {
      for (const one of this.#bulk) {
        const [camp] = one.camps
        const own = camp === undefined ? undefined : this.#byCamp.get(camp)
        const listed = own?.overlapping(one.when) ?? 0
        // Of what is listed already there is nothing left, whatever its figure is made of.
        if (one.bulk! > listed) yield { when: one.when, count: this.#partOf(one) - listed }
      }
    }
    return upTo(limit, this.#incidents, beyond.call(this))
  }

  /**
   * What is left for the stretch of a figure that reaches beyond it: what the same camp counts elsewhere is taken off,
   * and its own figure for the stretch takes its place. "144 since Monday" does not mean 144 each day.
   */
  #partOf(one: Violation): number {
    if (contains(this.#stretch, one.when)) return one.bulk!
    const isOwn = (other: Violation) =>
      other !== one && contains(one.when, other.when) && other.camps.some((camp) => one.camps.includes(camp))
    for (const other of this.#figures) if (contains(this.#stretch, other.when) && isOwn(other)) return 0
    const elsewhere = [...this.#figures].filter((other) => isOwn(other) && !overlaps(other.when, this.#stretch))
    return one.bulk! - fewest(elsewhere.map(({ when, bulk }) => ({ when, count: bulk! })))
  }
}

/** What some are with what lies beyond them, as far as a limit. */
function upTo(limit: number, some: number, beyond: Iterable<Counted>): number {
  if (some >= limit) return limit
  const counted: Counted[] = []
  for (const one of beyond) {
    if (some + one.count >= limit) return limit
    if (one.count > 0) counted.push(one)
  }
  return Math.min(limit, some + fewest(counted))
}

function tally(counts: OverlapCount, when: Interval, by: 1 | -1): void {
  if (by === 1) counts.add(when)
  else counts.remove(when)
}
