// What is refused, why, and how the message names the part that stands in the way.
import { describe, expect, it } from 'vitest'
import { formulaOf } from '../reference/notation.ts'
import { compileFirstOrder } from './index.ts'

function refusalOf(text: string) {
  const compiled = compileFirstOrder(formulaOf(text))
  return compiled.ok ? null : compiled.refusal
}

describe('a formula outside the fragment', () => {
  it.each([
    ['not p(x)', 'unguarded-negation', '`not p(x)`'],
    ['p(x) or not q(x)', 'unguarded-negation', '`not q(x)`'],
    ['p(x) and not e(x,y)', 'unguarded-negation', '`not e(x, y)`'],
    ['once[0,5] not p(x)', 'unguarded-negation', '`not p(x)`'],
    ['exists x. not p(x)', 'unguarded-negation', '`not p(x)`'],
    ['forall x. p(x)', 'unguarded-negation', '`not p(x)`'],
    ['forall x. eventually[0,3] p(x)', 'unguarded-negation', '`not eventually[0,3] p(x)`'],
    ['x < 3', 'unguarded-comparison', '`x < 3`'],
    ['x = y', 'unguarded-comparison', '`x = y`'],
    ['p(x) and x < y', 'unguarded-comparison', '`x < y`'],
    ['p(x) or q(y)', 'unequal-variables', '`p(x) or q(y)`'],
    ['p(x) since q(y)', 'unguarded-left', '`p(x) since q(y)`'],
    ['e(x,y) until[0,3] p(x)', 'unguarded-left', '`e(x, y) until[0,3] p(x)`'],
    ['p(x) and eventually q(x)', 'unbounded-future', '`eventually q(x)`'],
    ['forall x. (p(x) implies always q(x))', 'unbounded-future', '`always q(x)`'],
    ['not p(x) until q(x)', 'unbounded-future', '`not p(x) until q(x)`'],
    ['historically[1,5] p(x)', 'unguarded-window', '`historically[1,5] p(x)`'],
    ['always[2,5] p(x)', 'unguarded-window', '`always[2,5] p(x)`'],
  ])('%s is refused for %s of %s', (text, code, named) => {
    const refusal = refusalOf(text)
    expect(refusal?.code).toBe(code)
    expect(refusal?.message).toContain(named)
    expect(refusal?.help).not.toBe('')
  })

  it('is refused rather than multiplied out without end', () => {
    const choices = Array.from({ length: 30 }, (_, i) => `(q${i}(x) or x < ${i})`)
    expect(refusalOf(`p(x) and ${choices.join(' and ')}`)?.code).toBe('too-large')
    const chain = Array.from({ length: 30 }, (_, i) => `(p(${i})`).join(' iff ') + ')'.repeat(30)
    expect(refusalOf(`exists x. p(x) and ${chain}`)?.code).toBe('too-large')
  })

  it('is told which variable needs a predicate', () => {
    expect(refusalOf('p(x) and not e(x,y)')).toEqual({
      code: 'unguarded-negation',
      message: 'no end of values of `y` satisfy `not e(x, y)`',
      help: 'join it by `and` with a predicate that has `y`',
    })
  })
})

describe('a formula within the fragment', () => {
  it.each([
    'not q(x) and p(x)',
    'not q(x) and x < 3 and p(x)',
    'x = 3',
    'x = 3 and y = x',
    'not not p(x)',
    'not (p(x) implies q(x))',
    'p(x) and e(x,y) and (q(x) or r(y))',
    'p(x) and (not q(x) or x = 1)',
    'p(x) and (q(x) iff r(x))',
    'p(x) and prev not q(x)',
    'p(x) and next[0,3] not q(x)',
    'p(x) and not (q(x) or not once r(x))',
    'p(x) and exists y. (q(y) and x < y)',
    'p(x) and forall y. (q(y) implies x < y)',
    'p(x) and historically (q(x) implies r(x))',
    'historically p(x)',
    'always[0,5] p(x)',
    'not p(x) since[2,9] q(x)',
    '(p(x) implies r(x)) since e(x,y)',
    'p until[0,3] q(x)',
    'forall x, y. (e(x,y) implies once[0,9] (p(x) and q(y)))',
    'p(x) or false',
    'p and not q',
  ])('is taken: %s', (text) => {
    expect(refusalOf(text)).toBeNull()
  })
})
