// GET /api/clauses/:id/why: the receipt of one verdict, down to the quotes and their places in the record.
import { receiptAnswer } from './answers/receipt.ts'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { Refused } from './problems.ts'
import { whyQuery } from './query.ts'

export function clauseRoutes(workspace: Workspace): Noun {
  const about = {
    summary: 'why one clause stands as it does',
    parts: { id: 'the id of a clause, as the status names it' },
    query: whyQuery,
    gives: json(receiptAnswer),
    steady: true,
    problems: ['404.2'],
  } as const
  return new Noun('/api/clauses').get('/:id/why', about, async (c, { at, known_at: knownAt, account }) => {
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
