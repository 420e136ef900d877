// What is kept of a request: one line for the log and its part in the metrics; no question, no body, nobody's name.
import { createMiddleware } from 'hono/factory'
import type { Deps } from './deps.ts'
import type { Metrics } from './metrics.ts'
import { operationsAt, type Operation } from './noun.ts'

/** One request. `route` is the pattern that answered: an address would name clauses and documents. */
export interface RequestLine {
  readonly at: string
  readonly id: string
  readonly method: string
  readonly route: string
  readonly status: number
  readonly ms: number
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

export function observed(operations: readonly Operation[], metrics: Metrics, { log, now = Date.now }: Deps) {
  return createMiddleware(async (c, next) => {
    const begun = performance.now()
    const id = crypto.randomUUID()
    await next()
    const ms = performance.now() - begun
    const { status } = c.res
    const route = routeOf(operations, c.req.path, c.req.method)
    // Nothing that tells answers apart, except where the operator is to be told which one it was.
    if (status >= 500) c.header('x-request-id', id)
    metrics.request(route, status, ms / 1000)
    const method = METHODS.has(c.req.method) ? c.req.method : 'other'
    log?.({ at: new Date(now()).toISOString(), id, method, route, status, ms: Math.round(ms * 10) / 10 })
  })
}

/** The pattern of a path; everything that is no route of the API counts as the page. */
export function routeOf(operations: readonly Operation[], path: string, method: string): string {
  const wanted = method === 'HEAD' ? 'get' : method.toLowerCase()
  const here = operationsAt(operations, path)
  return (here.find((operation) => operation.method === wanted) ?? here[0])?.path ?? 'page'
}
