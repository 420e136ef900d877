// Who asks: the person behind a request, nothing for nobody, and nothing from another site.
import { actorOf, type Actor, type RefusalCode, type Result, type Role } from '@trucekeeper/people'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { z } from 'zod'
import { sessionSecret } from './people-cookies.ts'
import type { Deps } from './deps.ts'
import { peopleIn, type PeopleDeps } from './people-deps.ts'
import { quoted, Refused, type ProblemCode } from './problems.ts'
import { refuseCrossSite } from './same-origin.ts'

/** Where nobody needs to have signed in: what is released to all, and the way in. */
const OPEN = [
  '/api/session',
  '/api/passkeys/sign-in',
  '/api/passkeys/sign-in/options',
  '/api/invitations/accept',
  '/api/invitations/accept/options',
  '/api/problems',
  '/api/docs',
  '/api/docs.css',
  '/api/openapi.json',
  '/api/released',
  '/api/reports',
  '/api/feed.atom',
  '/api/calendar.ics',
  '/api/alerts',
]
const isOpen = (path: string) =>
  !/^\/(api|ogc)(\/|$)/.test(path) ||
  OPEN.includes(path) ||
  /^\/api\/(released|reports|alerts)\//.test(path) ||
  /^\/api\/oidc\/[^/]+(\/callback)?$/.test(path)

/** Where people change what is their own or their desk's, each by rules of its own. */
const OWN =
  /^\/api\/(session|sessions|passkeys|invitations|desks|people|drafts|approvals|oidc|sealed-reads|protection)(\/|$)/

/** Whose session a request brings; null for nobody’s. */
export async function actorOfSession(c: Context, deps: Deps): Promise<Actor | null> {
  const people = peopleIn(deps)
  const secret = people && sessionSecret(c, people)
  return people && secret ? actorOf(people.db, secret, people.now()) : null
}

const actors = new WeakMap<Context, Actor>()

/** Lets through who has a session, and everybody to what is open; every other address is alike to them, there or not. */
export function guarded(deps: Deps) {
  const people = peopleIn(deps)
  return createMiddleware(async (c, next) => {
    if (!people) return next()
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!reads) refuseForeign(c, people)
    const actor = await actorOfSession(c, deps)
    if (actor) actors.set(c, actor)
    else if (!isOpen(c.req.path)) throw nobody()
    if (actor && !reads && !OWN.test(c.req.path)) refuseOtherRoles(actor, c.req.path)
    await next()
    c.header('vary', 'Cookie', { append: true })
  })
}

/** A browser says where its page is from; whoever says nothing is refused too, for here are sessions to misuse. */
function refuseForeign(c: Context, { origin }: PeopleDeps): void {
  refuseCrossSite(c)
  if (c.req.header('origin') === origin()) return
  throw new Refused(
    '403.1',
    'this was not asked from the page of this server',
    `ask from a page of ${quoted(origin())}`,
  )
}

/** Who writes what into the record; what no line names, whoever writes anything. */
const WRITERS: readonly (readonly [RegExp, readonly Role[], string])[] = [
  [/^\/api\/(claims|documents|inbox\/waiting)$/, ['recorder'], 'the record is written by recorders'],
  [/^\/api\/(decisions|rulings)$/, ['reviewer'], 'what was read or told twice is decided by reviewers'],
  [/^\/api\/(minutes|acts)$/, ['recorder', 'reviewer'], 'minutes and acts are entered by recorders and reviewers'],
  [/^\/api\/withdrawals$/, ['recorder', 'reviewer'], 'things are taken back by recorders and reviewers'],
  [/^\/api\/releases(\/|$)/, ['releaser'], 'what a desk holds is released by releasers'],
  [/^/, ['recorder', 'reviewer', 'releaser'], 'the record is written by recorders and reviewers'],
]

function refuseOtherRoles({ roles }: Actor, path: string): void {
  const [, wanted, message] = WRITERS.find(([pattern]) => pattern.test(path))!
  if (!roles.some((role) => wanted.includes(role)))
    throw new Refused('403.2', message, 'ask an administrator of your desk')
}

const nobody = () => new Refused('401.1', 'nobody is signed in', 'sign in at `/`, then ask again')

/** Who asks; refused for nobody. */
export function actorIn(c: Context): Actor {
  const actor = actors.get(c)
  if (!actor) throw nobody()
  return actor
}

export const maybeActorIn = (c: Context): Actor | null => actors.get(c) ?? null

/** What an entry is recorded under, where somebody is signed in. */
export const authorIn = async (c: Context): Promise<string | null> => actors.get(c)?.person ?? null

const CODES: Readonly<Record<RefusalCode, ProblemCode>> = {
  absent: '404.9',
  'not-accepted': '401.2',
  'not-allowed': '403.2',
  'not-fresh': '403.3',
  'own-request': '403.2',
  'last-passkey': '409.1',
  'last-administrator': '409.1',
  'both-sides': '409.1',
  'approved-already': '409.1',
  'changed-since': '409.2',
  version: '409.2',
  spent: '409.1',
  'too-few-approvals': '409.1',
  name: '422.3',
}

/** What was given; a refusal becomes a problem in the same words. */
export function granted<T>(result: Result<T>): T {
  if (result.ok) return result.value
  const { code, message, help } = result.refusal
  throw new Refused(CODES[code], message, help)
}

/** The body of a request as `schema` reads it. */
export async function bodyIn<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    throw new Refused('415.1', 'the body is not of the right kind', 'send it as `application/json`')
  const read = schema.safeParse(await c.req.json().catch(() => undefined))
  if (read.success) return read.data
  const at = read.error.issues[0]?.path.join('.') ?? ''
  const detail = at === '' ? 'the body has not the form it should have' : `${quoted(at)} is not as it should be`
  throw new Refused('400.6', detail, 'see `/api/docs` for its form')
}
