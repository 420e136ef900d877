// What an organisation's own sign-in is refused for.
import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { arrive, authorizationUrl, depart, type Provider } from './authorization.ts'
import { checkIdToken } from './id-token.ts'

const ISSUER = 'https://sign-in.example'
const BACK = 'https://truce.example/sign-in/back'
const provider: Provider = {
  issuer: ISSUER,
  clientId: 'trucekeeper',
  authorizationEndpoint: `${ISSUER}/authorize`,
  tokenEndpoint: `${ISSUER}/token`,
  keys: [],
  redirectUri: BACK,
  algorithms: ['RS256', 'ES256'],
}
const NOW = Date.parse('2026-11-22T12:00:00Z')
const SECONDS = NOW / 1000
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const attacker = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwk = { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'one' }
const departure = depart(provider)

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const right = {
  iss: ISSUER,
  sub: '248289761001',
  aud: 'trucekeeper',
  nonce: departure.nonce,
  exp: SECONDS + 300,
  iat: SECONDS - 5,
}

function tokenOf(claims: object = {}, header: object = {}, key = rsa.privateKey): string {
  const text = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT', ...header })}.${part({ ...right, ...claims })}`
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}

const check = (token: string, asked: Partial<Provider> = {}) =>
  checkIdToken(token, { provider: { ...provider, ...asked }, departure, keys: [jwk], now: NOW })

describe('an id token', () => {
  it('gives who somebody is: the issuer and its name for them, whatever else it says', () => {
    const said = {
      email: 'amal@un.example',
      email_verified: false,
      groups: ['administrator'],
      preferred_username: 'аmal',
    }
    expect(check(tokenOf(said))).toEqual({ ok: true, identity: { issuer: ISSUER, subject: '248289761001' } })
  })

  it.each<[string, object]>([
    ['aud array with extra client', { aud: ['trucekeeper', 'another'] }],
    ['aud of another client', { aud: 'another' }],
    ['no aud', { aud: undefined }],
    ['iss with trailing slash', { iss: `${ISSUER}/` }],
    ['iss of other case', { iss: 'https://Sign-in.example' }],
    ['expired by 1 s over leeway', { exp: SECONDS - 61 }],
    ['nbf in future', { nbf: SECONDS + 61 }],
    ['iat 1 day old', { iat: SECONDS - 86_400 }],
    ['iat in future', { iat: SECONDS + 3_600 }],
    ['exp as text', { exp: '9999999999' }],
    ['nonce missing', { nonce: undefined }],
    ['nonce of another session', { nonce: depart(provider).nonce }],
    ['azp wrong', { azp: 'another' }],
    ['no sub', { sub: '' }],
  ])('is refused for %s', (_, claims) => {
    expect(check(tokenOf(claims)).ok).toBe(false)
  })

  it('is taken up to the leeway', () => {
    expect(check(tokenOf({ exp: SECONDS - 60 })).ok).toBe(true)
  })

  it.each<[string, object]>([
    ['kid "../../etc/passwd"', { kid: '../../etc/passwd' }],
    ['jku', { jku: 'https://attacker.example/keys' }],
    ['x5u', { x5u: 'https://attacker.example/cert' }],
    ['jwk header embedded', { jwk: attacker.publicKey.export({ format: 'jwk' }) }],
    ['crit', { crit: ['exp'] }],
    ['logout token typ', { typ: 'logout+jwt' }],
    ['an algorithm that was not agreed', { alg: 'PS256' }],
    ['an algorithm that its key is not of', { alg: 'ES256' }],
  ])('is refused for %s in its head', (_, header) => {
    expect(check(tokenOf({}, header)).ok).toBe(false)
  })

  it('is refused for alg none, and for HS256 signed with the public key', () => {
    expect(check(`${part({ alg: 'none', kid: 'one' })}.${part(right)}.AA`).ok).toBe(false)
    expect(check(`${part({ alg: 'none', kid: 'one' })}.${part(right)}.`).ok).toBe(false)
    const text = `${part({ alg: 'HS256', kid: 'one' })}.${part(right)}`
    const secret = rsa.publicKey.export({ type: 'spki', format: 'pem' })
    expect(check(`${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`).ok).toBe(false)
  })

  it('is refused where another signed it', () => {
    expect(check(tokenOf({}, {}, attacker.privateKey))).toMatchObject({ reason: 'its signature does not hold' })
  })

  it('is refused for an acr lower than required', () => {
    expect(check(tokenOf({ acr: 'phr' }), { acr: 'phr' }).ok).toBe(true)
    expect(check(tokenOf({ acr: 'pwd' }), { acr: 'phr' }).ok).toBe(false)
    expect(check(tokenOf({}), { acr: 'phr' }).ok).toBe(false)
  })

  it('is refused for an amr that lacks what is required', () => {
    expect(check(tokenOf({ amr: ['pwd', 'hwk'] }), { amr: ['hwk'] }).ok).toBe(true)
    for (const amr of [['pwd'], 'hwk', undefined, { includes: 'hwk' }])
      expect(check(tokenOf({ amr }), { amr: ['hwk'] }).ok).toBe(false)
  })

  it('of one issuer is nobody at another: sub alone is no identity', () => {
    const other = 'https://other.example'
    const elsewhere = checkIdToken(tokenOf({ iss: other }), {
      provider: { ...provider, issuer: other },
      departure: { ...departure, issuer: other },
      keys: [jwk],
      now: NOW,
    })
    expect(elsewhere).not.toEqual(check(tokenOf()))
    expect(elsewhere).toMatchObject({ identity: { issuer: other } })
    const mixed = checkIdToken(tokenOf({ iss: other }), {
      provider: { ...provider, issuer: other },
      departure,
      keys: [jwk],
      now: NOW,
    })
    expect(mixed.ok).toBe(false)
  })
})

describe('leaving for a sign-in', () => {
  it('asks for a code with PKCE S256, a state and a nonce that are never used again', () => {
    const asked = new URL(authorizationUrl(provider, departure)).searchParams
    expect(asked.get('response_type')).toBe('code')
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/)
    expect(asked.get('code_challenge')).not.toBe(departure.verifier)
    const again = depart(provider)
    expect(new Set([again.state, again.nonce, again.verifier, departure.state]).size).toBe(4)
  })

  const back = (parts: Record<string, string> = {}, at = BACK) =>
    `${at}?${new URLSearchParams({ state: departure.state, iss: ISSUER, code: 'abc', ...parts })}`

  it('comes back with a code for its verifier', () => {
    expect(arrive(back(), departure)).toEqual({ ok: true, code: 'abc', verifier: departure.verifier })
  })

  it.each([
    ['state missing', back().replace(/state=[^&]+&/, '')],
    ['state of another', back({ state: depart(provider).state })],
    ['state given twice', `${back()}&state=${departure.state}`],
    ['iss parameter missing', back().replace(/iss=[^&]+&/, '')],
    ['iss mix-up', back({ iss: 'https://other.example' })],
    ['redirect_uri prefix match', back({}, `${BACK}.attacker.example`)],
    ['a longer path', back({}, `${BACK}/further`)],
    ['redirect_uri with userinfo', back({}, BACK.replace('https://', 'https://truce.example@'))],
    ['another host', back({}, 'https://attacker.example/sign-in/back')],
    ['id_token in front channel', back({ id_token: 'a.b.c' })],
    ['id_token in the fragment', `${back()}#id_token=a.b.c`],
  ])('is refused for %s', (_, address) => {
    expect(arrive(address, departure).ok).toBe(false)
  })

  it('is refused when nobody left, which is also so the second time', () => {
    expect(arrive(back(), null).ok).toBe(false)
  })
})
