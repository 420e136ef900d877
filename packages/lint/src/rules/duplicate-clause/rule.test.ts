import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const RULE = 'duplicate-clause'
const ban = (id: string, on = 'north and south, each', fields = '') => `
ban ${id}
  on           ${on}
  act          attack
  in           valley
  during       term quiet
${fields}
`

describe('duplicate-clause', () => {
  it('underlines the second of two that say the same', () => {
    expect(underlined(clausesUnder(ban('one') + ban('two "Again"')), RULE)).toEqual(['ban two "Again"'])
    expect(said(clausesUnder(ban('one') + ban('two')), RULE)).toEqual(['`two` says the same as `one`'])
  })

  it('does not mind the order of names', () => {
    const other = ban('two', 'south and north, each')
    expect(underlined(clausesUnder(ban('one') + other), RULE)).toEqual(['ban two'])
  })

  it.each([
    ['another debtor', ban('two', 'north')],
    ['a silence of its own', ban('two', 'north and south, each', '  silence      unknown')],
    ['another act', ban('two').replace('act          attack', 'act          detain')],
  ])('lets two stand that differ by %s', (_, other) => {
    expect(underlined(clausesUnder(ban('one') + other), RULE)).toEqual([])
  })

  it('lets steps be taken in another order', () => {
    const steps = (id: string, first: string, second: string) =>
      `procedure ${id}\n  step         north do "${first}" within 1 days\n  step         south do "${second}" within 1 days\n`
    expect(underlined(clausesUnder(`${steps('a', 'ask', 'tell')}\n${steps('b', 'tell', 'ask')}`), RULE)).toEqual([])
  })
})
