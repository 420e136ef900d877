// The protection check over HTTP, behind a real socket: who asks is who signed in, and whatever is no question leaves an entry.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { entriesInMemory, openPageDoor, pageDoorAt, Protection, type EntryStore } from '@trucekeeper/protect'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ProtectionAnswer, ProtectionReply } from './answers/protection.ts'
import { checkedApp } from './checked.ts'
import { fixtureDeps } from './fixture.ts'
import { openWorld, visitorOf, type Visitor, type World } from './testing/visitor.ts'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const TODAY = { first_day: '2026-11-22', last_day: '2026-11-22' }
const CELL = 'sy6mu'

let folder: string
let world: World
let drawn = 0
const closing: (() => Promise<void>)[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'protection-'))
  world = await openWorld()
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

async function running(store: { -readonly [Part in keyof EntryStore]: EntryStore[Part] } = entriesInMemory()) {
  const clock = { now: NOW - 8 * 86_400_000 }
  const opened = await Protection.over(store, () => clock.now)
  if (!opened.ok) throw new Error(opened.refusal.message)
  const service = opened.value
  const path = join(folder, `${(drawn += 1)}`, 'door')
  const door = await openPageDoor(service, path)
  closing.push(() => door.close())
  for (const [id, organisation, desk] of [
    ['farah', 'health', 'owner'],
    ['dina', 'guarantor', 'guarantor'],
  ] as const)
    await service.enrol({ id, organisation, desk })
  const build = async (count: number) => {
    for (let at = 0; at < count; at++) {
      const site = await service.register('farah', { kind: 'school', place: [37.1 + at / 100_000, 36.2] })
      if (!site.ok) throw new Error(site.refusal.code)
      for (const by of ['dina', 'egor']) await service.verify(by, site.value)
    }
  }
  await service.enrol({ id: 'egor', organisation: 'other', desk: 'guarantor' })
  return { service, store, page: pageDoorAt(path), build, begin: () => (clock.now = NOW), clock }
}

/** Two parties who signed in, of whom the first is let in. */
async function parties() {
  const check = await running()
  const app = checkedApp({ ...world.deps, protection: check.page })
  const [a, b] = [visitorOf({ ...world, app }), visitorOf({ ...world, app })]
  await a.comeIn('party-a', ['reader'], 'Amal')
  await b.comeIn('party-b', ['reader'], 'Carim')
  const let_in = async (visitor: Visitor) => {
    const { ids } = (await visitor.json<ProtectionAnswer>('/api/protection')) as { ids: Record<string, string> }
    await check.service.enrol({ id: ids.person!, organisation: ids.organisation!, desk: 'party' })
    return ids.person!
  }
  return { ...check, a, b, let_in, nobody: visitorOf({ ...world, app }) }
}

describe('the protection check', () => {
  it('is told to be absent where none runs, and nothing else is affected', async () => {
    const { deps } = fixtureDeps()
    for (const protection of [undefined, pageDoorAt(join(folder, 'nowhere'))]) {
      const app = checkedApp({ ...deps, ...(protection && { protection }) })
      expect(await (await app.request('/api/protection')).json()).toEqual({ service: 'absent' })
      const asked = await app.request('/api/protection/questions', { method: 'POST', body: '{}' })
      expect([asked.status, ((await asked.json()) as { code: string }).code]).toEqual([503, '503.4'])
      expect((await app.request('/api/status')).status).toBe(200)
    }
  })

  it('says to somebody who is not let in by which ids they can be, and answers them nothing', async () => {
    const { a, b, let_in, nobody, begin } = await parties()
    begin()
    const answer = await a.json<ProtectionAnswer>('/api/protection')
    expect(answer).toMatchObject({ service: 'closed', ids: { person: expect.stringMatching(/^p-[0-9a-f]{32}$/) } })
    expect((await a.post('/api/protection/questions', { cells: [CELL], ...TODAY })).status).toBe(404)
    await let_in(a)
    expect((await a.post('/api/protection/questions', { cells: [CELL], ...TODAY })).status).toBe(200)
    expect((await b.post('/api/protection/questions', { cells: [CELL], ...TODAY })).status).toBe(404)
    expect((await nobody.post('/api/protection/questions', { cells: [CELL], ...TODAY })).status).toBe(401)
    expect((await nobody.get('/api/protection')).status).toBe(401)
  })

  it('answers by cells and days, and shows each what their own organisation asked', async () => {
    const { a, b, let_in, build, begin, store } = await parties()
    await build(5)
    begin()
    const person = await let_in(a)
    await let_in(b)
    const reply = await a.post('/api/protection/questions', { cells: [CELL], ...TODAY })
    expect(((await reply.json()) as ProtectionReply).lines[0]!.answers).toEqual([
      { answer: 'protected objects present', within: CELL },
    ])
    expect(store.entries.at(-1)).toMatchObject({ does: 'ask', by: person, cells: [CELL] })
    expect(await a.json('/api/protection')).toMatchObject({
      asked: [{ cells: [CELL], at: '2026-11-22T12:00:00+00:00' }],
      budget: { left_today: 7 },
    })
    expect(await b.json('/api/protection')).toMatchObject({ asked: [], budget: { left_today: 8 } })
  })

  it('gives answers of one length, with one status, whatever is there', async () => {
    const seen = new Set<string>()
    for (const sites of [0, 1, 5, 12]) {
      const { a, let_in, build, begin } = await parties()
      await build(sites)
      begin()
      await let_in(a)
      const response = await a.post('/api/protection/questions', { cells: [CELL, 'sy6mv', 'u4pru'], ...TODAY })
      const headers = [...response.headers].filter(([name]) => name !== 'etag' && name !== 'date').toSorted()
      seen.add(JSON.stringify([response.status, (await response.arrayBuffer()).byteLength, headers]))
    }
    expect(seen.size).toBe(1)
  })

  it('takes down every other thing that is asked, and answers none', async () => {
    const { a, let_in, begin, store, build } = await parties()
    await build(5)
    begin()
    const person = await let_in(a)
    const question = { cells: [CELL], ...TODAY }
    const near = [
      '?radius=500',
      '?bbox=37,36,38,37',
      '?near=37.1,36.2',
      '?nearest=1',
      '?format=csv',
      '?page=2',
      '?as=farah',
    ]
    const tried: readonly (() => Promise<Response>)[] = [
      ...near.flatMap((query) => [
        () => a.get(`/api/protection${query}`),
        () => a.post(`/api/protection/questions${query}`, question),
      ]),
      ...['near', 'nearest', 'sites', 'export', 'export.csv', 'cells', 'questions', 'points', '..%2Fentries'].map(
        (path) => () => a.get(`/api/protection/${path}`),
      ),
      ...['near', 'sites', 'cells/near', 'points/near', 'points/site_1/show'].map(
        (path) => () => a.post(`/api/protection/${path}`, question),
      ),
      ...['sites/site_1', 'points/point_1', 'points/point_1/look', 'cells/sy6mu/sites'].map(
        (path) => () => a.get(`/api/protection/${path}`),
      ),
      ...[
        { radius_m: 500 },
        { polygon: [[37, 36]] },
        { bbox: [37, 36, 38, 37] },
        { near: [37.1, 36.2] },
        { person: 'farah' },
        { as: 'dina', organisation: 'health' },
        { cells: [[37.1, 36.2]] },
        { cells: ['sy6mu4'] },
        { cells: ['sy6m'] },
        { cells: ['sy6m*'] },
        { cells: [CELL, CELL] },
        { cells: 'all' },
        { first_day: '2026-01-01', last_day: '2026-12-31' },
      ].map((more) => () => a.post('/api/protection/questions', { ...question, ...more })),
      () => a.ask('POST', '/api/protection/questions', { headers: { 'content-type': 'text/csv' } }),
      () => a.post('/api/protection/questions', [question]),
      () =>
        a.post('/api/protection/points', {
          site: 'site_1',
          purpose: '',
          from: '2026-11-22T12:00Z',
          to: '2026-11-22T13:00Z',
        }),
      () => a.post('/api/protection/points', { site: 'site_1', purpose: 'evacuation', from: 'now', to: 'later' }),
      () => a.post('/api/protection/points/point_0/look', {}),
      () => a.post('/api/protection/points/point_0/consent', {}),
    ]
    for (const one of tried) {
      const before = store.entries.length
      const response = await one()
      expect([400, 404, 409]).toContain(response.status)
      expect(await response.text()).not.toMatch(/37\.1|36\.2|farah|dina/)
      expect(store.entries.slice(before)).toMatchObject([{ does: 'refuse', by: person }])
    }
  })

  it('shows a point to whoever asked, by the consent of its owner and of a guarantor, and to nobody else', async () => {
    const { a, b, let_in, build, begin, service, store } = await parties()
    await build(1)
    begin()
    await let_in(a)
    await let_in(b)
    const site = store.entries.flatMap((entry) => (entry.does === 'register' ? [entry.site] : []))[0]
    const window = { from: '2026-11-22T12:00:00Z', to: '2026-11-22T14:00:00Z' }
    const asked = await a.post('/api/protection/points', { site, purpose: 'evacuation of wounded', ...window })
    const { request } = (await asked.json()) as { request: string }
    const look = (visitor: Visitor) => visitor.post(`/api/protection/points/${request}/look`)
    expect((await look(a)).status).toBe(404)
    expect((await b.post(`/api/protection/points/${request}/consent`)).status).toBe(404)
    for (const by of ['farah', 'dina']) await service.consent(by, request)
    expect(await a.json('/api/protection')).toMatchObject({ points: [{ own: true, may_look: true, site }] })
    expect(await (await look(a)).json()).toMatchObject({ site, kind: 'school', place: [37.1, 36.2] })
    expect((await look(b)).status).toBe(404)
    const looked = [{ site, purpose: 'evacuation of wounded', at: '2026-11-22T12:00:00+00:00' }]
    expect(await a.json('/api/protection')).toMatchObject({ looks: looked })
    expect(await service.atDesk('farah')).toMatchObject({ value: { looks: [{ site }] } })
    expect(await b.json('/api/protection')).toMatchObject({ points: [], looks: [] })
  })

  const body = JSON.stringify({ cells: [CELL], ...TODAY })
  const questions = '/api/protection/questions'
  const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
  const raw: readonly (readonly [string, string, string, string | undefined])[] = [
    ['a body over 64 KiB', 'POST', questions, JSON.stringify({ cells: [CELL.repeat(20_000)], ...TODAY })],
    ['a body that grows when it is read', 'POST', questions, `{"cells":[${'1e20,'.repeat(13_000)}1]}`],
    ['a body nested without end', 'POST', questions, deep],
    ['no JSON', 'POST', questions, 'cells=sy6mu'],
    ['half a question', 'POST', questions, body.slice(0, -1)],
    ['two questions in one', 'POST', questions, `${body}${body}`],
    ['a field twice', 'POST', questions, body.replace('{', '{"cells":["sy6mv"],')],
    ['a field twice, once in codes', 'POST', questions, body.replace('{', String.raw`{"\u0063ells":["sy6mv"],`)],
    ['no body', 'POST', questions, undefined],
    ['another method', 'PUT', questions, body],
    ['a method that takes away', 'DELETE', '/api/protection/sites', undefined],
    ['a method that nobody knows', 'SEARCH', questions, body],
    ['what may be asked', 'OPTIONS', questions, undefined],
    ['an address far below', 'GET', '/api/protection/a/b/c/d/e/f', undefined],
    ['an address in capitals', 'GET', '/API/Protection/near', undefined],
    ['a stroke in codes', 'GET', '/api/protection%2Fnear', undefined],
    ['a stroke too many', 'GET', '//api//protection/near', undefined],
    ['letters in codes', 'GET', '/api/%70rotection/near', undefined],
    ['codes of nothing', 'GET', '/api/protection/%ff%zz', undefined],
    ['the head alone of a question mark', 'HEAD', '/api/protection?near=1', undefined],
    ['consent in another’s name', 'POST', '/api/protection/points/point_0/consent', '{"as":"dina"}'],
    ['a look for another', 'POST', '/api/protection/points/point_0/look', '{"person":"farah"}'],
  ]

  it.each(raw)('refuses %s, and an entry stays', async (_, method, path, sent) => {
    const { a, let_in, begin, store } = await parties()
    begin()
    const person = await let_in(a)
    const before = store.entries.length
    const response = await a.ask(method, path, { ...(sent !== undefined && { raw: sent }) })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(store.entries.slice(before)).toMatchObject([{ does: 'refuse', by: person }])
  })

  it('takes down what is asked by nobody who signed in, with a wrong name of the server, and from other sites', async () => {
    const { a, nobody, let_in, begin, store } = await parties()
    begin()
    await let_in(a)
    const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    const question = { cells: [CELL], ...TODAY }
    for (const [status, ask] of [
      [401, () => nobody.post(questions, question)],
      [401, () => nobody.get('/api/protection')],
      [401, () => nobody.get('/api/protection/near?at=37.1,36.2')],
      [405, () => nobody.ask('DELETE', questions)],
      [403, () => a.ask('POST', questions, { body: question, headers: elsewhere })],
    ] as const) {
      const before = store.entries.length
      expect((await ask()).status).toBe(status)
      expect(store.entries.slice(before)).toMatchObject([{ does: 'refuse', by: null, organisation: null }])
    }
  })

  it('takes down who asks too often too', async () => {
    const check = await running()
    const { deps } = fixtureDeps()
    const app = checkedApp({ ...deps, protection: check.page, clientsOf: () => ['192.0.2.1'], now: () => 0 })
    const before = check.store.entries.length
    const asked = await Promise.all(Array.from({ length: 125 }, () => app.request('/api/protection/near')))
    expect(asked.filter(({ status }) => status === 429)).toHaveLength(5)
    expect(check.store.entries.length - before).toBe(125)
  })

  it('refuses all the same where no entry can be written', async () => {
    const { a, nobody, let_in, begin, store } = await parties()
    begin()
    await let_in(a)
    const refusal = { code: 'not-recorded', message: 'the disk is full', help: '' } as const
    store.append = async () => refusal
    const asked = await a.post(questions, { cells: [CELL], ...TODAY })
    expect([asked.status, ((await asked.json()) as { code: string }).code]).toEqual([503, '503.5'])
    expect((await a.ask('PUT', questions, { raw: body })).status).toBe(405)
    expect((await nobody.post(questions)).status).toBe(401)
  })

  it('sees no more fields of a point than those it names', async () => {
    const { a, let_in, begin, store } = await parties()
    begin()
    await let_in(a)
    const window = { from: '2026-11-22T12:00Z', to: '2026-11-22T13:00Z' }
    const asked = { site: 'site_1', purpose: 'evacuation of wounded', ...window }
    for (const more of [
      { nearest: true },
      { count: 5 },
      { precision: 9 },
      { as: 'dina' },
      { from: '2026-11-22T12:00' },
    ])
      expect((await a.post('/api/protection/points', { ...asked, ...more })).status).toBe(400)
    expect(store.entries.slice(-5)).toMatchObject(
      Array.from({ length: 5 }, () => ({ does: 'refuse', tried: 'request_point' })),
    )
    expect((await a.post('/api/protection/points', asked)).status).toBe(200)
  })
})
