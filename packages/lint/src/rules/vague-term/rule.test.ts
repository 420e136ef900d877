import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const RULE = 'vague-term'
const BAN = `
ban no-shooting
  on           north and south, each
  act          attack
  during       term quiet
`
const under = (prose: string, more = '') => clausesUnder(BAN + more, prose)

describe('vague-term', () => {
  it.each([
    ['The north leaves as soon as possible.', 'as soon as possible'],
    ['It leaves as soon as\npossible.', 'as soon as\npossible'],
    ['It is informed promptly.', 'promptly'],
    ['They act without undue delay.', 'without undue delay'],
    ['Each makes reasonable efforts.', 'reasonable efforts'],
    ['Each does what it can to help.', 'does what it can'],
    ['They act in good faith.', 'in good faith'],
    ['They go back equal or similar distances.', 'equal or similar'],
    ['They bring sufficient food.', 'sufficient'],
    ['They leave gradually.', 'gradually'],
    ['They leave soon.', 'soon'],
    ['Both show maximum restraint.', 'maximum restraint'],
    ['They use their best endeavours.', 'best endeavours'],
    ['It lasts until the situation improves.', 'until the situation improves'],
    ['They move back far enough.', 'far enough'],
    ['Where possible they open the road.', 'Where possible'],
    ['After a serious violation they meet.', 'serious violation'],
    ['A modest guard stays.', 'modest'],
    ['They leave but for a token force.', 'token force'],
    ['They keep shooting to a minimum.', 'to a minimum'],
    ['They stay as long as strictly needed.', 'as long as strictly needed'],
    ['They leave unless the military situation does not permit it.', 'unless the military situation does not permit'],
    ['They keep at a respectful distance.', 'at a respectful distance'],
    ['They leave at once.', 'at once'],
    ['It leaves as many men as it sees fit.', 'as it sees fit'],
    ['The bulk of the guns is taken away.', 'The bulk of'],
    ['It may fire for operational reasons.', 'for operational reasons'],
  ])('in `%s` underlines `%s`', (prose, words) => {
    expect(underlined(under(prose), RULE)).toEqual([words])
  })

  it('says what is wrong with each, in its own words', () => {
    expect(said(under('They leave promptly and bring adequate food.'), RULE)).toEqual([
      '`promptly` sets no time that anybody could be held to',
      '`adequate` has no measure that two sides would read alike',
    ])
  })

  it('underlines the longest where two lie over each other', () => {
    expect(underlined(under('They make all reasonable efforts.'), RULE)).toEqual(['all reasonable efforts'])
  })

  it.each([
    ['a number stands in the same sentence', 'They leave promptly, within 24 hours.'],
    ['a distance is given', 'They keep at a distance of 500 m.'],
    ['it speaks of people', 'Reasonable people may differ about this.'],
    ['it names a market', 'The fair is held in May.'],
    ['it names a term', 'The word "reasonable" is left out.'],
    ['it waits for an event', 'They leave as soon as the boat has come.'],
    ['it is part of another word', 'The unsubstantiated inadequacy is reasoned about.'],
    ['it is a name', 'The Rapid Support Forces stay where they are.'],
    ['it is forbidden', 'Nobody takes or tries to take ground.'],
  ])('is content where %s', (_, prose) => {
    expect(underlined(under(prose), RULE)).toEqual([])
  })

  it('leaves alone what an open term holds open', () => {
    const open = '\nopen-term best\n  words        does what it can\n  interprets   eastland\n'
    expect(underlined(under('Each does what\nit can.', open), RULE)).toEqual([])
  })

  it('leaves alone prose that no clause reads', () => {
    expect(underlined('## 1. Hopes\n\nAll hope for a reasonable peace.\n', RULE)).toEqual([])
  })
})
