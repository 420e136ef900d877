import { describe, expect, it } from 'vitest'
import { clausesUnder, lintSnippet, underlined } from '../../testing/snippet.ts'

const RULE = 'open-term-unowned'
const term = (fields: string) => `
open-term defence
  words        save in self-defence
${fields}
`
const BAN = `
ban no-shooting
  on           north
  act          attack
  during       term quiet
  touches      defence
`
const OWNED = '  interprets   eastland and westland jointly'
const severities = (clauses: string) =>
  lintSnippet(clausesUnder(clauses)).diagnostics.flatMap(({ code, severity }) => (code === RULE ? [severity] : []))

describe('open-term-unowned', () => {
  it('underlines words that nobody interprets', () => {
    expect(underlined(clausesUnder(term('') + BAN), RULE)).toEqual(['open-term defence'])
    expect(severities(term('') + BAN)).toEqual(['warning'])
  })

  it('notes words on which no clause rests', () => {
    expect(underlined(clausesUnder(term(OWNED)), RULE)).toEqual(['open-term defence'])
    expect(severities(term(OWNED))).toEqual(['note'])
  })

  it('does not take a reading for a clause that rests on them', () => {
    const read = `${term(OWNED)}\nreading ours\n  of           defence\n  by           north\n  says         when shot at\n`
    expect(severities(read)).toEqual(['note'])
  })

  it('is content where somebody interprets them and a clause says that it rests on them', () => {
    expect(severities(term(OWNED) + BAN)).toEqual([])
  })
})
