import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const SUSPEND = `
power pause
  held-by      north or south
  effect       suspend complaints
`
const RESUME = `
power go-on
  held-by      north and south jointly
  effect       resume complaints
`
const gate = (when: string, reopens: string) => `
gate ferry
  opens        joint-office
  when         ${when}
  certify      eastland and westland jointly
  reopens      ${reopens}

power certify-ferry
  held-by      eastland and westland jointly
  effect       certify ferry
`

describe('no-way-back', () => {
  it('underlines what can be suspended and not resumed', () => {
    expect(underlined(clausesUnder(SUSPEND), 'no-way-back')).toEqual(['complaints'])
    expect(said(clausesUnder(SUSPEND), 'no-way-back')).toEqual([
      '`pause` can suspend `complaints`, and nobody has the power to resume it',
    ])
  })

  it('is content once somebody can resume it', () => {
    expect(underlined(clausesUnder(SUSPEND + RESUME), 'no-way-back')).toEqual([])
  })

  it('underlines that a gate never reopens, where what opened it can cease', () => {
    expect(underlined(clausesUnder(gate('in-force(quiet)', 'never')), 'no-way-back')).toEqual(['reopens      never'])
  })

  it('leaves a gate alone that reopens, and one whose condition cannot cease', () => {
    expect(underlined(clausesUnder(gate('in-force(quiet)', 'again')), 'no-way-back')).toEqual([])
    expect(underlined(clausesUnder(gate('passed(day-one)', 'never')), 'no-way-back')).toEqual([])
  })
})
