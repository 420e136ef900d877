// Violations told of one by one, counted once by where they begin and end, so that any stretch is counted without looking at them.
import type { ToldOfBan } from '@trucekeeper/engine'
import type { Instant, Interval } from '@trucekeeper/time'

/** Of some violations, how many begin before each point, and how many have ended by it. */
class Ends {
  readonly #before: Uint32Array
  readonly #ended: Uint32Array

  constructor(points: number) {
    this.#before = new Uint32Array(points + 1)
    this.#ended = new Uint32Array(points + 1)
  }

  /** `from`: how many points are not after its beginning. `to`: how many are before its end. */
  add(from: number, to: number): void {
    this.#before[from]! += 1
    this.#ended[to]! += 1
  }

  /** Called once, when all are in. */
  settle(): void {
    for (const counts of [this.#before, this.#ended])
      for (let point = 1; point < counts.length; point += 1) counts[point]! += counts[point - 1]!
  }

  /** Those that begin before the point with this number. */
  before(point: number): number {
    return this.#before[point]!
  }

  /** Those that end at that point or earlier. */
  endedBy(point: number): number {
    return this.#ended[point]!
  }
}

export interface Edged {
  /** Where each period begins, and where the last one ends. */
  readonly edges: readonly Instant[]
}

/**
 * What overlaps a stretch is what begins before its end, less what has ended by its beginning. Stretches must begin and end at
 * points that were named. A violation counts from when the ban came into force, up to `end`.
 */
export class TalliedSingly {
  readonly #points: readonly Instant[]
  readonly #numbers: ReadonlyMap<Instant, number>
  readonly #camps: readonly (readonly string[])[]
  readonly #byCamps: readonly Ends[]
  readonly #verified: Ends
  /** For each kind of period those that lie wholly in one of them. */
  readonly #inside: readonly Ends[]
  readonly #verifiedInside: readonly Ends[]

  constructor({ single, from: begun }: ToldOfBan, end: Instant, points: readonly Instant[], kinds: readonly Edged[]) {
    this.#points = [...new Set(points)].toSorted((a, b) => a - b)
    this.#numbers = new Map(this.#points.map((point, number) => [point, number]))
    this.#camps = single.camps
    const size = this.#points.length
    const ends = () => new Ends(size)
    const all = single.camps.map(ends)
    const verified = ends()
    const inside = kinds.map(ends)
    const verifiedInside = kinds.map(ends)
    const periods = kinds.map(({ edges }) => this.#periods(edges))
    const { from, to } = single
    for (let at = 0; at < from.length; at += 1) {
      const [first, last] = [Math.max(from[at]!, begun), Math.min(to[at]!, end)]
      if (last <= first) continue
      const [a, b] = [this.#upTo(first), this.#upTo(last - 1)]
      const isVerified = single.verified[at] === 1
      all[single.by[at]!]!.add(a, b)
      if (isVerified) verified.add(a, b)
      for (let kind = 0; kind < kinds.length; kind += 1) {
        const period = periods[kind]![a]!
        if (period === -1 || period !== periods[kind]![b]!) continue
        inside[kind]!.add(a, b)
        if (isVerified) verifiedInside[kind]!.add(a, b)
      }
    }
    for (const each of [...all, verified, ...inside, ...verifiedInside]) each.settle()
    this.#byCamps = all
    this.#verified = verified
    this.#inside = inside
    this.#verifiedInside = verifiedInside
  }

  /** How many may have been in a stretch; told of by any of some camps, or by anybody. */
  overlapping(stretch: Interval, camps?: readonly string[]): number {
    return this.#byCamps.reduce((sum, ends, at) => {
      const isAsked = camps === undefined || this.#camps[at]!.some((camp) => camps.includes(camp))
      return isAsked ? sum + this.#in(ends, stretch) : sum
    }, 0)
  }

  verifiedOverlapping(stretch: Interval): number {
    return this.#in(this.#verified, stretch)
  }

  /** How many surely were in a period, and of these those that may have been in a stretch of it. */
  within(kind: number, period: Interval, stretch = period): number {
    return this.#of(this.#inside[kind]!, period, stretch)
  }

  verifiedWithin(kind: number, period: Interval, stretch = period): number {
    return this.#of(this.#verifiedInside[kind]!, period, stretch)
  }

  #in(ends: Ends, { from, to }: Interval): number {
    return ends.before(this.#numbers.get(to)!) - ends.endedBy(this.#numbers.get(from)!)
  }

  /** Of a period all begin and end in it, so those of other periods are taken off at both ends. */
  #of(ends: Ends, period: Interval, { from, to }: Interval): number {
    const start = this.#numbers.get(period.from)!
    return (
      ends.before(this.#numbers.get(to)!) -
      ends.before(start) -
      (ends.endedBy(this.#numbers.get(from)!) - ends.endedBy(start))
    )
  }

  /** For each number of points not after an instant, in which period it lies; -1 for none. */
  #periods(edges: readonly Instant[]): Int32Array {
    const found = new Int32Array(this.#points.length + 1).fill(-1)
    let period = -1
    for (let count = 1; count < found.length; count += 1) {
      while (period < edges.length - 1 && edges[period + 1]! <= this.#points[count - 1]!) period += 1
      found[count] = period < edges.length - 1 ? period : -1
    }
    return found
  }

  /** How many points are not after an instant. */
  #upTo(instant: Instant): number {
    const points = this.#points
    let [low, high] = [0, points.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (points[middle]! <= instant) low = middle + 1
      else high = middle
    }
    return low
  }
}
