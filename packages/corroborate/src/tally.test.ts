// How many violations some statements add up to, held against a search through every possibility.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alleged, atLeast, fewest, type Alleged, type Counted } from './tally.ts'

const counted = (from: number, to: number, count: number): Counted => ({ when: { from, to }, count })
const bulk = (from: number, to: number, count: number, ...camps: string[]): Alleged => ({
  when: { from, to },
  bulk: count,
  camps,
})
const one = (from: number, to: number, ...camps: string[]): Alleged => ({ when: { from, to }, bulk: null, camps })

/** Tries every number of happenings on every day. */
function bySearch(statements: readonly Counted[], days: number): number {
  const most = Math.max(0, ...statements.map(({ count }) => count))
  let best = Infinity
  const attempt = (day: number, placed: readonly number[], total: number): void => {
    if (total >= best) return
    if (day === days) {
      const holds = statements.every(
        ({ when, count }) => placed.slice(when.from, when.to).reduce((sum, here) => sum + here, 0) >= count,
      )
      if (holds) best = total
      return
    }
    for (let here = 0; here <= most; here += 1) attempt(day + 1, [...placed, here], total + here)
  }
  attempt(0, [], 0)
  return best
}

describe('the fewest happenings', () => {
  it('of 23 on Tuesday, 37 on Wednesday and 144 since Monday are 144', () => {
    expect(fewest([counted(1, 2, 23), counted(2, 3, 37), counted(0, 5, 144)])).toBe(144)
  })

  it('of days that do not touch add up', () => expect(fewest([counted(0, 1, 3), counted(1, 2, 4)])).toBe(7))

  it('of nothing are none', () => expect(fewest([])).toBe(0))

  it('are what a search through every possibility finds', () => {
    const statement = fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }))
      .map(([from, length, count]) => counted(from, Math.min(4, from + length), count))
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 5 }), (statements) => {
        expect(fewest(statements)).toBe(bySearch(statements, 4))
        expect(fewest(statements.toReversed())).toBe(fewest(statements))
      }),
      { numRuns: 300 },
    )
  })
})

describe('what is alleged', () => {
  it('never adds a figure to incidents that the same speaker lists', () => {
    expect(alleged([bulk(0, 5, 10, 'east'), one(1, 2, 'east'), one(2, 3, 'east')])).toBe(10)
    expect(alleged([bulk(0, 5, 1, 'east'), one(1, 2, 'east'), one(2, 3, 'east')])).toBe(2)
  })

  it('adds incidents that only others tell of, which at least need not be others', () => {
    expect(alleged([bulk(0, 5, 10, 'east'), one(1, 2, 'watch')])).toBe(11)
    expect(atLeast([bulk(0, 5, 10, 'east'), one(1, 2, 'watch')])).toBe(10)
  })

  it('takes figures of several camps for one period for the same violations, and adds those of other periods', () => {
    expect(alleged([bulk(0, 5, 10, 'east'), bulk(0, 5, 7, 'watch')])).toBe(10)
    expect(alleged([bulk(0, 1, 10, 'east'), bulk(3, 4, 7, 'watch')])).toBe(17)
  })

  it('counts every incident, and never fewer than there are at least', () => {
    const statement = fc.record({
      when: fc
        .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 3 }))
        .map(([from, length]) => ({ from, to: from + length })),
      bulk: fc.option(fc.integer({ min: 1, max: 5 })),
      camps: fc.constantFrom(['east'], ['watch'], ['east', 'watch']),
    })
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 8 }), (statements) => {
        expect(alleged(statements)).toBeGreaterThanOrEqual(atLeast(statements))
        expect(atLeast(statements)).toBeGreaterThanOrEqual(statements.filter((each) => each.bulk === null).length)
        expect(alleged([...statements, ...statements.filter((each) => each.bulk !== null)])).toBe(alleged(statements))
      }),
      { numRuns: 300 },
    )
  })
})
