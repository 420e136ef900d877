import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const FIRST = `
duty north-back
  on           north
  act          pull-back
  in           valley
  from         day-one
  by           day-one + 2 days
`
const second = (more: string, on = 'south') => `
duty south-back
  on           ${on}
  act          pull-back
  in           valley
  after        met(north-back)
${more}`

describe('exposed-performance', () => {
  it('underlines what the other does first', () => {
    const text = clausesUnder(FIRST + second(''))
    expect(underlined(text, 'exposed-performance')).toEqual(['north-back'])
    expect(said(text, 'exposed-performance')).toEqual([
      '`north` has to do `north-back` first, and `south` is bound to no time in which to follow',
    ])
  })

  it('is content where who follows has a deadline', () => {
    expect(
      underlined(clausesUnder(FIRST + second('  by           day-one + 4 days\n')), 'exposed-performance'),
    ).toEqual([])
    expect(
      underlined(clausesUnder(FIRST + second('  together     north-back within 24 hours\n')), 'exposed-performance'),
    ).toEqual([])
  })

  it('is content where one and the same does both', () => {
    expect(underlined(clausesUnder(FIRST + second('', 'north')), 'exposed-performance')).toEqual([])
  })
})
