import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const gate = (certify: string) => `
gate ferry
  opens        joint-office
  when         passed(day-one)
${certify}`
const power = (by: string) => `
power certify-ferry
  held-by      ${by}
  effect       certify ferry
`
const CERTIFY = '  certify      eastland and westland jointly\n'

describe('gate-certifier-missing', () => {
  it('underlines the gate that names nobody', () => {
    expect(underlined(clausesUnder(gate('')), 'gate-certifier-missing')).toEqual(['gate ferry'])
  })

  it('underlines the field, where those it names have no power to', () => {
    expect(underlined(clausesUnder(gate(CERTIFY)), 'gate-certifier-missing')).toEqual([
      'certify      eastland and westland jointly',
    ])
  })

  it('underlines who may, where the gate does not name them', () => {
    const text = clausesUnder(`${gate(CERTIFY)}${power('eastland and port-office jointly')}`)
    expect(underlined(text, 'gate-certifier-missing')).toEqual(['held-by      eastland and port-office jointly'])
    expect(said(text, 'gate-certifier-missing')).toEqual([
      '`certify-ferry` lets `port-office` certify `ferry`, which the gate does not name',
    ])
  })

  it('is content where both name the same', () => {
    expect(
      underlined(clausesUnder(`${gate(CERTIFY)}${power('eastland and westland jointly')}`), 'gate-certifier-missing'),
    ).toEqual([])
  })
})
