// The times of the points that something still looks at.

/** So many are kept without asking. */
const FEW = 2048

export class Clock {
  #times: number[] = []
  #base = 0
  #checkAt = FEW
  readonly #watchers: (() => number)[] = []

  /** How many points there have been. */
  get length(): number {
    return this.#base + this.#times.length
  }

  push(time: number): void {
    this.#times.push(time)
  }

  /** The time of a point not yet forgotten. */
  at(index: number): number {
    return this.#times[index - this.#base]!
  }

  /** `first` gives the earliest point that somebody still asks for. */
  watch(first: () => number): void {
    this.#watchers.push(first)
  }

  /** Drops the times that nobody asks for again. */
  forget(): void {
    if (this.#times.length < this.#checkAt) return
    const first = this.#watchers.reduce((least, watcher) => Math.min(least, watcher()), this.length)
    this.#times = this.#times.slice(Math.max(0, first - this.#base))
    this.#base = Math.max(this.#base, first)
    this.#checkAt = Math.max(FEW, 2 * this.#times.length)
  }
}
