import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const gate = (when: string) => `
gate office
  opens        joint-office
  when         ${when}
  certify      eastland and westland jointly
`

describe('undefined-clause', () => {
  it('underlines the name', () => {
    expect(underlined(clausesUnder(gate('met(frist-boat)')), 'undefined-clause')).toEqual(['frist-boat'])
  })

  it('finds what a power works on, and what wins over what', () => {
    const power = 'power wait\n  held-by      north\n  effect       suspend quite\n'
    const order = 'prevails first\n  wins         quiet\n  over         complaint\n'
    expect(underlined(clausesUnder(`${power}\n${order}`), 'undefined-clause')).toEqual(['quite', 'complaint'])
  })

  it('says what was asked for', () => {
    expect(said(clausesUnder(gate('met(frist-boat)')), 'undefined-clause')).toEqual([
      'no clause `frist-boat` is declared in this agreement',
    ])
  })

  it('leaves a clause alone that is declared', () => {
    expect(underlined(clausesUnder(gate('met(complaints)')), 'undefined-clause')).toEqual([])
  })
})
