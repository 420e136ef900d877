import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { checkedApp, operationsOf } from './checked.ts'
import { fixtureDeps } from './fixture.ts'
import { kept } from './kept.ts'

/** A folder that changes when told to. */
function changing() {
  const { deps, asked } = fixtureDeps()
  let stamp = 0
  const workspace = { ...deps.workspace, stamp: async () => String(stamp) }
  return { deps: { ...deps, workspace }, asked, change: () => (stamp += 1) }
}

describe('an answer', () => {
  it('is worked out once for as long as the folder is as it was, and is the same bytes', async () => {
    const { deps, asked, change } = changing()
    const app = checkedApp(deps)
    const [first, second] = [await app.request('/api/status'), await app.request('/api/status')]
    expect(asked).toHaveLength(1)
    expect(await second.text()).toBe(await first.text())
    expect(Object.fromEntries(second.headers)).toEqual(Object.fromEntries(first.headers))
    change()
    await app.request('/api/status')
    expect(asked).toHaveLength(2)
  })

  it('is worked out once for all who ask at the same time', async () => {
    const { deps, asked } = changing()
    const app = checkedApp(deps)
    const answers = await Promise.all(Array.from({ length: 20 }, () => app.request('/api/status')))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(asked).toHaveLength(1)
  })

  it('is kept for its question alone', async () => {
    const { deps, asked } = changing()
    const app = checkedApp(deps)
    await app.request('/api/status')
    expect((await (await app.request('/api/status?account=monitors')).json()).accounts).toHaveLength(1)
    expect(asked).toHaveLength(2)
  })

  it('brings its link along, and nothing that was meant for who asked first', async () => {
    const app = checkedApp(changing().deps)
    const pages = [await app.request('/api/entries?limit=1'), await app.request('/api/entries?limit=1')]
    expect(pages.map(({ headers }) => headers.get('link'))).toEqual(
      Array(2).fill('</api/entries?after=0&limit=1>; rel="next"'),
    )
    const { deps } = changing()
    const routes = operationsOf(deps)
    const server = new Hono()
    let visit = 0
    server.use(async (c, next) => {
      c.header('set-cookie', `session=${(visit += 1)}`)
      await next()
    })
    server.use(kept(routes, deps))
    server.get('/api/status', (c) => c.json({ visit }))
    const answers = [await server.request('/api/status'), await server.request('/api/status')]
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([{ visit: 1 }, { visit: 1 }])
    expect(answers.map(({ headers }) => headers.get('set-cookie'))).toEqual(['session=1', 'session=2'])
  })

  it('that has not changed is not sent again', async () => {
    const { deps } = changing()
    const app = checkedApp(deps)
    const tag = (await app.request('/api/status')).headers.get('etag')!
    const same = await app.request('/api/status', { headers: { 'if-none-match': tag } })
    expect([same.status, await same.text()]).toEqual([304, ''])
    expect(tag).toMatch(/^"[0-9a-f]{64}"$/)
  })

  it('is not kept where the folder changed while it was worked out', async () => {
    const { deps, asked, change } = changing()
    const { status } = deps.workspace
    const workspace = { ...deps.workspace, status: async (query: object) => (change(), status(query)) }
    const app = checkedApp({ ...deps, workspace })
    await app.request('/api/status')
    await app.request('/api/status')
    expect(asked).toHaveLength(2)
  })

  it('that refuses is not kept', async () => {
    const { deps, asked } = changing()
    const app = checkedApp(deps)
    for (let n = 0; n < 2; n++) expect((await app.request('/api/clauses/none/why')).status).toBe(404)
    expect(asked).toHaveLength(2)
  })
})

describe('what depends on the clock or on who asks', () => {
  it('is never kept', () => {
    const steady = operationsOf(fixtureDeps().deps).flatMap(({ path, steady }) => (steady ? [path] : []))
    expect(steady).toContain('/api/status')
    for (const path of ['/api/ground', '/api/map', '/api/session', '/api/live', '/metrics', '/healthz', '/readyz'])
      expect(steady).not.toContain(path)
  })
})
