// What is sent to a webhook, to whom it is not, and what becomes of answers that are none.
import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { receiver, taking, type Receiver } from '../testing/receiver.ts'
import { isOpenAddress } from './address.ts'
import { isSignedBy, keyIn, signature } from './sign.ts'
import { postTo, refusedUrl } from './webhook.ts'

const SECRET = `whsec_${randomBytes(32).toString('base64')}`
const key = keyIn(SECRET)!
const signed = { id: 'ntc_1', timestamp: 1_474_052_400, body: '{"news":[]}' }
const open: Receiver[] = []
const listening = async (...args: Parameters<typeof receiver>) => {
  const one = await receiver(...args)
  open.push(one)
  return one
}
const post = ({ url, host }: Receiver, patience_ms = 2_000) =>
  postTo({ url, key }, signed, { allowed: [host], patience_ms })

afterEach(async () => void (await Promise.all(open.splice(0).map((one) => one.close()))))

describe('a webhook', () => {
  it('is told who signed, when, and under which id', async () => {
    const hook = await listening(taking)
    expect(await post(hook)).toEqual({ ok: true })
    const [{ headers, body }] = hook.got as [Receiver['got'][number]]
    expect(headers['webhook-id']).toBe('ntc_1')
    expect(isSignedBy(key, String(headers['webhook-signature']), { ...signed, body })).toBe(true)
    expect(isSignedBy(key, String(headers['webhook-signature']), { ...signed, body: `${body} ` })).toBe(false)
    expect(isSignedBy(key, String(headers['webhook-signature']), { ...signed, timestamp: 0 })).toBe(false)
  })

  it('is signed as the example of the specification is', () => {
    const example = keyIn('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')!
    const said = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body: '{"test": 2432232314}' }
    expect(signature(example, said)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })

  it('is followed nowhere else', async () => {
    const elsewhere = await listening(taking)
    const hook = await listening((response) => response.writeHead(307, { location: elsewhere.url }).end())
    expect(await post(hook)).toMatchObject({ ok: false, why: expect.stringContaining('elsewhere') })
    expect(elsewhere.got).toEqual([])
  })

  it('is waited for no longer than patience lasts, and asked again when it says', async () => {
    const silent = await listening(() => undefined)
    expect(await post(silent, 60)).toEqual({ ok: false, why: 'the webhook did not answer in time' })
    const busy = await listening((response) => response.writeHead(429, { 'retry-after': '120' }).end())
    expect(await post(busy)).toEqual({ ok: false, why: 'the webhook answered 429', after_ms: 120_000 })
  })

  it('has answered with its first line, however long it goes on', async () => {
    const endless = await listening((response) => {
      response.writeHead(200)
      const more = setInterval(() => response.write('x'.repeat(65_536)), 1)
      response.on('close', () => clearInterval(more))
    })
    expect(await post(endless)).toEqual({ ok: true })
  })

  it.each([
    ['http://example.org/', 'it is not HTTPS'],
    ['https://127.0.0.1/', 'it leads into a network of its own'],
    ['https://2130706433/', 'it leads into a network of its own'],
    ['https://0x7f.1/', 'it leads into a network of its own'],
    ['https://169.254.169.254/latest/meta-data', 'it leads into a network of its own'],
    ['https://[::1]/', 'it leads into a network of its own'],
    ['https://[::ffff:10.0.0.1]/', 'it leads into a network of its own'],
    ['https://user:secret@example.org/', 'it holds a password, which would be kept with the rules'],
    ['file:///etc/passwd', 'it is not HTTPS'],
    ['nowhere', 'it is no address of a web server'],
  ])('at %s is not asked', (url, why) => {
    expect(refusedUrl(url, [])).toBe(why)
  })

  it('whose name leads to this machine is not asked, unless it was named', async () => {
    const hook = await listening(taking)
    const url = hook.url.replace('http://127.0.0.1', 'https://localhost')
    expect(await postTo({ url, key }, signed, { allowed: [], patience_ms: 2_000 })).toEqual({
      ok: false,
      why: 'the webhook is not asked: its name leads into a network of its own',
    })
    expect(hook.got).toEqual([])
    const named = hook.url.replace('127.0.0.1', 'localhost')
    const allowed = [new URL(named).host]
    expect(await postTo({ url: named, key }, signed, { allowed, patience_ms: 2_000 })).toEqual({ ok: true })
  })
})

it.each(['8.8.8.8', '2001:4860:4860::8888', '151.101.1.1'])('%s is open to all', (address) => {
  expect(isOpenAddress(address)).toBe(true)
})

it.each(['100.64.0.1', '172.31.255.255', 'fe80::1', 'fc00::1', '::', '2002:7f00:1::', '64:ff9b::a00:1', 'x'])(
  '%s is not',
  (address) => {
    expect(isOpenAddress(address)).toBe(false)
  },
)

it.each(['', 'whsec_', 'whsec_c2hvcnQ=', 'not-base64', `whsec_${'A'.repeat(33)}`])('`%s` is no secret', (text) => {
  expect(keyIn(text)).toBeNull()
})
