// Refuses who asks too often: each client, and each organisation, has a bucket for every route.
import { createMiddleware } from 'hono/factory'
import type { Deps } from './deps.ts'
import type { Operation } from './noun.ts'
import { routeOf } from './observed.ts'
import { Buckets, PACE } from './pace.ts'
import { Refused } from './problems.ts'

/** A server that is told who its clients are keeps them apart; one that is not, such as a test, paces nobody. */
export function paced(operations: readonly Operation[], { clientsOf, now = Date.now }: Deps) {
  const buckets = new Buckets()
  const paces = new Map(operations.map(({ path, pace }) => [path, pace ?? PACE]))
  return createMiddleware(async (c, next) => {
    const route = routeOf(operations, c.req.path, c.req.method)
    for (const client of clientsOf?.(c) ?? []) {
      const wait_s = buckets.take(`${route} ${client}`, paces.get(route) ?? PACE, now())
      if (wait_s === null) continue
      c.header('retry-after', String(wait_s))
      const seconds = wait_s === 1 ? 'a second' : `${wait_s} seconds`
      throw new Refused('429.1', 'this was asked for too often', `wait ${seconds}, then ask again`)
    }
    await next()
  })
}
