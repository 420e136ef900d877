// Until, and eventually as "true until": three pointers that only go forward decide the time-points in order.
import type { Column, Signal, Store } from '../store.ts'
import { Operator } from './operator.ts'

export class Until extends Operator {
  readonly #from: number
  readonly #to: number
  /** The first position not too near, the first witness from there, the first failure of the left side. */
  #opens: number
  #witness: number
  #breaks: number

  /** Holds where `right` will hold at a distance in [from, to] and `left` holds until just before. */
  constructor(store: Store, out: Column, inputs: readonly Signal[], from: number, to: number, at = [0, 0, 0]) {
    super(store, out, inputs)
    this.#from = from
    this.#to = to
    ;[this.#opens, this.#witness, this.#breaks] = at as [number, number, number]
  }

  advance(): void {
    const [left, right] = this.inputs as readonly [Signal, Signal]
    const { out } = this
    const { times, mask, wordMask, count } = this.store
    const [leftDone, rightDone] = [left.column.done, right.column.done]
    let [opens, witness, breaks] = [this.#opens, this.#witness, this.#breaks]
    const newest = count - 1
    let at = out.done
    for (; at < count; at++) {
      const time = times[at & mask]!
      const latest = time + this.#to
      if (opens < at) opens = at
      while (opens < count && times[opens & mask]! < time + this.#from) opens++
      if (witness < opens) witness = opens
      witness = nextSet(right.column.words, wordMask, right.flip, witness, rightDone)
      if (breaks < at) breaks = at
      breaks = nextSet(left.column.words, wordMask, ~left.flip, breaks, leftDone)
      let holds = false
      if (times[Math.min(witness, newest) & mask]! > latest) {
        // The window has closed: what lies in it is known and holds no witness.
      } else if (witness < rightDone && witness <= breaks) {
        holds = true
      } else if (!(breaks < leftDone && breaks < witness)) {
        break
      }
      const index = (at >>> 5) & wordMask
      const bit = 1 << (at & 31)
      if (holds) out.words[index]! |= bit
      else out.words[index]! &= ~bit
    }
    out.done = at
    this.#opens = opens
    this.#witness = witness
    this.#breaks = breaks
  }

  override finish(open: boolean): void {
    this.advance()
    const { out, store } = this
    for (; out.done < store.count; out.done++) {
      const index = (out.done >>> 5) & store.wordMask
      const bit = 1 << (out.done & 31)
      if (open) out.words[index]! |= bit
      else out.words[index]! &= ~bit
    }
  }

  copy(out: Column, inputs: readonly Signal[]): Operator {
    const at = [this.#opens, this.#witness, this.#breaks]
    return new Until(this.store, out, inputs, this.#from, this.#to, at)
  }

  override shift(by: number): void {
    this.#opens = Math.max(0, this.#opens - by)
    this.#witness = Math.max(0, this.#witness - by)
    this.#breaks = Math.max(0, this.#breaks - by)
  }
}

/** The first position from `at` on whose bit is set, once flipped; where there is none, `end`, or `at` beyond it. */
function nextSet(words: Int32Array, wordMask: number, flip: number, at: number, end: number): number {
  if (at >= end) return at
  while (at < end) {
    const rest = (words[(at >>> 5) & wordMask]! ^ flip) >>> (at & 31)
    if (rest !== 0) return Math.min(end, at + 31 - Math.clz32(rest & -rest))
    at = (at & -32) + 32
  }
  return end
}
