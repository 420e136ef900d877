// Mentions of one happening come together across documents, and only of documents about one event.
import { describe, expect, it } from 'vitest'
import { mentionGroups } from './mentions.ts'

const documents = [
  { doc: 'a', text: 'An earthquake shook Varna on Tuesday; three people died when houses in Varna collapsed.' },
  { doc: 'b', text: 'Three deaths in Varna as an earthquake struck on Tuesday and houses collapsed.' },
  { doc: 'c', text: 'The singer Okoro died in Lagos, his family said; Okoro had sung for fifty years.' },
]
const mention = (id: string, doc: string, quote: string) => ({ id, doc, quote })

describe('mentions', () => {
  it('of one happening are those that other words tell of as well', () => {
    const mentions = [
      mention('m1', 'a', 'shook'),
      mention('m2', 'b', 'struck'),
      mention('m3', 'a', 'died'),
      mention('m4', 'b', 'deaths'),
      mention('m5', 'c', 'died'),
      mention('m6', 'a', 'had collapsed'),
      mention('m7', 'b', 'collapsing'),
    ]
    const groups = [['m1', 'm2'], ['m3', 'm4'], ['m5'], ['m6', 'm7']]
    expect(mentionGroups(mentions, documents)).toEqual(groups)
    expect(mentionGroups(mentions.toReversed(), documents.toReversed())).toEqual(groups)
  })

  it('may be whole sentences, and need no texts', () => {
    const mentions = [
      mention('m1', 'a', 'three people died when houses in Varna collapsed'),
      mention('m2', 'b', 'three deaths in Varna as houses collapsed there'),
      mention('m3', 'c', 'the singer Okoro died in Lagos, his family said'),
    ]
    expect(mentionGroups(mentions, [])).toEqual([['m1', 'm2'], ['m3']])
  })
})
