// Whoever asks through the page's door: who they are is never in what they send, and answers tell nothing by their shape.
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { geohash } from '@trucekeeper/geo'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { LonLat, Protection } from '../index.ts'
import { asking, DAY, near, service, sitesAt, TOWN } from '../testing/services.ts'
import { BLOCK_BYTES, openOperatorDoor, openPageDoor, operatorDoorAt, pageDoorAt, type Doors } from './index.ts'

const CELL = geohash(TOWN, 5)
const AMAL = { person: 'Amal_of-A', organisation: 'Org_A' }
const CARIM = { person: 'Carim_of-B', organisation: 'Org_B' }

let folder: string
let drawn = 0
const opened: (Doors & { readonly protection: Protection })[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'protect-door-'))
})
afterEach(async () => {
  for (const { close } of opened.splice(0)) await close()
})
afterAll(() => rm(folder, { recursive: true }))

async function served(places: readonly LonLat[] = []) {
  const of = await service()
  const path = join(folder, `${(drawn += 1)}`, 'door')
  const doors = await openPageDoor(of.protection, path)
  opened.push({ ...doors, protection: of.protection })
  const page = pageDoorAt(path)
  for (const seat of [AMAL, CARIM]) {
    const { person: id, organisation } = page.idsOf(seat)
    await of.protection.enrol({ id, organisation, desk: 'party' })
  }
  await sitesAt(of.protection, places)
  of.clock.at += 8 * DAY
  return { ...of, path, page }
}

/** What comes back byte for byte, and when. */
function raw(path: string, words: string): Promise<string> {
  return new Promise((done) => {
    let text = ''
    const socket = connect({ path, allowHalfOpen: true })
    socket.setEncoding('utf8')
    socket.on('data', (part) => (text += part))
    socket.on('close', () => done(text))
    socket.end(words)
  })
}

describe('the door of a page', () => {
  it('is a socket for its owner, in a folder for its owner', async () => {
    const { path } = await served()
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(dirname(path))).mode & 0o777).toBe(0o700)
  })

  it('answers whoever was let in, by the ids of the page and no others', async () => {
    const { page, clock, store } = await served()
    expect((await page.ask(AMAL, asking(clock, CELL))).ok).toBe(true)
    const { person: by } = page.idsOf(AMAL)
    expect(store.entries.at(-1)).toMatchObject({ does: 'ask', by })
    for (const seat of [{ ...AMAL, person: 'amal' }, { ...AMAL, organisation: 'Org_B' }, { ...AMAL, person: '' }, null])
      expect(await page.ask(seat, asking(clock, CELL))).toMatchObject({ refusal: { code: 'no-access' } })
    expect(store.entries.slice(-4).every(({ does }) => does === 'refuse')).toBe(true)
  })

  it('takes nobody’s word for who they are, in whatever field', async () => {
    const { page, clock, store } = await served()
    const { person } = page.idsOf(CARIM)
    for (const as of [{ as: person }, { by: person }, { person }, { organisation: 'party-b' }, { desk: 'owner' }])
      expect(await page.ask(AMAL, { ...asking(clock, CELL), ...as })).toMatchObject({
        refusal: { code: 'not-a-question' },
      })
    expect(store.entries.slice(-5).every(({ by }) => by === page.idsOf(AMAL).person)).toBe(true)
  })

  it('does nothing that is for whoever runs the service, and writes down that it was tried', async () => {
    const { path, page, store } = await served()
    const { person, organisation } = page.idsOf(AMAL)
    const before = store.entries.length
    const tried = ['enrol', 'trace', 'log', 'register', 'verify', 'revoke', 'close', 'constructor', '__proto__']
    for (const does of tried)
      expect(await raw(path, JSON.stringify({ does, person, organisation, given: CELL }))).toMatch(/no-access/)
    expect(store.entries.slice(before)).toMatchObject(tried.map(() => ({ does: 'refuse' })))
  })

  it('takes down what cannot be read, and stays open', async () => {
    const { path, page, clock, store } = await served()
    const before = store.entries.length
    const wrong = ['', '{', 'null', '[]', '"*"', '\0\0', JSON.stringify({ does: 'ask', person: 1 }), 'x'.repeat(70_000)]
    for (const words of wrong) await raw(path, words)
    expect(store.entries.slice(before)).toMatchObject(wrong.map(() => ({ does: 'refuse', code: 'no-access' })))
    expect((await page.ask(AMAL, asking(clock, CELL))).ok).toBe(true)
  })

  it('gives answers of one length and in whole ticks, whatever is there, and refusals too', async () => {
    const question = ['sy7xq', 'sy7xr', 'sy7xw', 'sy7xx', 'sy7xn', 'sy7xp', 'sy7x2', 'sy7x3']
    const lengths = new Set<number>()
    const took: number[] = []
    for (const places of [
      [],
      near(TOWN, 5),
      near(TOWN, 1),
      question.flatMap((_, at) => near([TOWN[0] + at, 36.2], 6)),
    ]) {
      const { path, page, clock } = await served(places)
      const ids = page.idsOf(AMAL)
      for (const given of [asking(clock, ...question), asking(clock, ...question), { near: TOWN }]) {
        const began = performance.now()
        lengths.add(Buffer.byteLength(await raw(path, JSON.stringify({ does: 'ask', ...ids, given }))))
        took.push(performance.now() - began)
      }
    }
    expect([...lengths]).toEqual([BLOCK_BYTES])
    // Timers are early by a millisecond at most.
    expect(Math.min(...took)).toBeGreaterThan(98)
  })

  it('says of points nothing that tells which there are', async () => {
    const { page, clock, store, protection } = await served([TOWN])
    const site = store.entries.flatMap((entry) => (entry.does === 'register' ? [entry.site] : []))[0]!
    const window = { purpose: 'evacuation of wounded', from: clock.at, to: clock.at + DAY / 24 }
    const replies = []
    for (const of of [site, `site_${'0'.repeat(20)}`]) {
      const asked = await page.requestPoint(AMAL, { site: of, ...window })
      if (!asked.ok) throw new Error(asked.refusal.code)
      replies.push([
        await page.showPoint(AMAL, asked.value),
        await page.consent(AMAL, asked.value),
        await page.consent(CARIM, asked.value),
        await protection.consent('dina', asked.value).then(({ ok }) => ok),
        await page.showPoint(AMAL, asked.value),
        await page.showPoint(CARIM, asked.value),
      ])
    }
    expect(replies[1]).toEqual(replies[0])
  })

  it.each([
    [{ purpose: '' }],
    [{ purpose: ' \u200b\u200b ' }],
    [{ purpose: '...' }],
    [{ purpose: ['evacuation'] }],
    [{ from: '0', to: '9e15' }],
    [{ from: -1, to: 1 }],
    [{ to: Number.MAX_SAFE_INTEGER }],
    [{ from: null }],
    [{ site: '*' }],
    [{ site: ['site_1'] }],
    [{ site: { near: TOWN } }],
  ])('asks for no point with %j, and leaves an entry', async (wrong) => {
    const { page, clock, store } = await served([TOWN])
    const given = { site: 'site_1', purpose: 'evacuation', from: clock.at, to: clock.at + DAY / 24, ...wrong }
    expect(await page.requestPoint(AMAL, given)).toMatchObject({ refusal: { code: 'malformed' } })
    expect(store.entries.at(-1)).toMatchObject({ does: 'refuse', tried: 'request_point' })
  })

  it('shows each what their own organisation asked, and nothing of others', async () => {
    const { page, clock } = await served(near(TOWN, 5))
    await page.ask(AMAL, asking(clock, CELL))
    const [own, others] = [await page.atDesk(AMAL), await page.atDesk(CARIM)]
    expect(own).toMatchObject({ value: { asked: [{ cells: [CELL] }], budget: { left_today: 7, paid: [CELL] } } })
    expect(others).toMatchObject({ value: { asked: [], budget: { left_today: 8, paid: [] } } })
    expect(await page.atDesk(null)).toMatchObject({ refusal: { code: 'no-access' } })
  })

  it('refuses alike where nothing runs behind it', async () => {
    const page = pageDoorAt(join(folder, 'nowhere'))
    for (const reply of [await page.ask(AMAL, {}), await page.atDesk(null), await page.showPoint(AMAL, 'point_1')])
      expect(reply).toMatchObject({ ok: false, refusal: { code: 'not-there' } })
  })
})

it('whoever runs the service has all of it while it runs, at a door of their own', async () => {
  const of = await service()
  const path = join(folder, 'operator', 'door')
  const doors = await openOperatorDoor(of.protection, path)
  const operated = await operatorDoorAt(path)
  expect(await operated!.enrol({ id: 'new', organisation: 'party-a', desk: 'party' })).toMatchObject({ ok: true })
  expect(await operated!.ask('new', asking(of.clock, CELL))).toMatchObject({ ok: true })
  expect(await raw(path, JSON.stringify({ errand: 'close', given: [] }))).toMatch(/no-access/)
  for (const [errand, given] of [
    ['enrol', []],
    ['enrol', [null]],
    ['enrol', [{ id: ['x'], organisation: {}, desk: null }]],
    ['ask', []],
    ['requestPoint', ['new']],
    ['register', ['farah', { kind: 'school', place: null }]],
    ['trace', [{}]],
    ['log', [[]]],
  ]) {
    const before = of.store.entries.length
    expect(await raw(path, JSON.stringify({ errand, given }))).toMatch(/"code":|"value":null/)
    expect(of.store.entries).toHaveLength(before + 1)
  }
  await doors.close()
  expect(await operatorDoorAt(path)).toBeNull()
})
