// Rounds of a notifier, with a web server and a mail server on this machine.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { notifyRound, wouldTell, type NotifierSetting } from './notifier.ts'
import { Outbox } from './outbox/outbox.ts'
import { readRules, type Rules } from './rules.ts'
import { isSignedBy, keyIn } from './send/sign.ts'
import { receiver, taking, type Receiver } from './testing/receiver.ts'
import { at, seenAs, type Told } from './testing/sights.ts'

const SECRET = `whsec_${randomBytes(32).toString('base64')}`
let folder: string
let outbox: Outbox
const closing: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notifier-'))
  outbox = await opened()
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await outbox.close()
  await rm(folder, { recursive: true })
})

async function opened(): Promise<Outbox> {
  const found = await Outbox.in(folder)
  if (!found.ok) throw new Error(found.message)
  return found.outbox
}

function rulesOf(file: unknown): Rules {
  const read = readRules(JSON.stringify(file), {
    clauses: ['calm', 'days', 'extend'],
    desks: ['un', 'party-a', 'public'],
  })
  if (!read.ok) throw new Error(read.message)
  return read.rules
}

/** What each desk sees can be changed by a test. */
function setting(rules: Rules, told: Record<string, Told>): NotifierSetting {
  return {
    rules,
    outbox,
    seen: async (audience) => seenAs(told[audience] ?? {}),
    environment: { HOOK: SECRET },
    patience_ms: 2_000,
  }
}

async function hooked(answers: Parameters<typeof receiver>[0] = taking): Promise<Receiver> {
  const hook = await receiver(answers)
  closing.push(hook.close)
  return hook
}

const webhookRule = (hook: Receiver, more: object = {}) =>
  rulesOf({
    allow: [hook.host],
    rules: [{ name: 'all', desk: 'un', tell: ['verdict', 'gate', 'act'], webhook: hook.url, secret: 'HOOK', ...more }],
  })

describe('a webhook', () => {
  it('is told what is new from now on, signed, once', async () => {
    const hook = await hooked()
    const told: Record<string, Told> = {}
    const set = setting(webhookRule(hook), told)
    expect(await notifyRound(set, at(13, '09:00'))).toEqual({ made: 0, told: 0, failed: 0 })
    told.un = { verdict: 'breached' }
    expect((await wouldTell(set, at(13, '09:05'))).map(({ news }) => news.length)).toEqual([1])
    expect(await notifyRound(set, at(13, '09:05'))).toEqual({ made: 1, told: 1, failed: 0 })
    expect(await notifyRound(set, at(13, '09:10'))).toEqual({ made: 0, told: 0, failed: 0 })
    const [{ headers, body }] = hook.got as [Receiver['got'][number]]
    expect(JSON.parse(body)).toMatchObject({
      agreement: 'pact',
      desk: 'un',
      at: '2016-09-13T09:05:00+03:00',
      news: [{ about: 'verdict', clause: 'calm', from: 'met', to: 'breached' }],
      text: expect.stringContaining('Clause calm: breached; before: met.'),
    })
    const signed = { id: String(headers['webhook-id']), timestamp: Number(headers['webhook-timestamp']), body }
    expect(isSignedBy(keyIn(SECRET)!, String(headers['webhook-signature']), signed)).toBe(true)
  })

  it('is told nothing of what another desk sees', async () => {
    const hook = await hooked()
    const told: Record<string, Told> = {}
    const set = setting(webhookRule(hook), told)
    await notifyRound(set, at(13, '09:00'))
    told['party-a'] = { verdict: 'breached', gate: 'open' }
    expect(await notifyRound(set, at(13, '09:05'))).toEqual({ made: 0, told: 0, failed: 0 })
  })

  it('that fails is told again later and later under the same id, also by a process that came after', async () => {
    let up = false
    const hook = await hooked((response) => void response.writeHead(up ? 200 : 500).end())
    const told: Record<string, Told> = {}
    const rules = webhookRule(hook)
    await notifyRound(setting(rules, told), at(13, '09:00'))
    told.un = { gate: 'open' }
    expect(await notifyRound(setting(rules, told), at(13, '09:05'))).toEqual({ made: 1, told: 0, failed: 1 })
    expect(await notifyRound(setting(rules, told), at(13, '09:05') + 20_000)).toEqual({ made: 0, told: 0, failed: 0 })
    await outbox.close()
    outbox = await opened()
    expect(await notifyRound(setting(rules, told), at(13, '09:06'))).toEqual({ made: 0, told: 0, failed: 1 })
    expect(outbox.fates()[0]).toMatchObject({ tries: 2, why: 'the webhook answered 500' })
    up = true
    expect(await notifyRound(setting(rules, told), at(13, '10:00'))).toEqual({ made: 0, told: 1, failed: 0 })
    expect(new Set(hook.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  it('is given up after three days, and what is known of it stays', async () => {
    const hook = await hooked((response) => void response.writeHead(500).end())
    const told: Record<string, Told> = {}
    const set = setting(webhookRule(hook), told)
    await notifyRound(set, at(13, '09:00'))
    told.un = { gate: 'open' }
    await notifyRound(set, at(13, '09:05'))
    await notifyRound(set, at(17, '09:05'))
    expect(outbox.fates()).toMatchObject([{ state: 'given_up', why: 'the webhook answered 500' }])
    expect(await notifyRound(set, at(18, '09:05'))).toEqual({ made: 0, told: 0, failed: 0 })
  })

  it('without a secret in the environment is told nothing, and that is said', async () => {
    const hook = await hooked()
    const told: Record<string, Told> = {}
    const set = { ...setting(webhookRule(hook), told), environment: {} }
    await notifyRound(set, at(13, '09:00'))
    told.un = { gate: 'open' }
    await notifyRound(set, at(13, '09:05'))
    expect(hook.got).toEqual([])
    expect(outbox.fates()[0]!.why).toContain('`HOOK` is not set')
  })
})

describe('hours', () => {
  it('that are quiet are kept, and what is new is told after them', async () => {
    const hook = await hooked()
    const told: Record<string, Told> = {}
    const set = setting(webhookRule(hook, { quiet: { from: '22:00', until: '06:00' } }), told)
    await notifyRound(set, at(13, '21:00'))
    told.un = { verdict: 'breached' }
    for (const hour of ['22:00', '23:59']) expect((await notifyRound(set, at(13, hour))).made).toBe(0)
    expect((await notifyRound(set, at(14, '05:59'))).made).toBe(0)
    expect(await notifyRound(set, at(14, '06:00'))).toEqual({ made: 1, told: 1, failed: 0 })
  })

  it('of a digest come once a day, with everything', async () => {
    const hook = await hooked()
    const told: Record<string, Told> = {}
    const set = setting(webhookRule(hook, { digest: '19:00' }), told)
    await notifyRound(set, at(13, '09:00'))
    told.un = { acts: [at(13, '10:00')] }
    expect((await notifyRound(set, at(13, '12:00'))).made).toBe(0)
    told.un = { acts: [at(13, '10:00'), at(13, '15:00')], verdict: 'breached' }
    expect((await notifyRound(set, at(13, '19:01'))).told).toBe(1)
    expect((JSON.parse(hook.got[0]!.body) as { news: unknown[] }).news).toHaveLength(3)
    told.un = { ...told.un, gate: 'open' }
    expect((await notifyRound(set, at(14, '18:59'))).made).toBe(0)
    expect((await notifyRound(set, at(14, '19:30'))).told).toBe(1)
    expect((await notifyRound(set, at(15, '19:30'))).made).toBe(0)
    told.un = { ...told.un, gate: 'closed' }
    expect((await notifyRound(set, at(15, '19:40'))).made).toBe(0)
  })
})

describe('mail', () => {
  interface Got {
    readonly to: readonly string[]
    readonly text: string
  }

  async function mailServer(more: ConstructorParameters<typeof SMTPServer>[0] = {}) {
    const got: Got[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onData(stream, session, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          got.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString() })
          done()
        })
      },
      ...more,
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
    closing.push(() => new Promise((done) => server.close(() => done(null))))
    return { got, port: (server.server.address() as AddressInfo).port }
  }

  const rulesWith = (port: number, security: string, more: object = {}) =>
    rulesOf({
      mail: { host: '127.0.0.1', port, security, from: 'truce@centre.example' },
      rules: [
        {
          name: 'all',
          desk: 'un',
          tell: ['gate', 'verdict'],
          mail: ['a@un.example', 'b@un.example'],
          language: 'ar',
          ...more,
        },
      ],
    })

  async function twoRounds(set: NotifierSetting, told: Record<string, Told>) {
    await notifyRound(set, at(13, '09:00'))
    told.un = { gate: 'open' }
    return notifyRound(set, at(13, '09:05'))
  }

  it('goes to each address in its own letter: plain text in the language of the desk', async () => {
    const server = await mailServer()
    const told: Record<string, Told> = {}
    expect(await twoRounds(setting(rulesWith(server.port, 'none'), told), told)).toEqual({
      made: 2,
      told: 2,
      failed: 0,
    })
    expect(server.got.map(({ to }) => to)).toEqual([['a@un.example'], ['b@un.example']])
    const { text } = server.got[0]!
    expect(text).toMatch(/^List-I[dD]: <un\.pact\.centre\.example>\r$/m)
    expect(text).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(text).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m)
    expect(text).not.toContain('text/html')
    expect(text).toMatch(/^Message-ID: <ntc_[0-9a-f]{20}@centre\.example>\r$/m)
    expect(Buffer.from(text.split('\r\n\r\n')[1]!, 'base64').toString()).toContain('العتبة days: مفتوح')
  })

  it('goes nowhere without TLS, but to this machine where it is said so', async () => {
    const server = await mailServer()
    const told: Record<string, Told> = {}
    expect(await twoRounds(setting(rulesWith(server.port, 'starttls'), told), told)).toEqual({
      made: 2,
      told: 0,
      failed: 2,
    })
    expect(server.got).toEqual([])
    expect(outbox.fates()[0]!.why).toContain('the mail server')
  })

  it('to an address that is refused waits, and the other is told', async () => {
    const server = await mailServer({
      onRcptTo: ({ address }, _, done) =>
        done(address.startsWith('a@') ? Object.assign(new Error('no'), { responseCode: 550 }) : null),
    })
    const told: Record<string, Told> = {}
    expect(await twoRounds(setting(rulesWith(server.port, 'none'), told), told)).toEqual({
      made: 2,
      told: 1,
      failed: 1,
    })
    expect(outbox.fates()).toMatchObject([{ state: 'waiting', why: 'the mail server answered 550' }, { state: 'told' }])
  })
})
