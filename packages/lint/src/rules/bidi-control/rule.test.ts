import { describe, expect, it } from 'vitest'
import { clausesUnder, lintSnippet, said, underlined } from '../../testing/snippet.ts'

const NAME = 'bidi-control'
const party = (fields: string) => `party east\n  name         Eastern council\n${fields}`
const prose = (words: string) => clausesUnder('zone camp\n  geometry     places.geojson#hill\n', words)

describe('bidi-control', () => {
  it('underlines the word in which a control stands, in the prose', () => {
    expect(underlined(prose('Neither coun\u202Ecil shoots.'), NAME)).toEqual(['coun\u202Ecil'])
    expect(said(prose('Neither coun\u202Ecil shoots.'), NAME)).toEqual([
      '`council` holds a right-to-left override, which is not seen and can change the order in which words are shown',
    ])
  })

  it.each(['\u061C', '\u200E', '\u200F', '\u202A', '\u202C', '\u2066', '\u2069'])('knows %j', (sign) => {
    expect(underlined(prose(`It is quiet${sign}.`), NAME)).toEqual([`quiet${sign}`])
  })

  it('underlines it in a heading and in a clause', () => {
    expect(
      underlined(`# Quiet\u200F\n\n${clausesUnder(party('  known-as     the \u2067east\u2069, we\n'))}`, NAME),
    ).toEqual(['Quiet\u200F', '\u2067east', 'east\u2069'])
  })

  it('underlines a joiner in a name', () => {
    const text = clausesUnder(party('  known-as     the Ea\u200Dst\n'))
    expect(underlined(text, NAME)).toEqual(['Ea\u200Dst'])
    expect(said(text, NAME)).toEqual([
      '`East` holds a zero width joiner, which is not seen, so that two names can look the same',
    ])
  })

  it('takes it out, and nothing else', () => {
    const source = prose('Neither coun\u202Ecil shoots.')
    const fix = lintSnippet(source).diagnostics.find(({ code }) => code === NAME)!.fix!
    const mended = source.slice(0, fix.range.start.offset) + fix.text + source.slice(fix.range.end.offset)
    expect(mended).toBe(prose('Neither council shoots.'))
  })

  it('leaves Arabic and Hebrew alone, and a joiner where spelling needs it', () => {
    expect(underlined(prose('المجلس الشمالي (המועצה הצפונית) does not shoot.'), NAME)).toEqual([])
    expect(
      underlined(clausesUnder(party('  known-as     \u0646\u06CC\u0631\u0648\u200C\u0647\u0627\n')), NAME),
    ).toEqual([])
  })

  it('says nothing of a joiner in the prose, which no report is held against', () => {
    expect(underlined(prose('Nei\u200Dther shoots.'), NAME)).toEqual([])
  })
})
