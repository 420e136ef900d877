import { describe, expect, it } from 'vitest'
import { checkedApp } from './checked.ts'
import { fixtureDeps, SHA } from './fixture.ts'
import type { RequestLine } from './observed.ts'

const HTML = { headers: { accept: 'text/html' } }

describe('the metrics', () => {
  it('count answers by route and class of status, with how long they took', async () => {
    const app = checkedApp(fixtureDeps().deps)
    await app.request('/api/status')
    await app.request('/api/status?at=yesterday')
    await app.request(`/api/documents/${SHA}`)
    await app.request('/', HTML)
    const text = await (await app.request('/metrics')).text()
    expect(text).toContain('http_requests_total{route="/api/status",status="2xx"} 1\n')
    expect(text).toContain('http_requests_total{route="/api/status",status="4xx"} 1\n')
    expect(text).toContain('http_requests_total{route="/api/documents/:sha256",status="2xx"} 1\n')
    expect(text).toContain('http_request_duration_seconds_bucket{route="/api/status",le="+Inf"} 2\n')
    expect(text).toContain('http_requests_total{route="page",status="2xx"} 1\n')
    expect(text).toContain('record_entries 2\n')
    expect(text.endsWith('# EOF\n')).toBe(true)
  })

  it('have labels for routes alone: no document, clause, account or address that was asked for', async () => {
    const app = checkedApp(fixtureDeps().deps)
    const asked = [`/api/documents/${SHA}`, '/api/clauses/no-attacks/why?account=monitors', '/names/of/sources']
    for (const path of asked) await app.request(path)
    const text = await (await app.request('/metrics')).text()
    for (const word of [SHA, 'no-attacks', 'monitors', 'sources']) expect(text).not.toContain(word)
  })

  it('are lines that OpenMetrics allows, each family with its type before its samples', async () => {
    const app = checkedApp(fixtureDeps().deps)
    await app.request('/api/status')
    const lines = (await (await app.request('/metrics')).text()).trimEnd().split('\n')
    let family = ''
    for (const line of lines.slice(0, -1)) {
      const type = /^# TYPE (\S+) (counter|gauge|histogram)$/.exec(line)
      if (type) family = type[1]!
      else if (line.startsWith('# ')) expect(line).toMatch(new RegExp(`^# (HELP|UNIT) ${family} .+`))
      else expect(line).toMatch(new RegExp(String.raw`^${family}(_total|_bucket|_sum|_count)?(\{[^{}]+\})? [\d.e+-]+$`))
    }
  })

  it('say when the record cannot be read, as does `/readyz`, while `/healthz` goes on', async () => {
    const { deps, bugs } = fixtureDeps()
    const record = () => Promise.reject(new Error('torn'))
    const app = checkedApp({ ...deps, workspace: { ...deps.workspace, record } })
    expect(await (await app.request('/metrics')).text()).toContain('record_readable 0\n')
    const unready = await app.request('/readyz')
    expect([unready.status, await unready.json()]).toMatchObject([503, { code: '503.1' }])
    expect(bugs).toEqual([new Error('torn')])
    expect((await app.request('/healthz')).status).toBe(200)
    expect(await (await checkedApp(deps).request('/readyz')).text()).toBe('ready')
  })
})

describe('the log', () => {
  it('has a line for each request, without its question, its address or anything it carried', async () => {
    const lines: RequestLine[] = []
    const app = checkedApp({ ...fixtureDeps().deps, log: (line) => lines.push(line), now: () => 0 })
    await app.request('/api/clauses/no-attacks/why?account=monitors', { headers: { cookie: 'session=secret' } })
    await app.request('/api/status', { method: 'POST', body: 'a secret' })
    expect(lines).toEqual([
      {
        at: '1970-01-01T00:00:00.000Z',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        method: 'GET',
        route: '/api/clauses/:id/why',
        status: 200,
        ms: expect.any(Number),
      },
      {
        ...lines[0],
        id: expect.any(String),
        method: 'POST',
        route: '/api/status',
        status: 405,
        ms: expect.any(Number),
      },
    ])
    expect(JSON.stringify(lines)).not.toMatch(/monitors|no-attacks|secret/)
  })

  it('is found again from an answer that went wrong, and from no other', async () => {
    const lines: RequestLine[] = []
    const app = checkedApp({ ...fixtureDeps().deps, log: (line) => lines.push(line) })
    const broken = await app.request('/api/clauses/crash/why')
    const fine = await app.request('/api/status')
    expect(broken.headers.get('x-request-id')).toBe(lines[0]!.id)
    expect(fine.headers.has('x-request-id')).toBe(false)
  })
})
