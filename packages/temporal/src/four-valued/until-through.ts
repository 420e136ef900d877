// Until by a chain that passes through a given step: three pointers that only go forward, as for until itself.
import { Operator } from '../operators/operator.ts'
import type { Column, Signal, Store } from '../store.ts'

/**
 * Holds where `right` will hold at a distance of `to` or less, `left` holds from now until just before, and `step` at
 * one of these time-points. `step` holds nowhere but where `left` does.
 */
export class UntilThrough extends Operator {
  readonly #to: number
  /** The first step from now on, the first witness after it, the first failure of the left side. */
  #step: number
  #witness: number
  #breaks: number

  constructor(store: Store, out: Column, inputs: readonly Signal[], to: number, at = [0, 0, 0]) {
    super(store, out, inputs)
    this.#to = to
    ;[this.#step, this.#witness, this.#breaks] = at as [number, number, number]
  }

  advance(): void {
    const [left, right, through] = this.inputs as readonly [Signal, Signal, Signal]
    const { out } = this
    const { times, mask, wordMask, count } = this.store
    const [leftDone, rightDone, stepDone] = [left.column.done, right.column.done, through.column.done]
    let [step, witness, breaks] = [this.#step, this.#witness, this.#breaks]
    let at = out.done
    for (; at < count; at++) {
      const latest = times[at & mask]! + this.#to
      // A pointer that has come to what is undecided says what the position is at least.
      step = nextSet(through.column.words, wordMask, through.flip, Math.max(step, at), stepDone)
      witness = nextSet(right.column.words, wordMask, right.flip, Math.max(witness, step + 1), rightDone)
      breaks = nextSet(left.column.words, wordMask, ~left.flip, Math.max(breaks, at), leftDone)
      let holds = false
      if (times[Math.min(witness, count - 1) & mask]! > latest) {
        // The window has closed before any witness.
      } else if (step < stepDone && witness < rightDone && witness <= breaks) {
        holds = true
      } else if (!(breaks < leftDone && breaks < witness)) {
        break
      }
      this.#write(at, holds)
    }
    out.done = at
    this.#step = step
    this.#witness = witness
    this.#breaks = breaks
  }

  override finish(open: boolean): void {
    this.advance()
    for (; this.out.done < this.store.count; this.out.done++) this.#write(this.out.done, open)
  }

  copy(out: Column, inputs: readonly Signal[]): UntilThrough {
    return new UntilThrough(this.store, out, inputs, this.#to, [this.#step, this.#witness, this.#breaks])
  }

  override shift(by: number): void {
    this.#step = Math.max(0, this.#step - by)
    this.#witness = Math.max(0, this.#witness - by)
    this.#breaks = Math.max(0, this.#breaks - by)
  }

  #write(at: number, holds: boolean): void {
    const index = (at >>> 5) & this.store.wordMask
    const bit = 1 << (at & 31)
    if (holds) this.out.words[index]! |= bit
    else this.out.words[index]! &= ~bit
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
