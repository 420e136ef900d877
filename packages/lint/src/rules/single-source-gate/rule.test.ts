import { describe, expect, it } from 'vitest'
import { clausesUnder, lintSnippet, said, underlined } from '../../testing/snippet.ts'

const NAME = 'single-source-gate'
const gate = (when: string, more = '') => `
gate office
  opens        joint-office
  when         ${when}
  certify      eastland and westland jointly
${more}`
const duty = (id: string, attest: string) => `
duty ${id}
  on           north
  act          pull-back
  by           day-one + 2 days
  attest       ${attest}
  silence      unknown
`
const account = (trusts: string) => `\naccount one-word\n  name         One word\n  trusts       ${trusts}\n`
const found = (clauses: string) => underlined(clausesUnder(clauses), NAME)
const severities = (clauses: string) =>
  lintSnippet(clausesUnder(clauses)).diagnostics.flatMap(({ code, severity }) => (code === NAME ? [severity] : []))

describe('single-source-gate', () => {
  it('underlines the account that believes one alone', () => {
    const text = account('south') + gate('done(pull-back by north)', '  decided-by   one-word\n')
    expect(found(text)).toEqual(['decided-by   one-word'])
    expect(said(clausesUnder(text), NAME)).toEqual(['whether `office` can open is for `south` alone to say'])
    expect(
      found(account('south, port-office') + gate('done(pull-back by north)', '  decided-by   one-word\n')),
    ).toEqual([])
  })

  it('only notes one monitor who is alone', () => {
    const text = account('port-office') + gate('done(pull-back by north)', '  decided-by   one-word\n')
    expect(severities(text)).toEqual(['note'])
  })

  it('underlines a condition on which one alone may speak', () => {
    expect(found(duty('back', 'south') + gate('met(back)'))).toEqual(['when         met(back)'])
    expect(found(duty('back', 'south') + duty('out', 'port-office') + gate('met(back) and met(out)'))).toHaveLength(1)
  })

  it('is content where one of several conditions has a second voice, or where the gate waits for more than reports', () => {
    expect(found(duty('back', 'south') + duty('out', 'port-office, south') + gate('met(back) and met(out)'))).toEqual(
      [],
    )
    expect(found(duty('back', 'south, port-office') + gate('met(back)'))).toEqual([])
  })

  it('asks nothing of a gate that waits for no report', () => {
    expect(found(account('south') + gate('passed(day-one)', '  decided-by   one-word\n'))).toEqual([])
  })

  it('counts those who report for a measure', () => {
    const measure = (reports: string) => `
measure calm
  counts       attack
  per          calendar day, Europe/Athens
  holds        while count = 0
  from         day-one
  reports      ${reports}
  silence      unknown
`
    expect(found(measure('port-office') + gate('held(calm, 7 days, continuous)'))).toHaveLength(1)
    expect(found(measure('port-office, red-crescent') + gate('held(calm, 7 days, continuous)'))).toEqual([])
  })

  it('knows a party from an account of its name', () => {
    const named = '\naccount south\n  name         The word of the south\n  trusts       south\n'
    const by = '\ngate office\n  opens        joint-office\n  when         passed(day-one)\n  certify      south\n'
    expect(found(named + by)).toEqual(['certify      south'])
  })

  it('underlines the one party that certifies, and no monitor', () => {
    const by = (who: string) =>
      `\ngate office\n  opens        joint-office\n  when         passed(day-one)\n  certify      ${who}\n`
    expect(found(by('south'))).toEqual(['certify      south'])
    expect(found(by('westland, within 24 hours'))).toEqual(['certify      westland, within 24 hours'])
    expect(found(by('port-office'))).toEqual([])
    expect(found(by('eastland or westland'))).toEqual([])
  })
})
