import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const duty = (by: string) => `
duty first-boat
  on           north
  act          deliver-aid
  by           ${by}
  silence      unknown
`

describe('undefined-anchor', () => {
  it('underlines the name, without what is added to it', () => {
    expect(underlined(clausesUnder(duty('day-won + 2 days')), 'undefined-anchor')).toEqual(['day-won'])
  })

  it('finds both ends of a span', () => {
    const ban = `
ban no-shooting
  on           north
  act          attack
  during       from day-won to day-too + 3 days
  silence      unknown
`
    expect(underlined(clausesUnder(ban), 'undefined-anchor')).toEqual(['day-won', 'day-too'])
  })

  it('says what was asked for', () => {
    expect(said(clausesUnder(duty('day-won')), 'undefined-anchor')).toEqual([
      'no anchor `day-won` is declared in this agreement',
    ])
  })

  it('leaves alone what is declared, and what is a time of its own', () => {
    expect(underlined(clausesUnder(duty('day-one + 2 days')), 'undefined-anchor')).toEqual([])
    expect(underlined(clausesUnder(duty('2030-03-03T12:00+02:00')), 'undefined-anchor')).toEqual([])
  })
})
