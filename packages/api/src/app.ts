// The app: who may ask, how often, which address answers, and how a refusal is said.
import { Hono } from 'hono'
import { contextStorage } from 'hono/context-storage'
import { etag } from 'hono/etag'
import type { Deps } from './deps.ts'
import { securityHeaders } from './headers.ts'
import { kept } from './kept.ts'
import { methodRefusal, refuseMethod } from './noun.ts'
import { nounsOf } from './nouns.ts'
import { observed } from './observed.ts'
import { Metrics } from './metrics.ts'
import { pageRoutes } from './page.ts'
import { paced, pacedBySeat } from './paced.ts'
import { guarded } from './people-guard.ts'
import { problemResponse, quoted, Refused } from './problems.ts'
import { refusalsTakenDown } from './protection-entries.ts'
import { viewOfRequest } from './views.ts'

const STREAM = 'text/event-stream'

const sha256 = (body: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', body)

/** A Hono app that answers through `deps` alone: `app.fetch(request)` gives the response. */
export function createApp(deps: Deps): Hono {
  const app = new Hono()
  const metrics = new Metrics()
  const workspace = viewOfRequest(deps)
  const nouns = nounsOf({ ...deps, workspace }, metrics)
  const operations = nouns.flatMap((noun) => noun.operations)

  app.onError((error, c) => {
    if (error instanceof Refused) return problemResponse(c, error)
    deps.onBug(error)
    const help = 'ask again; if it stays, report it with this address and what the server wrote'
    return problemResponse(c, new Refused('500.1', 'the answer could not be worked out', help))
  })

  // The workspace asks it whose request it answers.
  app.use(contextStorage())
  app.use(observed(operations, metrics, deps))
  app.use(refusalsTakenDown(deps))
  app.use(securityHeaders)
  const tagged = etag({ generateDigest: sha256 })
  const endless = new Set(operations.filter(({ gives }) => gives.type === STREAM).map(({ path }) => path))
  // A tag is made from all bytes of an answer, and these have no end.
  app.use((c, next) => (endless.has(c.req.path) ? next() : tagged(c, next)))
  app.use(async (c, next) => {
    const host = new URL(c.req.url).hostname
    if (!deps.hosts.includes(host)) {
      const help = `open ${quoted(`http://${deps.hosts[0]}`)} with the port of this server`
      throw new Refused('421.1', `this server is not ${quoted(host)}`, help)
    }
    const allowed = refuseMethod(operations, c.req.method, c.req.path)
    if (allowed) {
      c.header('allow', allowed.join(', '))
      throw methodRefusal(c.req.method, allowed)
    }
    await next()
  })
  app.use(paced(operations, deps))
  app.use(guarded(deps))
  app.use(pacedBySeat(operations, deps))
  for (const address of ['/api/*', '/ogc/*'])
    app.use(address, async (c, next) => {
      await next()
      // Confidential by default, and never stale: kept by nobody but the asker, who must ask whether it changed.
      c.header('cache-control', c.res.ok ? 'private, no-cache' : 'no-store')
    })

  app.use(kept(operations, deps))
  for (const noun of nouns) app.route(noun.at, noun.routes)
  for (const address of ['/api/*', '/ogc/*'])
    app.all(address, (c) => {
      throw new Refused('404.1', `there is nothing at ${quoted(c.req.path)}`, 'see `/api/docs` for all addresses')
    })
  app.route('/', pageRoutes(deps.page))

  return app
}
