// Listed people over HTTP: noted by one organisation, confirmed by another, and nothing below that to anybody outside.
import { letSpeak, type DeskId } from '@trucekeeper/people'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WatchAnswer } from './answers/watch.ts'
import { createApp } from './app.ts'
import { operationsOf } from './checked.ts'
import { noteOf, openDeskWorld, type DeskWorld } from './testing/desk-world.ts'
import { ORIGIN, visitorOf, type Visitor } from './testing/visitor.ts'

const TRAVEL = 'Muhammad Zarquni travelled to Moscow despite a United Nations travel ban.'
const REFERENCE = 'XXi.001'
const REASON = 'The words agree, he was seen there.'

let world: DeskWorld
let sent = 0
beforeEach(async () => {
  world = await openDeskWorld()
})
afterEach(() => world.close())

async function seated(desk: DeskId, ...speaks_for: readonly string[]) {
  const visitor = visitorOf(world)
  await visitor.comeIn(desk, ['recorder'])
  await letSpeak(world.db, { organisation: `Office of ${desk}`, speaks_for })
  return visitor
}

async function write<T>(visitor: Visitor, path: string, body: unknown): Promise<T> {
  const headers = { 'idempotency-key': `key-${(sent += 1)}-of-a-test` }
  return (await visitor.ask('POST', path, { body, headers })).json() as Promise<T>
}

async function told(visitor: Visitor): Promise<string> {
  const note = noteOf(TRAVEL)
  const claims = [
    {
      ...note.claims[0]!,
      kind: 'sanctions_violation',
      target: 'Muhammad Zarquni',
      places: [],
      date: null,
      date_basis: null,
    },
  ]
  const answer = await write<{ entries: { id: string }[] }>(visitor, '/api/claims', { ...note, claims, for: 'desks' })
  return answer.entries[1]!.id
}

const listing = (claim: string, state: string, of: string) => ({
  minute: {
    does: 'listing',
    state,
    of,
    claims: [claim],
    reference: REFERENCE,
    list_date: '2016-09-12',
    grounds: [],
    reason: REASON,
  },
  for: 'desks',
})
const seenBy = (visitor: Visitor) => visitor.json<WatchAnswer>('/api/watch')

describe('reported travel', () => {
  it('is noted by one, confirmed by another, and shown with every word', async () => {
    const [un, monitors] = [await seated('un', 'united-nations'), await seated('guarantor', 'united-states')]
    const claim = await told(un)
    expect((await seenBy(monitors)).travel).toMatchObject([{ claim, names: ['Muhammad Zarquni'], listings: [] }])
    expect(await write(un, '/api/minutes', listing(claim, 'possible', 'united-nations'))).toMatchObject({
      entries: [{ type: 'minute' }],
    })
    expect(await write(un, '/api/minutes', listing(claim, 'confirmed', 'united-nations'))).toMatchObject({
      errors: [{ code: 'listing-alone' }],
    })
    world.clock.now += 60_000
    await write(monitors, '/api/minutes', listing(claim, 'confirmed', 'united-states'))
    const [travel] = (await seenBy(un)).travel
    expect(travel!.listings).toMatchObject([{ reference: REFERENCE, state: 'confirmed', list_date: '2016-09-12' }])
    expect(travel!.listings[0]!.words.map(({ of }) => of)).toEqual(['united-nations', 'united-states'])
  })

  it('is nowhere in what the public is answered, until it is confirmed', async () => {
    const un = await seated('un', 'united-nations')
    const claim = await told(un)
    const { people: _people, seenBy: views, recorder: _recorder, ...deps } = world.deps
    // What every address would answer to somebody who sees what the public does, and what is open to nobody in particular.
    const open = createApp({ ...deps, workspace: views!('public') })
    const nobody = visitorOf(world)
    const paths = operationsOf(world.deps)
      .filter(({ method, path }) => method === 'get' && !path.includes(':') && path !== '/api/live')
      .map(({ path }) => path)
    expect(paths).toContain('/api/watch')
    expect(paths).toContain('/api/released')
    const answers = async () =>
      Promise.all(
        paths.flatMap((path) =>
          [open.request(`${ORIGIN}${path}`), nobody.get(path)].map(async (answer) => (await answer).text()),
        ),
      )
    for (const state of ['possible', 'refuted'] as const) {
      await write(un, '/api/minutes', listing(claim, state, 'united-nations'))
      for (const text of await answers()) {
        expect(text).not.toContain(REFERENCE)
        expect(text).not.toContain(REASON)
      }
      world.clock.now += 60_000
    }
    await write(un, '/api/minutes', listing(claim, 'possible', 'united-nations'))
    world.clock.now += 60_000
    const other = await seated('guarantor', 'united-states')
    await write(other, '/api/minutes', listing(claim, 'confirmed', 'united-states'))
    expect((await answers()).join()).toContain(REFERENCE)
  })
})
