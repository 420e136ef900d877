import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const ban = (on: string) => `
ban no-shooting
  on           ${on}
  act          attack
  during       term quiet
  silence      unknown
`

describe('undefined-party', () => {
  it('underlines the name', () => {
    expect(underlined(clausesUnder(ban('nort')), 'undefined-party')).toEqual(['nort'])
  })

  it('finds each of several', () => {
    expect(underlined(clausesUnder(ban('nort and suoth, each')), 'undefined-party')).toEqual(['nort', 'suoth'])
  })

  it('says what was asked for', () => {
    expect(said(clausesUnder(ban('nort')), 'undefined-party')).toEqual([
      'no party `nort` is declared in this agreement',
    ])
  })
})
