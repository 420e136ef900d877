import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const BAN = `
ban no-shooting
  on           north and south, each
  act          attack
  during       term quiet
`

describe('silence-unsaid', () => {
  it('underlines the first line of the clause', () => {
    expect(underlined(clausesUnder(BAN), 'silence-unsaid')).toEqual(['ban no-shooting'])
  })

  it('names the clause', () => {
    expect(said(clausesUnder(BAN), 'silence-unsaid')).toEqual([
      '`no-shooting` does not say what it means when nobody reports',
    ])
  })

  it.each(['unknown', 'breached', 'met'])('is content with `silence %s`', (silence) => {
    expect(underlined(clausesUnder(`${BAN}  silence ${silence}`), 'silence-unsaid')).toEqual([])
  })

  it('can be accepted in the text, with a reason', () => {
    const accepted = `${BAN}\naccept silence-unsaid\n  on no-shooting\n  because      the councils left it open\n`
    expect(underlined(clausesUnder(accepted), 'silence-unsaid')).toEqual([])
  })
})
