// Values as small integers, so that rows are numbers and two columns fit into one exact key.
import type { Value } from '../formula.ts'

/** Integers from 0 up to here stand for themselves; everything else is numbered from here on. */
const OWN = 2 ** 25
/** Above every id: two ids packed into one number stay exact. */
export const ID_LIMIT = 2 ** 26
const SWEEP_AT_LEAST = 65_536

export class Values {
  readonly #ids = new Map<Value, number>()
  readonly #values: (Value | undefined)[] = []
  readonly #pinned = new Set<number>()
  readonly #free: number[] = []
  #sweepAt = SWEEP_AT_LEAST

  idOf(value: Value): number {
    // oxlint-disable-next-line unicorn/prefer-math-trunc -- `| 0` also turns -0 into 0
    if (typeof value === 'number' && value >= 0 && value < OWN && (value | 0) === value) return value | 0
    const known = this.#ids.get(value)
    if (known !== undefined) return known
    const slot = this.#free.pop() ?? this.#values.length
    if (slot >= ID_LIMIT - OWN) throw new RangeError('more than 33 million values within the windows at one time')
    this.#values[slot] = value
    this.#ids.set(value, OWN + slot)
    return OWN + slot
  }

  /** For the constants of a formula, which outlive every window. */
  pin(value: Value): number {
    const id = this.idOf(value)
    this.#pinned.add(id)
    return id
  }

  valueOf(id: number): Value {
    return id < OWN ? id : this.#values[id - OWN]!
  }

  /** Whether enough has been numbered since the last sweep to pay for another. */
  get full(): boolean {
    return this.#ids.size >= this.#sweepAt
  }

  /** Forgets the values that nothing keeps any more; `mark` must name every id still held. */
  sweep(mark: (keep: (id: number) => void) => void): void {
    const kept = new Set(this.#pinned)
    mark((id) => kept.add(id))
    for (const [value, id] of this.#ids) {
      if (kept.has(id)) continue
      this.#ids.delete(value)
      this.#values[id - OWN] = undefined
      this.#free.push(id - OWN)
    }
    this.#sweepAt = Math.max(SWEEP_AT_LEAST, 2 * this.#ids.size)
  }
}
