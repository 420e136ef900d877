import { describe, expect, it } from 'vitest'
import { clausesUnder, lintSnippet, said, underlined } from '../../testing/snippet.ts'

const RULE = 'extension-unowned'
const term = (fields = '') => `
term pause
  starts       day-one
  lasts        7 days
${fields}
`
const power = (effect: string) => `
power longer
  held-by      north and south jointly
  effect       ${effect}
`

describe('extension-unowned', () => {
  it('underlines the power that a term names and that does not extend it', () => {
    const other = term('  extends      longer') + power('terminate pause')
    expect(underlined(clausesUnder(other), RULE)).toEqual(['longer'])
    expect(said(clausesUnder(other), RULE)).toEqual(['`pause` is to be extended by `longer`, which does not extend it'])
  })

  it('underlines the term that a power extends and that does not name it', () => {
    expect(underlined(clausesUnder(term() + power('extend pause')), RULE)).toEqual(['pause'])
  })

  it('says which power the term names instead', () => {
    const other =
      term('  extends      other') + power('extend pause') + power('extend pause').replace('longer', 'other')
    expect(said(clausesUnder(other), RULE)).toEqual([
      '`longer` is to extend `pause`, which names `other` for that: using it changes nothing',
    ])
  })

  it.each(['can be extended', 'may be renewed', 'is renewable', 'runs until its prolongation ends'])(
    'underlines the word where the text only speaks of it: %s',
    (words) => {
      const found = underlined(clausesUnder(term(), `The pause lasts seven days and ${words}.`), RULE)
      expect(found).toEqual([/extended|renewed|renewable|prolongation/.exec(words)![0]])
    },
  )

  it.each(['It cannot be extended.', 'It ends without renewal.', 'The road extends to the north.'])(
    'leaves alone what is ruled out or is no time: %s',
    (sentence) => {
      expect(underlined(clausesUnder(term(), `The pause lasts seven days. ${sentence}`), RULE)).toEqual([])
    },
  )

  it('is content where term and power name each other', () => {
    const sound = term('  extends      longer') + power('extend pause')
    expect(underlined(clausesUnder(sound, 'The pause can be extended.'), RULE)).toEqual([])
  })

  it('asks nothing of a term without an end', () => {
    const endless = term().replace('  lasts        7 days\n', '')
    expect(underlined(clausesUnder(endless, 'The pause may be renewed.'), RULE)).toEqual([])
  })
})

describe('the fix of extension-unowned', () => {
  it('has the term name the power', () => {
    const { source, diagnostics } = lintSnippet(clausesUnder(term() + power('extend pause')))
    const { range, text } = diagnostics.find(({ code }) => code === RULE)!.fix!
    const mended = source.slice(0, range.start.offset) + text + source.slice(range.end.offset)
    expect(underlined(mended, RULE)).toEqual([])
    expect(mended).toContain('  lasts        7 days\n  extends      longer\n')
  })
})
