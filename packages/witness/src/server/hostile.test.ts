// Whatever a stranger sends, a served witness answers with a refusal, goes on, and remembers what it did before.
import { connect } from 'node:net'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { originHash } from '../index.ts'
import { testLog } from '../testing/logs.ts'
import { served, type Served } from '../testing/served.ts'
import { MOST_REQUEST_BYTES } from '../request.ts'

const ORIGIN = 'trucekeeper.example/log'
const log = testLog(ORIGIN)
let running: Served
let before: string

async function post(body: Uint8Array): Promise<number> {
  const response = await fetch(`${running.url}/add-checkpoint`, { method: 'POST', body: Uint8Array.from(body) })
  await response.arrayBuffer()
  return response.status
}

async function seen(): Promise<string> {
  return (await fetch(`${running.url}/${originHash(ORIGIN)}/checkpoint`)).text()
}

beforeAll(async () => {
  running = await served([log.key])
  expect(await post(log.request(0, 5))).toBe(200)
  before = await seen()
})

afterAll(() => running.end())

describe('a served witness', () => {
  it('refuses noise', async () => {
    const noise = fc.uint8Array({ maxLength: 2000 })
    await fc.assert(
      fc.asyncProperty(noise, async (body) => {
        expect(await post(body)).toBe(400)
      }),
      { numRuns: 200 },
    )
    expect(await seen()).toBe(before)
  })

  it('refuses a sound request with any of its bytes changed, taken out or doubled', async () => {
    const whole = log.request(5, 9)
    const change = fc.record({
      at: fc.nat(whole.length - 1),
      byte: fc.nat(255),
      how: fc.constantFrom('changed', 'taken out', 'doubled'),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ at, byte, how }) => {
        if (how === 'changed' && whole[at] === byte) return
        const put = how === 'changed' ? [byte] : how === 'doubled' ? [whole[at]!, whole[at]!] : []
        const status = await post(Uint8Array.from([...whole.slice(0, at), ...put, ...whole.slice(at + 1)]))
        expect([400, 403, 404, 409, 422]).toContain(status)
      }),
      { numRuns: 500 },
    )
    expect(await seen()).toBe(before)
  })

  it('refuses a sound request with carriage returns', async () => {
    const text = Buffer.from(log.request(5, 9)).toString('latin1')
    expect(await post(Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1'))).toBe(400)
    expect(await seen()).toBe(before)
  })

  it('reads no more than a request can have, said beforehand or not', async () => {
    expect(await post(new Uint8Array(MOST_REQUEST_BYTES + 1))).toBe(413)
    const endless = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(65_536).fill(97))
      },
    })
    const init = { method: 'POST', body: endless, duplex: 'half' }
    // The witness may close before it has been told everything.
    const status = await fetch(`${running.url}/add-checkpoint`, init).then(
      (response) => response.status,
      () => 413,
    )
    expect(status).toBe(413)
    expect(await seen()).toBe(before)
  })

  it('goes on when a stranger hangs up in the middle', async () => {
    const port = Number(new URL(running.url).port)
    for (const start of [
      'POST /add-check',
      'POST /add-checkpoint HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\nold 0\n',
    ]) {
      await new Promise<void>((done) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(start, () => socket.destroy()))
        socket.once('close', () => done())
      })
    }
    expect(await seen()).toBe(before)
    expect(running.bugs).toEqual([])
  })

  it('takes the sound request after all of it', async () => {
    expect(await post(log.request(5, 9))).toBe(200)
  })
})
