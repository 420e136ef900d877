// Things in the order of a number each has, for finding those between two of them.

export class Sorted<T> {
  readonly #key: (item: T) => number
  #items: T[] = []
  /** Come and gone since it was last put in order, which waits until somebody looks. */
  #fresh: T[] = []
  readonly #gone = new Set<T>()

  constructor(key: (item: T) => number) {
    this.#key = key
  }

  change(came: readonly T[], went: readonly T[]): void {
    for (const item of went) this.#gone.add(item)
    for (const item of came) {
      // What went and came again is still where it was.
      if (!this.#gone.delete(item)) this.#fresh.push(item)
    }
  }

  /** Those after the lesser of two numbers, up to the greater one. */
  between(a: number, b: number): T[] {
    this.#settle()
    return this.#items.slice(this.#after(Math.min(a, b)), this.#after(Math.max(a, b)))
  }

  #settle(): void {
    if (this.#fresh.length + this.#gone.size === 0) return
    const left = [...this.#items, ...this.#fresh].filter((item) => !this.#gone.has(item))
    this.#items = left.toSorted((one, other) => order(this.#key(one), this.#key(other)))
    this.#fresh = []
    this.#gone.clear()
  }

  /** The place of the first that comes after a number. */
  #after(number: number): number {
    let [low, high] = [0, this.#items.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#key(this.#items[middle]!) <= number) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Of two that are both infinite the difference would be no number. */
function order(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
