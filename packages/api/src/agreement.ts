// GET /api/agreement: the agreement's text, in which `start` and `end` of its quotes count; `/places`: the ground it refers to.
import { Hono } from 'hono'
import type { Workspace } from './deps.ts'
import { noQuery, queryOf } from './query.ts'

export function agreementRoutes(workspace: Workspace): Hono {
  return new Hono()
    .get('/', async (c) => {
      queryOf(c, noQuery)
      return c.json(await workspace.agreementText())
    })
    .get('/places', async (c) => {
      queryOf(c, noQuery)
      return c.json(await workspace.agreementPlaces())
    })
}
