// What must not let anybody in or keep anybody in: each case by its name, over HTTP, on both databases.
import { setRoles, actorOf } from '@trucekeeper/people'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '../../people/src/testing/databases.ts'
import { openWorld, visitorOf, type Visitor, type World } from './testing/visitor.ts'

const SESSION = '__Host-truce'
const MINUTE = 60_000
const PLANTED = 'a'.repeat(43)

type Case = (world: World, come: (...as: Parameters<Visitor['comeIn']>) => Promise<Visitor>) => Promise<unknown>

const code = async (response: Promise<Response> | Response) =>
  ((await (await response).json()) as { code?: string }).code ?? 'given'

/** Gives whoever is at the desk other roles, as an administrator there. */
async function changed(world: World, desk: 'un' | 'monitors', who: Visitor, roles: readonly ('reader' | 'recorder')[]) {
  const admin = visitorOf(world)
  await admin.comeIn(desk, ['administrator'])
  const { person } = await who.json<{ person: { id: string } }>('/api/session')
  const actor = (await actorOf(world.db, admin.jar.get(SESSION)!, world.clock.now))!
  await setRoles(world.db, actor, person.id, roles, world.clock.now)
}

/** What each gives, and what it has to be. */
const CASES: readonly (readonly [string, Case, unknown])[] = [
  [
    'session: fixation',
    async (world, come) => {
      const victim = await come('un')
      victim.jar.set(SESSION, PLANTED)
      await victim.signIn()
      const thief = visitorOf(world)
      thief.jar.set(SESSION, PLANTED)
      return [victim.jar.get(SESSION) === PLANTED, await code(thief.get('/api/desks'))]
    },
    [false, '401.1'],
  ],
  [
    'session: cookie without Secure/HttpOnly/SameSite',
    async (world) => {
      const visitor = visitorOf(world)
      const answers = [await visitor.comeIn('un'), await visitor.signIn(), await visitor.get('/api/oidc/none')]
      const lines = answers.flatMap((answer) => answer!.headers.getSetCookie())
      const bare = lines.filter((line) => !/; HttpOnly; Secure; SameSite=(Strict|Lax)$/.test(line))
      return [lines.length > 3, bare, lines.filter((line) => !line.startsWith('__Host-'))]
    },
    [true, [], []],
  ],
  [
    'session: token in URL, or in a header',
    async (world, come) => {
      const secret = (await come('un')).jar.get(SESSION)!
      const stranger = visitorOf(world)
      const headers = { authorization: `Bearer ${secret}` }
      return [
        await code(stranger.get(`/api/desks?${SESSION}=${secret}`)),
        await code(stranger.get(`/api/desks?token=${secret}`)),
        await code(stranger.ask('GET', '/api/desks', { headers })),
      ]
    },
    ['401.1', '401.1', '401.1'],
  ],
  [
    'session: alive after account disabled',
    async (world, come) => {
      const visitor = await come('monitors', ['reader'])
      await changed(world, 'monitors', visitor, [])
      return [await code(visitor.get('/api/desks')), await code(visitor.signIn())]
    },
    ['401.1', '401.2'],
  ],
  [
    'session: alive after role change',
    async (world, come) => {
      const visitor = await come('un', ['recorder'])
      await changed(world, 'un', visitor, ['reader'])
      const before = await code(visitor.post('/api/drafts', { body: 'x' }))
      await visitor.signIn()
      return [before, await code(visitor.post('/api/drafts', { body: 'x' }))]
    },
    ['401.1', '403.2'],
  ],
  [
    'session: step-up older than 5 min for a sealed disclosure',
    async (world, come) => {
      const visitor = await come('un', ['releaser'])
      world.clock.now += 5 * MINUTE + 1
      const wanted = { entry: 1, field: 'body.quote', purpose: 'to ask back' }
      return code(visitor.post('/api/sealed-reads', wanted))
    },
    '403.3',
  ],
  [
    'session: two parties in one browser profile',
    async (world, come) => {
      const visitor = await come('party-a')
      const first = visitor.jar.get(SESSION)!
      const other = visitorOf(world)
      await other.comeIn('party-b')
      other.jar.set(SESSION, first)
      await other.signIn()
      const { desk } = await other.json<{ desk: string }>('/api/session')
      return [desk, await actorOf(world.db, first, world.clock.now)]
    },
    ['party-b', null],
  ],
  [
    'webauthn: registration without fresh re-authentication',
    async (world, come) => {
      const visitor = await come('un')
      world.clock.now += 5 * MINUTE + 1
      return code(visitor.post('/api/passkeys/options'))
    },
    '403.3',
  ],
  [
    'webauthn: last hardware key removed',
    async (_, come) => {
      const visitor = await come('un')
      return code(visitor.ask('DELETE', `/api/passkeys/${visitor.passkey.id}`))
    },
    '409.1',
  ],
  [
    'webauthn: challenge replay',
    async (_, come) => {
      const visitor = await come('un')
      type Options = { options: Parameters<Visitor['passkey']['get']>[0] }
      const { options } = (await (await visitor.post('/api/passkeys/sign-in/options')).json()) as Options
      const signIn = () => code(visitor.post('/api/passkeys/sign-in', { response: visitor.passkey.get(options) }))
      return [await signIn(), await signIn()]
    },
    ['given', '401.2'],
  ],
  [
    'webauthn: two assertions raced with one challenge',
    async (_, come) => {
      const visitor = await come('un')
      type Options = { options: Parameters<Visitor['passkey']['get']>[0] }
      const { options } = (await (await visitor.post('/api/passkeys/sign-in/options')).json()) as Options
      const answers = [visitor.passkey.get(options), visitor.passkey.get(options)]
      const race = answers.map((response) => code(visitor.post('/api/passkeys/sign-in', { response })))
      return (await Promise.all(race)).toSorted()
    },
    ['401.2', 'given'],
  ],
  [
    'webauthn: challenge from another session',
    async (world, come) => {
      const [visitor, other] = [await come('un'), visitorOf(world)]
      type Options = { options: Parameters<Visitor['passkey']['get']>[0] }
      const { options } = (await (await other.post('/api/passkeys/sign-in/options')).json()) as Options
      return code(visitor.post('/api/passkeys/sign-in', { response: visitor.passkey.get(options) }))
    },
    '401.2',
  ],
]

for (const database of await testDatabases())
  describe.skipIf(database.skipped)(`refused on ${database.name}`, () => {
    let world: World
    beforeAll(async () => {
      world = await openWorld({ tables: await database.open() })
    })
    afterAll(() => world?.close())

    it.each(CASES)('%s', async (_, attempt, expected) => {
      const come = async (...as: Parameters<Visitor['comeIn']>) => {
        const visitor = visitorOf(world)
        await visitor.comeIn(...as)
        return visitor
      }
      expect(await attempt(world, come)).toEqual(expected)
    })
  })
