// GET /api/back-test: the agreement as linked and the acts of the record, from which a page back-tests by itself.
import { Hono } from 'hono'
import type { Workspace } from './deps.ts'
import { Refused } from './problems.ts'
import { noQuery, queryOf } from './query.ts'

export function backTestRoutes(workspace: Workspace): Hono {
  return new Hono().get('/', async (c) => {
    queryOf(c, noQuery)
    if (!workspace.backTestBasis)
      throw new Refused(
        '404.1',
        'this server hands out no agreement to back-test',
        'use `truce back-test`, which reads the folder itself',
      )
    const { agreement, acts } = await workspace.backTestBasis()
    // Clauses hold zones; the other places of the map are not needed for it, and stay here.
    return c.json({ agreement: { ...agreement, places: [] }, acts })
  })
}
