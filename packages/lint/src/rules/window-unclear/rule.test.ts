import { describe, expect, it } from 'vitest'
import { clausesUnder, lintSnippet, said, underlined } from '../../testing/snippet.ts'

const RULE = 'window-unclear'
const measure = ({
  zone = 'Europe/Athens',
  from = '2030-03-02T00:00+02:00',
  during = '  during       term quiet\n',
} = {}) => `
measure calm
  counts       attack
  per          calendar day, ${zone}
  holds        while count = 0
  from         ${from}
${during}  silence      unknown
`
const gate = (held: string, fields = '') => `
gate office
  opens        joint-office
  when         held(calm, ${held})
${fields}
power again
  held-by      eastland and westland jointly
  effect       trigger office
`

describe('window-unclear', () => {
  it('underlines the clock of a measure that is not that of the agreement', () => {
    expect(underlined(clausesUnder(measure({ zone: 'Europe/London' })), RULE)).toEqual([
      'per          calendar day, Europe/London',
    ])
    expect(said(clausesUnder(measure({ zone: 'Europe/London' })), RULE)).toEqual([
      'the days of `calm` run by `Europe/London`, and those of the agreement by `Europe/Athens`',
    ])
  })

  it('has a fix that counts by the clock of the agreement', () => {
    const { source, diagnostics } = lintSnippet(clausesUnder(measure({ zone: 'Europe/London' })))
    const { range, text } = diagnostics.find(({ code }) => code === RULE)!.fix!
    const mended = source.slice(0, range.start.offset) + text + source.slice(range.end.offset)
    expect(underlined(mended, RULE)).toEqual([])
  })

  it('underlines the measure whose days are added up over no said span', () => {
    const endless = measure({ during: '' }) + gate('7 days, cumulative')
    expect(underlined(clausesUnder(endless), RULE)).toEqual(['calm'])
    expect(said(clausesUnder(endless), RULE)).toEqual([
      '`office` adds up 7 days of `calm`, and nothing says over how long',
    ])
  })

  it('is content where the measure or the gate has a span', () => {
    expect(underlined(clausesUnder(measure() + gate('7 days, cumulative')), RULE)).toEqual([])
    const spanned = measure({ during: '' }) + gate('7 days, cumulative', '  during       term quiet\n')
    expect(underlined(clausesUnder(spanned), RULE)).toEqual([])
  })

  it.each([
    'After a serious violation the seven days begin again.',
    'If there is fire, all seven days have to be gone through once more.',
    'With a single shot the days so far are lost.',
    'If a shot is fired, the days are counted from the first again.',
    'Should there be fire, the whole period starts anew.',
    'The guarantors may restart the count.',
    'They can set the days\nto zero again.',
  ])('wants a power where the text begins again: %s', (prose) => {
    expect(underlined(clausesUnder(measure() + gate('7 days, continuous'), prose), RULE)).toEqual(['calm'])
    const owned = measure() + gate('7 days, continuous, reset on again')
    expect(underlined(clausesUnder(owned, prose), RULE)).toEqual([])
  })

  it('wants none where the text begins nothing again', () => {
    const prose =
      'The bus runs again after seven quiet days, school begins anew, and the office opens again each morning.'
    expect(underlined(clausesUnder(measure() + gate('7 days, continuous'), prose), RULE)).toEqual([])
  })

  it('notes a lost first day where the term has no other to spare', () => {
    const tight = (length: string) => measure({ from: 'day-one' }) + gate(`${length}, continuous, reset on again`)
    expect(underlined(clausesUnder(tight('30 days')), RULE)).toEqual(['from         day-one'])
    expect(underlined(clausesUnder(tight('29 days')), RULE)).toEqual([])
  })
})
