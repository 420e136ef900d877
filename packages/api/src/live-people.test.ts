// How long somebody who signed in is told of changes: as long as the session lasts, and listening does not make it last.
import { IDLE_MS } from '@trucekeeper/people'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { openWorld, visitorOf, type Visitor, type World } from './testing/visitor.ts'

let opened: World
let world: World
let closing: AbortController

beforeAll(async () => {
  opened = await openWorld()
})
afterAll(() => opened.close())
beforeEach(() => {
  closing = new AbortController()
  const livePace = { look_ms: 10, beat_ms: 1_000, check_ms: 40, most: 10, most_of_one: 10 }
  world = { ...opened, app: createApp({ ...opened.deps, livePace, closing: closing.signal }) }
})
afterEach(() => closing.abort())

async function someone(...come: Parameters<Visitor['comeIn']>): Promise<Visitor> {
  const visitor = visitorOf(world)
  expect((await visitor.comeIn(...come))?.status).toBe(200)
  return visitor
}

/** Listens, and tells whether the server has let go by now. */
async function listening(visitor: Visitor) {
  const response = await visitor.get('/api/live')
  expect(response.status).toBe(200)
  let ended = false
  const reader = response.body!.getReader()
  void (async () => {
    while (!(await reader.read()).done);
    ended = true
  })()
  return { ended: () => ended }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
const soon = { timeout: 2_000 }

describe('a live connection', () => {
  it('ends when its session is signed out of, and that of another browser stays', async () => {
    const [amal, noor] = [await someone('un'), await someone('un', ['administrator'], 'Noor')]
    const [hers, another] = [await listening(amal), await listening(noor)]
    await pause(100)
    expect([hers.ended(), another.ended()]).toEqual([false, false])
    expect((await amal.ask('DELETE', '/api/session')).status).toBe(200)
    await expect.poll(hers.ended, soon).toBe(true)
    await pause(100)
    expect(another.ended()).toBe(false)
    expect((await amal.get('/api/live')).status).toBe(401)
  })

  it('ends when a role of its person changes', async () => {
    const noor = await someone('un', ['administrator'], 'Noor')
    const handed = await noor.post('/api/invitations', { name: 'Sami', roles: ['reader'] })
    const sami = visitorOf(world)
    await sami.accept(((await handed.json()) as { token: string }).token)
    const his = await listening(sami)
    const { people } = await noor.json<{ people: { id: string; name: string }[] }>('/api/people')
    const id = people.find(({ name }) => name === 'Sami')!.id
    const changed = await noor.ask('PUT', `/api/people/${id}/roles`, { body: { roles: ['recorder'] } })
    expect(changed.status).toBe(200)
    await expect.poll(his.ended, soon).toBe(true)
  })

  it('does not keep a session in use that nobody uses', async () => {
    const amal = await someone('un')
    const hers = await listening(amal)
    world.clock.now += IDLE_MS - 1_000
    await pause(150)
    expect(hers.ended()).toBe(false)
    world.clock.now += 2_000
    await expect.poll(hers.ended, soon).toBe(true)
  })

  it('ends when its browser goes to another desk, and the new session has one of its own', async () => {
    const amal = await someone('un')
    const hers = await listening(amal)
    const before = amal.jar.get('__Host-truce')
    expect((await amal.ask('PUT', '/api/session/desk', { body: { desk: 'un' } })).status).toBe(200)
    expect(amal.jar.get('__Host-truce')).not.toBe(before)
    await expect.poll(hers.ended, soon).toBe(true)
    expect((await listening(amal)).ended()).toBe(false)
  })
})
