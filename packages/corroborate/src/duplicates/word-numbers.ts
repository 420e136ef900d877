// Words numbered in the order in which they are first met: a table for millions, where a Map would take most of the time.
import type { Words } from './words.ts'

const SMALLEST = 2 ** 12
const FULL = 0.6

/** Numbers from 0 on, told by both hashes of a word. */
export class WordNumbers {
  #low = new Uint32Array(SMALLEST)
  #high = new Uint32Array(SMALLEST)
  /** One more than the number; 0 where there is none. */
  #number = new Uint32Array(SMALLEST)
  size = 0

  /** The number of each word, in the order in which they stand. */
  of({ count, low, high }: Words): Uint32Array {
    while (this.size + count > this.#number.length * FULL) this.#widen()
    const numbers = new Uint32Array(count)
    for (let at = 0; at < count; at += 1) {
      const place = this.#placeOf(low[at]!, high[at]!)
      if (this.#number[place] === 0) {
        this.#low[place] = low[at]!
        this.#high[place] = high[at]!
        this.size += 1
        this.#number[place] = this.size
      }
      numbers[at] = this.#number[place]! - 1
    }
    return numbers
  }

  /** Where the word is, or would be. */
  #placeOf(low: number, high: number): number {
    const mask = this.#number.length - 1
    let place = low & mask
    while (this.#number[place] !== 0 && (this.#low[place] !== low || this.#high[place] !== high))
      place = (place + 1) & mask
    return place
  }

  #widen(): void {
    const [low, high, number] = [this.#low, this.#high, this.#number]
    this.#low = new Uint32Array(low.length * 2)
    this.#high = new Uint32Array(low.length * 2)
    this.#number = new Uint32Array(low.length * 2)
    for (let at = 0; at < number.length; at += 1) {
      if (number[at] === 0) continue
      const place = this.#placeOf(low[at]!, high[at]!)
      this.#low[place] = low[at]!
      this.#high[place] = high[at]!
      this.#number[place] = number[at]!
    }
  }
}
