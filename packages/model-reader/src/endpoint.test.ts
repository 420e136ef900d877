import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkEndpoint } from './endpoint.ts'
import { readWithModel, type ModelOptions } from './read.ts'
import { JSON_TYPE, proposal, proposes, says, stubServer, type Answering, type Stub } from './testing/stub.ts'
import { THIS_WORLD, type World } from './world.ts'

const TEXT = 'The truce was holding on Tuesday, the Observatory said.\n'
const META = { doc: 'a.txt', published: '2016-09-13', outlet: null, zone: 'Asia/Damascus' }
const KEY = 'key-that-nobody-may-see'
const GOOD = proposes(proposal('The truce was holding'))

let stub: Stub
const pauses: number[] = []
const world: World = {
  ...THIS_WORLD,
  sleep: async (milliseconds) => {
    pauses.push(milliseconds)
  },
}

beforeAll(async () => {
  stub = await stubServer(GOOD)
})
beforeEach(() => pauses.splice(0))
afterAll(() => stub.close())

async function read(answering: Answering, options: ModelOptions = {}) {
  stub.answering = answering
  const reading = await readWithModel(TEXT, META, { url: stub.url, model: 'm', key: KEY }, { world, ...options })
  expect(JSON.stringify(reading), 'the key is never shown').not.toContain(KEY)
  return { ...reading, code: reading.diagnostics[0]?.code ?? null }
}

const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (_, response) => {
    response.writeHead(code, { ...JSON_TYPE, ...headers })
    response.end(JSON.stringify({ error: { message: `Incorrect API key provided: ${KEY}` } }))
  }
/** The first requests are answered one way, the rest well. */
const until = (first: number, bad: Answering): Answering => {
  let seen = 0
  return (asked, response, request) => (++seen <= first ? bad : GOOD)(asked, response, request)
}

describe('an endpoint that may do better later', () => {
  it('is asked again after 429, as late as it says and no later than is sensible', async () => {
    const { claims, usage } = await read(until(1, status(429, { 'retry-after': '7' })))
    expect({ found: claims.length, requests: usage.requests, pauses }).toEqual({
      found: 1,
      requests: 2,
      pauses: [7000],
    })
    pauses.splice(0)
    await read(until(1, status(429, { 'retry-after': '86400' })))
    expect(pauses).toEqual([30_000])
  })

  it('is asked again after a failure of its own, ever later, and given up on', async () => {
    const { code, usage } = await read(status(500))
    expect({ code, requests: usage.requests, pauses }).toEqual({
      code: 'model-failing',
      requests: 4,
      pauses: [1000, 2000, 4000],
    })
  })

  it('need not tell what it used', async () => {
    const bare: Answering = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      response.end(JSON.stringify({ choices: [{ message: { content: '{"claims":[]}' } }] }))
    }
    expect(await read(bare)).toMatchObject({ code: null, usage: { prompt_tokens: null, completion_tokens: null } })
  })

  it('takes a date in Retry-After', async () => {
    const now = Date.parse('2016-09-13T10:00:00Z')
    const clock = { ...world, now: () => now }
    await read(until(1, status(503, { 'retry-after': 'Tue, 13 Sep 2016 10:00:09 GMT' })), { world: clock })
    expect(pauses).toEqual([9000])
  })

  it('is asked again when its reply breaks off in the middle', async () => {
    const cut: Answering = (_, response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-length': '5000' })
      response.write('{"choices":[{"message":')
      setTimeout(() => response.destroy(), 20)
    }
    expect(await read(until(1, cut))).toMatchObject({ code: null, usage: { requests: 2 } })
    expect(await read(cut)).toMatchObject({ code: 'model-unreachable', claims: [] })
  })

  it('is left after its time when it drips', async () => {
    const drip: Answering = (_, response) => {
      response.writeHead(200, JSON_TYPE)
      const timer = setInterval(() => response.write(' '), 5)
      response.on('close', () => clearInterval(timer))
    }
    const { code, claims } = await read(drip, { limits: { reply_ms: 150, tries: 2 } })
    expect({ code, claims, pauses }).toEqual({ code: 'model-slow', claims: [], pauses: [1000] })
  })
})

describe('an endpoint that will not do better', () => {
  it.each<[string, Answering, string]>([
    ['does not take the key', status(401), 'model-refuses'],
    ['knows no such model', status(404), 'model-refuses'],
    ['points elsewhere', status(307, { location: 'http://127.0.0.1:9/' }), 'model-refuses'],
    [
      'answers with a page',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
      'model-reply-malformed',
    ],
    [
      'answers with half of JSON',
      (_, response) => response.writeHead(200, JSON_TYPE).end('{"choices":['),
      'model-reply-malformed',
    ],
    ['answers with other JSON', (_, response) => response.writeHead(200, JSON_TYPE).end('[]'), 'model-reply-malformed'],
    [
      'answers with no text',
      (_, response) => response.writeHead(200, JSON_TYPE).end(Buffer.from([0xff, 0x7b])),
      'model-reply-malformed',
    ],
    ['lets its model say half of JSON', says('{"claims":['), 'model-reply-malformed'],
    ['lets its model talk', says('Here are the claims:'), 'model-reply-malformed'],
  ])('%s', async (_, answering, code) => {
    expect(await read(answering)).toMatchObject({ code, claims: [], usage: { requests: 1 } })
  })

  it('runs out of tokens, and the tokens are counted', async () => {
    const message = { content: '{"claims":[' }
    const cut: Answering = (_, response) => {
      const usage = { prompt_tokens: 10, completion_tokens: 20 }
      response.writeHead(200, JSON_TYPE)
      response.end(JSON.stringify({ choices: [{ message, finish_reason: 'length' }], usage }))
    }
    expect(await read(cut)).toMatchObject({
      code: 'model-reply-cut',
      usage: { prompt_tokens: 10, completion_tokens: 20 },
    })
  })

  it('sends 100 MB, of which little is taken', async () => {
    let sent = 0
    const flood: Answering = (_, response) => {
      const block = Buffer.alloc(1 << 20, 0x20)
      response.writeHead(200, JSON_TYPE)
      const more = (): void => {
        while (sent < 100 << 20 && !response.destroyed) {
          sent += block.length
          if (!response.write(block)) return void response.once('drain', more)
        }
        response.end()
      }
      more()
    }
    expect(await read(flood)).toMatchObject({ code: 'model-reply-too-long', claims: [] })
    expect(sent).toBeLessThan(50 << 20)
  })

  it('is not there', async () => {
    const endpoint = { url: 'http://127.0.0.1:9/v1', model: 'm', key: null }
    const { diagnostics, usage } = await readWithModel(TEXT, META, endpoint, { world })
    expect(diagnostics).toMatchObject([{ code: 'model-unreachable', severity: 'error' }])
    expect(usage.requests).toBe(4)
  })
})

describe('nothing is sent', () => {
  it.each([
    ['to what is no address', 'here', KEY, 'model-endpoint-malformed'],
    ['to another kind of address', 'file:///etc/passwd', null, 'model-endpoint-malformed'],
    ['to an address that holds a password', 'https://me:secret@example.invalid/v1', null, 'model-endpoint-malformed'],
    ['with a key that would break the header', 'https://example.invalid', `${KEY}\r\nx: y`, 'model-key-malformed'],
    ['with a key to anywhere unencrypted', 'http://example.invalid/v1', KEY, 'model-key-in-the-clear'],
  ])('%s', async (_, url, key, code) => {
    const refused = checkEndpoint({ url, model: 'm', key })
    expect(refused).toMatchObject({ code })
    expect(JSON.stringify(refused)).not.toMatch(/nobody|secret/)
    expect((await readWithModel(TEXT, META, { url, model: 'm', key }, { world })).diagnostics).toMatchObject([{ code }])
  })

  it('of a document that is too long, or is none', async () => {
    const before = stub.asked.length
    expect(await read(GOOD, { limits: { document_units: 10 } })).toMatchObject({ code: 'model-document-too-long' })
    const endpoint = { url: stub.url, model: 'm', key: null }
    expect((await readWithModel('  ', META, endpoint, { world })).diagnostics).toMatchObject([{ code: 'report-empty' }])
    expect(stub.asked.length).toBe(before)
  })
})
