// Signing in through an organisation: what lets the invited in, and every way in which it is refused, in the same bytes.
import { generateKeyPairSync } from 'node:crypto'
import { enterProvider, readProvider, seatAtDesk, setRoles, actorOf } from '@trucekeeper/people'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '../../people/src/testing/databases.ts'
import { openProvider, type ProviderLies, type TestProvider } from './testing/provider.ts'
import { openWorld, ORIGIN, visitorOf, type Visitor, type World } from './testing/visitor.ts'

const attacker = generateKeyPairSync('rsa', { modulusLength: 2048 })
const MINUTE = 60_000

for (const database of await testDatabases())
  describe.skipIf(database.skipped)(`signing in through an organisation on ${database.name}`, () => {
    let world: World
    let provider: TestProvider
    let other: TestProvider
    let amal: Visitor
    beforeAll(async () => {
      world = await openWorld({ tables: await database.open() })
      provider = await openProvider(() => world.clock.now)
      other = await openProvider(() => world.clock.now)
      amal = visitorOf(world)
      await amal.comeIn('un', ['recorder', 'administrator'])
      await visitorOf(world).comeIn('monitors')
      await enter('un', 'Office of un', provider)
      await enter('monitors', 'Office of monitors', other)
      expect((await link(amal, 'amal')).headers.get('location')).toBe('/desk')
    })
    afterAll(() => Promise.all([world?.close(), provider?.close(), other?.close()]))

    async function enter(id: string, organisation: string, at: TestProvider, more: object = {}) {
      const setting = readProvider(at.file(more))
      if (!setting.ok) throw new Error(setting.refusal.message)
      const entered = await enterProvider(world.db, { id, organisation, setting: setting.value }, world.clock.now)
      if (!entered.ok) throw new Error(entered.refusal.message)
    }
    async function link(who: Visitor, subject: string) {
      const { address } = (await (await who.post('/api/oidc/un/link')).json()) as { address: string }
      return comeBack(who, provider.signIn(address, subject))
    }
    /** As a browser comes back from another site: without the cookies that are kept to this one. */
    const comeBack = (who: Visitor, { pathname, search, hash }: URL) => {
      const kept = [...who.jar].filter(([name]) => !name.endsWith('departure'))
      for (const [name] of kept) who.jar.delete(name)
      const response = who.ask('GET', `${pathname}${search}${hash}`, { headers: { 'sec-fetch-site': 'cross-site' } })
      return response.then((answer) => {
        for (const [name, value] of kept) if (!who.jar.has(name)) who.jar.set(name, value)
        return answer
      })
    }
    const leave = async (who: Visitor, id = 'un') => (await who.get(`/api/oidc/${id}`)).headers.get('location')!
    const signIn = async (who: Visitor, subject = 'amal', lies: ProviderLies = {}) =>
      comeBack(who, provider.signIn(await leave(who), subject, lies))
    const seen = async (response: Response) => ({
      status: response.status,
      headers: [...response.headers],
      body: await response.text(),
    })
    const refusal = {
      status: 303,
      location: '/#sign-in-refused',
      session: undefined,
    }
    const outcome = async (who: Visitor, response: Promise<Response>) => {
      const { status, headers } = await response
      return { status, location: headers.get('location'), session: who.jar.get('__Host-truce') }
    }

    it('gives a session to the invited person who is known to it', async () => {
      const browser = visitorOf(world)
      const answer = await signIn(browser)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
      expect(await browser.json('/api/session')).toMatchObject({ person: { name: 'Amal' }, desk: 'un' })
    })

    it('asks for a code with PKCE S256, and comes back to one exact address', async () => {
      const browser = visitorOf(world)
      const asked = new URL(await leave(browser))
      expect(`${asked.origin}${asked.pathname}`).toBe(`${provider.issuer}/authorize`)
      expect(Object.fromEntries(asked.searchParams)).toMatchObject({
        response_type: 'code',
        code_challenge_method: 'S256',
        redirect_uri: `${ORIGIN}/api/oidc/un/callback`,
        scope: 'openid',
      })
    })

    const seconds = () => Math.floor(world.clock.now / 1000)
    it.each<[string, () => ProviderLies]>([
      ['alg none', () => ({ unsigned: 'none' })],
      ['HS256 signed with the RS256 public key', () => ({ unsigned: 'HS256' })],
      ['kid "../../etc/passwd"', () => ({ header: { kid: '../../etc/passwd' } })],
      ['jku to attacker', () => ({ header: { jku: `${other.issuer}/keys` }, signer: attacker.privateKey })],
      ['x5u to attacker', () => ({ header: { x5u: `${other.issuer}/keys` }, signer: attacker.privateKey })],
      [
        'jwk header embedded',
        () => ({ header: { jwk: attacker.publicKey.export({ format: 'jwk' }) }, signer: attacker.privateKey }),
      ],
      ['aud array with extra client', () => ({ claims: { aud: ['trucekeeper', 'another'] } })],
      ['aud of another client', () => ({ claims: { aud: 'another' } })],
      ['iss with trailing slash', () => ({ claims: { iss: `${provider.issuer}/` } })],
      ['iss of other case', () => ({ claims: { iss: provider.issuer.replace('http', 'HTTP') } })],
      ['iss of another provider', () => ({ claims: { iss: other.issuer } })],
      ['iss mix-up (RFC 9207 iss parameter missing)', () => ({ back: { iss: null } })],
      ['iss mix-up (RFC 9207 iss parameter of another)', () => ({ back: { iss: other.issuer } })],
      ['expired by 1 s over leeway', () => ({ claims: { exp: seconds() - 61 } })],
      ['nbf in future', () => ({ claims: { nbf: seconds() + 61 } })],
      ['iat 1 day old', () => ({ claims: { iat: seconds() - 86_400 } })],
      ['nonce missing', () => ({ claims: { nonce: undefined } })],
      ['nonce of another session', () => ({ claims: { nonce: 'of-another' } })],
      ['state missing', () => ({ back: { state: null } })],
      ['state of nobody', () => ({ back: { state: 'a'.repeat(43) } })],
      ['code missing', () => ({ back: { code: null } })],
      ['a code that the provider never gave', () => ({ back: { code: 'made-up' } })],
      ['id_token in front channel', () => ({ back: { id_token: 'a.b.c' } })],
      ['azp wrong', () => ({ claims: { azp: 'another' } })],
      ['logout token typ wrong', () => ({ header: { typ: 'logout+jwt' } })],
      ['signed by another', () => ({ signer: attacker.privateKey })],
      ['sub reuse across issuers (identity = iss+sub)', () => ({ claims: { iss: other.issuer, sub: 'amal' } })],
      [
        'email used as identity',
        () => ({ claims: { sub: 'stranger', email: 'amal@un.example', email_verified: true } }),
      ],
      ['unverified email', () => ({ claims: { sub: 'stranger', email: 'amal@un.example', email_verified: false } })],
      ['unicode-confusable username', () => ({ claims: { sub: 'аmal', preferred_username: 'amal', name: 'Amal' } })],
      ['somebody who was never invited', () => ({ claims: { sub: 'stranger' } })],
      ['an exchange that is moved elsewhere', () => ({ movedTo: `${other.issuer}/token` })],
    ])('refuses %s', async (_, lies) => {
      const browser = visitorOf(world)
      const exchanged = other.exchanges.length
      expect(await outcome(browser, signIn(browser, 'amal', lies()))).toEqual(refusal)
      expect(other.exchanges).toHaveLength(exchanged)
    })

    it('refuses in the same bytes, whatever was wrong', async () => {
      const wrong = async (lies: ProviderLies, subject = 'amal') => seen(await signIn(visitorOf(world), subject, lies))
      const answers = [
        await wrong({ unsigned: 'none' }),
        await wrong({}, 'stranger'),
        await wrong({ back: { code: 'made-up' } }),
        await seen(await visitorOf(world).get('/api/oidc/un/callback?state=a&iss=b&code=c')),
        await seen(await visitorOf(world).get('/api/oidc/unheard-of/callback')),
      ]
      for (const answer of answers) expect(answer).toEqual(answers[0])
    })

    it('takes a code once, a state once, and neither in another browser', async () => {
      const [browser, thief] = [visitorOf(world), visitorOf(world)]
      const back = provider.signIn(await leave(browser), 'amal')
      await thief.get('/api/oidc/un')
      expect(await outcome(thief, comeBack(thief, back))).toEqual(refusal)
      expect(await outcome(browser, comeBack(browser, back))).toEqual(refusal)
      const again = provider.signIn(await leave(browser), 'amal')
      expect((await comeBack(browser, again)).headers.get('location')).toBe('/')
      expect((await comeBack(browser, again)).headers.get('location')).toBe('/#sign-in-refused')
    })

    it.each<[string, (back: URL) => URL]>([
      ['redirect_uri prefix match', (back) => new URL(`${back.pathname}/further${back.search}`, ORIGIN)],
      ['another provider’s address', (back) => new URL(back.href.replace('/oidc/un/', '/oidc/monitors/'))],
      ['state given twice', (back) => new URL(`${back.href}&state=b`)],
    ])('refuses to come back by %s', async (_, changed) => {
      const browser = visitorOf(world)
      const back = changed(provider.signIn(await leave(browser), 'amal'))
      const answer = await browser.ask('GET', `${back.pathname}${back.search}`)
      expect([303, 401]).toContain(answer.status)
      expect(browser.jar.get('__Host-truce')).toBeUndefined()
    })

    it('refuses whoever comes back after ten minutes', async () => {
      const browser = visitorOf(world)
      const address = await leave(browser)
      world.clock.now += 11 * MINUTE
      expect(await outcome(browser, comeBack(browser, provider.signIn(address, 'amal')))).toEqual(refusal)
      await amal.signIn()
    })

    it('takes roles from nobody but the desk (group claim injected by user-editable attribute)', async () => {
      const browser = visitorOf(world)
      await signIn(browser, 'amal', { claims: { groups: ['releaser'], roles: ['releaser'], desk: 'party-a' } })
      expect(await browser.json('/api/session')).toMatchObject({ desk: 'un', roles: ['recorder', 'administrator'] })
    })

    it('holds a sign-in to the acr and the amr that its provider was entered with', async () => {
      await enter('un', 'Office of un', provider, { acr: 'phr', amr: ['hwk'] })
      const weak: ProviderLies[] = [
        {},
        { claims: { acr: 'pwd', amr: ['hwk'] } },
        { claims: { acr: 'phr', amr: ['pwd'] } },
      ]
      for (const lies of weak) {
        const browser = visitorOf(world)
        expect(await outcome(browser, signIn(browser, 'amal', lies))).toEqual(refusal)
      }
      const browser = visitorOf(world)
      const strong = await signIn(browser, 'amal', { claims: { acr: 'phr', amr: ['hwk', 'mfa'] } })
      expect(strong.headers.get('location')).toBe('/')
      await enter('un', 'Office of un', provider)
    })

    it('counts as no passkey: what matters most is asked for again', async () => {
      const browser = visitorOf(world)
      await signIn(browser)
      expect(await (await browser.post('/api/passkeys/options')).json()).toMatchObject({ code: '403.3' })
      expect(await (await browser.post('/api/oidc/un/link')).json()).toMatchObject({ code: '403.3' })
    })

    it('ends what another person had in this browser (two parties in one browser profile)', async () => {
      const browser = visitorOf(world)
      await browser.comeIn('party-a')
      const before = browser.jar.get('__Host-truce')!
      await signIn(browser)
      expect(await actorOf(world.db, before, world.clock.now)).toBeNull()
      expect(await browser.json('/api/session')).toMatchObject({ desk: 'un' })
    })

    it('makes nobody known to it twice, of another organisation, or without their passkey', async () => {
      const stranger = visitorOf(world)
      await stranger.comeIn('guarantor')
      expect(await (await stranger.post('/api/oidc/un/link')).json()).toMatchObject({ code: '404.9' })
      expect(await (await stranger.post('/api/oidc/none/link')).json()).toMatchObject({ code: '404.9' })
      const colleague = visitorOf(world)
      await colleague.comeIn('un')
      expect((await link(colleague, 'amal')).headers.get('location')).toBe('/#sign-in-refused')
      world.clock.now += 6 * MINUTE
      expect(await (await colleague.post('/api/oidc/un/link')).json()).toMatchObject({ code: '403.3' })
    })

    it('makes nobody known whose session ended while they were away', async () => {
      const colleague = visitorOf(world)
      await colleague.comeIn('un')
      const { address } = (await (await colleague.post('/api/oidc/un/link')).json()) as { address: string }
      await colleague.ask('DELETE', '/api/session')
      const back = await comeBack(colleague, provider.signIn(address, 'colleague'))
      expect(back.headers.get('location')).toBe('/#sign-in-refused')
    })

    it('lists it to its own people, who can leave it', async () => {
      const colleague = visitorOf(world)
      await colleague.comeIn('un')
      await link(colleague, 'leaver')
      const listed = await colleague.json<{ providers: { id: string; linked_at: string | null }[] }>('/api/oidc')
      expect(listed.providers.map(({ id, linked_at }) => [id, linked_at !== null])).toEqual([['un', true]])
      expect((await colleague.ask('DELETE', '/api/oidc/un/link')).status).toBe(200)
      const browser = visitorOf(world)
      expect(await outcome(browser, signIn(browser, 'leaver'))).toEqual(refusal)
    })

    it('lets nobody in whose roles are gone', async () => {
      const [leaver, browser] = [visitorOf(world), visitorOf(world)]
      await leaver.comeIn('un')
      await link(leaver, 'gone')
      await amal.signIn()
      const admin = (await actorOf(world.db, amal.jar.get('__Host-truce')!, world.clock.now))!
      const { person } = await leaver.json<{ person: { id: string } }>('/api/session')
      await setRoles(world.db, admin, person.id, [], world.clock.now)
      expect(await outcome(browser, signIn(browser, 'gone'))).toEqual(refusal)
      await seatAtDesk(world.db, { person: person.id, desk: 'monitors', roles: ['reader'] }, world.clock.now)
    })

    it('begins from no other site’s page, and tells of no organisation', async () => {
      const browser = visitorOf(world)
      const foreign = await browser.ask('GET', '/api/oidc/un', { headers: { 'sec-fetch-site': 'cross-site' } })
      expect(foreign.status).toBe(403)
      expect(await outcome(browser, browser.get('/api/oidc/unheard-of'))).toEqual(refusal)
      expect((await browser.get('/api/oidc')).status).toBe(401)
    })

    it('keeps the cookie of whoever left to this server, for ten minutes, from scripts', async () => {
      const answer = await visitorOf(world).get('/api/oidc/un')
      const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-truce-departure='))!
      expect(cookie.replace(/=[^;]+/, '')).toBe(
        '__Host-truce-departure; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=Lax',
      )
    })
  })
