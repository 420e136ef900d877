// The tables of the four verdicts, held against the sentences that define them.
import { describe, expect, it } from 'vitest'
import { and, not, or, truth, weigh } from './algebra.ts'
import type { Verdict } from './status.ts'

const VERDICTS: readonly Verdict[] = ['breached', 'contested', 'unknown', 'met']
const WORST_FIRST: readonly Verdict[] = ['breached', 'contested', 'unknown', 'met']
const BEST_LAST: readonly Verdict[] = ['breached', 'unknown', 'contested', 'met']
const pairs = VERDICTS.flatMap((a) => VERDICTS.map((b) => [a, b] as const))
const triples = pairs.flatMap(([a, b]) => VERDICTS.map((c) => [a, b, c] as const))

describe('and', () => {
  it.each(pairs)('of %s and %s is the worst of the two', (a, b) => {
    expect(and([a, b])).toBe(WORST_FIRST[Math.min(WORST_FIRST.indexOf(a), WORST_FIRST.indexOf(b))])
  })

  it('of nothing is met', () => expect(and([])).toBe('met'))

  it('makes no breach of what is contested and what is unknown, as nobody alleged one', () => {
    expect(and(['contested', 'unknown'])).toBe('contested')
  })
})

describe('or', () => {
  it.each(pairs)('of %s and %s is the best of the two', (a, b) => {
    expect(or([a, b])).toBe(BEST_LAST[Math.max(BEST_LAST.indexOf(a), BEST_LAST.indexOf(b))])
  })

  it('of nothing is breached', () => expect(or([])).toBe('breached'))
})

describe('not', () => {
  it('swaps met and breached and leaves the rest', () => {
    expect(VERDICTS.map(not)).toEqual(['met', 'contested', 'unknown', 'breached'])
  })

  it('undoes itself', () => expect(VERDICTS.map((value) => not(not(value)))).toEqual(VERDICTS))

  it.each(pairs)('of both %s and %s is either of their opposites (De Morgan)', (a, b) => {
    expect(not(and([a, b]))).toBe(or([not(a), not(b)]))
    expect(not(or([a, b]))).toBe(and([not(a), not(b)]))
  })
})

describe('and and or', () => {
  it('take their parts in any order and in any grouping', () => {
    for (const [a, b, c] of triples) {
      for (const combine of [and, or]) {
        expect(combine([a, combine([b, c])])).toBe(combine([combine([a, b]), c]))
        expect(combine([c, b, a])).toBe(combine([a, b, c]))
      }
    }
  })

  it('neither absorb nor distribute, so a condition is never simplified', () => {
    expect(or(['unknown', and(['unknown', 'contested'])])).toBe('contested')
    expect(triples.some(([a, b, c]) => and([a, or([b, c])]) !== or([and([a, b]), and([a, c])]))).toBe(true)
  })

  it('are ordinary logic where everything is known', () => {
    for (const a of [true, false]) {
      for (const b of [true, false]) {
        expect(and([truth(a), truth(b)])).toBe(truth(a && b))
        expect(or([truth(a), truth(b)])).toBe(truth(a || b))
      }
    }
  })
})

describe('the evidence for one question', () => {
  it.each([
    [1, 0, 'met'],
    [0, 1, 'breached'],
    [2, 3, 'contested'],
    [0, 0, 'unknown'],
  ] as const)('with %i for it and %i against it makes it %s', (supports, refutes, verdict) => {
    expect(weigh(supports > 0, refutes > 0)).toBe(verdict)
  })
})
