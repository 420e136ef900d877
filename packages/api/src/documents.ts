// GET /api/documents/:sha256: a document as it was read, so that every quote can be seen in its place.
import { Hono } from 'hono'
import type { Workspace } from './deps.ts'
import { quoted, Refused } from './problems.ts'
import { noQuery, queryOf } from './query.ts'

export function documentRoutes(workspace: Workspace): Hono {
  return new Hono().get('/:sha256', async (c) => {
    queryOf(c, noQuery)
    const name = c.req.param('sha256')
    const document = await workspace.document(name)
    if (!document) {
      throw new Refused(
        '404.3',
        `the record holds no document ${quoted(name)}`,
        'name it by the SHA-256 of its bytes in lower-case hex, or as the quotes of a receipt name it in `doc`',
      )
    }
    return c.json(document)
  })
}
