import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const ban = (zones: string) => `
ban no-shooting
  on           north and south, each
  act          attack
  in           ${zones}
  during       term quiet
  silence      unknown
`

describe('undefined-zone', () => {
  it('underlines the name', () => {
    expect(underlined(clausesUnder(ban('valey')), 'undefined-zone')).toEqual(['valey'])
  })

  it('finds each of several', () => {
    expect(underlined(clausesUnder(ban('valey, valley, hil')), 'undefined-zone')).toEqual(['valey', 'hil'])
  })

  it('finds the zone in which another is said to lie', () => {
    const zone = 'zone verge\n  along        road\n  side         north\n  depth        500 m\n  within       valey\n'
    expect(underlined(clausesUnder(zone), 'undefined-zone')).toEqual(['valey'])
  })

  it('says what was asked for', () => {
    expect(said(clausesUnder(ban('valey')), 'undefined-zone')).toEqual([
      'no zone `valey` is declared in this agreement',
    ])
  })

  it('leaves a zone alone that is declared, wherever it stands', () => {
    expect(underlined(clausesUnder(ban('valley')), 'undefined-zone')).toEqual([])
  })
})
