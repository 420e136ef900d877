// One request and what comes back of it: within a size and a time, in the form that was asked for, or a reason why not.
import { z } from 'zod'
import { completionsAddress, type ModelEndpoint } from './endpoint.ts'
import type { ModelLimits } from './limits.ts'
import { answerSchema } from './proposal.ts'
import type { World } from './world.ts'

export type ReplyCode =
  | 'model-unreachable'
  | 'model-busy'
  | 'model-failing'
  | 'model-slow'
  | 'model-refuses'
  | 'model-reply-cut'
  | 'model-reply-too-long'
  | 'model-reply-malformed'

export type Reply =
  | { readonly ok: true; readonly proposals: readonly unknown[]; readonly usage: unknown }
  | {
      readonly ok: false
      readonly code: ReplyCode
      /** What is said of it never holds words of the endpoint, which may repeat the key. */
      readonly message: string
      readonly help: string
      /** Whether the same request may do better later; after how long, where the endpoint says. */
      readonly again: boolean
      readonly after_ms: number | null
      readonly usage: unknown
    }

const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z.unknown().optional(),
})

export async function replyOf(
  endpoint: ModelEndpoint,
  body: string,
  limits: ModelLimits,
  world: World,
): Promise<Reply> {
  const signal = world.timeout(limits.reply_ms)
  try {
    const response = await world.fetch(completionsAddress(endpoint), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(endpoint.key !== null && { authorization: `Bearer ${endpoint.key}` }),
      },
      body,
      // To follow would hand the document, and the key, to whoever it points at.
      redirect: 'manual',
      signal,
    })
    const refused = refusalOf(response, world.now())
    if (refused) {
      await response.body?.cancel()
      return refused
    }
    const bytes = await within(response, limits.reply_bytes)
    if (bytes === null)
      return failed('model-reply-too-long', `the reply has more than ${limits.reply_bytes} bytes`, WRONG_MODEL)
    return answerIn(bytes)
  } catch {
    if (signal.aborted)
      return failed(
        'model-slow',
        `no whole reply came within ${limits.reply_ms} ms`,
        'try again, or a faster model',
        {},
      )
    return failed('model-unreachable', 'the connection to the endpoint failed or broke off', WHERE, {})
  }
}

const WHERE = 'look whether it runs, and at the address given'
const WRONG_MODEL = 'use a server and a model that hold to a JSON schema (`response_format`)'

function refusalOf({ status, ok, headers }: Response, now: number): Reply | null {
  const said = { after_ms: pauseAsked(headers.get('retry-after'), now) }
  if (status === 429)
    return failed('model-busy', 'the endpoint answers 429: too much is asked of it', 'try again later', said)
  if (status === 408 || status >= 500)
    return failed('model-failing', `the endpoint answers ${status}`, 'try again later, or look at the server', said)
  if (status === 401 || status === 403)
    return failed('model-refuses', `the endpoint answers ${status}: it does not take the key`, 'check the key')
  if (!ok)
    return failed('model-refuses', `the endpoint answers ${status}`, 'check its address and the name of the model')
  const type = headers.get('content-type') ?? ''
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type))
    return failed('model-reply-malformed', 'the reply is no JSON by its content type', WHERE)
  return null
}

/** The bytes of a body; null, and the rest never asked for, where there are more than `most`. */
async function within({ body }: Response, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    // Leaving the loop closes the connection.
    if (length > most) return null
    chunks.push(chunk)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

function answerIn(bytes: Uint8Array): Reply {
  const completion = completionSchema.safeParse(jsonIn(textIn(bytes)))
  if (!completion.success) return failed('model-reply-malformed', 'the reply is no chat completion', WHERE)
  const { choices, usage } = completion.data
  const { message, finish_reason } = choices[0]!
  if (finish_reason === 'length')
    return failed('model-reply-cut', 'the model ran out of tokens before its answer was whole', LONGER, {
      usage,
      again: false,
    })
  if (finish_reason === 'content_filter' || message.refusal)
    return failed('model-refuses', 'the model refuses to read the document', 'read it with the rules', {
      usage,
      again: false,
    })
  const answer = answerSchema.safeParse(jsonIn(message.content ?? null))
  if (!answer.success)
    return failed('model-reply-malformed', 'the answer has not the form that was asked for', WRONG_MODEL, {
      usage,
      again: false,
    })
  return { ok: true, proposals: answer.data.claims, usage }
}

const LONGER = 'allow the model longer answers, or split the document'

function textIn(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function jsonIn(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `Retry-After`: seconds, or a date (RFC 9110, 10.2.3). */
function pauseAsked(header: string | null, now: number): number | null {
  if (header === null) return null
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

/** Given anything more to say, even nothing, the same request may be tried again, unless that says otherwise. */
function failed(
  code: ReplyCode,
  message: string,
  help: string,
  more?: { after_ms?: number | null; usage?: unknown; again?: boolean },
): Extract<Reply, { ok: false }> {
  return { ok: false, code, message, help, again: more !== undefined, after_ms: null, usage: undefined, ...more }
}
