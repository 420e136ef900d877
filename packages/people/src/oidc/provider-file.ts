// What is told of an organisation's sign-in in a file: read strictly, every address on TLS or this machine.
import { given, refused, type Result } from '../result.ts'
import { SIGNING_ALGORITHMS, type Provider, type SigningAlgorithm } from './authorization.ts'
import type { IssuerKey } from './id-token.ts'

/** A provider but for our own address, which the server knows when it runs. */
export type ProviderSetting = Omit<Provider, 'redirectUri'>

const NEEDED = ['issuer', 'client_id', 'authorization_endpoint', 'token_endpoint', 'algorithms'] as const
const MAY = ['jwks', 'jwks_uri', 'acr', 'amr'] as const

/** Reads the text of such a file: JSON, with the names that OpenID Connect Discovery gives the addresses. */
export function readProvider(text: string): Result<ProviderSetting> {
  const file = objectOf(text)
  if (!file) return bad('the file is no JSON object', `write one with ${NEEDED.join(', ')} and jwks or jwks_uri`)
  const known: readonly string[] = [...NEEDED, ...MAY]
  for (const name of Object.keys(file))
    if (!known.includes(name)) return bad(`nobody knows \`${name}\``, known.join(', '))
  const { issuer, client_id, authorization_endpoint, token_endpoint, algorithms, jwks, jwks_uri, acr, amr } = file
  for (const [name, value] of Object.entries({ issuer, authorization_endpoint, token_endpoint }))
    if (!isAddress(value)) return bad(`\`${name}\` is no address that can be trusted`, ADDRESS_HELP)
  if (!isWord(client_id))
    return bad('`client_id` is missing', 'give the name under which the provider knows this server')
  if (!isWordList(algorithms) || !algorithms.every(isAlgorithm))
    return bad('`algorithms` are not ones that can be trusted', `name some of ${SIGNING_ALGORITHMS.join(', ')}`)
  if (acr !== undefined && !isWord(acr)) return bad('`acr` is no word', 'give one, or leave it out')
  if (amr !== undefined && !isWordList(amr)) return bad('`amr` is no list of words', 'give one, or leave it out')
  if ((jwks === undefined) === (jwks_uri === undefined))
    return bad('the keys of the provider are missing, or told twice', 'give `jwks` or `jwks_uri`')
  if (jwks_uri !== undefined && !isAddress(jwks_uri))
    return bad('`jwks_uri` is no address that can be trusted', ADDRESS_HELP)
  const keys = jwks === undefined ? { publishedAt: String(jwks_uri) } : keysIn(jwks)
  if (!keys) return bad('`jwks` holds no keys', 'give it as the provider publishes it: `{"keys":[…]}`')
  return given({
    issuer: String(issuer),
    clientId: client_id,
    authorizationEndpoint: String(authorization_endpoint),
    tokenEndpoint: String(token_endpoint),
    algorithms,
    keys,
    ...(acr !== undefined && { acr }),
    ...(amr !== undefined && { amr }),
  })
}

const bad = (message: string, help: string) => refused('name', message, help)

const ADDRESS_HELP = 'write https://…, or http://127.0.0.1:PORT/… on one machine, without a user, a query or a fragment'
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost']

/** Also held to whenever something is sent there. */
export function isAddress(value: unknown): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false
  const { protocol, hostname, username, password, search, hash } = new URL(value)
  const safe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname))
  return safe && username === '' && password === '' && search === '' && hash === '' && !value.includes('\\')
}

/** The public keys of a set; nothing secret is ever taken for one. */
export function keysIn(jwks: unknown): readonly IssuerKey[] | null {
  if (typeof jwks !== 'object' || jwks === null || !('keys' in jwks) || !Array.isArray(jwks.keys)) return null
  const isKey = (key: unknown): key is IssuerKey => typeof key === 'object' && key !== null && 'kty' in key
  const keys = jwks.keys.filter(isKey).filter(({ kty, d, k }) => kty !== 'oct' && d === undefined && k === undefined)
  return keys.length > 0 ? keys : null
}

const isWord = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 500
const isWordList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every(isWord)
const isAlgorithm = (text: string): text is SigningAlgorithm => SIGNING_ALGORITHMS.some((one) => one === text)

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null
  } catch {
    return null
  }
}
