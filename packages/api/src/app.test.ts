import { parseInstant } from '@trucekeeper/time'
import { describe, expect, it } from 'vitest'
import { checkedApp } from './checked.ts'
import type { WhatIsKnown } from './deps.ts'
import { fixtureDeps, SHA } from './fixture.ts'

const NIGHT = parseInstant('2016-09-16T23:00+03:00')!
const HTML = { headers: { accept: 'text/html' } }

describe('questions', () => {
  it('asks for every clause at an instant, as known at another', async () => {
    const { deps, asked } = fixtureDeps()
    const response = await checkedApp(deps).request(
      '/api/status?at=2016-09-16T23:00%2B03:00&known_at=2016-09-16T20:00Z&account=monitors&account=all-reported',
    )
    expect(response.status).toBe(200)
    expect(asked).toEqual([
      { name: 'status', query: { at: NIGHT, knownAt: NIGHT, accounts: ['monitors', 'all-reported'] } },
    ])
    expect((await response.json()).clauses[0].verdicts.monitors.verdict).toBe('unknown')
  })

  it('leaves out of the question what the asker left out', async () => {
    const { deps, asked } = fixtureDeps()
    await checkedApp(deps).request('/api/status')
    expect(asked).toEqual([{ name: 'status', query: {} }])
  })

  it('reads a plus sign that an address turned into a space', async () => {
    const { deps, asked } = fixtureDeps()
    await checkedApp(deps).request('/api/status?at=2016-09-16T23:00+03:00')
    expect(asked).toEqual([{ name: 'status', query: { at: NIGHT } }])
  })

  it('takes a number of entries as a state of knowledge', async () => {
    const { deps, asked } = fixtureDeps()
    await checkedApp(deps).request('/api/clauses/no-attacks/why?known_at=size:1&account=monitors')
    expect(asked).toEqual([{ name: 'why', query: { clause: 'no-attacks', knownAt: { size: 1 }, account: 'monitors' } }])
  })

  it.each([
    '/api/record',
    `/api/documents/${SHA}`,
    '/api/agreement',
    '/api/agreement/places',
    '/api/problems',
    '/healthz',
  ])('answers %s', async (path) => {
    expect((await checkedApp(fixtureDeps().deps).request(path)).status).toBe(200)
  })
})

describe('the basis of a back-test', () => {
  it('is the agreement as linked and the acts, without places that no clause needs', async () => {
    const { deps } = fixtureDeps()
    const agreement = { id: 'pact', zones: [], places: [{ id: 'well' }] } as unknown as WhatIsKnown['agreement']
    const workspace = {
      ...deps.workspace,
      known: async () => ({ agreement, record: { acts: [] } as unknown as WhatIsKnown['record'] }),
    }
    const response = await checkedApp({ ...deps, workspace }).request('/api/back-test')
    expect(await response.json()).toEqual({ agreement: { id: 'pact', zones: [], places: [] }, acts: [] })
  })
})

describe('refusals', () => {
  it.each([
    ['400.1', '/api/status?at=yesterday', '`yesterday` is no instant', '2016-09-16T23:00+03:00'],
    ['400.1', '/api/status?at=2016-09-16', '`2016-09-16` is no instant', '`2016-09-16T23:00+03:00`'],
    ['400.1', '/api/status?at=2016-09-16T23:00', '`2016-09-16T23:00` is no instant', 'the offset is missing'],
    ['400.2', '/api/status?at=', '`at` is empty', 'leave it out'],
    ['400.2', '/api/status?acount=monitors', '`acount` is not known here', '`at`, `known_at`, `account`'],
    ['400.2', '/api/record?at=2016-09-16T23:00Z', '`at` is not known here', 'knows `agreement`'],
    ['400.2', '/api/status?account=', '`account` is empty', 'leave it out'],
    ['400.3', '/api/status?known_at=41', '`41` is neither an instant nor a number of entries', '`size:41`'],
    ['400.4', '/api/clauses/no-attacks/why?account=a&account=b', '`account` is given 2 times', 'ask once for each'],
    ['404.1', '/api/nothing', 'there is nothing at `/api/nothing`', '/api/docs'],
    ['404.1', '/assets/gone.js', 'there is nothing at `/assets/gone.js`', '/api/status'],
    ['404.2', '/api/clauses/no-atacks/why', 'no clause is named `no-atacks`', 'did you mean `no-attacks`?'],
    ['404.3', `/api/documents/${'f'.repeat(64)}`, `the record holds no document \`${'f'.repeat(64)}\``, 'SHA-256'],
    ['404.4', '/api/status?account=everyone', 'the agreement has no account `everyone`', 'leave `account` out'],
    ['421.1', 'http://rebound.example/api/status', 'this server is not `rebound.example`', 'http://localhost'],
  ])('%s for %s', async (code, path, detail, help) => {
    const response = await checkedApp(fixtureDeps().deps).request(path)
    const problem = await response.json()
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.status).toBe(Number.parseInt(code, 10))
    expect(problem).toMatchObject({ code, status: response.status, detail, type: `/api/problems#${code}` })
    expect(problem.help).toContain(help)
  })

  it('404.5 when no page has been built', async () => {
    const response = await checkedApp(fixtureDeps({}).deps).request('/', HTML)
    expect(await response.json()).toMatchObject({ code: '404.5', help: expect.stringContaining('npm run build') })
  })

  it('405.1 for every method that would change something', async () => {
    const response = await checkedApp(fixtureDeps().deps).request('/api/status', { method: 'POST' })
    expect(response.headers.get('allow')).toBe('GET, HEAD')
    expect(await response.json()).toMatchObject({ code: '405.1', detail: '`POST` is not allowed here' })
  })

  it('500.1 for a bug, which goes to the operator and not to the visitor', async () => {
    const { deps, bugs } = fixtureDeps()
    const response = await checkedApp(deps).request('/api/clauses/crash/why')
    const body = await response.text()
    expect(JSON.parse(body).code).toBe('500.1')
    expect(body).not.toContain('disk on fire')
    expect(bugs).toEqual([new Error('disk on fire')])
  })

  it('shortens and defuses what it repeats of a request', async () => {
    const response = await checkedApp(fixtureDeps().deps).request(`/api/status?at=${'`x'.repeat(200)}`)
    expect((await response.json()).detail).toMatch(/^`('x){39}'…` is no instant$/)
  })
})

describe('headers', () => {
  it.each(['/api/status', '/api/nothing', '/', '/healthz'])('forbid inline code and frames on %s', async (path) => {
    const response = await checkedApp(fixtureDeps().deps).request(path, HTML)
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('say that an answer has not changed, for as long as it has not', async () => {
    const app = checkedApp(fixtureDeps().deps)
    const first = await app.request('/api/status')
    const tag = first.headers.get('etag')!
    const same = await app.request('/api/status', { headers: { 'if-none-match': tag } })
    const other = await app.request('/api/status?account=monitors', { headers: { 'if-none-match': tag } })
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect([same.status, await same.text()]).toEqual([304, ''])
    expect(same.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(other.status).toBe(200)
  })
})

describe('the page', () => {
  const files = { 'index.html': '<title>page</title>', 'assets/index-a1B2c3D4.js': 'go()' }

  it.each(['/', '/clauses/no-attacks', `/documents/${SHA}`])('opens at %s', async (path) => {
    const response = await checkedApp(fixtureDeps(files).deps).request(path, HTML)
    expect(await response.text()).toBe('<title>page</title>')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })

  it('keeps for a year what is named by its content', async () => {
    const response = await checkedApp(fixtureDeps(files).deps).request('/assets/index-a1B2c3D4.js')
    expect(await response.text()).toBe('go()')
    expect(response.headers.get('cache-control')).toContain('immutable')
  })
})
