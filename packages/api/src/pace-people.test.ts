// Whose flood slows whom: nobody but the flooding organisation, at the desk at which it sits.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { checkedApp } from './checked.ts'
import { ofMany, PACE } from './pace.ts'
import { openWorld, visitorOf, type Visitor, type World } from './testing/visitor.ts'

let opened: World
let world: World

beforeAll(async () => {
  opened = await openWorld()
})
afterAll(() => opened.close())
beforeEach(() => {
  // All come from one address, as from behind one front server; each test has its own levels.
  world = { ...opened, app: checkedApp({ ...opened.deps, clientsOf: () => ['192.0.2.1'] }) }
})

async function someone(...come: Parameters<Visitor['comeIn']>): Promise<Visitor> {
  const visitor = visitorOf(world)
  expect((await visitor.comeIn(...come))?.status).toBe(200)
  return visitor
}

async function statuses(visitor: Visitor, times: number): Promise<number[]> {
  const found: number[] = []
  for (let n = 0; n < times; n++) found.push((await visitor.get('/api/back-test')).status)
  return found
}

const refusals = (found: readonly number[]) => found.filter((status) => status === 429).length

it('slows down one person and nobody beside them at the same address', async () => {
  const [amal, noor] = [await someone('un', ['reader'], 'Amal'), await someone('party-a', ['reader'], 'Noor')]
  expect(refusals(await statuses(amal, PACE.burst + 5))).toBe(5)
  expect(refusals(await statuses(noor, 5))).toBe(0)
  expect((await amal.get('/api/back-test')).headers.get('retry-after')).toBe('1')
}, 30_000)

it('slows down an organisation of many together, and no other', async () => {
  const { burst } = ofMany(PACE)
  const many = []
  for (let n = 0; n * PACE.burst <= burst; n++) many.push(await someone('un', ['reader'], `Reader ${n}`))
  const found = []
  for (const one of many) found.push(...(await statuses(one, PACE.burst)))
  expect(refusals(found)).toBe(found.length - burst)
  expect(refusals(await statuses(await someone('party-a', ['reader'], 'Noor'), 20))).toBe(0)
}, 60_000)

it('slows down who comes with sessions that are none, before any is looked for', async () => {
  const guess = async () =>
    (await world.app.request('https://truce.example/api/back-test', { headers: { cookie: '__Host-truce=guess' } }))
      .status
  const found: number[] = []
  for (let n = 0; n < 40; n++) found.push(await guess())
  expect(found.slice(0, 30).every((status) => status === 401)).toBe(true)
  expect(found.slice(30).every((status) => status === 429)).toBe(true)
})
