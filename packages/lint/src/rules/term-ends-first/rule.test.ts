import { describe, expect, it } from 'vitest'
import { lintSnippet, clausesUnder, said, underlined } from '../../testing/snippet.ts'

const CERTIFY = `
power certify-ferry
  held-by      eastland and westland jointly
  effect       certify ferry
`
const gate = (when: string, term = 'quiet') => `
gate ferry
  opens        joint-office
  when         ${when}
  certify      eastland and westland jointly
  during       term ${term}
${CERTIFY}`
const SHORT = `
term ebb
  starts       day-one
  lasts        2 days
`

describe('term-ends-first', () => {
  it('underlines the condition of a gate that needs longer than its term lasts', () => {
    const text = clausesUnder(gate('passed(day-one + 7 days)', 'ebb') + SHORT)
    expect(underlined(text, 'term-ends-first')).toEqual(['when         passed(day-one + 7 days)'])
    expect(said(text, 'term-ends-first')).toEqual([
      '`ferry` cannot open before 2030-03-08 12:00, and `ebb` ends on 2030-03-03 12:00',
    ])
  })

  it('weighs less where the term can be extended', () => {
    const weights = (term: string, days: number) =>
      lintSnippet(clausesUnder(gate(`passed(day-one + ${days} days)`, term) + SHORT)).diagnostics.flatMap(
        ({ code, severity }) => (code === 'term-ends-first' ? [severity] : []),
      )
    expect(weights('ebb', 7)).toEqual(['warning'])
    expect(weights('quiet', 40)).toEqual(['note'])
  })

  it('underlines a deadline after the term in which the duty is owed', () => {
    const duty =
      '\nduty boat\n  on           north\n  act          deliver-aid\n  by           day-one + 48 days\n  during       term ebb\n'
    expect(underlined(clausesUnder(duty + SHORT), 'term-ends-first')).toEqual(['by           day-one + 48 days'])
  })

  it('is content with what fits', () => {
    expect(underlined(clausesUnder(gate('passed(day-one + 2 days)')), 'term-ends-first')).toEqual([])
    expect(underlined(clausesUnder(gate('passed(day-one + 47 hours)', 'ebb') + SHORT), 'term-ends-first')).toEqual([])
  })
})
