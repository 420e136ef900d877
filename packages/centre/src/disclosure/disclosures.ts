// Every clause with its level, and the claims of which something was said.
import type { Agreement } from '@trucekeeper/agreement'
import type { DisclosureLevel } from '@trucekeeper/claims'
import type { Instant } from '@trucekeeper/time'
import { minutesUpTo, type CentreRecord } from '../record.ts'
import { decisionsIn, type Proposed } from './decided.ts'
import { DEFAULT_LEVEL, inForce, levelOf, type LevelInForce } from './levels.ts'
import { mayDisclose } from './may-disclose.ts'
import { clausesOf, keyOf } from './subjects.ts'

export interface ClauseLevel extends LevelInForce {
  readonly clause: string
  readonly title: string | null
  readonly heading: string
}

export interface ClaimLevel extends LevelInForce {
  readonly claim: string
  readonly field: string | null
}

export interface Disclosures {
  readonly default_level: DisclosureLevel
  /** In the order of the text. */
  readonly clauses: readonly ClauseLevel[]
  /** Those of which something was said. */
  readonly claims: readonly ClaimLevel[]
  readonly proposed: readonly Proposed[]
}

export function disclosureOf(agreement: Agreement, record: Pick<CentreRecord, 'minutes'>, at: Instant): Disclosures {
  const { allowed: minutes } = mayDisclose(agreement, minutesUpTo(record, at))
  const { decided, proposed } = decisionsIn(agreement, minutes)
  const clauses = clausesOf(agreement).map((clause) => ({
    clause: clause.id,
    title: clause.title,
    heading: clause.heading.join(' › '),
    ...levelOf(agreement, minutes, decided, clause, at),
  }))
  const claims = new Map<string, ClaimLevel>()
  for (const { subject } of decided) {
    if (!('claim' in subject)) continue
    const own = decided.filter((one) => keyOf(one.subject) === keyOf(subject))
    claims.set(keyOf(subject), { ...subject, ...inForce(own, [], at) })
  }
  return { default_level: DEFAULT_LEVEL, clauses, claims: [...claims.values()], proposed }
}
