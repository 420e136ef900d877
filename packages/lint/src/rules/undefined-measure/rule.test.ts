import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const gate = (when: string) => `
gate office
  opens        joint-office
  when         ${when}
  certify      eastland and westland jointly
`
const CALM = `
measure calm
  counts       attack
  per          calendar day, Europe/Athens
  holds        while count = 0
  from         day-one
  silence      unknown
`

describe('undefined-measure', () => {
  it('underlines the name', () => {
    expect(underlined(clausesUnder(gate('held(clam, 7 days, continuous)')), 'undefined-measure')).toEqual(['clam'])
  })

  it('finds each of several, in whatever they are asked', () => {
    expect(
      underlined(clausesUnder(gate('held(clam, 7 days, continuous) and count(clm) <= 3')), 'undefined-measure'),
    ).toEqual(['clam', 'clm'])
  })

  it('says what was asked for', () => {
    expect(said(clausesUnder(gate('count(clam) <= 3')), 'undefined-measure')).toEqual([
      'no measure `clam` is declared in this agreement',
    ])
  })

  it('leaves a measure alone that is declared', () => {
    expect(underlined(clausesUnder(CALM + gate('held(calm, 7 days, continuous)')), 'undefined-measure')).toEqual([])
  })
})
