// Rules are read strictly, and no secret is ever among them.
import { describe, expect, it } from 'vitest'
import { readRules } from './rules.ts'
import { headerText, isMailAddress } from './send/mail.ts'

const HOOK = { name: 'a', desk: 'un', tell: ['verdict'], webhook: 'https://example.org/hook', secret: 'HOOK' }
const MAIL = { host: 'mail.example.org', port: 587, from: 'truce@example.org' }
const read = (file: unknown) => readRules(JSON.stringify(file), { clauses: ['calm'], desks: ['un'] })
const wrong = (rule: object, more: object = {}) => {
  const found = read({ rules: [{ ...HOOK, ...rule }], ...more })
  return found.ok ? null : found.message
}

describe('rules', () => {
  it('are taken with what is left out', () => {
    expect(read({ rules: [HOOK] })).toMatchObject({
      ok: true,
      rules: {
        mail: null,
        allowed: [],
        report_hour: '18:00',
        rules: [{ clauses: null, quiet: null, digest: null, language: 'en', lead_ms: 21_600_000 }],
      },
    })
    expect(
      read({ mail: MAIL, rules: [{ name: 'm', desk: 'un', tell: ['act'], mail: ['a@b.example'], digest: '19:00' }] })
        .ok,
    ).toBe(true)
  })

  it.each([
    [{ tell: ['targets'] }, 'it can tell of verdict'],
    [{ tell: [] }, 'it tells of nothing'],
    [{ desk: 'party-a' }, '`desk` is one of un'],
    [{ clauses: ['none'] }, 'has no clause `none`'],
    [{ webhook: 'http://example.org' }, 'it is not HTTPS'],
    [{ webhook: 'https://192.168.1.1/' }, 'a network of its own'],
    [{ secret: 'whsec_abc' }, 'names the variable of the environment'],
    [{ mail: ['a@b.example'] }, 'either `webhook` or `mail`'],
    [{ webhook: undefined, secret: undefined, mail: ['a@b.example'] }, 'names no mail server'],
    [{ quiet: { from: '25:00', until: '06:00' } }, 'is an hour'],
    [{ digest: 'evening' }, 'is an hour'],
    [{ language: 'de' }, '`language` is one of'],
    [{ lead_hours: -1 }, 'a number up to 720'],
    [{ html: true }, '`html`, which means nothing'],
    [{ name: 'a\r\nBcc: x' }, 'a `name` of letters'],
  ])('with %j are refused', (rule, why) => {
    expect(wrong(rule)).toContain(why)
  })

  it('name no mail server that would be spoken to in the open', () => {
    const mail = (more: object) => read({ rules: [], mail: { ...MAIL, ...more } })
    expect(mail({}).ok).toBe(true)
    expect(mail({ security: 'none' })).toMatchObject({
      message: 'mail goes without TLS to a server of this machine alone',
    })
    expect(mail({ security: 'none', host: '127.0.0.1' }).ok).toBe(true)
    expect(mail({ user: 'truce', password: 'secret' })).toMatchObject({ message: expect.stringContaining('variable') })
    expect(read([])).toMatchObject({ ok: false })
    expect(readRules('{', { clauses: [], desks: [] })).toMatchObject({ message: 'the rules are not JSON' })
    expect(read({ rules: [HOOK, HOOK] })).toMatchObject({ message: 'two rules are called `a`' })
  })
})

it.each(['a@b.example\r\nBcc: c@d', 'a b@c', '"a"@b', 'a@b, c@d', '<a@b>', 'a@', '@b', 'a@-b', 1, 'a@b\u2028'])(
  '%j is no address',
  (text) => {
    expect(isMailAddress(text)).toBe(false)
  },
)

it('is one line, whatever stands in a header', () => {
  expect(headerText('Pact\r\nBcc: a@b\u2028c\u202Ed\0')).toBe('Pact Bcc: a@b c d')
})
