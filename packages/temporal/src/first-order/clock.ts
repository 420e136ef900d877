// The times of the points that something still looks at.
export class Clock {
  #times: number[] = []
  #base = 0

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

  /** Nobody asks for points before `index` again. */
  forgetBefore(index: number): void {
    const dropped = index - this.#base
    if (dropped < 1024 || dropped * 2 < this.#times.length) return
    this.#times = this.#times.slice(dropped)
    this.#base = index
  }
}
