// The stretches of time to come in which a past operator holds: a ring of intervals, merged where they meet.

const FIRST_CAPACITY = 8

/** Intervals are closed and in whole units; they come in order of their starts, and of their ends. */
export class Marks {
  #starts: Float64Array
  #ends: Float64Array
  #mask: number
  #head: number
  #tail: number

  constructor(from?: Marks) {
    this.#starts = from ? from.#starts.slice() : new Float64Array(FIRST_CAPACITY)
    this.#ends = from ? from.#ends.slice() : new Float64Array(FIRST_CAPACITY)
    this.#mask = this.#starts.length - 1
    this.#head = from ? from.#head : 0
    this.#tail = from ? from.#tail : 0
  }

  add(start: number, end: number): void {
    if (this.#head !== this.#tail) {
      const newest = (this.#tail - 1) & this.#mask
      if (start <= this.#ends[newest]! + 1) {
        this.#ends[newest] = end
        return
      }
    }
    this.#starts[this.#tail] = start
    this.#ends[this.#tail] = end
    this.#tail = (this.#tail + 1) & this.#mask
    if (this.#tail === this.#head) this.#grow()
  }

  clear(): void {
    this.#head = this.#tail
  }

  /** Whether the time is marked. Times asked for never go back: what ended before is dropped. */
  has(time: number): boolean {
    while (this.#head !== this.#tail && this.#ends[this.#head]! < time) this.#head = (this.#head + 1) & this.#mask
    return this.#head !== this.#tail && this.#starts[this.#head]! <= time
  }

  /** Whether all of the times from one to another are marked (1), none (0), or one must look (-1). */
  over(first: number, last: number): 1 | 0 | -1 {
    const marked = this.has(first)
    if (this.#head === this.#tail) return 0
    if (marked) return this.#ends[this.#head]! >= last ? 1 : -1
    return this.#starts[this.#head]! > last ? 0 : -1
  }

  #grow(): void {
    const capacity = this.#mask + 1
    const starts = new Float64Array(2 * capacity)
    const ends = new Float64Array(2 * capacity)
    for (let at = 0; at < capacity; at++) {
      starts[at] = this.#starts[(this.#head + at) & this.#mask]!
      ends[at] = this.#ends[(this.#head + at) & this.#mask]!
    }
    this.#starts = starts
    this.#ends = ends
    this.#mask = 2 * capacity - 1
    this.#head = 0
    this.#tail = capacity
  }
}
