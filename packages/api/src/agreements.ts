// GET /api/agreements: the agreements of the folder side by side; `/scopes`: what each of them makes of every incident.
import { overviewsIn, scopesIn } from '@trucekeeper/workspace'
import { z } from 'zod'
import { agreementsAnswer, scopesAnswer } from './answers/agreements.ts'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { whyQuery } from './query.ts'

const { at, known_at } = whyQuery.shape
const query = z.strictObject({ at, known_at })

export function agreementsRoutes(workspace: Workspace): Noun {
  const list = {
    summary:
      'the agreements of the folder side by side: who, since when, in force or not, numbers and strips, what needs somebody',
    query,
    gives: json(agreementsAnswer),
    steady: true,
  } as const
  const scopes = {
    summary: 'every incident with the scope decision of each agreement, its clause and its reason',
    query,
    gives: json(scopesAnswer),
    steady: true,
  } as const
  return new Noun('/api/agreements')
    .get('/', list, async (c, asked) => c.json({ agreements: await overviewsIn(workspace, besideOf(asked)) }))
    .get('/scopes', scopes, async (c, asked) => c.json({ incidents: await scopesIn(workspace, besideOf(asked)) }))
}

function besideOf({ at: instant, known_at: knownAt }: z.output<typeof query>) {
  return { ...(instant !== undefined && { at: instant }), ...(knownAt !== undefined && { knownAt }) }
}
