import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const RULE = 'precedence-cycle'
const BANS = ['a', 'b', 'c']
  .map(
    (id, index) =>
      `ban ${id}\n  on           north\n  act          ${['attack', 'detain', 'impede-aid'][index]}\n  during       term quiet\n`,
  )
  .join('\n')
const wins = (winner: string, over: string, on = '') =>
  `\nprevails ${winner}-over-${over.replaceAll(/\W/g, '')}${on && `-${on}`}\n  wins         ${winner}\n  over         ${over}\n${on && `  on           ${on}\n`}`

describe('precedence-cycle', () => {
  it('underlines a loser, says the circle, and points to the rest of it', () => {
    const circle = clausesUnder(BANS + wins('a', 'b') + wins('b', 'c') + wins('c', 'a'))
    expect(underlined(circle, RULE)).toEqual(['b'])
    expect(said(circle, RULE)).toEqual(['`a` prevails over `b` prevails over `c` prevails over `a`'])
  })

  it('finds one that prevails over itself', () => {
    expect(said(clausesUnder(BANS + wins('a', 'a')), RULE)).toEqual(['`a` prevails over itself'])
  })

  it('finds two circles apart', () => {
    const both = BANS + wins('a', 'b') + wins('b', 'a') + wins('c', 'c')
    expect(underlined(clausesUnder(both), RULE)).toEqual(['b', 'c'])
  })

  it('leaves a chain alone', () => {
    expect(underlined(clausesUnder(BANS + wins('a', 'b, c') + wins('b', 'c')), RULE)).toEqual([])
  })

  it('lets each win on a subject of its own', () => {
    expect(underlined(clausesUnder(BANS + wins('a', 'b', 'food') + wins('b', 'a', 'arms')), RULE)).toEqual([])
  })

  it('knows that what wins on everything wins on each subject', () => {
    expect(underlined(clausesUnder(BANS + wins('a', 'b', 'food') + wins('b', 'a')), RULE)).toEqual(['b'])
  })
})
