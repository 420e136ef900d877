// Who may see what: every desk against what is another's, and every role against what takes more.
import { actorOf, askApproval } from '@trucekeeper/people'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '../../people/src/testing/databases.ts'
import { operationsOf } from './checked.ts'
import { openWorld, SEATED, visitorOf, type Visitor, type World } from './testing/visitor.ts'

/** Everybody comes in with a passkey of their own, at two servers. */
const PATIENCE_MS = 240_000

for (const database of await testDatabases())
  describe.skipIf(database.skipped)(`who sees what on ${database.name}`, () => {
    /** Two servers with the same people; only in the first does the owner have anything. */
    let there: World
    let empty: World
    const actors = new Map<string, readonly [Visitor, Visitor]>()
    const OWNERS = 'party-a'
    const SECRET_WORDS = 'the convoy leaves at dawn'

    interface Owned {
      readonly draft: string
      readonly invitation: string
      readonly session: string
      readonly passkey: string
      readonly person: string
      readonly request: string
    }
    let owned: Owned

    beforeAll(async () => {
      there = await openWorld({ tables: await database.open() })
      empty = await openWorld({ tables: await database.open() })
      for (const desk of SEATED.filter((desk) => desk !== OWNERS)) actors.set(desk, await pair(desk))
      actors.set('public', [visitorOf(there), visitorOf(empty)])
      actors.set('a removed member', await removed())
      const owner = visitorOf(there)
      await owner.comeIn(OWNERS, ['recorder', 'administrator'], 'Owner')
      const draft = (await (await owner.post('/api/drafts', { body: SECRET_WORDS })).json()) as { id: string }
      const invitation = await owner.post('/api/invitations', { name: 'Guest', roles: ['reader'] })
      // Asked of a desk at which nobody sits, so that all who look were not asked.
      const actor = await actorOf(there.db, owner.jar.get('__Host-truce')!, there.clock.now)
      const asked = { subject: SECRET_WORDS, text: SECRET_WORDS, desks: ['public'] } as const
      const request = await askApproval(there.db, actor!, asked, there.clock.now)
      const session = await owner.json<{ session: string; person: { id: string } }>('/api/session')
      owned = {
        draft: draft.id,
        invitation: ((await invitation.json()) as { id: string }).id,
        session: session.session,
        passkey: owner.passkey.id,
        person: session.person.id,
        request: request.id,
      }
    }, PATIENCE_MS)
    afterAll(() => Promise.all([there?.close(), empty?.close()]))

    async function pair(desk: (typeof SEATED)[number]): Promise<readonly [Visitor, Visitor]> {
      const both = [visitorOf(there), visitorOf(empty)] as const
      for (const visitor of both) await visitor.comeIn(desk)
      return both
    }

    /** Sat at the owner's desk once; their browser still has the session. */
    async function removed(): Promise<readonly [Visitor, Visitor]> {
      const both = [visitorOf(there), visitorOf(empty)] as const
      for (const [at, world] of [there, empty].entries()) {
        const admin = visitorOf(world)
        await admin.comeIn(OWNERS, ['administrator'], 'Admin')
        await both[at]!.comeIn(OWNERS, ['recorder'], 'Removed')
        const { person } = await both[at]!.json<{ person: { id: string } }>('/api/session')
        const gone = await admin.ask('PUT', `/api/people/${person.id}/roles`, { body: { roles: [] } })
        if (gone.status !== 200) throw new Error(await gone.text())
      }
      return both
    }

    const RESOURCES: readonly [string, string, (owned: Owned) => string, unknown?][] = [
      ['a draft', 'GET', ({ draft }) => `/api/drafts/${draft}`],
      ['a draft', 'PUT', ({ draft }) => `/api/drafts/${draft}`, { body: 'mine now', version: 1 }],
      ['a draft', 'PUT', ({ draft }) => `/api/drafts/${draft}`, { wrong: 'form' }],
      ['a draft', 'DELETE', ({ draft }) => `/api/drafts/${draft}`],
      ['an invitation', 'DELETE', ({ invitation }) => `/api/invitations/${invitation}`],
      ['a session', 'DELETE', ({ session }) => `/api/sessions/${session}`],
      ['a passkey', 'DELETE', ({ passkey }) => `/api/passkeys/${passkey}`],
      ['a request', 'GET', ({ request }) => `/api/approvals/${request}`],
      ['a request', 'PUT', ({ request }) => `/api/approvals/${request}`, { text: 'release all' }],
      ['a request', 'POST', ({ request }) => `/api/approvals/${request}/approve`, { digest: '0'.repeat(64) }],
      [
        'a request',
        'POST',
        ({ request }) => `/api/approvals/${request}/refuse`,
        { digest: '0'.repeat(64), reason: 'no' },
      ],
      ['a request', 'DELETE', ({ request }) => `/api/approvals/${request}`],
      ['a person', 'PUT', ({ person }) => `/api/people/${person}/roles`, { roles: ['reader'] }],
    ]

    /** All that the network sees of an answer. */
    const seen = async (response: Response) => ({
      status: response.status,
      headers: [...response.headers],
      body: await response.text(),
    })

    describe.each([...SEATED.filter((desk) => desk !== OWNERS), 'public', 'a removed member'])('to %s', (name) => {
      it.each(RESOURCES)('%s of another desk is, for %s, as if it were not there', async (_, method, path, body) => {
        const [here, nowhere] = actors.get(name)!
        const ask = (visitor: Visitor) =>
          visitor.ask(method, path(owned), body === undefined ? {} : { body }).then(seen)
        const answer = await ask(here)
        expect(answer.status).toBeGreaterThanOrEqual(400)
        expect(answer).toEqual(await ask(nowhere))
      })

      it('no address tells anything of it', async () => {
        const [visitor] = actors.get(name)!
        const told: string[] = []
        for (const { method, path } of operationsOf(there.deps)) {
          if (method !== 'get' || path === '/api/live') continue
          const answer = await visitor.ask('GET', path.replaceAll(/:\w+/g, 'unknown'))
          told.push(await answer.text(), ...[...answer.headers].map(([, value]) => value))
        }
        expect(told.length).toBeGreaterThan(50)
        const forbidden = [SECRET_WORDS, 'Owner', 'Guest', ...Object.values(owned)]
        expect(forbidden.filter((words) => told.some((text) => text.includes(words)))).toEqual([])
      })
    })

    describe('the owner of a draft', () => {
      it('finds it as it was after all of them', async () => {
        const owner = visitorOf(there)
        await owner.comeIn(OWNERS, ['reader'])
        const draft = await owner.json<{ body: string; version: number }>(`/api/drafts/${owned.draft}`)
        expect(draft).toMatchObject({ body: SECRET_WORDS, version: 1 })
      })
    })

    describe('a reader', () => {
      it.each<[string, string, unknown]>([
        ['POST', '/api/drafts', { body: 'x' }],
        ['POST', '/api/invitations', { name: 'Sami', roles: ['reader'] }],
      ])('may not %s %s', async (method, path, body) => {
        const visitor = visitorOf(there)
        await visitor.comeIn('un', ['reader'])
        expect(await (await visitor.ask(method, path, { body })).json()).toMatchObject({ code: '403.2' })
      })
    })

    describe('a desk', () => {
      it('writes, reads, changes and deletes its drafts', async () => {
        const visitor = visitorOf(there)
        await visitor.comeIn('humanitarian')
        const { id } = (await (await visitor.post('/api/drafts', { body: '{"kind":"shelling"}' })).json()) as {
          id: string
        }
        const changed = await visitor.ask('PUT', `/api/drafts/${id}`, { body: { body: '{}', version: 1 } })
        expect(await changed.json()).toMatchObject({ body: '{}', version: 2 })
        const stale = await visitor.ask('PUT', `/api/drafts/${id}`, { body: { body: '{"a":1}', version: 1 } })
        expect(await stale.json()).toMatchObject({ code: '409.2' })
        expect(await visitor.json('/api/drafts')).toMatchObject({ drafts: [{ id }] })
        expect((await visitor.ask('DELETE', `/api/drafts/${id}`)).status).toBe(200)
        expect(await visitor.json('/api/drafts')).toEqual({ drafts: [] })
      })

      it('is shown to its people with their roles', async () => {
        const world = await openWorld({ tables: await database.open() })
        const visitor = visitorOf(world)
        await visitor.comeIn('monitors', ['reader', 'administrator'], 'Noor')
        expect(await visitor.json('/api/people')).toMatchObject({
          people: [{ name: 'Noor', organisation: 'Office of monitors', roles: ['reader', 'administrator'] }],
        })
        expect(await visitor.json('/api/desks')).toEqual({
          desks: [{ id: 'monitors', roles: ['reader', 'administrator'] }],
        })
        expect(await (await visitor.ask('PUT', '/api/session/desk', { body: { desk: 'un' } })).json()).toMatchObject({
          code: '404.9',
        })
        expect(world.bugs).toEqual([])
        await world.close()
      })
    })
  })
