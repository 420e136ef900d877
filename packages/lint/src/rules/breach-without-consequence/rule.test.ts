import { describe, expect, it } from 'vitest'
import { clausesUnder, lintSnippet, underlined } from '../../testing/snippet.ts'

const RULE = 'breach-without-consequence'
const BAN = `
ban no-shooting
  on           north
  act          attack
  during       from 2030-03-01T00:00+02:00
`
const ALONE = `
agreement bare
  title        Bare
  clock        Europe/Athens
  decided-by   all-reported

party north
  name         North
`
const severities = (markdown: string) =>
  lintSnippet(markdown).diagnostics.flatMap(({ code, severity }) => (code === RULE ? [severity] : []))

describe('breach-without-consequence', () => {
  it('underlines the first line of a ban that nothing follows, and only notes it', () => {
    expect(underlined(clausesUnder(BAN), RULE)).toEqual(['ban no-shooting'])
    expect(severities(clausesUnder(BAN))).toEqual(['note'])
  })

  it('underlines a duty too', () => {
    const duty = 'duty leave\n  on north\n  act pull-back\n  by day-one\n'
    expect(underlined(clausesUnder(duty), RULE)).toEqual(['duty leave'])
  })

  it('warns where the text has nothing that could follow', () => {
    expect(severities(clausesUnder(`${ALONE}${BAN}`))).toEqual(['warning'])
  })

  it.each(['complaints', 'leave'])('is content with `on-breach %s`', (then) => {
    expect(underlined(clausesUnder(`${BAN}  on-breach    ${then}\n`), RULE)).toEqual([])
  })
})
