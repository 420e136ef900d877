import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Workspace } from '@trucekeeper/api'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openTables } from '@trucekeeper/people'
import { request } from 'node:http'
import { trustedIn } from './clients.ts'
import { startServer, type Running, type StartOptions } from './start.ts'

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
  known: nothing,
  tables: nothing,
  claims: nothing,
  entries: nothing,
  lookback: nothing,
  agreements: nothing,
  under: nothing,
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

async function start(port = 0, more: Partial<StartOptions> = {}) {
  const started = await startServer({
    ...more,
    workspace,
    port,
    host: '127.0.0.1',
    pageDir: join(folder, 'page'),
    onBug: () => undefined,
  })
  if (started.ok) running.push(started.server)
  return started
}

async function startedUrl(more: Partial<StartOptions> = {}): Promise<string> {
  const started = await start(0, more)
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

const refusedOf = async (url: string, forwarded: readonly string[]) => {
  const asked = forwarded.map((address) => fetch(`${url}/api/ground`, { headers: { 'x-forwarded-for': address } }))
  return (await Promise.all(asked)).filter(({ status }) => status === 429).length
}
const FLOOD = Array.from({ length: 120 }, () => '192.0.2.66, 203.0.113.9')

it('tells clients apart behind a front server that it trusts, by what that says', async () => {
  const found = trustedIn(['127.0.0.1'])
  if (!found.ok) throw new Error(found.wrong)
  const url = await startedUrl({ trusted: found.trusted })
  expect(await refusedOf(url, FLOOD)).toBeGreaterThan(20)
  expect(await refusedOf(url, ['192.0.2.66, 203.0.113.10', '192.0.2.66'])).toBe(0)
})

it('believes nobody whom it was not told to trust', async () => {
  const names = FLOOD.map((_, at) => `203.0.113.${at}`)
  expect(await refusedOf(await startedUrl(), names)).toBeGreaterThan(20)
})

it('with people says how it fares at a port of its own, on this machine, under its own names, and not on the page', async () => {
  const tables = await openTables(null)
  if (!tables.ok) throw new Error(tables.refusal.message)
  const people = { db: tables.value.db, deviceBound: false, origin: 'https://truce.example' }
  const started = await start(0, { people, seenBy: () => workspace, metricsPort: 0 })
  if (!started.ok) throw new Error(started.message)
  const { metricsUrl } = started.server
  expect(metricsUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/)
  const text = await (await fetch(metricsUrl!)).text()
  expect(text).toMatch(/^process_uptime_seconds /m)
  expect(text).not.toContain('record_entries')
  expect((await fetch(metricsUrl!.replace('/metrics', '/api/session'))).status).toBe(404)
  const under = (host: string) =>
    new Promise<number>((done) =>
      request(metricsUrl!, { headers: { host } }, (answer) => done(answer.statusCode!)).end(),
    )
  expect([await under('localhost'), await under('rebound.example')]).toEqual([200, 404])
  await started.server.close()
  running.splice(0)
  await expect(fetch(metricsUrl!)).rejects.toThrow('fetch failed')
  await tables.value.close()
}, 20_000)

it('frees its port when closed, with a browser still connected', async () => {
  const started = await start()
  if (!started.ok) throw new Error(started.message)
  const { url } = started.server
  await (await fetch(`${url}/healthz`)).text()
  await started.server.close()
  await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed')
  expect((await start(Number(new URL(url).port))).ok).toBe(true)
})
