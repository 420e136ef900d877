// Every way in which an answer by a passkey can be wrong, each refused in the same words.
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenTables } from '../database.ts'
import { acceptInvitation, acceptOptions, inviteAsOperator } from '../store/invitations.ts'
import { addOptions, addPasskey, passkeysOf, removePasskey, signIn, signInOptions } from '../store/passkeys.ts'
import { actorOf } from '../store/sessions.ts'
import { softPasskey, type Lies } from '../testing/authenticator.ts'
import { tablesAt } from '../testing/databases.ts'
import { codeOf, keysAt, NOW, ORIGIN, signedIn, someone, valueOf, type Someone } from '../testing/people.ts'

let tables: OpenTables
let amal: Someone
beforeAll(async () => {
  tables = await tablesAt(null)
  amal = await someone(tables.db)
})
afterAll(() => tables.close())

const MINUTE = 60_000
const wrongSigner = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey

const WRONG_ANSWERS: [string, Lies][] = [
  ['wrong origin', { origin: 'https://truce.example.org' }],
  ['sub-domain origin not allowed', { origin: 'https://a.truce.example' }],
  ['another port of the same host', { origin: 'https://truce.example:8443' }],
  ['the same host without TLS', { origin: 'http://truce.example' }],
  ['wrong rpIdHash', { rpId: 'example' }],
  ['UV flag 0', { userVerified: false }],
  ['UP flag 0', { userPresent: false }],
  ['crossOrigin true', { crossOrigin: true }],
  ['CBOR trailing bytes', { trailing: Buffer.from([0]) }],
]

describe('signing in', () => {
  it('gives a session to whoever holds the passkey', async () => {
    const { secret, desk } = valueOf(await signedIn(tables.db, amal))
    expect(desk).toBe('party-a')
    expect(await actorOf(tables.db, secret, NOW)).toMatchObject({ person: amal.actor.person, name: 'Amal' })
  })

  it.each<[string, Lies]>([
    ...WRONG_ANSWERS,
    ['type webauthn.create in a get', { type: 'webauthn.create' }],
    ['unknown credential id', { id: Buffer.alloc(16, 7).toString('base64url') }],
    ['credential of another user (userHandle mismatch)', { userHandle: Buffer.from('somebody').toString('base64url') }],
    ['no userHandle', { userHandle: null }],
    ['signCount goes back', { count: 0 }],
    ['a signature by another key', { signer: wrongSigner }],
    ['a challenge nobody gave', { challenge: 'bm9ib2R5IGdhdmUgdGhpcw' }],
  ])('refuses %s in the same words', async (_, lies) => {
    expect(await signedIn(tables.db, amal, { lies })).toEqual({
      ok: false,
      refusal: {
        code: 'not-accepted',
        message: 'this was not accepted',
        help: 'begin again; an invitation opens once only',
      },
    })
  })

  it('refuses a challenge that was answered before, and one of another session', async () => {
    const { db } = tables
    const { passkey, browser } = amal
    const options = await signInOptions(keysAt(db), browser)
    const first = { response: passkey.get(options), browser, device: '', before: null }
    expect((await signIn(keysAt(db), first)).ok).toBe(true)
    expect(codeOf(await signIn(keysAt(db), first))).toBe('not-accepted')
    expect(codeOf(await signIn(keysAt(db), { ...first, response: passkey.get(options) }))).toBe('not-accepted')
    const others = await signInOptions(keysAt(db), randomUUID())
    const stolen = { response: passkey.get(others), browser, device: '', before: null }
    expect(codeOf(await signIn(keysAt(db), stolen))).toBe('not-accepted')
  })

  it('lets one of two answers that race with one challenge win', async () => {
    const { db } = tables
    const { passkey, browser } = amal
    const options = await signInOptions(keysAt(db), browser)
    const race = await Promise.all(
      [passkey.get(options), passkey.get(options)].map((response) =>
        signIn(keysAt(db), { response, browser, device: '', before: null }),
      ),
    )
    expect(race.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('refuses an answer after five minutes', async () => {
    const { passkey, browser } = amal
    const options = await signInOptions(keysAt(tables.db), browser)
    const late = { response: passkey.get(options), browser, device: '', before: null }
    expect(codeOf(await signIn(keysAt(tables.db, NOW + 6 * MINUTE), late))).toBe('not-accepted')
  })

  it('names no passkey, so that nobody learns who has one', async () => {
    expect((await signInOptions(keysAt(tables.db), randomUUID())).allowCredentials).toBeUndefined()
  })

  it('takes as long to refuse a passkey nobody knows as one that is known', async () => {
    const time = async (lies: Lies) => {
      const options = await signInOptions(keysAt(tables.db), amal.browser)
      const response = amal.passkey.get(options, { signer: wrongSigner, ...lies })
      const began = performance.now()
      await signIn(keysAt(tables.db), { response, browser: amal.browser, device: '', before: null })
      return performance.now() - began
    }
    const known: number[] = []
    const unknown: number[] = []
    for (let round = 0; round < 40; round++) {
      known.push(await time({}))
      unknown.push(await time({ id: Buffer.alloc(16, round).toString('base64url') }))
    }
    const median = (times: number[]) => times.toSorted((a, b) => a - b)[20]!
    expect(median(unknown) / median(known)).toBeGreaterThan(0.6)
    expect(median(unknown) / median(known)).toBeLessThan(1.7)
  })
})

describe('making a passkey', () => {
  const accept = async (lies: Lies, deviceBound = false) => {
    const keys = { ...keysAt(tables.db), party: { origin: ORIGIN, deviceBound } }
    const wanted = { desk: 'un', roles: ['reader'], name: 'Noor', organisation: 'United Nations' } as const
    const { token } = valueOf(await inviteAsOperator(tables.db, wanted, NOW))
    const browser = randomUUID()
    const { options } = valueOf(await acceptOptions(keys, token, browser))
    const response = softPasskey(ORIGIN).create(options, lies)
    return acceptInvitation(keys, { token, response, browser, device: '', before: null })
  }

  it('asks for a verified user and a key that the browser finds by itself', async () => {
    const wanted = { desk: 'un', roles: ['reader'], name: 'Noor', organisation: 'United Nations' } as const
    const { token } = valueOf(await inviteAsOperator(tables.db, wanted, NOW))
    const { options } = valueOf(await acceptOptions(keysAt(tables.db), token, 'browser'))
    expect(options.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' })
    expect(options.pubKeyCredParams.map(({ alg }) => alg)).toEqual([-8, -7, -257])
  })

  it.each<[string, Lies]>([
    ...WRONG_ANSWERS,
    ['type webauthn.get in a create', { type: 'webauthn.get' }],
    ['alg not offered', { algorithm: -37 }],
  ])('refuses %s', async (_, lies) => {
    expect(codeOf(await accept(lies))).toBe('not-accepted')
  })

  it('refuses one that can be copied where device-bound ones are required', async () => {
    expect(codeOf(await accept({ backupEligible: true }, true))).toBe('not-accepted')
    expect((await accept({ backupEligible: true }, false)).ok).toBe(true)
    expect((await accept({}, true)).ok).toBe(true)
  })

  it('refuses one that somebody else has', async () => {
    expect(codeOf(await accept({ id: amal.passkey.id }))).toBe('not-accepted')
  })
})

describe('further passkeys', () => {
  const added = async (who: Someone, now = NOW, passkey = softPasskey(ORIGIN)) => {
    const options = await addOptions(keysAt(tables.db, now), who.actor, who.browser)
    if (!options.ok) return options
    const response = passkey.create(options.value)
    return addPasskey(keysAt(tables.db, now), who.actor, { response, browser: who.browser, label: 'Key in the safe' })
  }

  it('are added within five minutes of holding one, and sign in the same person', async () => {
    const who = await someone(tables.db)
    const second = softPasskey(ORIGIN)
    expect((await added(who, NOW + 5 * MINUTE, second)).ok).toBe(true)
    const { secret } = valueOf(await signedIn(tables.db, { passkey: second, browser: who.browser }))
    expect((await actorOf(tables.db, secret, NOW))?.person).toBe(who.actor.person)
  })

  it('need a passkey anew after that', async () => {
    const who = await someone(tables.db)
    expect(codeOf(await added(who, NOW + 6 * MINUTE))).toBe('not-fresh')
    const options = valueOf(await addOptions(keysAt(tables.db), who.actor, who.browser))
    const late = { response: softPasskey(ORIGIN).create(options), browser: who.browser, label: '' }
    expect(codeOf(await addPasskey(keysAt(tables.db, NOW + 6 * MINUTE), who.actor, late))).toBe('not-fresh')
  })

  it('can be taken away, but not the last one, and not by others', async () => {
    const who = await someone(tables.db)
    const keys = keysAt(tables.db)
    expect(codeOf(await removePasskey(keys, who.actor, who.passkey.id))).toBe('last-passkey')
    expect(codeOf(await removePasskey(keys, amal.actor, who.passkey.id))).toBe('absent')
    valueOf(await added(who))
    valueOf(await removePasskey(keys, who.actor, who.passkey.id))
    expect((await passkeysOf(keys, who.actor)).map(({ label }) => label)).toEqual(['Key in the safe'])
    expect(codeOf(await signedIn(tables.db, who))).toBe('not-accepted')
  })

  it('are not made with the challenge of another person', async () => {
    const [one, other] = [await someone(tables.db), await someone(tables.db)]
    const options = valueOf(await addOptions(keysAt(tables.db), one.actor, one.browser))
    const response = softPasskey(ORIGIN).create(options)
    const asked = { response, browser: one.browser, label: '' }
    expect(codeOf(await addPasskey(keysAt(tables.db), other.actor, asked))).toBe('not-accepted')
  })
})
