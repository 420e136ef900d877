// /api/protection: cells and days asked of the protection check, which runs in a process of its own behind a door.
import { padded, type AtDesk, type PageDoor, type Refusal, type Result, type Seat } from '@trucekeeper/protect'
import { formatInstant, parseInstant } from '@trucekeeper/time'
import type { Context } from 'hono'
import { z } from 'zod'
import { pointRequested, pointShown, protectionAnswer, protectionReply } from './answers/protection.ts'
import type { ProtectionAnswer } from './answers/protection.ts'
import type { Deps } from './deps.ts'
import { json, Noun, type About } from './noun.ts'
import { maybeActorIn } from './people-guard.ts'
import { quoted, Refused, type ProblemCode } from './problems.ts'
import { markTakenDown } from './protection-entries.ts'
import { refuseCrossSite } from './same-origin.ts'

/** Anything may come, so that what is no question reaches the service and is taken down there. */
const anything = z.looseObject({}).meta({
  id: 'AskedOfProtection',
  description: 'see the manual of `protect`: any field but those it names is refused',
})
const takes = json(anything)
const query = z.looseObject({})
const PROBLEMS = ['400.2', '400.6', '401.1', '403.1', '404.9', '409.1', '503.4', '503.5'] as const

export function protectionRoutes({ protection, people }: Deps): Noun {
  const door = protection ?? null
  const seatOf = (c: Context): Seat => {
    const actor = people ? maybeActorIn(c) : null
    if (people && !actor) throw new Refused('401.1', 'nobody is signed in', 'sign in at `/`, then ask again')
    return actor && { person: actor.person, organisation: actor.organisation }
  }

  /** A question that goes on in the address is one that cannot be asked; see `protection-entries.ts` for its entry. */
  function refuseMore(c: Context): PageDoor {
    const more = Object.keys(c.req.queries())
    if (more.length > 0)
      throw new Refused(
        '400.2',
        `${more.map(quoted).join(', ')} is not known here`,
        'this address takes no question mark',
      )
    if (!door) throw refusalAs(ABSENT)
    return door
  }

  /** Posts what came to the door, whatever it is, and gives what was said in whole blocks. */
  const posting =
    <T>(
      ask: (door: PageDoor, seat: Seat, body: unknown, request: string) => Promise<Result<T>>,
      told: (value: T) => unknown,
    ) =>
    async (c: Context) => {
      refuseCrossSite(c)
      const seat = seatOf(c)
      const here = refuseMore(c)
      const result = await ask(here, seat, bodyIn(await c.req.text()), c.req.param('request') ?? '')
      markTakenDown(c, result)
      if (!result.ok) throw refusalAs(result.refusal)
      return inBlocks(c, told(result.value))
    }

  const about = (summary: string, gives: About['gives']): About => ({
    summary,
    query,
    takes,
    gives,
    problems: PROBLEMS,
  })
  const parts = { request: 'the id of a request to see a point' }
  const nothing = about('nothing: that something else was asked is taken down', json(anything))
  const takenDown = async (c: Context): Promise<Response> => {
    // Somebody's own address bar is no other site.
    if (c.req.method === 'POST') refuseCrossSite(c)
    const seat = seatOf(c)
    const result = await refuseMore(c).unread(seat)
    markTakenDown(c, result)
    throw refusalAs(refusedBy(result))
  }
  const noun = new Noun('/api/protection')
    .get(
      '/',
      {
        summary: 'what may be asked of the protection check, and what one’s organisation asked',
        query,
        gives: json(protectionAnswer),
        problems: PROBLEMS,
      },
      async (c) => {
        const seat = seatOf(c)
        const more = c.req.queries()
        if (!door && Object.keys(more).length === 0)
          return inBlocks(c, { service: 'absent' } satisfies ProtectionAnswer)
        const here = refuseMore(c)
        const found = await here.atDesk(seat)
        markTakenDown(c, found)
        return inBlocks(c, answerOf(found, here.idsOf(seat)))
      },
    )
    .post(
      '/questions',
      about('asks about fixed cells and whole days; nothing else can be asked', json(protectionReply)),
      posting(
        (to, seat, body) => to.ask(seat, body),
        (reply) => reply,
      ),
    )
    .post(
      '/points',
      about('asks to see one exact point, oneself, for a purpose and at most a day', json(pointRequested)),
      posting(
        (to, seat, body) => to.requestPoint(seat, withInstants(body)),
        (request) => ({ request }),
      ),
    )
    .post(
      '/points/:request/consent',
      { ...about('consents that a point is shown: its owner, and a guarantor', json(pointRequested)), parts },
      posting(
        (to, seat, body, request) => (isNothing(body) ? to.consent(seat, request) : to.unread(seat)),
        (request) => ({ request }),
      ),
    )
    .post(
      '/points/:request/look',
      { ...about('shows a point to whoever asked for it, once both have consented', json(pointShown)), parts },
      posting(
        (to, seat, body, request) => (isNothing(body) ? to.showPoint(seat, request) : to.unread(seat)),
        (shown) => ({ ...shown, until: written(shown.until) }),
      ),
    )
  for (const [path, parts] of Object.entries(ELSE))
    for (const method of ['get', 'post'] as const) noun.on(method, path, { ...nothing, parts }, takenDown)
  return noun
}

/** Whatever else somebody tries, so that it leaves an entry. */
const part = 'anything else'
const ELSE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/:else': { else: part },
  '/:else/:more': { else: part, more: part },
  '/:else/:more/:still': { else: part, more: part, still: part },
}
const ABSENT: Refusal = {
  code: 'not-there',
  message: 'the protection check is not running',
  help: 'whoever keeps the server starts it with `truce protect serve`; everything else goes on without it',
}

const CODES: Readonly<Partial<Record<Refusal['code'], ProblemCode>>> = {
  'no-access': '404.9',
  'not-a-question': '400.6',
  malformed: '400.6',
  'outside-period': '409.1',
  'budget-spent': '409.1',
  'not-there': '503.4',
}

function refusalAs({ code, message, help }: Refusal): Refused {
  return new Refused(CODES[code] ?? '503.5', message, help)
}

function refusedBy(result: Result<never>): Refusal {
  if (result.ok) throw new Error('what cannot be asked was answered')
  return result.refusal
}

/** Null for what is no JSON, and where a field is named twice: of two questions in one it is not known which was meant. */
function bodyIn(text: string): unknown {
  if (text === '') return {}
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null) return null
    const named = [...text.matchAll(STRING_AND_COLON)].filter(([, colon]) => colon !== undefined).length
    // What has fields within fields is no question either.
    return Object.keys(body).length === named ? body : null
  } catch {
    return null
  }
}

const STRING_AND_COLON = /"(?:[^"\\]|\\.)*"\s*(:)?/g

function isNothing(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !Array.isArray(body) && Object.keys(body).length === 0
}

/** Times as people write them; what is none is left for the service to refuse. */
function withInstants(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  const given = body as Readonly<Record<string, unknown>>
  const at = (text: unknown) => (typeof text === 'string' ? parseInstant(text) : null)
  return { ...given, from: at(given.from), to: at(given.to) }
}

const written = (at: number) => formatInstant(at, 'UTC')

function answerOf(found: Result<AtDesk>, ids: ReturnType<PageDoor['idsOf']>): ProtectionAnswer {
  if (!found.ok) {
    if (found.refusal.code === 'not-there') return { service: 'absent' }
    if (found.refusal.code === 'no-access') return { service: 'closed', ids }
    throw refusalAs(found.refusal)
  }
  const { asked, refused, points, looks, budget, ...rest } = found.value
  return {
    service: 'open',
    ids,
    ...rest,
    budget: { ...budget, paid: [...budget.paid] },
    asked: asked.map((one) => ({ ...one, cells: [...one.cells], at: written(one.at) })),
    refused: refused.map((one) => ({ ...one, at: written(one.at) })),
    looks: looks.map((one) => ({ ...one, at: written(one.at) })),
    points: points.map((one) => ({ ...one, from: written(one.from), to: written(one.to) })),
  }
}

/** Filled up, so that the length of an answer tells nothing of what it says. */
function inBlocks(c: Context, value: unknown): Response {
  return c.body(padded(value), 200, { 'content-type': 'application/json' })
}
