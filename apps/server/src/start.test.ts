import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Workspace } from '@trucekeeper/api'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { startServer, type Running } from './start.ts'

const nothing = () => Promise.reject(new Error('the tests here ask for pages only'))
const workspace: Workspace = {
  status: nothing,
  why: nothing,
  record: async () => ({
    entries: 0,
    first_received_at: null,
    last_received_at: null,
    suggested_at: '2016-09-16T23:00:00+03:00',
    moments: [],
  }),
  document: nothing,
  agreementText: nothing,
  agreementPlaces: nothing,
  backTestBasis: nothing,
  tables: nothing,
  claims: nothing,
  entries: nothing,
  lookback: nothing,
}

let folder: string
const running: Running[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'))
  await mkdir(join(folder, 'page', 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'names of sources')
  await writeFile(join(folder, 'page', '.hidden'), 'names of sources')
  await writeFile(join(folder, 'page', 'index.html'), '<title>page</title>')
  await writeFile(join(folder, 'page', 'assets', 'a.css'), 'p{}')
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})
afterAll(() => rm(folder, { recursive: true }))

async function start(port = 0) {
  const started = await startServer({
    workspace,
    port,
    host: '127.0.0.1',
    pageDir: join(folder, 'page'),
    onBug: () => undefined,
  })
  if (started.ok) running.push(started.server)
  return started
}

async function startedUrl(): Promise<string> {
  const started = await start()
  if (!started.ok) throw new Error(started.message)
  return started.server.url
}

it('answers the API and the page on this machine', async () => {
  const url = await startedUrl()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect((await (await fetch(`${url}/api/record`)).json()).entries).toBe(0)
  expect(await (await fetch(url, { headers: { accept: 'text/html' } })).text()).toBe('<title>page</title>')
  expect((await fetch(`${url}/assets/a.css`)).headers.get('content-type')).toBe('text/css; charset=utf-8')
})

it.each(['/..%2fsecret.txt', '/%2e%2e/secret.txt', '/..%5csecret.txt', '/.hidden', '/%00', '/%E0%A4%A', '/assets'])(
  'hands out nothing for %s',
  async (path) => {
    const response = await fetch(`${await startedUrl()}${path}`)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('names of sources')
  },
)

it('says that a port is taken and what to do', async () => {
  const port = Number(new URL(await startedUrl()).port)
  expect(await start(port)).toEqual({
    ok: false,
    message: `port \`${port}\` is already in use`,
    help: `stop what listens there, or choose another with \`--port ${port + 1}\``,
  })
})

it('tells of changes, lets listeners go when it closes, and says how it fares', async () => {
  const url = await startedUrl()
  const live = await fetch(`${url}/api/live`)
  const text = live.text()
  const metrics = await (await fetch(`${url}/metrics`)).text()
  expect(metrics).toMatch(/^live_connections 1$/m)
  expect(metrics).toMatch(/^process_resident_memory_bytes \d+$/m)
  const began = performance.now()
  await running.pop()!.close()
  expect(await text).toContain('event: record\ndata: {"size":0,"received_at":null}')
  expect(performance.now() - began).toBeLessThan(1_900)
})

it('slows down who asks without end, and nobody else', async () => {
  const url = await startedUrl()
  const answers = await Promise.all(Array.from({ length: 200 }, () => fetch(`${url}/api/ground`)))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(20)
  expect(refused[0]!.headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
  expect(await refused[0]!.json()).toMatchObject({ code: '429.1' })
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

it('frees its port when closed, with a browser still connected', async () => {
  const started = await start()
  if (!started.ok) throw new Error(started.message)
  const { url } = started.server
  await (await fetch(`${url}/healthz`)).text()
  await started.server.close()
  await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed')
  expect((await start(Number(new URL(url).port))).ok).toBe(true)
})
