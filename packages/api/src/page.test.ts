import { describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { fixtureDeps } from './fixture.ts'

const bytes = new TextEncoder().encode('export {}')
const coded = { br: new Uint8Array([1, 2]), gzip: new Uint8Array([1, 2, 3]) }
const page = { get: async (path: string) => (path === 'page.js' ? { bytes, type: 'text/javascript', coded } : null) }
const asked = (accepts?: string) =>
  createApp({ ...fixtureDeps().deps, page }).request('/page.js', {
    headers: accepts === undefined ? {} : { 'accept-encoding': accepts },
  })

describe('a file of the page that is there small as well', () => {
  it.each([
    ['gzip, deflate, br', 'br', 2],
    ['gzip;q=0.5', 'gzip', 3],
    ['br;q=0, gzip', 'gzip', 3],
    ['br;q=0', null, 9],
    [undefined, null, 9],
  ] as const)('comes to who takes %s as %s', async (accepts, coding, length) => {
    const response = await asked(accepts)
    expect(response.headers.get('content-encoding')).toBe(coding)
    expect((await response.arrayBuffer()).byteLength).toBe(length)
    expect(response.headers.get('vary')).toContain('Accept-Encoding')
  })

  it('has another ETag in each form, so that none is taken for another', async () => {
    const tags = await Promise.all(['br', 'gzip', ''].map(async (one) => (await asked(one)).headers.get('etag')))
    expect(new Set(tags).size).toBe(3)
  })
})
