// One request to a witness: only to the address that was given, for a limited time, and reading a limited answer.
import { bodyUpTo } from '../body.ts'
import { given, refused, type Refusal, type Result } from '@trucekeeper/keys'

export type ExchangeRefusal = Refusal<
  'url-unsafe' | 'unreachable' | 'timed-out' | 'redirected' | 'answer-too-large' | 'answer-broken-off'
>

/** How to reach witnesses; all of it may be left out. */
export interface Reach {
  readonly fetch?: typeof globalThis.fetch
  /** Milliseconds for one request and its answer; 10,000 unless said. */
  readonly timeout?: number
}

export interface Answer {
  readonly status: number
  /** Without parameters, in lower case; empty where the witness said none. */
  readonly contentType: string
  readonly body: Uint8Array
}

const TIMEOUT = 10_000
/** Cosignatures, or a head with as many signatures as heads have. */
const MOST_ANSWER_BYTES = 131_072
const ADDRESS_HELP = 'give the submission prefix of the witness, such as `https://witness.example/prefix`'

/** Posts `body`, or gets what is at `path` under the prefix where there is none. */
export async function exchange(
  prefix: string,
  path: string,
  body: Uint8Array | null,
  { fetch = globalThis.fetch, timeout = TIMEOUT }: Reach,
): Promise<Result<Answer, ExchangeRefusal>> {
  const url = addressUnder(prefix, path)
  if (url === null) return refused('url-unsafe', `${shown(prefix)} is no address of a witness`, ADDRESS_HELP)
  const signal = AbortSignal.timeout(timeout)
  const sent = body === null ? {} : { method: 'POST', body: Uint8Array.from(body) }
  let response: Response
  try {
    // A witness that could send us elsewhere could have us ask what only we can reach.
    response = await fetch(url, { ...sent, redirect: 'manual', credentials: 'omit', signal })
  } catch (error) {
    return signal.aborted
      ? late(url, timeout)
      : refused('unreachable', `\`${url}\` cannot be reached${because(error)}`, HELP)
  }
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    await response.body?.cancel()
    return refused(
      'redirected',
      `\`${url}\` sends us elsewhere`,
      'give the address at which the witness itself answers',
    )
  }
  const answer = await bodyUpTo(response.body, MOST_ANSWER_BYTES)
  if (answer === 'too-large')
    return refused('answer-too-large', `\`${url}\` answers with more than ${MOST_ANSWER_BYTES} bytes`, HELP)
  if (answer === null)
    return signal.aborted
      ? late(url, timeout)
      : refused('answer-broken-off', `the answer of \`${url}\` broke off`, HELP)
  const contentType = (response.headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase()
  return given({ status: response.status, contentType, body: answer })
}

const HELP = 'ask again later, or ask who runs the witness'

function late(url: URL, timeout: number) {
  return refused('timed-out', `\`${url}\` did not answer within ${timeout} ms`, HELP)
}

function because(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null
  return cause instanceof Error && 'code' in cause ? `: \`${String(cause.code)}\`` : ''
}

/** Null for anything but http(s), and where a user, a query or a fragment would go along. */
function addressUnder(prefix: string, path: string): URL | null {
  const url = URL.parse(prefix)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null
  if (url.username !== '' || url.password !== '' || /[?#]/.test(prefix)) return null
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`
  return url
}

/** Text from outside as a message shows it: cut short, and with nothing in it that could steer a terminal. */
export function shown(text: string): string {
  return `\`${text.slice(0, 80).replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\u{fffd}')}\``
}
