// GET /api/status: every clause at an instant, as known at another, under some or all accounts.
import { Hono } from 'hono'
import type { Workspace } from './deps.ts'
import { quoted, Refused } from './problems.ts'
import { queryOf, statusQuery } from './query.ts'

export function statusRoutes(workspace: Workspace): Hono {
  return new Hono().get('/', async (c) => {
    const { at, known_at: knownAt, account: accounts } = queryOf(c, statusQuery)
    const status = await workspace.status({
      ...(at !== undefined && { at }),
      ...(knownAt !== undefined && { knownAt }),
      ...(accounts && { accounts }),
    })
    const unknown = accounts?.find((id) => !status.accounts.some((account) => account.id === id))
    if (unknown !== undefined) {
      throw new Refused(
        '404.4',
        `the agreement has no account ${quoted(unknown)}`,
        'leave `account` out to see them all, each with its id',
      )
    }
    return c.json(status)
  })
}
