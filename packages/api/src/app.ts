// The app: who may ask, which address answers, and how a refusal is said.
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { accessRoutes } from './access.ts'
import { agreementRoutes } from './agreement.ts'
import { backTestRoutes } from './back-test.ts'
import { clauseRoutes } from './clauses.ts'
import type { Deps } from './deps.ts'
import { documentRoutes } from './documents.ts'
import { groundRoutes } from './ground.ts'
import { securityHeaders } from './headers.ts'
import { pageRoutes } from './page.ts'
import { problemResponse, PROBLEMS, quoted, Refused } from './problems.ts'
import { recordRoutes } from './record.ts'
import { statusRoutes } from './status.ts'

const sha256 = (body: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', body)

/** A Hono app that answers through `deps` alone: `app.fetch(request)` gives the response. */
export function createApp({ workspace, page, hosts, onBug, now = Date.now }: Deps): Hono {
  const app = new Hono()

  app.onError((error, c) => {
    if (error instanceof Refused) return problemResponse(c, error)
    onBug(error)
    const help = 'ask again; if it stays, report it with this address and what the server wrote'
    return problemResponse(c, new Refused('500.1', 'the answer could not be worked out', help))
  })

  app.use(securityHeaders)
  app.use(etag({ generateDigest: sha256 }))
  app.use(async (c, next) => {
    const host = new URL(c.req.url).hostname
    if (!hosts.includes(host)) {
      const help = `open ${quoted(`http://${hosts[0]}`)} with the port of this server`
      throw new Refused('421.1', `this server is not ${quoted(host)}`, help)
    }
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      c.header('allow', 'GET, HEAD')
      const help = 'ask with GET; the record grows only through `truce ledger append`'
      throw new Refused('405.1', `${quoted(c.req.method)} is not allowed here`, help)
    }
    await next()
  })
  app.use('/api/*', async (c, next) => {
    await next()
    // Confidential by default, and never stale: kept by nobody but the asker, who must ask whether it changed.
    c.header('cache-control', c.res.ok ? 'private, no-cache' : 'no-store')
  })

  app.get('/healthz', (c) => c.text('ok', 200, { 'cache-control': 'no-store' }))
  app.route('/api/status', statusRoutes(workspace))
  app.route('/api/clauses', clauseRoutes(workspace))
  app.route('/api/record', recordRoutes(workspace))
  app.route('/api/documents', documentRoutes(workspace))
  app.route('/api/agreement', agreementRoutes(workspace))
  app.route('/api/back-test', backTestRoutes(workspace))
  app.route('/api/access', accessRoutes(workspace))
  app.route('/api/ground', groundRoutes(workspace, now))
  app.get('/api/problems', (c) => c.json(PROBLEMS))
  app.all('/api/*', (c) => {
    throw new Refused(
      '404.1',
      `there is nothing at ${quoted(c.req.path)}`,
      'see the README of the API for its addresses',
    )
  })
  app.route('/', pageRoutes(page))

  return app
}
