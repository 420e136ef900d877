// GET /api/status: every clause at an instant, as known at another, under some or all accounts.
import { statusAnswer } from './answers/status.ts'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { quoted, Refused } from './problems.ts'
import { statusQuery } from './query.ts'

export function statusRoutes(workspace: Workspace): Noun {
  const about = {
    summary: 'every clause, gate, term, power and tally at an instant',
    query: statusQuery,
    gives: json(statusAnswer),
    steady: true,
    problems: ['404.4'],
  } as const
  return new Noun('/api/status').get('/', about, async (c, { at, known_at: knownAt, account: accounts }) => {
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
