// An organisation's sign-in for the tests, on this machine: honest unless told to lie, and as strict as it should be.
import { createHash, createHmac, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What may be said otherwise than it is. */
export interface ProviderLies {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, unknown>>
  readonly signer?: KeyObject
  /** `none`, or `HS256` under the public key. */
  readonly unsigned?: 'none' | 'HS256'
  /** Of the address that the browser comes back to; null leaves one out. */
  readonly back?: Readonly<Record<string, string | null>>
  /** Answers the exchange with a way to go elsewhere. */
  readonly movedTo?: string
}

interface Grant {
  readonly asked: URLSearchParams
  readonly subject: string
  readonly lies: ProviderLies
}

export type TestProvider = Awaited<ReturnType<typeof openProvider>>

/** Whom a browser is taken for. */
const SUBJECT = 'amal'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

export async function openProvider(now: () => number) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const grants = new Map<string, Grant>()
  const exchanges: string[] = []
  let issuer = ''

  function tokenOf({ asked, subject, lies }: Grant): string {
    const seconds = Math.floor(now() / 1000)
    const claims = {
      iss: issuer,
      sub: subject,
      aud: asked.get('client_id'),
      nonce: asked.get('nonce'),
      iat: seconds,
      exp: seconds + 300,
      ...lies.claims,
    }
    const text = `${part({ alg: lies.unsigned ?? 'RS256', kid: 'one', typ: 'JWT', ...lies.header })}.${part(claims)}`
    if (lies.unsigned === 'none') return `${text}.`
    if (lies.unsigned === 'HS256')
      return `${text}.${createHmac('sha256', publicKey.export({ type: 'spki', format: 'pem' }))
        .update(text)
        .digest('base64url')}`
    return `${text}.${sign('sha256', Buffer.from(text), lies.signer ?? privateKey).toString('base64url')}`
  }

  /** A code opens once, for the client, the address and the verifier that it was given for. */
  function exchanged(form: URLSearchParams): { id_token: string } | null {
    const code = form.get('code') ?? ''
    const grant = grants.get(code)
    grants.delete(code)
    if (!grant) return null
    const { asked } = grant
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const fits =
      form.get('client_id') === asked.get('client_id') &&
      form.get('redirect_uri') === asked.get('redirect_uri') &&
      asked.get('code_challenge_method') === 'S256' &&
      challenge === asked.get('code_challenge')
    return fits ? { id_token: tokenOf(grant) } : null
  }

  const signIn = (address: string, subject: string, lies: ProviderLies = {}): URL => {
    const asked = new URL(address).searchParams
    const code = randomUUID()
    grants.set(code, { asked, subject, lies })
    const back = new URL(asked.get('redirect_uri')!)
    const said = { state: asked.get('state'), iss: issuer, code, ...lies.back }
    for (const [name, value] of Object.entries(said)) if (value !== null) back.searchParams.set(name, value)
    return back
  }

  const server = createServer(async (request, response) => {
    const say = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (request.url === '/keys') return say(200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one' }] })
    // A browser that comes is taken for the one person who has an account.
    if (request.url?.startsWith('/authorize?'))
      return response.writeHead(303, { location: signIn(`${issuer}${request.url}`, SUBJECT).href }).end()
    if (request.url !== '/token') return say(404, {})
    const form = new URLSearchParams(await bodyOf(request))
    exchanges.push(form.get('code') ?? '')
    const movedTo = grants.get(form.get('code') ?? '')?.lies.movedTo
    if (movedTo !== undefined) return response.writeHead(307, { location: movedTo }).end()
    const token = exchanged(form)
    return token ? say(200, token) : say(400, { error: 'invalid_grant' })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    issuer,
    /** The codes that were brought to it. */
    exchanges,
    file: (more: object = {}) =>
      JSON.stringify({
        issuer,
        client_id: 'trucekeeper',
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        algorithms: ['RS256'],
        ...more,
      }),
    /** Signs somebody in who was sent there, and gives the address to come back to. */
    signIn,
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
