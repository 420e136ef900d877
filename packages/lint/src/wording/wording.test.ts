import { describe, expect, it } from 'vitest'
import { findAll, LANGUAGES, phrases, sentenceAt, withoutQuotations } from './index.ts'

const all = LANGUAGES.flatMap((language) => [
  ...language.vague.map(({ words }) => words),
  ...language.acts.map(({ words }) => words),
  ...Object.values(language.passive),
  language.later,
  language.binding,
  language.defining,
  language.deadline,
  language.extending,
  language.ruledOut,
  language.again,
])
const words = (text: string, patterns: readonly string[]) =>
  findAll(text, phrases(patterns)).map((found) => found.words)

describe('finding phrases', () => {
  it('finds whole words in any case and over a line break', () => {
    expect(words('As soon\n  as possible. Unreasonable.', ['as soon as', 'reasonable'])).toEqual(['As soon as'])
  })

  it('knows letters beyond ASCII as letters', () => {
    expect(words('après prés pré', ['pr'])).toEqual([])
  })

  it('leaves out what may be left out', () => {
    expect(words('without delay, without undue delay', ['without (undue )?delay'])).toEqual([
      'without delay',
      'without undue delay',
    ])
  })

  it('puts blanks for quotations and keeps every place', () => {
    const text = 'The words "as needed" and “in due\ncourse” stay.'
    expect(withoutQuotations(text)).toHaveLength(text.length)
    expect(words(withoutQuotations(text), ['as needed', 'in due course', 'stay'])).toEqual(['stay'])
  })

  it('gives the sentence around a place', () => {
    const text = 'One goes. Two\nstays; three waits. Four.'
    expect(sentenceAt(text, text.indexOf('Two')).text.trim()).toBe('Two\nstays')
    expect(sentenceAt(text, text.indexOf('Four')).text.trim()).toBe('Four.')
    expect(sentenceAt(text, 0).text).toBe('One goes')
  })
})

describe('the word lists', () => {
  it('repeat nothing without an end', () => {
    for (const pattern of all.flat()) expect(pattern.replaceAll(/\\p\{L\}\+|\\s\+/g, '')).not.toMatch(/[*+]|\{\d+,\}/)
  })

  it('need no more than ten times as long for ten times the text, however it is built', () => {
    const hard = 'shall not ever only wholly be partly will have no more to be in the of a as soon with how '
    const expressions = all.map((patterns) => phrases(patterns))
    const spent = (text: string) => {
      const begun = performance.now()
      for (const expression of expressions) findAll(text, expression)
      return performance.now() - begun
    }
    spent(hard.repeat(50))
    const [short, long] = [spent(hard.repeat(50)), spent(hard.repeat(500))]
    expect(long).toBeLessThan(short * 40 + 50)
  })
})
