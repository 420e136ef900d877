import { describe, expect, it } from 'vitest'
import type { Clusters } from '@trucekeeper/api'
import { sharedSentences } from './shared-sentences.ts'

const claim = (doc: string, quote: string, kind = 'shelling') => ({ doc, quote, kind }) as Clusters['claims'][string]

describe('a copy', () => {
  const claims: Clusters['claims'] = {
    a: claim('one', 'Shells fell on the town.'),
    b: claim('two', 'Shells fell\non the town.'),
    c: claim('two', 'The trucks waited.'),
    d: claim('three', 'Shells fell on the town.'),
    e: claim('two', 'Shells fell on the town.', 'casualties'),
  }

  it('is ruled on by the sentences that both documents have, however their lines break', () => {
    expect(sharedSentences(['one', 'two'], claims)).toEqual([['a', 'b']])
  })

  it('has nothing to rule on where only one of the two has the sentence', () => {
    expect(sharedSentences(['two', 'four'], claims)).toEqual([])
  })
})
