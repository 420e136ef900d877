// A request that writes: from this site, of the kind it should be, and under a key by which it is done once.
import type { RecordRequest, Written } from '@trucekeeper/workspace'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Deps } from './deps.ts'
import { actorIn } from './people-guard.ts'
import { quoted, Refused, RefusedInParts, type ProblemCode } from './problems.ts'
import { refuseCrossSite } from './same-origin.ts'

/** What may go wrong with each of them. */
export const WRITE_PROBLEMS = ['400.6', '400.7', '403.1', '415.1', '422.1', '422.2', '503.3'] as const

const KEY = /^[\x21-\x7e]{8,200}$/

/** Who writes. */
export type Writers = Pick<Deps, 'authorOf' | 'people'>

/** For whom something is written: held by the desk until it is released, or for every desk at once. */
export const writtenFor = z
  .enum(['desk', 'desks'])
  .default('desk')
  .describe(
    '`desk`: for the own desk, until it is released; `desks`: for every desk at once. Where nobody signs in it is always the second',
  )

export interface Sent {
  readonly request: RecordRequest
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The bytes of a request of the type `type`, with the key that it is done once by. */
export async function sentOnce(c: Context, type: string, deps: Writers): Promise<Sent> {
  refuseCrossSite(c)
  const given = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (given !== type)
    throw new Refused(
      '415.1',
      `the body is ${given === '' ? 'of no kind' : quoted(given)}`,
      `send it as ${quoted(type)}`,
    )
  const key = c.req.header('idempotency-key') ?? ''
  if (!KEY.test(key)) {
    const help = 'send `Idempotency-Key` with 8 to 200 visible characters, made up once for what is to be done once'
    throw new Refused('400.7', key === '' ? 'there is no key' : `${quoted(key)} is no key`, help)
  }
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  const { pathname, search } = new URL(c.req.url)
  const body = hex(await crypto.subtle.digest('SHA-256', bytes))
  const digest = `${c.req.method} ${pathname}${search} ${body}`
  const actor = deps.people ? actorIn(c) : null
  const by = actor?.person ?? (await deps.authorOf?.(c)) ?? null
  return { request: { key, digest, by, desk: actor?.desk ?? null }, bytes }
}

/** The request with what its body says of whom it is for. */
export function forAll(request: RecordRequest, { for: audience }: { readonly for: 'desk' | 'desks' }): RecordRequest {
  return { ...request, for_desks: audience === 'desks' }
}

/** The body of a request as `schema` reads it, refused with the place of everything that is wrong with it. */
export async function jsonOnce<T>(
  c: Context,
  schema: z.ZodType<T>,
  deps: Writers,
): Promise<{ readonly request: RecordRequest; readonly body: T }> {
  const { request, bytes } = await sentOnce(c, 'application/json', deps)
  const read = schema.safeParse(valueOf(bytes))
  if (read.success) return { request, body: read.data }
  const wrong = read.error.issues.map(({ path, message }) => ({
    code: 'body-malformed',
    path: path.join('.'),
    message: message.toLowerCase(),
    help: 'see `/api/docs` for its form',
  }))
  throw new RefusedInParts('400.6', `the body has not the form it should have`, 'see `/api/docs` for its form', wrong)
}

function valueOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Refused('400.6', 'the body is no JSON', 'send one JSON value in UTF-8')
  }
}

/** Answers with what was written, or with everything that is wrong with it. */
export function answered<T>(c: Context, written: Written<T>): Response {
  if (written.ok) return c.json(written.value as object, 201)
  throw refusedAs(written)
}

export function refusedAs({ why, wrong }: Extract<Written, { ok: false }>): RefusedInParts {
  const [first] = wrong
  return new RefusedInParts(CODES[why], first?.message ?? 'the record does not take this', first?.help ?? '', wrong)
}

const CODES: Readonly<Record<Extract<Written, { ok: false }>['why'], ProblemCode>> = {
  refused: '422.1',
  'not-allowed': '409.3',
  'key-reused': '422.2',
  unknown: '404.8',
  busy: '503.3',
}

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
