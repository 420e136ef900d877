// GET /api/clauses/:id/why: the receipt of one verdict, down to the quotes and their places in the record.
import { Hono } from 'hono'
import type { Workspace } from './deps.ts'
import { Refused } from './problems.ts'
import { queryOf, whyQuery } from './query.ts'

export function clauseRoutes(workspace: Workspace): Hono {
  return new Hono().get('/:id/why', async (c) => {
    const { at, known_at: knownAt, account } = queryOf(c, whyQuery)
    const answer = await workspace.why({
      clause: c.req.param('id'),
      ...(at !== undefined && { at }),
      ...(knownAt !== undefined && { knownAt }),
      ...(account !== undefined && { account }),
    })
    if (!answer.ok) throw new Refused('404.2', answer.message, answer.help)
    return c.json(answer.receipt)
  })
}
