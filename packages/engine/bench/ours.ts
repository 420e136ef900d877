// Our monitors over traces of masks: what they found false, and where, in a word that two ways can be compared by.
import { compile, type Formula } from '../../temporal/src/index.ts'

/** How many verdicts of each formula are false, and the sum of their places: the same only if the verdicts are. */
export function falseOnes(formulas: readonly Formula[], trace: Uint8Array, names: readonly string[]): Found[] {
  const found = formulas.map(() => new Found())
  const monitors = formulas.map((formula, number) =>
    compile(formula, (verdicts) => {
      const one = found[number]!
      for (let at = verdicts.nextFalse(verdicts.from); at < verdicts.to; at = verdicts.nextFalse(at + 1)) {
        one.add(verdicts.index(at))
      }
    }),
  )
  const bits = monitors.map(({ atoms }) => atoms.map((name) => 1 << names.indexOf(name)))
  for (let at = 0; at < trace.length; at++) {
    const mask = trace[at]!
    for (let number = 0; number < monitors.length; number++) {
      const monitor = monitors[number]!
      const own = bits[number]!
      monitor.point(at)
      for (let atom = 0; atom < own.length; atom++) if ((mask & own[atom]!) !== 0) monitor.hold(atom)
    }
  }
  for (const monitor of monitors) monitor.end()
  return found
}

/** The places where something is so, added up. */
export class Found {
  count = 0
  #sum = 0

  add(at: number): void {
    this.count++
    this.#sum += at
  }

  /** `8750@87431250` */
  toString(): string {
    return `${this.count}@${this.#sum}`
  }
}
