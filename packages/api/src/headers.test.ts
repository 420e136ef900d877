import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from './app.ts'
import { operationsOf } from './checked.ts'
import { fixtureDeps, SHA } from './fixture.ts'
import { json, Noun } from './noun.ts'
import { problemResponse, type Refused } from './problems.ts'

const HTML = { headers: { accept: 'text/html' } }
const OWN = "default-src 'none'; script-src 'sha256-abc='; require-trusted-types-for 'script'"
const files = {
  'index.html': '<title>page</title>',
  'verify.html': `<head><meta http-equiv="Content-Security-Policy" content="${OWN}" />`,
  'assets/index-a1B2c3D4.js': 'go()',
}
const { deps } = fixtureDeps(files)
const routes = operationsOf(deps)
  .filter(({ method }) => method === 'get')
  .map(({ path }) => path.replaceAll(/:\w+/g, SHA))

/** Kinds of answers: those of every route, refusals, files, and the page. */
const addresses = [...routes, '/api/nothing', '/ogc/nothing', '/', '/assets/index-a1B2c3D4.js', '/assets/gone.js']

describe('every answer', () => {
  it.each(addresses)('of %s lets nothing run but scripts of this server', async (address) => {
    const closing = new AbortController()
    const { headers } = await createApp({ ...deps, closing: closing.signal }).request(address, HTML)
    closing.abort()
    const policy = new Map(
      headers
        .get('content-security-policy')!
        .split('; ')
        .map((rule) => [rule.split(' ')[0]!, rule.split(' ').slice(1).join(' ')]),
    )
    expect(Object.fromEntries(policy)).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'default',
    })
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|https?:|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.has('access-control-allow-origin')).toBe(false)
    expect(headers.has('server')).toBe(false)
  })

  it.each(['/api/status', '/api/clauses/no-attacks/why', '/ogc'])('of %s is kept by nobody else', async (address) => {
    expect((await createApp(deps).request(address)).headers.get('cache-control')).toBe('private, no-cache')
  })
})

describe('a page in one file', () => {
  it('is bound by its own policy, which names its bytes, and stands in no frame', async () => {
    const { headers } = await createApp(deps).request('/verify.html', HTML)
    expect(headers.get('content-security-policy')).toBe(`${OWN}; frame-ancestors 'none'`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('a body', () => {
  it('larger than any that is taken is refused before it is read', async () => {
    let read = 0
    const noun = new Noun('/api/tests').post(
      '/',
      { summary: 'a test', gives: json(z.null()), most_bytes: 10 },
      async (c) => {
        read += 1
        return c.json({ length: (await c.req.text()).length })
      },
    )
    noun.routes.onError((error, c) => problemResponse(c, error as Refused))
    const post = async (body: string) => (await noun.routes.request('/', { method: 'POST', body })).status
    expect([await post('x'.repeat(10)), await post('x'.repeat(11))]).toEqual([200, 413])
    expect(read).toBe(1)
  })
})
