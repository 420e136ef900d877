// The time-points under way: their times and one bit a formula, in rings that all have the same positions.

/** Evaluated together; small enough that the columns of a formula stay in the first cache. */
export const BLOCK = 4096
const BITS = 32
/** Positions are 32-bit integers; well before they would overflow they are counted anew. */
const FARTHEST = 2 ** 30

/** The truth of one formula, a bit a time-point, position by position. */
export class Column {
  words: Int32Array
  /** Every position below has its value; what is at and above it is undecided and not to be read. */
  done = 0
  /** No position below will be read again. */
  needed = 0

  constructor(words: Int32Array) {
    this.words = words
  }
}

/** A column as it is read: `flip` is -1 where its negation is meant, else 0. */
export interface Signal {
  readonly column: Column
  readonly flip: 0 | -1
}

/** What keeps positions and goes along when they are counted anew. */
export interface Shifted {
  shift(by: number): void
}

export class Store {
  /** Of position p at `p & mask`. */
  times: Float64Array
  mask: number
  /** The word of position p at `(p >>> 5) & wordMask`. */
  wordMask: number
  /** Time-points so far, less those forgotten by counting anew. */
  count = 0
  /** How many were forgotten: position p is time-point `base + p` of the trace. */
  base = 0
  readonly #columns: Column[] = []
  readonly #farthest: number

  /** The capacity is a power of two, and more than a block. */
  constructor(capacity: number = 2 * BLOCK, farthest: number = FARTHEST) {
    this.#farthest = farthest
    this.times = new Float64Array(capacity)
    this.mask = capacity - 1
    this.wordMask = capacity / BITS - 1
  }

  column(): Column {
    const column = new Column(new Int32Array(this.wordMask + 1))
    this.#columns.push(column)
    return column
  }

  /** A column of its own with the same values; it does not follow when the store grows. */
  copyOf({ words, done }: Column): Column {
    const copy = new Column(words.slice())
    copy.done = done
    return copy
  }

  /**
   * Makes room for a block more, keeping everything from position `keep` on, and clears that room in `written`,
   * the columns whose bits are set one by one.
   */
  makeRoom(keep: number, written: readonly Column[]): void {
    const room = this.count + BLOCK + BITS - (keep & -BITS)
    if (room > this.mask + 1) this.#grow(room)
    const words = (this.count + BITS - 1) >>> 5
    for (const column of written) {
      for (let word = words; word < words + BLOCK / BITS + 1; word++) column.words[word & this.wordMask] = 0
    }
  }

  /** By how much positions can be counted down, once they are far and nothing below `keep` is needed; else 0. */
  excess(keep: number): number {
    if (this.count < this.#farthest) return 0
    const capacity = this.mask + 1
    // One round of the ring stays below `keep`, so that no position looks like the first of the trace.
    return Math.max(0, (Math.floor(keep / capacity) - 1) * capacity)
  }

  shift(by: number): void {
    this.count -= by
    this.base += by
    for (const column of this.#columns) {
      column.done -= by
      column.needed -= by
    }
  }

  #grow(room: number): void {
    let capacity = 2 * (this.mask + 1)
    while (capacity < room) capacity *= 2
    const [mask, wordMask] = [this.mask, this.wordMask]
    this.mask = capacity - 1
    this.wordMask = capacity / BITS - 1
    const from = Math.max(0, this.count - mask - 1)
    this.times = moved(this.times, new Float64Array(capacity), from, mask, this.mask)
    for (const column of this.#columns) {
      column.words = moved(column.words, new Int32Array(capacity / BITS), from >>> 5, wordMask, this.wordMask)
    }
  }
}

/** Copies a whole ring, whose oldest position is `from`, into a larger one. */
function moved<T extends Float64Array | Int32Array>(old: T, into: T, from: number, mask: number, newMask: number): T {
  for (let at = from; at <= from + mask; at++) into[at & newMask] = old[at & mask]!
  return into
}
