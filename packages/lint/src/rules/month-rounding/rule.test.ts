import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const pause = (lasts: string) => `
term pause
  starts       day-one
  lasts        ${lasts}
`

describe('month-rounding', () => {
  it.each(['month', 'months', 'year'])('underlines `%s`', (unit) => {
    expect(underlined(clausesUnder(pause(`6 ${unit}`)), 'month-rounding')).toEqual([unit])
  })

  it('says what is wrong with it', () => {
    expect(said(clausesUnder(pause('6 months')), 'month-rounding')).toEqual(['`months` has no fixed length'])
  })

  it.each(['180 days', '26 weeks'])('reads `%s`', (lasts) => {
    expect(underlined(clausesUnder(pause(lasts)), 'month-rounding')).toEqual([])
  })
})
