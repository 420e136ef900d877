import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const RULE = 'agree-to-agree'
const BAN = `
ban no-flights
  on           north
  act          fly-combat-missions
  during       term quiet
`
const POWER = `
power name-the-areas
  held-by      north and south jointly
  effect       amend no-flights
`

describe('agree-to-agree', () => {
  it.each([
    ['The routes are to be agreed.', 'to be agreed'],
    ['The routes are still to be\ndetermined.', 'still to be\ndetermined'],
    ['The Sides will agree on the routes.', 'will agree on'],
    ['The depth shall be determined later.', 'shall be determined later'],
    ['It does not fly in the areas the Sides have agreed.', 'areas the Sides have agreed'],
    ['It does not fly in areas that the Sides will agree.', 'areas that the Sides will agree'],
    ['They open the road in due course.', 'in due course'],
    ['The day is subject to further discussion.', 'subject to further discussion'],
    ['Details to follow.', 'Details to follow'],
    ['They meet at a time to be determined.', 'time to be determined'],
    ['The sides shall agree the routes.', 'shall agree the routes'],
    ['They will negotiate a protocol.', 'negotiate a protocol'],
    ['The details will be elaborated.', 'details will be elaborated'],
    ['It is determined by mutual agreement.', 'determined by mutual agreement'],
    ['They go to agreed locations.', 'agreed locations'],
    ['The number is left for later negotiation.', 'left for later negotiation'],
    ['Which roads these are is to be the subject of a further protocol.', 'is to be the subject of a further protocol'],
    ['Working methods will be worked out in talks between the staffs.', 'will be worked out in talks'],
    ['They go to positions which the staffs have yet to settle.', 'have yet to settle'],
    ['The Sides shall enter into negotiations on the port.', 'shall enter into negotiations'],
    ['Both seek to reach an understanding on pay.', 'seek to reach an understanding'],
    ['The number shall be determined by the Sides.', 'shall be determined by the Sides'],
    ['The staffs will find a formula for mortars.', 'find a formula'],
    ['The ranges shall be laid down in a separate annex.', 'shall be laid down in a separate annex'],
    ['The matter of pay is deferred to a later agreement.', 'deferred to a later agreement'],
    ['The status of the bridge remains open for\ndiscussion.', 'remains open for\ndiscussion'],
  ])('in `%s` underlines `%s`', (prose, words) => {
    expect(underlined(clausesUnder(BAN, prose), RULE)).toEqual([words])
  })

  it('says what it does', () => {
    expect(said(clausesUnder(BAN, 'The routes are to be agreed.'), RULE)).toEqual([
      '`to be agreed` puts the decision off, and nothing says how it comes about',
    ])
  })

  it.each([
    'The Sides agree to stop.',
    'The depth shall be determined by the Port Office.',
    'The routes are still to be determined by the Port Office.',
    'They agreed on the day on 3 March.',
    'They move on ways agreed with the Port Office.',
    'The ranges are laid down in the annex.',
    'The road remains open for the ambulances.',
    'The ranges shall be listed in Annex 2.',
    'A place that is called "to be agreed" is on the map.',
  ])('leaves `%s` alone', (prose) => {
    expect(underlined(clausesUnder(BAN, prose), RULE)).toEqual([])
  })

  it('is not content with an open term or a procedure about something else', () => {
    const other = `${BAN}\nopen-term defence\n  words self-defence\n  interprets eastland\n`
    expect(underlined(clausesUnder(other, 'The areas are to be agreed.'), RULE)).toEqual(['to be agreed'])
    const asking = `${BAN}\nprocedure asking\n  step north do "ask" within 2 days\n`
    expect(underlined(clausesUnder(asking, 'The areas are to be agreed.'), RULE)).toEqual(['to be agreed'])
  })

  it('is not content with a power over something else in the same sentence', () => {
    const power =
      '\npower open-the-centre\n  held-by north\n  effect designate day-two\n  form statement that the centre works\n\nanchor day-two\n  designated-by open-the-centre\n'
    const prose =
      'Once the centre works and everybody has been told, the north does not fly in the areas the Sides have agreed.'
    expect(underlined(clausesUnder(BAN + power, prose), RULE)).toEqual(['areas the Sides have agreed'])
  })

  it.each([
    ['a power', POWER],
    ['a procedure', '\nprocedure finding\n  step north do "propose the areas" within 2 days\n'],
    ['an open term', '\nopen-term areas\n  words the areas\n  interprets eastland\n'],
  ])('is content with %s under the same prose', (_, clause) => {
    expect(underlined(clausesUnder(BAN + clause, 'The areas are to be agreed.'), RULE)).toEqual([])
  })
})
