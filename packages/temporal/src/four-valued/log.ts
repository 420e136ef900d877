// The evidence that verdicts still to come may rest on, time-point by time-point.

const NONE: readonly number[] = []

export class EvidenceLog {
  readonly times: number[] = []
  readonly #held: (readonly number[])[] = []
  /** How many time-points were forgotten: position p is time-point `base + p` of the trace. */
  base = 0

  get count(): number {
    return this.times.length
  }

  point(time: number): void {
    this.times.push(time)
    this.#held.push(NONE)
  }

  /** Adds a piece of evidence, by its number, to the newest time-point. */
  add(evidence: number): void {
    const newest = this.count - 1
    const held = this.#held[newest]!
    if (!held.includes(evidence)) this.#held[newest] = [...held, evidence]
  }

  at(position: number): readonly number[] {
    return this.#held[position]!
  }

  /** Forgets what comes before a position, once that is half of everything. */
  forget(before: number): void {
    if (2 * before < this.count || before < 64) return
    this.times.splice(0, before)
    this.#held.splice(0, before)
    this.base += before
  }
}
