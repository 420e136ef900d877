// The program of a formula in four values over traces so long that rings are used again and positions counted anew.
import { expect, it } from 'vitest'
import { Monitor } from '../monitor.ts'
import { formulaOf } from '../reference/notation.ts'
import { Store } from '../store.ts'
import { coreOf } from './core.ts'
import { evidenceOf, fourProgram } from './program.ts'

const LONG = 60_000
const formula = coreOf(
  formulaOf(
    '(p since[5,70] q) and (not p until[3,4000] (q and next[0,2] p)) or prev[1,1] (q since p) or q until[0,9] p',
  ),
)

function run(store: Store, advanceAt: (at: number) => boolean): string {
  let said = ''
  const { program, decided, atoms } = fourProgram(formula, store)
  const monitor = new Monitor(program, (verdicts) => {
    for (let at = verdicts.from; at < verdicts.to; at++) {
      said += `${verdicts.index(at)},${verdicts.time(at)},${decided.value(at)}\n`
    }
  })
  const [p, q] = [atoms.indexOf('p'), atoms.indexOf('q')]
  for (let at = 0; at < LONG; at++) {
    monitor.point(at - (at % 3))
    if (at % 37 !== 0 && at % 8753 > 40) monitor.hold(evidenceOf(p, at % 5 < 3 ? 'against' : 'for'))
    if (at % 41 === 0) monitor.hold(evidenceOf(p, 'for'))
    if (at % 53 === 5) monitor.hold(evidenceOf(q, 'for'))
    if (at % 3 === 1) monitor.hold(evidenceOf(q, 'against'))
    if (advanceAt(at)) monitor.advance()
  }
  monitor.end()
  return said
}

/** So large that no place in it is used twice. */
const whole = run(new Store(2 ** 17), () => false)

it('gives each of the verdicts', () => {
  for (const verdict of ['met', 'breached', 'contested', 'unknown']) expect(whole).toContain(verdict)
})

it('uses its rings again and again, however the trace is cut', () => {
  expect(run(new Store(), () => false)).toBe(whole)
  expect(run(new Store(), (at) => at % 1777 === 0)).toBe(whole)
})

it('keeps its count when positions are counted anew', () => {
  expect(run(new Store(8192, 20_000), () => false)).toBe(whole)
})
