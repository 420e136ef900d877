// GET /api/record: how much the record holds, since when, and which instants are worth looking at.
import { Hono } from 'hono'
import type { Workspace } from './deps.ts'
import { noQuery, queryOf } from './query.ts'

export function recordRoutes(workspace: Workspace): Hono {
  return new Hono().get('/', async (c) => {
    queryOf(c, noQuery)
    return c.json(await workspace.record())
  })
}
