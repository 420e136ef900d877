// When verdicts come: with the event that decides them, not when their window closes.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Formula } from '../formula.ts'
import { evaluateReference, satReference } from '../reference/index.ts'
import { formulaOf } from '../reference/notation.ts'
import { formulas, traces } from '../testing/formulas.ts'
import { compileFirstOrder, freeVariables, type FirstOrderVerdict, type TracePoint } from './index.ts'
import { eventTraces, safeFormulas } from './testing/formulas.ts'
import { parts } from './variables.ts'

/** `p1 q2` are p(1) and q(2); `a` has no arguments. */
function event(text: string): { name: string; args: number[] } {
  return { name: text[0]!, args: Array.from(text.slice(1), Number) }
}

/** Each event line stands for one unit of time; gives, for each, the verdicts that come with it. */
function verdictsByLine(formula: string, lines: readonly string[]): string[] {
  const compiled = compileFirstOrder(formulaOf(formula))
  if (!compiled.ok) throw new Error(compiled.refusal.message)
  return lines.map((line, time) => {
    const given: string[] = []
    const take = (point: number, _time: number, verdict: FirstOrderVerdict) =>
      void given.push(`${point}:${JSON.stringify(verdict)}`)
    compiled.monitor.push(time, line === '' ? [] : line.split(' ').map(event), take)
    return given.join(' ')
  })
}

describe('a verdict about the future', () => {
  it.each<[string, string, string[], string[]]>([
    [
      'is true with the first witness',
      'eventually[0,9] p(1)',
      ['', 'p2', 'p1', ''],
      ['', '', '0:true 1:true 2:true', ''],
    ],
    ['waits for a witness that is far enough', 'eventually[2,9] p(1)', ['p1', 'p1', 'p1'], ['', '', '0:true']],
    ['is false with the first counter-example', 'always[0,9] p(1)', ['p1', '', 'p1'], ['', '0:false 1:false', '']],
    [
      'is false where the left side fails',
      'p(1) until[0,9] q(1)',
      ['p1', 'p1', ''],
      ['', '', '0:false 1:false 2:false'],
    ],
    ['needs no left side where the right holds', '(eventually[0,9] a) until[0,9] q(1)', ['q1', ''], ['0:true', '']],
    [
      'asks nothing of an alternative',
      'p(1) or eventually[0,9] q(1)',
      ['p1', '', 'q1'],
      ['0:true', '', '1:true 2:true'],
    ],
    ['asks nothing more of what fails', 'p(1) and eventually[0,9] q(1)', ['', 'p1', ''], ['0:false', '', '']],
    [
      'comes through operators within each other',
      'always[0,3] eventually[0,9] a',
      ['', '', '', '', 'a'],
      ['', '', '', '', '0:true'],
    ],
    [
      'comes through the past',
      'historically (p(1) implies eventually[0,9] q(1))',
      ['', 'p1', '', 'q1'],
      ['0:true', '', '', '1:true 2:true 3:true'],
    ],
    ['stays what an older point has made it', 'once eventually[0,9] a', ['a', '', ''], ['0:true', '1:true', '2:true']],
    ['needs no neighbour that is too far', 'next[2,9] eventually[0,9] a', ['', '', 'a'], ['', '0:false', '1:false']],
    [
      'is true with some tuple that has its answer',
      'exists x. (p(x) and eventually[0,9] q(x))',
      ['p1 p2', 'q2'],
      ['', '0:true 1:false'],
    ],
    [
      'is true once all tuples have theirs',
      'forall x. (p(x) implies eventually[0,9] q(x))',
      ['p1 p2', 'q2', 'q1'],
      ['', '', '0:true 1:true 2:true'],
    ],
  ])('%s: %s', (_, formula, lines, expected) => {
    expect(verdictsByLine(formula, lines)).toEqual(expected)
  })
})

describe('the tuples that satisfy', () => {
  it.each<[string, string, string[], string[]]>([
    [
      'come when each candidate has its answer',
      'p(x) and eventually[0,9] q(x)',
      ['p1 p2', 'q2', 'q1'],
      ['', '', '0:[[1],[2]] 1:[] 2:[]'],
    ],
    [
      'come when no candidate is left',
      'p(x) and not eventually[0,9] q(x)',
      ['p1 p2', 'q2', 'q1'],
      ['', '', '0:[] 1:[] 2:[]'],
    ],
    [
      'are known where the left side strikes them',
      'p(x) and (not r(x) until[0,9] q(x))',
      ['p1', 'r1', ''],
      ['', '0:[] 1:[]', '2:[]'],
    ],
    [
      'are known where the left side no longer keeps them',
      'p(x) until[0,9] q(x)',
      ['p1', 'p1', ''],
      ['', '', '0:[] 1:[] 2:[]'],
    ],
    ['are known where none has lasted', 'always[0,9] p(x)', ['p1 p2', 'p1', ''], ['', '', '0:[] 1:[] 2:[]']],
    [
      'are known through an alternative',
      'p(x) and (q(x) or eventually[0,9] r(x))',
      ['p1 q1', 'p2', 'r2'],
      ['0:[[1]]', '', '1:[[2]] 2:[]'],
    ],
    [
      'are known through the next time-point',
      'p(x) and next eventually[0,9] q(x)',
      ['p1', 'q1', ''],
      ['', '0:[[1]] 1:[]', '2:[]'],
    ],
    ['are not known while others may come', 'eventually[0,2] p(x)', ['p1', '', '', 'p2'], ['', '', '', '0:[[1]]']],
  ])('%s: %s', (_, formula, lines, expected) => {
    expect(verdictsByLine(formula, lines)).toEqual(expected)
  })
})

describe('a part that was passed over at one time-point', () => {
  it('is not taken at that for what it says of the next', () => {
    const formula = formulaOf('(historically[0,0] a and (not a since a)) iff next[0,0] (not a until[0,0] a)')
    const trace = [0, 0, 1].map((time, at) => ({ time, events: at === 2 ? [event('a')] : [] }))
    const compiled = compileFirstOrder(formula)
    if (!compiled.ok) throw new Error(compiled.refusal.message)
    const verdicts: FirstOrderVerdict[] = []
    const take = (_point: number, _time: number, verdict: FirstOrderVerdict) => void verdicts.push(verdict)
    for (const { time, events } of trace) compiled.monitor.push(time, events, take)
    compiled.monitor.end(take)
    expect(verdicts).toEqual(evaluateReference(formula, trace))
  })
})

describe('held against the definitions on every beginning of a trace', () => {
  const has = (formula: Formula, ops: readonly string[]): boolean =>
    ops.includes(formula.op) || parts(formula).some((part) => has(part, ops))

  /** How many verdicts a trace decided by each line, and how many of them the monitor had not given. */
  function countLate(formula: Formula, trace: readonly TracePoint[]): { decided: number; late: number } {
    const compiled = compileFirstOrder(formula)
    // `next` is false at the last time-point, so that a beginning may say what the whole does not.
    if (!compiled.ok || has(formula, ['next']) || !has(formula, ['eventually', 'always', 'until'])) {
      return { decided: 0, late: 0 }
    }
    const define = freeVariables(formula).length === 0 ? evaluateReference : satReference
    const count = { decided: 0, late: 0 }
    let given = 0
    for (const [at, { time, events }] of trace.entries()) {
      compiled.monitor.push(time, events, () => given++)
      const open = define(formula, trace.slice(0, at + 1)).indexOf(null)
      const decided = open === -1 ? at + 1 : open
      expect(given).toBeLessThanOrEqual(decided)
      count.decided += decided
      count.late += decided - given
    }
    return count
  }

  it.each([
    ['propositional', formulas, traces(14), 0.1],
    ['first-order', safeFormulas, eventTraces(9), 0.2],
  ] as const)('hardly any %s verdict comes later than it could, and none before', (_, some, any, most) => {
    const count = { decided: 0, late: 0 }
    fc.assert(
      fc.property(some, any, (formula, trace) => {
        const { decided, late } = countLate(formula, trace)
        count.decided += decided
        count.late += late
      }),
      { numRuns: 2000 },
    )
    expect(count.late / count.decided).toBeLessThan(most)
    expect(count.decided).toBeGreaterThan(1000)
  })
})
