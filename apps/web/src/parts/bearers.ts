// Whom a clause is about, and what it does to them.
import type { ClauseStatus } from '@trucekeeper/api'
import { partyName } from '../grouping.ts'
import { namesText } from '../list-text.ts'
import { words } from '../words.ts'

/** `binds government`, `permits civilians`, `empowers russia, united states`; null where a clause names nobody. */
export function bearers({ kind, parties }: Pick<ClauseStatus, 'kind' | 'parties'>): string | null {
  if (parties.length === 0) return null
  const names = namesText(parties.map(partyName))
  if (kind === 'leave') return words.today.permits(names)
  if (kind === 'power') return words.today.empowers(names)
  return words.today.binds(names)
}
