import { describe, expect, it } from 'vitest'
import { clausesUnder, lintSnippet, said, underlined } from '../../testing/snippet.ts'

const NAME = 'self-attested-only'
const duty = (on: string, attest: string, more = '') => `
duty draw-back
  on           ${on}
  act          pull-back
  in           valley
  by           day-one + 2 days
  attest       ${attest}
  silence      unknown
${more}`
const gate = (when: string, certify: string, opens = 'joint-office') => `
gate office
  opens        ${opens}
  when         ${when}
  certify      ${certify}
`
const SCOUTS = `
body scouts
  name         Scouts
  role         non_signatory
  answered-by  north
`
const WORD = `
account one-word
  name         The north's word
  trusts       north
`
const found = (clauses: string) => underlined(clausesUnder(clauses), NAME)

describe('self-attested-only', () => {
  it('underlines those who may attest, where they are those who owe it', () => {
    expect(found(duty('north', 'north'))).toEqual(['attest       north'])
    expect(said(clausesUnder(duty('north', 'north')), NAME)).toEqual([
      '`draw-back` binds `north`, and only `north` may say that it is kept',
    ])
  })

  it('counts the guarantor who answers for them, and those under them', () => {
    expect(found(duty('north', 'north, eastland'))).toEqual(['attest       north, eastland'])
    expect(found(SCOUTS + duty('north', 'scouts'))).toEqual(['attest       scouts'])
  })

  it('is content with one of the other side, its guarantor, or one who watches', () => {
    for (const other of ['south', 'westland', 'port-office'])
      expect(found(duty('north', `north, ${other}`))).toEqual([])
  })

  it('does not count a guarantor who answers for others too', () => {
    const both = `\nparty islands\n  name         Islands\n  answered-by  eastland\n`
    expect(found(both + duty('north', 'eastland'))).toEqual([])
  })

  it('lets each of two be attested by the other', () => {
    expect(found(duty('north and south, each', 'north, south'))).toEqual([])
    expect(found(duty('north and south, each', 'north'))).toEqual(['attest       north'])
  })

  it('only notes what two sides owe together and attest together', () => {
    const text = clausesUnder(duty('north and south jointly', 'north, south'))
    const severities = lintSnippet(text).diagnostics.flatMap(({ code, severity }) => (code === NAME ? [severity] : []))
    expect(severities).toEqual(['note'])
  })

  it('says the same of bans', () => {
    const ban =
      '\nban quiet-north\n  on           north\n  act          attack\n  during       term quiet\n  attest       north\n  silence      unknown\n'
    expect(found(ban)).toEqual(['attest       north'])
  })

  it('underlines the account, where that alone leaves the word to those who owe it', () => {
    expect(found(WORD + duty('north', 'north, port-office', '  decided-by   one-word\n'))).toEqual([
      'decided-by   one-word',
    ])
    expect(found(WORD + duty('south', 'north, port-office', '  decided-by   one-word\n'))).toEqual([])
  })

  it('underlines those who owe it, even where the account believes others', () => {
    expect(found(WORD + duty('south', 'south', '  decided-by   one-word\n'))).toEqual(['attest       south'])
  })

  it('underlines who certifies a gate by which they gain', () => {
    expect(found(gate('passed(day-one)', 'north', 'north'))).toEqual(['certify      north'])
    expect(found(gate('passed(day-one)', 'eastland, within 24 hours', 'north'))).toEqual([
      'certify      eastland, within 24 hours',
    ])
    expect(found(gate('passed(day-one)', 'north and south jointly', 'north'))).toEqual([])
  })

  it('underlines who certifies what they did themselves', () => {
    const own = duty('north', 'port-office')
    expect(found(own + gate('met(draw-back)', 'north'))).toEqual(['certify      north'])
    expect(found(gate('done(pull-back by north in valley)', 'eastland'))).toEqual(['certify      eastland'])
    expect(found(own + gate('met(draw-back)', 'south'))).toEqual([])
    expect(found(own + gate('not met(draw-back)', 'north'))).toEqual([])
  })
})
