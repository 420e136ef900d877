// The agreements of a folder beside each other: how each stands, and what each makes of what happened.
import { overviewOf, scopesAcross, type AgreementOverview, type IncidentScopes } from '@trucekeeper/engine'
import type { KnownAt } from '@trucekeeper/ledger'
import type { Instant } from '@trucekeeper/time'
import type { Questions } from './workspace.ts'

export interface AskedBeside {
  /** By default the receipt of the last entry. */
  readonly at?: Instant
  readonly knownAt?: KnownAt
}

type Folder = Pick<Questions, 'agreements' | 'under'>

/** How each of them stands, the folder’s own first. */
export async function overviewsIn(folder: Folder, { at, knownAt }: AskedBeside): Promise<AgreementOverview[]> {
  const overviews: AgreementOverview[] = []
  for (const { id } of await folder.agreements()) {
    const questions = await underOf(folder, id)
    const { agreement, record } = await questions.known(knownAt)
    const status = await questions.status({
      foresight: false,
      ...(at !== undefined && { at }),
      ...(knownAt !== undefined && { knownAt }),
    })
    overviews.push(overviewOf(agreement, status, record))
  }
  return overviews
}

/** Every incident that any of them has a clause about, with what each makes of it. */
export async function scopesIn(folder: Folder, { at, knownAt }: AskedBeside): Promise<readonly IncidentScopes[]> {
  const known = knownAt === undefined ? {} : { knownAt }
  const seen = []
  for (const agreement of await folder.agreements()) {
    const lookback = await (await underOf(folder, agreement.id)).lookback()
    const asked = lookback.asked({ ...(at !== undefined && { at }), ...known })
    const page = { at: asked.at, ...known, isWanted: () => true, after: 0, limit: Infinity }
    const { incidents } = await lookback.incidents(page)
    seen.push({ agreement, incidents: incidents.map(({ status }) => status) })
  }
  return scopesAcross(seen)
}

async function underOf(folder: Folder, id: string): Promise<Questions> {
  const found = await folder.under(id)
  if (!found.ok) throw new Error(found.message)
  return found.questions
}
