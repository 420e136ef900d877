// Every clause with its level, and the claims of which something was said.
import type { Agreement } from '@trucekeeper/agreement'
import type { DisclosureLevel } from '@trucekeeper/claims'
import type { Instant } from '@trucekeeper/time'
import { minutesUpTo, type CentreRecord } from '../record.ts'
import { decisionsIn, type Proposed } from './decided.ts'
import { defaultLevelOf, inForce, levelOf, rank, togetherWith, type LevelInForce } from './levels.ts'
import { mayDisclose } from './may-disclose.ts'
import { clausesOf, keyOf } from './subjects.ts'

export interface ClauseLevel extends LevelInForce {
  readonly clause: string
  readonly title: string | null
  readonly heading: string
  /** The clause that keeps it at its level because both read the same words; null where it is at its own. */
  readonly held_with: string | null
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
  const named = clausesOf(agreement)
  const levels = new Map(named.map((one) => [one.id, levelOf(agreement, minutes, decided, one, at)]))
  const clauses = named.map((clause): ClauseLevel => {
    const own = levels.get(clause.id)!
    const holding = togetherWith(clause, named)
      .map(({ id }) => ({ id, ...levels.get(id)! }))
      .toSorted((a, b) => rank(a.level) - rank(b.level))[0]!
    const isHeld = rank(holding.level) < rank(own.level)
    const { id, ...held } = holding
    return {
      clause: clause.id,
      title: clause.title,
      heading: clause.heading.join(' › '),
      held_with: isHeld ? id : null,
      ...(isHeld ? held : own),
    }
  })
  const claims = new Map<string, ClaimLevel>()
  for (const { subject } of decided) {
    if (!('claim' in subject)) continue
    const own = decided.filter((one) => keyOf(one.subject) === keyOf(subject))
    claims.set(keyOf(subject), { ...subject, ...inForce('public', own, [], at) })
  }
  return { default_level: defaultLevelOf(agreement), clauses, claims: [...claims.values()], proposed }
}
