// GET /api/back-test: the agreement as linked and the acts of the record, from which a page back-tests by itself.
import { Hono } from 'hono'
import type { Workspace } from './deps.ts'
import { noQuery, queryOf } from './query.ts'

export function backTestRoutes(workspace: Workspace): Hono {
  return new Hono().get('/', async (c) => {
    queryOf(c, noQuery)
    const { agreement, acts } = await workspace.backTestBasis()
    // Clauses hold zones; the other places of the map are not needed for it, and stay here.
    return c.json({ agreement: { ...agreement, places: [] }, acts })
  })
}
