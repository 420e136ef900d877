// Cells that a spreadsheet would run, and the mark that keeps it from doing so.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFormula, shielded, unshielded } from './formula.ts'

describe('a text that a spreadsheet would run', () => {
  it.each(['=1+1', '+1', '-1+1', '@SUM(1)', '\t=1', '\r=1', ' =1', '\uFEFF=1', '＝1', "'=1", 'a\n=1', '1;=1', '"=1'])(
    '%j gets a mark before it, which is taken off again',
    (text) => {
      expect(shielded(text)).toBe(`'${text}`)
      expect(unshielded(shielded(text))).toBe(text)
    },
  )

  it('comes back the same, and so does every other', () => {
    const parts = fc.constantFrom("'", '=', '-', ' ', '\t', '\n', ';', '"', 'a', '1', '\u0000')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(parts, { maxLength: 6 }).map((all) => all.join('')),
        ),
        (text) => {
          expect(unshielded(shielded(text))).toBe(text)
          expect(isFormula(shielded(text))).toBe(false)
        },
      ),
    )
  })

  it.each(["it's", "'quoted'", 'UN-led', 'a=b', '3 %', '2016-09-12'])('%j is left alone', (text) => {
    expect(shielded(text)).toBe(text)
    expect(unshielded(text)).toBe(text)
  })
})

it('a number is no formula, whatever its sign', () => {
  expect(['-1', '+963', '-36.25', '-1+1'].map(isFormula)).toEqual([false, false, false, true])
})
