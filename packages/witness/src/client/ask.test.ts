// What the client makes of the answers of witnesses, honest ones and others, over HTTP.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { nodeCrypto } from '@trucekeeper/keys'
import { formatSignatureLine, parseNote, signatureBy, type VerifierKey } from '@trucekeeper/merkle'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keyOf, testLog, testSigner, type TestLog } from '../testing/logs.ts'
import { served, valueOf, type Served } from '../testing/served.ts'
import { askWitness, headSeenBy, type HeadToWitness } from './index.ts'

const ORIGIN = 'trucekeeper.example/log'
const log = testLog(ORIGIN)
const fork = testLog(ORIGIN, 'another entry', log.signer)

function headOf(of: TestLog, size: number, oldSize: number, asked: bigint[] = []): HeadToWitness {
  return {
    note: of.head(size),
    oldSize: BigInt(oldSize),
    proofFrom(from) {
      asked.push(from)
      return of.proof(Number(from), size)
    },
  }
}

async function codeOf(url: string, head: HeadToWitness, key: VerifierKey, timeout = 5_000): Promise<string> {
  const answer = await askWitness(url, head, { key, timeout })
  return answer.ok ? 'cosigned' : answer.refusal.code
}

describe('asking a witness', () => {
  let running: Served
  beforeEach(async () => {
    running = await served([log.key])
  })
  afterEach(() => running.end())

  it('gives a cosignature that was verified', async () => {
    const { url, key } = running
    const cosignature = valueOf(await askWitness(`${url}/`, headOf(log, 5, 0), { key }))
    expect(cosignature).toMatchObject({ name: 'witness.example', key })
    expect(Number(cosignature.time)).toBeGreaterThan(Date.now() / 1000 - 60)
  })

  it('asks once more, from the size that the witness names', async () => {
    const { url, key } = running
    const asked: bigint[] = []
    expect(await codeOf(url, headOf(log, 5, 0), key)).toBe('cosigned')
    expect(await codeOf(url, headOf(log, 9, 3, asked), key)).toBe('cosigned')
    expect(asked).toEqual([3n, 5n])
    expect(await codeOf(url, headOf(log, 12, 0), key)).toBe('cosigned')
    expect(await codeOf(url, headOf(log, 12, 40), key)).toBe('cosigned')
  })

  it('tells that the witness has seen more than we hold, and how much', async () => {
    const { url, key } = running
    await codeOf(url, headOf(log, 9, 0), key)
    for (const oldSize of [0, 3, 5, 9]) {
      expect(await askWitness(url, headOf(log, 5, oldSize), { key })).toMatchObject({
        ok: false,
        refusal: { code: 'witness-ahead', size: 9n, message: expect.stringContaining('seen more than we hold: 9') },
      })
    }
    const seen = valueOf(await headSeenBy(url, { logKey: log.key, key }))
    expect(seen.checkpoint).toMatchObject({ origin: ORIGIN, size: 9n })
    expect(seen.cosignature).not.toBeNull()
  })

  it('tells of another history of the same size, and of one that is larger', async () => {
    const { url, key } = running
    await codeOf(url, headOf(log, 5, 0), key)
    expect(await codeOf(url, headOf(fork, 5, 0), key)).toBe('forked')
    expect(await codeOf(url, headOf(fork, 9, 0), key)).toBe('proof-refused')
  })

  it('tells that no proof can be made', async () => {
    const { url, key } = running
    await codeOf(url, headOf(log, 5, 0), key)
    expect(await codeOf(url, { ...headOf(log, 9, 0), proofFrom: () => null }, key)).toBe('proof-missing')
  })

  it('tells that the witness does not know the log, or knows another key of it', async () => {
    const { url, key } = running
    const unknown = await askWitness(url, headOf(testLog('trucekeeper.example/other'), 5, 0), { key })
    expect(unknown).toMatchObject({
      refusal: { code: 'log-unknown', message: expect.stringContaining('not known here') },
    })
    expect(await codeOf(url, headOf(testLog(ORIGIN), 5, 0), key)).toBe('log-untrusted')
  })

  it('does not believe a cosignature of another key', async () => {
    const { url } = running
    const other = keyOf(testSigner('witness.example', 'cosignature/v1'))
    expect(await codeOf(url, headOf(log, 5, 0), other)).toBe('cosignature-missing')
  })

  it('tells what a witness has not seen', async () => {
    const { url, key } = running
    expect(await headSeenBy(url, { logKey: log.key, key })).toMatchObject({ refusal: { code: 'never-cosigned' } })
    await codeOf(url, headOf(log, 5, 0), key)
    const other = keyOf(testSigner(ORIGIN))
    expect(await headSeenBy(url, { logKey: other, key })).toMatchObject({ refusal: { code: 'not-by-the-log' } })
  })

  it('refuses a head that is none, and a key that cannot be checked', async () => {
    const { url, key } = running
    expect(await codeOf(url, { ...headOf(log, 5, 0), note: new Uint8Array(3) }, key)).toBe('head-malformed')
    expect(await codeOf(url, headOf(log, 5, 0), { ...key, type: 'subtree/v1' })).toBe('key-unusable')
  })
})

describe('asking a witness that lies or fails', () => {
  const witness = testSigner('witness.example', 'cosignature/v1')
  const key = keyOf(witness)
  const head = headOf(log, 5, 2)
  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.close()
      server.closeAllConnections()
    }
  })

  async function answering(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
    const server = createServer(answer)
    servers.push(server)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  const saying = (status: number, body: string, type = 'text/plain') =>
    answering((_, response) => response.writeHead(status, { 'content-type': type }).end(body))

  function lineFor(of: Uint8Array, time: bigint): string {
    const note = parseNote(of)
    if (!note.ok) throw new Error(note.message)
    return formatSignatureLine(signatureBy(nodeCrypto.hash, note.value.text, witness, time))
  }

  it.each([
    ['a cosignature of another head', 200, lineFor(log.head(6), 5n), 'text/plain', 'cosignature-invalid'],
    ['no cosignature', 200, '', 'text/plain', 'answer-malformed'],
    ['something else', 200, '<html>', 'text/html', 'answer-malformed'],
    ['the size that was sent', 409, '2\n', 'text/x.tlog.size', 'size-unsettled'],
    ['ever the same size', 409, '3\n', 'text/x.tlog.size', 'size-unsettled'],
    ['a larger size', 409, '6\n', 'text/x.tlog.size; charset=utf-8', 'witness-ahead'],
    ['a size that is none', 409, '06\n', 'text/x.tlog.size', 'proof-refused'],
    ['a size without a newline', 409, '6', 'text/x.tlog.size', 'proof-refused'],
    ['a size of another type', 409, '6\n', 'text/plain', 'proof-refused'],
    ['that it failed', 500, 'oh\u001b[2J', 'text/plain', 'witness-failed'],
    ['that the request is wrong', 400, 'no', 'text/plain', 'request-refused'],
    ['nothing of use', 204, '', 'text/plain', 'request-refused'],
    ['more than an answer has', 200, 'a'.repeat(200_000), 'text/plain', 'answer-too-large'],
  ])('takes %s for what it is', async (_, status, body, type, code) => {
    expect(await codeOf(await saying(status, body, type), head, key)).toBe(code)
  })

  it('takes 409 for a fork where the sizes are the same, as version 1.0.0 of the text has it', async () => {
    expect(await codeOf(await saying(409, 'no'), headOf(log, 5, 5), key)).toBe('forked')
  })

  it('believes the one line that holds, among lines of others', async () => {
    const others = [testSigner('somebody', 'cosignature/v1'), testSigner('witness.example', 'cosignature/v1')]
    const note = parseNote(head.note)
    if (!note.ok) throw new Error(note.message)
    const lines = others.map((other) => formatSignatureLine(signatureBy(nodeCrypto.hash, note.value.text, other, 9n)))
    const url = await saying(200, [...lines, lineFor(head.note, 7n)].join(''))
    expect(valueOf(await askWitness(url, head, { key })).time).toBe(7n)
  })

  it.each([
    ['a third time', (asked: number) => asked + 2, 2],
    ['again from the size that it sent', () => 2, 1],
  ])('does not ask %s', async (_, sizeAfter, times) => {
    let asked = 0
    const url = await answering((_, response) => {
      asked++
      response.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end(`${sizeAfter(asked)}\n`)
    })
    expect(await codeOf(url, head, key)).toBe('size-unsettled')
    expect(asked).toBe(times)
  })

  it('puts nothing of an answer on a screen that could steer it', async () => {
    const answer = await askWitness(await saying(500, 'oh\u001b[2J\nno'), head, { key })
    expect(answer.ok ? '' : answer.refusal.message).toBe('the witness failed with 500, saying `oh\ufffd[2J\ufffdno`')
  })

  it('follows nobody elsewhere', async () => {
    let visited = false
    const elsewhere = await answering((_, response) => {
      visited = true
      response.end()
    })
    for (const status of [301, 302, 307, 308]) {
      const url = await answering((_, response) =>
        response.writeHead(status, { location: `${elsewhere}/add-checkpoint` }).end(),
      )
      expect(await codeOf(url, head, key)).toBe('redirected')
    }
    expect(visited).toBe(false)
  })

  it('waits no longer than it was told, for an answer or for the rest of it', async () => {
    expect(await codeOf(await answering(() => undefined), head, key, 50)).toBe('timed-out')
    const slow = await answering((_, response) => {
      response.writeHead(200).write('— ')
    })
    expect(await codeOf(slow, head, key, 50)).toBe('timed-out')
  })

  it('tells of a witness that hangs up, or is not there', async () => {
    const url = await answering((request) => request.socket.destroy())
    expect(await codeOf(url, head, key)).toBe('unreachable')
    const broken = await answering((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('— ', () => response.destroy())
    })
    expect(await codeOf(broken, head, key)).toBe('answer-broken-off')
  })

  it.each([
    'file:///etc/passwd',
    'ftp://witness.example',
    'javascript:1',
    'witness.example',
    '',
    'http://',
    'http://user@127.0.0.1/',
    'http://:secret@127.0.0.1/',
    'http://127.0.0.1/?a',
    'http://127.0.0.1/#a',
  ])('never asks at %j', async (url) => {
    const fetch = () => Promise.reject(new Error('Asked.'))
    expect(await askWitness(url, head, { key, fetch })).toMatchObject({ ok: false, refusal: { code: 'url-unsafe' } })
  })

  it('asks under the prefix that it was given', async () => {
    const asked: string[] = []
    const fetch = (url: URL | RequestInfo) => {
      asked.push(String(url))
      return Promise.resolve(new Response(lineFor(head.note, 1n)))
    }
    for (const url of ['https://witness.example', 'https://witness.example/a/b/'])
      await askWitness(url, head, { key, fetch })
    expect(asked).toEqual(['https://witness.example/add-checkpoint', 'https://witness.example/a/b/add-checkpoint'])
  })
})
