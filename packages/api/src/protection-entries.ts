// Whatever comes to an address of the protection check and is refused leaves an entry there, by whomever and wherever it was refused.
import type { Result } from '@trucekeeper/protect'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Deps } from './deps.ts'
import { actorOfSession, maybeActorIn } from './people-guard.ts'

const takenDown = new WeakSet<Context>()

/** Says that the service itself wrote an entry, or could not. */
export function markTakenDown(c: Context, result: Result<unknown>): void {
  if (result.ok || result.refusal.code !== 'not-there') takenDown.add(c)
}

/**
 * Comes before everything that refuses. The refusal stays what it is, whether the entry can be written or not: it says
 * nothing of what is registered.
 */
export function refusalsTakenDown(deps: Deps) {
  const { protection } = deps
  return createMiddleware(async (c, next) => {
    await next()
    if (!protection || c.res.status < 400 || takenDown.has(c) || !isOfProtection(c.req.path)) return
    const actor = await whoIn(c, deps)
    if (actor === 'nobody') await protection.unreadOfNobody()
    else await protection.unread(actor)
  })
}

/** Also what a lenient front server would take for it: in capitals, with letters coded, with a stroke too many. */
function isOfProtection(path: string): boolean {
  return /^\/+api\/+protection(?![a-z])/i.test(decoded(path))
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Nobody has to answer for what another site's page asked through their browser, or what came under another host's name. */
const FOREIGN = [403, 421]
/** Refused before anybody was looked for. */
const METHOD = 405

async function whoIn(c: Context, deps: Deps) {
  const { status } = c.res
  if (FOREIGN.includes(status)) return 'nobody'
  if (!deps.people) return null
  const found = maybeActorIn(c) ?? (status === METHOD ? await actorOfSession(c, deps) : null)
  return found ? { person: found.person, organisation: found.organisation } : 'nobody'
}
