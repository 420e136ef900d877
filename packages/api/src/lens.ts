// GET /api/lens: what a screen is looked at through, without any verdict: the instants, the accounts, and what clauses are called.
import type { Status } from '@trucekeeper/engine'
import { formatInstant } from '@trucekeeper/time'
import { z } from 'zod'
import { lensAnswer } from './answers/lens.ts'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { whyQuery } from './query.ts'

export interface LensAnswer extends Pick<Status, 'agreement' | 'at' | 'known_at' | 'accounts'> {
  readonly clauses: readonly Pick<Status['clauses'][number], 'id' | 'title'>[]
  /** Those that can be looked at, the folder's own first. */
  readonly agreements: readonly Pick<Status['agreement'], 'id' | 'title'>[]
}

const { at, known_at } = whyQuery.shape

export function lensRoutes(workspace: Workspace): Noun {
  const about = {
    summary: 'the instants and accounts that can be looked through, and what clauses are called; no verdict',
    query: z.strictObject({ at, known_at }),
    gives: json(lensAnswer),
    steady: true,
  } as const
  return new Noun('/api/lens').get('/', about, async (c, query) => {
    const { agreement } = await workspace.known()
    const { id, title, hash, zone, accounts, decidedBy, ruled } = agreement
    const lookback = await workspace.lookback()
    const instants = lookback.asked({
      ...(query.at !== undefined && { at: query.at }),
      ...(query.known_at !== undefined && { knownAt: query.known_at }),
    })
    const answer: LensAnswer = {
      agreement: { id, title, hash, zone },
      at: formatInstant(instants.at, zone),
      known_at: instants.knownAt === null ? null : formatInstant(instants.knownAt, zone),
      accounts: accounts.map((account) => {
        return { id: account.id, name: account.name, decides: account.id === decidedBy }
      }),
      clauses: ruled.map((clause) => ({ id: clause.id, title: clause.title })),
      agreements: (await workspace.agreements()).map((one) => ({ id: one.id, title: one.title })),
    }
    return c.json(answer)
  })
}
