// What is said of prose and headings that changed, and of clauses that stand elsewhere now.
import { describe, expect, it } from 'vitest'
import { HEAD } from '../fixture.ts'
import { parseAgreement } from '../parse.ts'
import { BODY, SENTENCE, text } from './fixture.ts'
import { compareAgreements } from './index.ts'

describe('prose', () => {
  const reworded = (sentence: string) =>
    compareAgreements(text(BODY), text(BODY, sentence)).changes.map(({ change, severity, message }) => [
      change,
      severity,
      message,
    ])

  it('is editorial where it says the same in other words', () => {
    expect(reworded('Within 48 hours the lake shall carry food to the hill.')).toEqual([
      ['reworded', 'editorial', 'the prose above `crown` reads otherwise'],
    ])
  })

  it('is minor where it says `may` for `shall`, another number or `not`, and no clause under it has changed', () => {
    expect(reworded(SENTENCE.replace('shall', 'may'))).toEqual([
      [
        'reworded',
        'minor',
        'the prose above `crown` now says `may` where it said `shall`, and no clause under it has changed',
      ],
    ])
    expect(reworded(SENTENCE.replace('48', '72'))[0]![1]).toBe('minor')
    expect(reworded(SENTENCE.replace('shall', 'shall not'))[0]![1]).toBe('minor')
  })

  it('is editorial where the clause under it changed with it', () => {
    const both = compareAgreements(
      text(BODY),
      text(BODY.replace('dawn + 48', 'dawn + 72'), SENTENCE.replace('48', '72')),
    )
    expect(both.changes.map(({ path, severity }) => [path, severity])).toEqual([
      ['crown', 'editorial'],
      ['carts.by', 'major'],
    ])
  })

  it('is nothing where only line ends, spaces and capitals differ', () => {
    expect(reworded(SENTENCE.toUpperCase().replaceAll(' ', '\n'))).toEqual([])
  })

  it('that no clause reads is compared too, under the number of its article', () => {
    const page = (words: string) => parseAgreement(`${HEAD}\n## 1. More\n\n${words}\n`, 'a.md').text
    const { changes } = compareAgreements(page('Each side keeps five posts.'), page('Each side keeps six posts.'))
    expect(changes).toMatchObject([{ path: 'article 1', change: 'reworded', severity: 'minor', new: { range: null } }])
  })
})

describe('articles', () => {
  const page = (...articles: [heading: string, clause: string][]) =>
    parseAgreement(
      `${HEAD}${articles.map(([heading, clause]) => `\n## ${heading}\n\n\`\`\`truce\n${clause}\n\`\`\`\n`).join('')}`,
      'a.md',
    ).text
  const post = (id: string) => `body ${id}\n  name ${id}`

  it('may be renumbered, and their clauses have not moved', () => {
    const old = page(['1. East', post('east')], ['2. West', post('west')])
    const now = page(['1. North', post('north')], ['2. East', post('east')], ['3. West', post('west')])
    expect(compareAgreements(old, now).changes.map(({ path, change }) => [path, change])).toEqual([
      ['north', 'added'],
      ['article 2', 'reworded'],
      ['article 3', 'reworded'],
    ])
  })

  it('tell where a clause that moved stood', () => {
    const old = page(['1. East', `${post('east')}\n${post('west')}`], ['2. South', post('south')])
    const now = page(['1. East', post('east')], ['2. South', `${post('west')}\n${post('south')}`])
    expect(compareAgreements(old, now).changes).toMatchObject([
      {
        path: 'west',
        change: 'moved',
        severity: 'editorial',
        message: '`west` stands under `2. South` now, and stood under `1. East`',
      },
    ])
  })

  it('tell of what is gone before what followed it', () => {
    const old = page(
      ['1. East', [post('a'), post('b'), post('c')].join('\n')],
      ['2. Gone', post('d')],
      ['3. South', post('e')],
    )
    const now = page(
      ['1. East', [post('a'), post('c').replace('name c', 'name other')].join('\n')],
      ['3. South', post('f')],
    )
    expect(compareAgreements(old, now).changes.map(({ path, change }) => `${change} ${path}`)).toEqual([
      'removed b',
      'changed c.name',
      'removed d',
      'added f',
      'removed e',
    ])
  })
})
