// A queue in a ring that grows and shrinks with what waits in it.
const SMALLEST = 16

export class Fifo<T> {
  #ring: (T | undefined)[] = Array.from({ length: SMALLEST })
  #head = 0
  #size = 0

  get size(): number {
    return this.#size
  }

  push(item: T): void {
    if (this.#size === this.#ring.length) this.#resize(2 * this.#size)
    this.#ring[(this.#head + this.#size) & (this.#ring.length - 1)] = item
    this.#size++
  }

  peek(): T | undefined {
    return this.#ring[this.#head]
  }

  shift(): T | undefined {
    if (this.#size === 0) return undefined
    const item = this.#ring[this.#head]
    this.#ring[this.#head] = undefined
    this.#head = (this.#head + 1) & (this.#ring.length - 1)
    this.#size--
    if (this.#ring.length > SMALLEST && this.#size * 4 < this.#ring.length) this.#resize(this.#ring.length / 2)
    return item
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (let i = 0; i < this.#size; i++) yield this.#ring[(this.#head + i) & (this.#ring.length - 1)]!
  }

  /** To a power of two. */
  #resize(length: number): void {
    const items = [...this]
    this.#ring = items.concat(Array.from({ length: length - items.length }))
    this.#head = 0
  }
}
