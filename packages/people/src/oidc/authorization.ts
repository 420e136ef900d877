// Sending somebody to their organisation's own sign-in and taking them back: state, nonce, PKCE, nothing reused.
import { createHash } from 'node:crypto'
import { newSecret } from '../secrets.ts'
import type { IssuerKey } from './id-token.ts'

/** One organisation's sign-in, as entered by whoever has the machine; nothing of it is found out from tokens. */
export interface Provider {
  readonly issuer: string
  readonly clientId: string
  readonly authorizationEndpoint: string
  /** Where a code is exchanged; what answers there is nobody else. */
  readonly tokenEndpoint: string
  /** The keys themselves, or where the issuer publishes them. */
  readonly keys: readonly IssuerKey[] | { readonly publishedAt: string }
  /** Ours, compared letter by letter. */
  readonly redirectUri: string
  /** With what it signs; `none` and shared secrets cannot be named. */
  readonly algorithms: readonly SigningAlgorithm[]
  /** Where given, the `acr` that a sign-in must reach. */
  readonly acr?: string
  /** Where given, ways of authentication that a sign-in must have used, all of them: `hwk`, `mfa`. */
  readonly amr?: readonly string[]
}

export const SIGNING_ALGORITHMS = ['EdDSA', 'ES256', 'RS256', 'PS256'] as const
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number]

/** What is kept while somebody is away, bound to their browser, used once. */
export interface Departure {
  readonly issuer: string
  readonly clientId: string
  readonly redirectUri: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export function depart({ issuer, clientId, redirectUri }: Provider): Departure {
  return { issuer, clientId, redirectUri, state: newSecret(), nonce: newSecret(), verifier: newSecret() }
}

/** Where the browser is sent. The answer comes as a code alone: no token passes through an address. */
export function authorizationUrl(provider: Provider, { state, nonce, verifier }: Departure): string {
  const url = new URL(provider.authorizationEndpoint)
  const parts = {
    response_type: 'code',
    response_mode: 'query',
    scope: 'openid',
    client_id: provider.clientId,
    redirect_uri: provider.redirectUri,
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(provider.acr === undefined ? {} : { acr_values: provider.acr }),
  }
  for (const [name, value] of Object.entries(parts)) url.searchParams.set(name, value)
  return url.href
}

export type Arrived =
  | { readonly ok: true; readonly code: string; readonly verifier: string }
  | { readonly ok: false; readonly reason: string }

const no = (reason: string) => ({ ok: false, reason }) as const

/**
 * The code in the address that somebody came back to. `departure` is what was kept for their browser and has been removed in
 * the same step, so that neither a state nor a code is taken twice; null where there was none.
 */
export function arrive(address: string, departure: Departure | null): Arrived {
  if (!departure) return no('nobody left from this browser, or they are back already')
  if (!URL.canParse(address)) return no('the address is none')
  const url = new URL(address)
  const { searchParams: given } = url
  if (`${url.origin}${url.pathname}` !== departure.redirectUri || url.username !== '' || url.password !== '')
    return no('the address is not the one that was registered')
  if (url.hash !== '' || given.has('id_token') || given.has('access_token'))
    return no('a token came through the address')
  for (const name of ['state', 'iss', 'code'])
    if (given.getAll(name).length !== 1) return no(`\`${name}\` is to be given once`)
  if (given.get('state') !== departure.state) return no('the state is of another departure')
  if (given.get('iss') !== departure.issuer) return no('another issuer answered')
  return { ok: true, code: given.get('code')!, verifier: departure.verifier }
}
