// GET /api/agreement: the agreement's text, in which `start` and `end` of its quotes count.
import { Hono } from 'hono'
import type { Workspace } from './deps.ts'
import { noQuery, queryOf } from './query.ts'

export function agreementRoutes(workspace: Workspace): Hono {
  return new Hono().get('/', async (c) => {
    queryOf(c, noQuery)
    return c.json(await workspace.agreementText())
  })
}
