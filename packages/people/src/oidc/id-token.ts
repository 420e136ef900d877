// Whether an id token is signed by its issuer, for us, for this sign-in, and now.
import { createPublicKey, verify, type JsonWebKey, type KeyObject, type VerifyKeyObjectInput } from 'node:crypto'
import { SIGNING_ALGORITHMS, type Departure, type Provider, type SigningAlgorithm } from './authorization.ts'

/** A public key as the issuer publishes it, fetched beforehand from where we know it to be. */
export type IssuerKey = JsonWebKey & { readonly kid?: string; readonly alg?: string; readonly use?: string }

/** Who somebody is: the two together, never an e-mail address, a user name or a group. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
}

export type Checked =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly reason: string }

const LEEWAY_S = 60
const OLDEST_S = 600
const KEY_KIND: Record<SigningAlgorithm, string> = { EdDSA: 'ed25519', ES256: 'ec', RS256: 'rsa', PS256: 'rsa' }

const no = (reason: string) => ({ ok: false, reason }) as const

export interface Checking {
  readonly provider: Provider
  readonly departure: Departure
  readonly keys: readonly IssuerKey[]
  /** Milliseconds of Unix time. */
  readonly now: number
}

/** Holds a token to everything that OpenID Connect Core 3.1.3.7, RFC 8725 and RFC 9700 ask. */
export function checkIdToken(token: string, { provider, departure, keys, now }: Checking): Checked {
  const parts = token.split('.')
  if (parts.length !== 3 || !parts.every((part) => /^[A-Za-z0-9_-]+$/.test(part))) return no('it is not three parts')
  const [head, body, signature] = parts as [string, string, string]
  const [header, claims] = [objectIn(head), objectIn(body)]
  if (!header || !claims) return no('its parts are no objects')

  const algorithm = SIGNING_ALGORITHMS.find((one) => one === header.alg)
  if (!algorithm || !provider.algorithms.includes(algorithm)) return no('its algorithm is not allowed')
  for (const name of ['jku', 'x5u', 'jwk', 'x5c', 'crit']) if (name in header) return no(`its head brings \`${name}\``)
  if (header.typ !== undefined && header.typ !== 'JWT') return no('it is a token of another kind')
  const fitting = keys.filter(
    ({ kid, use, alg }) =>
      kid === header.kid && (use === undefined || use === 'sig') && (alg === undefined || alg === algorithm),
  )
  const key = fitting.length === 1 ? publicKeyOf(fitting[0]!, algorithm) : null
  if (!key) return no('no key of its issuer is named')
  if (!signed(algorithm, key, `${head}.${body}`, signature)) return no('its signature does not hold')
  return claimsHold(claims, { provider, departure, now })
}

function claimsHold(claims: Record<string, unknown>, { provider, departure, now }: Omit<Checking, 'keys'>): Checked {
  const { iss, sub, aud, azp, exp, iat, nbf, nonce, acr, amr = [] } = claims
  if (iss !== provider.issuer || departure.issuer !== provider.issuer) return no('it is of another issuer')
  if (typeof sub !== 'string' || sub === '' || sub.length > 255) return no('it names nobody')
  const audience = Array.isArray(aud) ? aud : [aud]
  if (audience.length !== 1 || audience[0] !== provider.clientId) return no('it is not for us alone')
  if (azp !== undefined && azp !== provider.clientId) return no('it was asked for by another')
  const seconds = now / 1000
  if (!isTime(exp) || seconds > exp + LEEWAY_S) return no('it has run out')
  if (!isTime(iat) || iat > seconds + LEEWAY_S || seconds - iat > OLDEST_S) return no('it was not made just now')
  if (nbf !== undefined && (!isTime(nbf) || nbf > seconds + LEEWAY_S)) return no('it does not hold yet')
  if (nonce !== departure.nonce) return no('it is of another sign-in')
  if (provider.acr !== undefined && acr !== provider.acr) return no('the sign-in was weaker than asked for')
  if (!Array.isArray(amr) || provider.amr?.some((way) => !amr.includes(way)))
    return no('the sign-in was not made in the ways asked for')
  return { ok: true, identity: { issuer: provider.issuer, subject: sub } }
}

function signed(algorithm: SigningAlgorithm, key: KeyObject, text: string, signature: string): boolean {
  const input: VerifyKeyObjectInput =
    algorithm === 'PS256'
      ? { key, padding: PSS_PADDING, saltLength: 32 }
      : algorithm === 'ES256'
        ? { key, dsaEncoding: 'ieee-p1363' }
        : { key }
  const hash = algorithm === 'EdDSA' ? null : 'sha256'
  return verify(hash, Buffer.from(text), input, Buffer.from(signature, 'base64url'))
}

/** `RSA_PKCS1_PSS_PADDING` of OpenSSL. */
const PSS_PADDING = 6

/** A key of the kind that the algorithm needs, so that none is used as what it is not. */
function publicKeyOf(jwk: IssuerKey, algorithm: SigningAlgorithm): KeyObject | null {
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    const details = key.asymmetricKeyDetails
    if (key.asymmetricKeyType !== KEY_KIND[algorithm]) return null
    if (algorithm === 'ES256' && details?.namedCurve !== 'prime256v1') return null
    return details?.modulusLength !== undefined && details.modulusLength < 2048 ? null : key
  } catch {
    return null
  }
}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

function objectIn(part: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null
  } catch {
    return null
  }
}
