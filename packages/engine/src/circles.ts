// Clauses that rest on themselves: where the way through them is cut, and what was worked out on a way that was.
import type { Ruled } from '@trucekeeper/agreement'

/** Ways through a tangle of circles that are walked afresh; after so many the first answer stands. */
const MOST_AFRESH = 200
/** Reasons within reasons. */
const MOST_TOLD = 30

export class Circles {
  /** What is being decided or told, the outermost first, and whether it rests on a cut further out. */
  readonly #path: { readonly clause: Ruled; isCut: boolean }[] = []
  #afresh = 0
  /** Whether what was last left rests on no cut but its own, so that it is the same wherever one begins. */
  isWhole = true

  /** Whether nothing is on the way. */
  get isOutermost(): boolean {
    return this.#path.length === 0
  }

  /** Whether the way is so long that nobody would follow it further. */
  get isDeep(): boolean {
    return this.#path.length > MOST_TOLD
  }

  /** Whether a clause is on the way already; all that has been entered since then rests on this cut. */
  cuts(clause: Ruled): boolean {
    const at = this.#path.findIndex((step) => step.clause === clause)
    if (at === -1) return false
    for (const step of this.#path.slice(at + 1)) step.isCut = true
    return true
  }

  /** Works something out with the clause on the way. */
  within<T>(clause: Ruled, work: () => T): T {
    const step = { clause, isCut: false }
    this.#path.push(step)
    try {
      return work()
    } finally {
      this.#path.pop()
      if (step.isCut) this.#afresh += 1
      this.isWhole = !step.isCut || this.#afresh > MOST_AFRESH
    }
  }
}
