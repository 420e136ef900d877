import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const RULE = 'unread-prose'
const alone = (prose: string) => `# The arrangement\n\n## 1. The road\n\n${prose}\n`

describe('unread-prose', () => {
  it.each([
    ['The southern council shall open the bridge.', 'shall'],
    ['It shall\nnot close it.', 'shall\nnot'],
    ['Each must keep the road open.', 'must'],
    ['Forces may not enter.', 'may not'],
    ['No armed person may enter.', 'No armed person may'],
    ['The north undertakes to open it.', 'undertakes to'],
    ['The parties agree to open it.', 'agree to'],
    ['Each side pulls back.', 'pulls back'],
    ['Both parties will withdraw.', 'parties will'],
    ['The north is responsible for the road.', 'is responsible for'],
    ['No soldier enters the kitchen.', 'No soldier enters'],
  ])('in `%s` underlines `%s`', (prose, words) => {
    expect(underlined(alone(prose), RULE)).toEqual([words])
  })

  it('knows a duty in the plain present by the name of who is bound and the time that is set', () => {
    const apart = (prose: string) => `${alone(prose)}\n## 2. Others\n\nOthers were there.\n`
    expect(underlined(apart('The Northern council opens the\nbridge within two days.'), RULE)).toEqual([
      'within two days',
    ])
    expect(underlined(apart('Within two days the snow melts. The Northern council knows it.'), RULE)).toEqual([])
    expect(underlined(apart('The Northern council is older than the bridge.'), RULE)).toEqual([])
  })

  it('takes the name of a party as it is written, whatever signs are in it', () => {
    const party = '\n## 2. Who\n\nOne council.\n\n```truce\nparty odd\n  name         Council (new) [A+B] of 1\n```\n'
    expect(underlined(`${alone('The Council (new) [A+B] of 1 leaves within two days.')}${party}`, RULE)).toHaveLength(1)
  })

  it('says one thing of a paragraph, however often it binds', () => {
    expect(said(alone('Each shall open it. Each must keep it open.'), RULE)).toEqual([
      '`shall` binds somebody, and no clause reads this paragraph',
    ])
  })

  it.each([
    ['it binds nobody', 'The bridge was built long ago. The month was May; it may rain.'],
    ['it is a quotation', '> Each side shall open the road.'],
    ['it is a table', '| who | what |\n|---|---|\n| north | shall open |'],
    ['it only says what a word means', '"Road" shall mean the road along the valley.'],
    ['the word is named', 'The word "shall" was struck.'],
  ])('leaves a paragraph alone where %s', (_, prose) => {
    expect(underlined(alone(prose), RULE)).toEqual([])
  })

  it('leaves the words before the first article alone', () => {
    expect(underlined('# The arrangement\n\nThis text must be read with its map.\n\n## 1. Quiet\n', RULE)).toEqual([])
    expect(underlined('This text must be read with its map.\n', RULE)).toEqual([])
  })

  it('is content where a clause reads it', () => {
    const duty = 'duty open\n  on south\n  act aid_access\n  by day-one\n'
    expect(underlined(clausesUnder(duty, 'The southern council shall open the bridge.'), RULE)).toEqual([])
  })
})
