// The monitor against the definitions: every operator, every way of cutting a trace into batches.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { programOf } from './compile.ts'
import type { TracePoint } from './first-order/event.ts'
import type { Formula } from './formula.ts'
import { compile, Monitor } from './monitor.ts'
import { evaluateReference, type Truth } from './reference/index.ts'
import { formulaOf, traceOf } from './reference/notation.ts'
import { PROPOSITIONAL } from './reference/triples/index.ts'
import { Store } from './store.ts'
import { formulas, traces } from './testing/formulas.ts'
import type { Verdicts } from './verdicts.ts'

function feed(monitor: Monitor, { time, events }: TracePoint): void {
  monitor.point(time)
  for (const { name } of events) {
    const atom = monitor.atoms.indexOf(name)
    if (atom !== -1) monitor.hold(atom)
  }
}

/** Collects what a monitor says, holding it to its order. */
function collector(): { said: Truth[]; take: (verdicts: Verdicts) => void } {
  const said: Truth[] = []
  return {
    said,
    take(verdicts) {
      for (let at = verdicts.from; at < verdicts.to; at++) {
        expect(verdicts.index(at)).toBe(said.length)
        said.push(verdicts.value(at))
      }
    },
  }
}

function verdictsOf(formula: Formula, trace: readonly TracePoint[], advanceAt: (at: number) => boolean): Truth[] {
  const { said, take } = collector()
  const monitor = compile(formula, take)
  for (const [at, point] of trace.entries()) {
    feed(monitor, point)
    if (advanceAt(at)) monitor.advance()
  }
  monitor.end()
  return said
}

describe('a monitor', () => {
  it.each(PROPOSITIONAL)('$title', ({ formula, trace, expected }) => {
    expect(verdictsOf(formula, trace, () => true)).toEqual(expected)
  })

  it('says what the definitions say, for any formula and trace, however the trace is cut into batches', () => {
    fc.assert(
      fc.property(formulas, traces(40), fc.integer(), (formula, trace, cuts) => {
        const expected = evaluateReference(formula, trace)
        expect(verdictsOf(formula, trace, (at) => ((cuts >>> (at & 31)) & 1) === 1)).toEqual(expected)
      }),
      { numRuns: 3000 },
    )
  })

  it('says the same over traces of many words, where stretches are decided at once', () => {
    fc.assert(
      fc.property(formulas, traces(300), fc.nat(70), (formula, trace, every) => {
        expect(verdictsOf(formula, trace, (at) => at % (every + 1) === 0)).toEqual(evaluateReference(formula, trace))
      }),
      { numRuns: 150 },
    )
  })

  it('gives a verdict as soon as nothing to come can change it', () => {
    const { said, take } = collector()
    const monitor = compile(formulaOf('q or eventually[0,10] p'), take)
    const seen = traceOf('0:q 3: 5:q 9:p 20: 31:').map((point) => {
      feed(monitor, point)
      monitor.advance()
      return said.length
    })
    expect(seen).toEqual([1, 1, 1, 4, 4, 5])
    expect(said).toEqual([true, true, true, true, false])
  })

  describe('over a long trace', () => {
    const LONG = 60_000
    const formula = formulaOf(
      'prev[1,1] p or (not q since[5,70] p) and not eventually[3,4000] (q and next[0,2] p) or prev prev once[9,9] q',
    )

    function run(store: Store, advanceAt: (at: number) => boolean): string {
      let said = ''
      const monitor = new Monitor(programOf(formula, store), (verdicts) => {
        for (let at = verdicts.from; at < verdicts.to; at++) {
          said += `${verdicts.index(at)},${verdicts.time(at)},${verdicts.value(at)}\n`
        }
      })
      for (let at = 0; at < LONG; at++) {
        monitor.point(at - (at % 3))
        if (at % 37 === 0 || at % 41 === 0) monitor.hold(0)
        if (at % 8753 < 12 || at % 53 === 5) monitor.hold(1)
        if (advanceAt(at)) monitor.advance()
      }
      monitor.end()
      return said
    }

    /** So large that no place in it is used twice. */
    const whole = run(new Store(2 ** 17), () => false)

    it('uses its rings again and again, however the trace is cut', () => {
      expect(whole.split('\n')).toHaveLength(LONG + 1)
      expect(run(new Store(), () => false)).toBe(whole)
      expect(run(new Store(), (at) => at % 31 === 0)).toBe(whole)
      expect(run(new Store(), (at) => at % 4001 < 3)).toBe(whole)
    })

    it('keeps its count when positions are counted anew', () => {
      expect(run(new Store(8192, 20_000), () => false)).toBe(whole)
    })
  })

  it('keeps what is undecided, however much it is', () => {
    let trues = 0
    const monitor = compile(formulaOf('eventually p'), (verdicts) => {
      for (let at = verdicts.from; at < verdicts.to; at++) if (verdicts.value(at) === true) trues++
    })
    for (let at = 0; at < 50_000; at++) monitor.point(at)
    monitor.advance()
    expect(trues).toBe(0)
    monitor.point(50_000)
    monitor.hold(0)
    monitor.end()
    expect(trues).toBe(50_001)
  })

  it.each(['q implies eventually p', 'once[3,9] (q and next eventually (p until q))', 'r or prev (q and always p)'])(
    'keeps nothing for verdicts that nobody waits for: %s',
    (text) => {
      const store = new Store()
      const capacity = store.times.length
      let decided = 0
      const monitor = new Monitor(programOf(formulaOf(text), store), ({ to }) => (decided = to))
      for (let at = 0; at < 100_000; at++) monitor.point(at)
      expect(store.times.length).toBe(capacity)
      monitor.end()
      expect(decided).toBe(100_000)
    },
  )

  it('refuses time that goes back', () => {
    const monitor = compile(formulaOf('p'), () => {})
    monitor.point(5)
    expect(() => monitor.point(4)).toThrow('time goes back from 5 to 4')
  })
})
