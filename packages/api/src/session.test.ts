// Coming in, signing in and out, and what the cookies and the refusals give away.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '../../people/src/testing/databases.ts'
import { createApp } from './app.ts'
import type { SessionAnswer } from './answers/people.ts'
import { checkedApp } from './checked.ts'
import { fixtureDeps } from './fixture.ts'
import { openWorld, ORIGIN, visitorOf, type World } from './testing/visitor.ts'

for (const database of await testDatabases())
  describe.skipIf(database.skipped)(`sessions on ${database.name}`, () => {
    let world: World
    beforeAll(async () => {
      world = await openWorld({ tables: await database.open() })
    })
    afterAll(() => world?.close())

    const HOUR = 3_600_000
    const someone = async (...come: Parameters<ReturnType<typeof visitorOf>['comeIn']>) => {
      const visitor = visitorOf(world)
      const came = await visitor.comeIn(...come)
      if (came?.status !== 200) throw new Error(`did not come in: ${await came?.text()}`)
      return visitor
    }
    const codeOf = async (response: Response | null) => ((await response!.json()) as { code: string }).code

    describe('a folder of one person', () => {
      it('asks for nothing and has no people', async () => {
        const { deps } = fixtureDeps()
        const app = checkedApp(deps)
        expect(await (await app.request('/api/session')).json()).toEqual({ mode: 'embedded' })
        expect((await app.request('/api/status')).status).toBe(200)
        for (const path of ['/api/people', '/api/passkeys', '/api/drafts', '/api/sessions', '/api/desks'])
          expect((await app.request(path)).status).toBe(404)
      })
    })

    describe('a server of several people', () => {
      it('answers nobody, and alike whether there is anything at the address', async () => {
        const visitor = visitorOf(world)
        expect(await visitor.json('/api/session')).toEqual({ mode: 'people', person: null })
        const told = async (path: string) => {
          const response = await visitor.get(path)
          return [response.status, (await response.text()).replaceAll(path, 'PATH')]
        }
        const [status, body] = await told('/api/nothing-here')
        expect(status).toBe(401)
        for (const path of ['/api/status', '/api/record', '/api/documents/abc', '/api/drafts/abc', '/ogc/collections'])
          expect(await told(path)).toEqual([status, body])
      })

      it('is entered by an invitation, which is told once and opens once', async () => {
        const admin = await someone('un', ['administrator'], 'Noor')
        const handed = (await (await admin.post('/api/invitations', { name: 'Sami', roles: ['reader'] })).json()) as {
          token: string
          id: string
        }
        expect(JSON.stringify(await admin.json('/api/invitations'))).not.toContain(handed.token)
        const sami = visitorOf(world)
        expect((await sami.accept(handed.token))!.status).toBe(200)
        expect(await sami.json<SessionAnswer>('/api/session')).toMatchObject({
          person: { name: 'Sami' },
          desk: 'un',
          roles: ['reader'],
        })
        expect(await visitorOf(world).accept(handed.token)).toBeNull()
        expect((await sami.get('/api/status')).status).toBe(200)
      })

      it('knows who signs in again, and forgets who signs out', async () => {
        const visitor = await someone('monitors')
        expect((await visitor.ask('DELETE', '/api/session')).status).toBe(200)
        expect(await codeOf(await visitor.get('/api/status'))).toBe('401.1')
        expect(await (await visitor.signIn()).json()).toEqual({ desk: 'monitors' })
        expect((await visitor.get('/api/status')).status).toBe(200)
      })

      it('ends a session on the server too, not in the browser alone', async () => {
        const visitor = await someone('monitors')
        const kept = [...visitor.jar]
        await visitor.ask('DELETE', '/api/session')
        for (const [name, value] of kept) visitor.jar.set(name, value)
        expect(await codeOf(await visitor.get('/api/status'))).toBe('401.1')
      })

      it('refuses a passkey nobody knows with the very bytes of one that is wrong', async () => {
        const [known, unknown] = [await someone('un'), visitorOf(world)]
        const bytes = async (response: Response) => {
          const headers = [...response.headers].filter(([name]) => name !== 'set-cookie')
          return [response.status, headers, await response.text()]
        }
        const wrong = await bytes(await known.signIn({ origin: 'https://attacker.example' }))
        expect(wrong[0]).toBe(401)
        expect(await bytes(await unknown.signIn({ userHandle: 'bm9ib2R5' }))).toEqual(wrong)
        expect(await bytes(await known.signIn({ id: Buffer.alloc(16, 1).toString('base64url') }))).toEqual(wrong)
      })

      it('lists the sessions of a person and ends one from another', async () => {
        const visitor = await someone('guarantor')
        const before = new Map(visitor.jar)
        visitor.jar.clear()
        await visitor.signIn()
        const { sessions } = await visitor.json<{ sessions: { id: string; device: string }[] }>('/api/sessions')
        expect(sessions.map(({ device }) => device)).toEqual(['Firefox, Linux', 'Firefox, Linux'])
        const here = (await visitor.json<{ session: string }>('/api/session')).session
        const other = sessions.find(({ id }) => id !== here)!
        expect((await visitor.ask('DELETE', `/api/sessions/${other.id}`)).status).toBe(200)
        visitor.jar.clear()
        for (const [name, value] of before) visitor.jar.set(name, value)
        expect(await codeOf(await visitor.get('/api/sessions'))).toBe('401.1')
      })

      it('asks for the passkey again before another is added', async () => {
        const own = await openWorld({ tables: await database.open() })
        const visitor = visitorOf(own)
        await visitor.comeIn('un')
        expect((await visitor.post('/api/passkeys/options')).status).toBe(200)
        own.clock.now += HOUR / 2
        expect(await codeOf(await visitor.post('/api/passkeys/options'))).toBe('403.3')
        const [{ id }] = (await visitor.json<{ passkeys: { id: string }[] }>('/api/passkeys')).passkeys as [
          { id: string },
        ]
        await visitor.signIn()
        expect(await codeOf(await visitor.ask('DELETE', `/api/passkeys/${id}`))).toBe('409.1')
        await own.close()
      })
    })

    describe('a cookie', () => {
      const flags = (response: Response) =>
        response.headers.getSetCookie().map((line) =>
          line
            .replace(/=[^;]+/, '')
            .split('; ')
            .toSorted((a, b) => (a < b ? -1 : 1))
            .join('; '),
        )

      it('is sent over TLS alone, to no script, and to no other site', async () => {
        const visitor = visitorOf(world)
        const came = await visitor.comeIn('un')
        expect(flags(came!).find((line) => line.includes('__Host-truce;') || line.endsWith('__Host-truce'))).toBe(
          'HttpOnly; Path=/; SameSite=Strict; Secure; __Host-truce',
        )
        expect([...visitor.jar.keys()].toSorted()).toEqual(['__Host-truce', '__Host-truce-browser'])
        expect(came!.headers.get('clear-site-data')).toBe('"cache"')
        expect(came!.headers.get('cache-control')).toBe('private, no-cache')
      })

      it('has a name that a browser takes on this machine without TLS, whatever a request says of itself', async () => {
        const origin = 'http://localhost:4600'
        const local = await openWorld({ origin, tables: await database.open() })
        const visitor = visitorOf(local, origin)
        await visitor.comeIn('un')
        expect([...visitor.jar.keys()].toSorted()).toEqual(['truce', 'truce-browser'])
        const disguised = await visitor.ask('POST', '/api/passkeys/sign-in/options', {
          headers: { 'x-forwarded-proto': 'https' },
        })
        expect(disguised.headers.getSetCookie().join()).not.toContain('Secure')
        await local.close()
      })

      it('that a browser brings along never becomes the session', async () => {
        const visitor = await someone('un')
        visitor.jar.set('__Host-truce', 'planted')
        await visitor.signIn()
        expect(visitor.jar.get('__Host-truce')).not.toBe('planted')
        expect(visitor.jar.get('__Host-truce')).toMatch(/^[\w-]{43}$/)
      })

      it('is the only way to be known: a secret in an address or a header is nobody', async () => {
        const visitor = await someone('un')
        const secret = visitor.jar.get('__Host-truce')!
        visitor.jar.clear()
        expect((await visitor.get(`/api/status?session=${secret}`)).status).toBe(401)
        const headers = { authorization: `Bearer ${secret}` }
        expect((await visitor.ask('GET', '/api/status', { headers })).status).toBe(401)
      })
    })

    describe('another site', () => {
      it.each<[string, Record<string, string>]>([
        ['a cross-site page', { origin: 'https://attacker.example', 'sec-fetch-site': 'cross-site' }],
        ['a sub-domain', { origin: 'https://a.truce.example', 'sec-fetch-site': 'same-site' }],
        ['a page that hides where it is from', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
        ['the same host without TLS', { origin: 'http://truce.example', 'sec-fetch-site': 'same-origin' }],
        ['a reader who typed an address', { origin: ORIGIN, 'sec-fetch-site': 'none' }],
      ])('changes nothing: %s', async (_, headers) => {
        const visitor = await someone('un')
        for (const [method, path] of [
          ['DELETE', '/api/session'],
          ['POST', '/api/drafts'],
          ['POST', '/api/passkeys/sign-in/options'],
        ])
          expect(await codeOf(await visitor.ask(method!, path!, { body: {}, headers }))).toBe('403.1')
        expect((await visitor.get('/api/status')).status).toBe(200)
      })

      it('changes nothing by saying nothing of where it is from', async () => {
        const app = createApp(world.deps)
        const answer = await app.request(`${ORIGIN}/api/passkeys/sign-in/options`, { method: 'POST' })
        expect(answer.status).toBe(403)
      })

      it('cannot send what a form can send', async () => {
        const visitor = await someone('un')
        const headers = { 'content-type': 'text/plain' }
        expect(await codeOf(await visitor.ask('POST', '/api/drafts', { body: { body: 'x' }, headers }))).toBe('415.1')
      })
    })
  })
