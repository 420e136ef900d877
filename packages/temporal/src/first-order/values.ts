// Values as small integers, so that rows are numbers and two columns fit into one exact key.
import type { Value } from '../formula.ts'
import { WordTable } from './word-table.ts'

/** Integers from 0 up to here stand for themselves; above, words have the even numbers and all else the odd. */
const OWN = 2 ** 25
/** Above every id: two ids packed into one number stay exact. */
export const ID_LIMIT = 2 ** 26
const MOST = (ID_LIMIT - OWN) / 2
const SWEEP_AT_LEAST = 65_536
/** Bytes that a UTF-16 unit may take. */
const WIDEST = 3

export class Values {
  readonly #words = new WordTable()
  /** Other numbers, and strings with halves of characters, which have no bytes of their own. */
  readonly #ids = new Map<Value, number>()
  readonly #values: (Value | undefined)[] = []
  readonly #pinned = new Set<number>()
  readonly #free: number[] = []
  readonly #encoder = new TextEncoder()
  #scratch = new Uint8Array(1024)
  #sweepAt = SWEEP_AT_LEAST

  idOf(value: Value): number {
    if (typeof value === 'number') {
      // oxlint-disable-next-line unicorn/prefer-math-trunc -- `| 0` also turns -0 into 0
      if (value >= 0 && value < OWN && (value | 0) === value) return value | 0
    } else if (value.isWellFormed()) {
      if (this.#scratch.length < WIDEST * value.length) this.#scratch = new Uint8Array(WIDEST * value.length)
      return this.idOfWord(this.#scratch, 0, this.#encoder.encodeInto(value, this.#scratch).written)
    }
    const known = this.#ids.get(value)
    if (known !== undefined) return known
    const slot = within(this.#free.pop() ?? this.#values.length)
    this.#values[slot] = value
    this.#ids.set(value, OWN + 2 * slot + 1)
    return OWN + 2 * slot + 1
  }

  /** The id of the word whose UTF-8 bytes stand from `start` to `end`. */
  idOfWord(bytes: Uint8Array, start: number, end: number): number {
    return OWN + 2 * within(this.#words.numberOf(bytes, start, end))
  }

  /** For the constants of a formula, which outlive every window. */
  pin(value: Value): number {
    const id = this.idOf(value)
    this.#pinned.add(id)
    return id
  }

  valueOf(id: number): Value {
    if (id < OWN) return id
    const slot = (id - OWN) >>> 1
    return (id & 1) === 0 ? this.#words.textOf(slot) : this.#values[slot]!
  }

  /** Whether enough has been numbered since the last sweep to pay for another. */
  get full(): boolean {
    return this.#size >= this.#sweepAt
  }

  /** Forgets the values that nothing keeps any more; `mark` must name every id still held. */
  sweep(mark: (keep: (id: number) => void) => void): void {
    const kept = new Set(this.#pinned)
    mark((id) => {
      if (id >= OWN) kept.add(id)
    })
    for (const [value, id] of this.#ids) {
      if (kept.has(id)) continue
      const slot = (id - OWN) >>> 1
      this.#ids.delete(value)
      this.#values[slot] = undefined
      this.#free.push(slot)
    }
    this.#words.keep((number) => kept.has(OWN + 2 * number))
    this.#sweepAt = Math.max(SWEEP_AT_LEAST, 2 * this.#size)
  }

  get #size(): number {
    return this.#ids.size + this.#words.size
  }
}

function within(slot: number): number {
  if (slot >= MOST) throw new RangeError('more than 16 million values within the windows at one time')
  return slot
}
