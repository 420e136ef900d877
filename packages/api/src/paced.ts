// Refuses who asks too often: each client has a bucket for every route, and so has everybody who signed in, and their organisation.
import { createMiddleware } from 'hono/factory'
import type { Context } from 'hono'
import type { Deps } from './deps.ts'
import type { Operation } from './noun.ts'
import { routeOf } from './observed.ts'
import { Buckets, ofMany, PACE, type Bucket } from './pace.ts'
import { sessionSecret } from './people-cookies.ts'
import { peopleIn } from './people-deps.ts'
import { maybeActorIn } from './people-guard.ts'
import { Refused } from './problems.ts'

/** So often one client may come with a session that is none, whatever it asks for. */
const STRANGERS: Bucket = { burst: 30, per_s: 2 }

/** Comes before anything is asked about who it is. A server that is told nothing of clients, such as a test, paces nobody. */
export function paced(operations: readonly Operation[], deps: Deps) {
  const { clientsOf, now = Date.now } = deps
  const people = peopleIn(deps)
  const buckets = new Buckets()
  const paceOf = pacesOf(operations)
  return createMiddleware(async (c, next) => {
    const clients = clientsOf?.(c) ?? []
    // Who signed in has a bucket of their own, wherever they come from: many may come from one address.
    if (!people || sessionSecret(c, people) === null) {
      const { route, pace } = paceOf(c)
      for (const client of clients) refuseWait(c, buckets.take(`${route} ${client}`, pace, now()))
      return next()
    }
    for (const client of clients) refuseWait(c, buckets.wait(client, STRANGERS, now()))
    await next()
    if (c.res.status === 401) for (const client of clients) buckets.take(client, STRANGERS, now())
    return undefined
  })
}

/** Comes once it is known who asks. An organisation has a bucket at each desk: none tells of what another desk does. */
export function pacedBySeat(operations: readonly Operation[], { clientsOf, now = Date.now }: Deps) {
  const buckets = new Buckets()
  const paceOf = pacesOf(operations)
  return createMiddleware(async (c, next) => {
    const actor = clientsOf && maybeActorIn(c)
    if (actor) {
      const { route, pace } = paceOf(c)
      const { person, organisation, desk } = actor
      refuseWait(c, buckets.take(JSON.stringify([route, desk, 'person', person]), pace, now()))
      refuseWait(c, buckets.take(JSON.stringify([route, desk, 'organisation', organisation]), ofMany(pace), now()))
    }
    return next()
  })
}

function pacesOf(operations: readonly Operation[]) {
  const paces = new Map(operations.map(({ path, pace }) => [path, pace ?? PACE]))
  return (c: Context) => {
    const route = routeOf(operations, c.req.path, c.req.method)
    return { route, pace: paces.get(route) ?? PACE }
  }
}

function refuseWait(c: Context, wait_s: number | null): void {
  if (wait_s === null) return
  c.header('retry-after', String(wait_s))
  const seconds = wait_s === 1 ? 'a second' : `${wait_s} seconds`
  throw new Refused('429.1', 'this was asked for too often', `wait ${seconds}, then ask again`)
}
