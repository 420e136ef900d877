// One POST to a webhook: signed, to an address that was looked at, without following anybody elsewhere.
import { lookup as lookUp, type LookupAddress } from 'node:dns'
import { request as httpRequest, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { bareHost, hostOf, isOpenAddress } from './address.ts'
import { signature, type Signed } from './sign.ts'

/** What became of sending; the words are for the people of the desk, without addresses of their networks. */
export type Sent =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly why: string
      /** How long the other side asks to be left alone. */ readonly after_ms?: number
    }

export interface Webhook {
  readonly url: string
  readonly key: Buffer
}

export interface WebhookSetting {
  /** `host:port` of servers in networks of one's own that may be spoken to; also in plain HTTP. */
  readonly allowed: readonly string[]
  readonly patience_ms: number
}

/** More of an answer than this is not read: what matters of it is its first line. */
const MOST_ANSWER_BYTES = 16_384
const MOST_BODY_BYTES = 262_144
const MOST_WAIT_MS = 24 * 60 * 60_000

/** Why nothing is sent to an address, as far as it can be told without asking for it; null where it may be. */
export function refusedUrl(text: string, allowed: readonly string[]): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null) return 'it is no address of a web server'
  if (url.username !== '' || url.password !== '') return 'it holds a password, which would be kept with the rules'
  if (allowed.includes(hostOf(url)))
    return url.protocol === 'https:' || url.protocol === 'http:' ? null : 'it is not HTTP'
  if (url.protocol !== 'https:') return 'it is not HTTPS'
  if (isIP(bareHost(url)) !== 0 && !isOpenAddress(bareHost(url))) return 'it leads into a network of its own'
  return null
}

export function postTo(
  { url: text, key }: Webhook,
  signed: Signed,
  { allowed, patience_ms }: WebhookSetting,
): Promise<Sent> {
  const refused = refusedUrl(text, allowed)
  if (refused !== null) return Promise.resolve({ ok: false, why: `the webhook is not asked: ${refused}` })
  if (Buffer.byteLength(signed.body) > MOST_BODY_BYTES)
    return Promise.resolve({ ok: false, why: 'there is too much to say at once' })
  const url = new URL(text)
  const options: RequestOptions = {
    method: 'POST',
    // No connection is used again: each is to an address that was looked at for it.
    agent: false,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(signed.body),
      'user-agent': 'trucekeeper',
      'webhook-id': signed.id,
      'webhook-timestamp': String(signed.timestamp),
      'webhook-signature': signature(key, signed),
    },
    ...(!allowed.includes(hostOf(url)) && { lookup: openLookup }),
    signal: AbortSignal.timeout(patience_ms),
  }
  return new Promise((done) => {
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest
    const sending = request(url, options, (response) => {
      const { statusCode: status = 0, headers } = response
      // The first line has told what there is to know; a long answer is cut off rather than read.
      let read = 0
      response.on('data', (part: Buffer) => {
        read += part.length
        if (read > MOST_ANSWER_BYTES) response.destroy()
      })
      response.on('error', () => undefined)
      done(told(status, headers['retry-after']))
    })
    sending.on('error', (error) => done({ ok: false, why: `the webhook ${inWords(error)}` }))
    sending.end(signed.body)
  })
}

function told(status: number, retryAfter: string | undefined): Sent {
  if (status >= 200 && status < 300) return { ok: true }
  const seconds = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : null
  const wait = seconds === null ? {} : { after_ms: Math.min(seconds * 1000, MOST_WAIT_MS) }
  if (status >= 300 && status < 400)
    return { ok: false, why: `the webhook sent us elsewhere (${status}), and nobody is followed` }
  return { ok: false, why: `the webhook answered ${status}`, ...wait }
}

class Closed extends Error {}

type LookupDone = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/** The addresses that are connected to are the ones looked at: a name cannot lead elsewhere a moment later. */
function openLookup(host: string, options: { readonly all?: boolean | undefined }, done: LookupDone): void {
  lookUp(host, { all: true }, (error, found) => {
    if (error) return done(error, '')
    // A name that leads to both is meant to lead to both.
    const [first] = found
    if (!first || !found.every(({ address }) => isOpenAddress(address))) return done(new Closed('closed'), '')
    return options.all ? done(null, found) : done(null, first.address, first.family)
  })
}

function inWords(error: Error): string {
  if (error instanceof Closed) return 'is not asked: its name leads into a network of its own'
  const { code, name } = error as NodeJS.ErrnoException
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR') return 'did not answer in time'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'was not found by its name'
  if (code === 'ECONNREFUSED') return 'took no connection'
  if (/CERT|TLS|SSL|SELF_SIGNED|ALTNAME/.test(code ?? '')) return 'has no certificate that holds'
  return 'could not be reached'
}
