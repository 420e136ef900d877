// Violations per party in two columns, verified and alleged, by claimant, with the days on which anyone reported.
import type { Ban } from '@trucekeeper/agreement'
import { alleged, atLeast } from '@trucekeeper/corroborate'
import { formatInstant } from '@trucekeeper/time'
import { countedOf, type Counted } from './counted.ts'
import type { Run } from './run.ts'
import type { TallyStatus } from './status.ts'

/** The tally of a ban over the whole of its span so far. */
export function tallyOf(all: Run, doubly: Run, ban: Ban): TallyStatus[] {
  const counted = countedOf(all, doubly, ban)
  if (!counted) return []
  const { span, to, said, days } = counted
  const { zone } = all.plan.agreement
  return [
    {
      clause: ban.id,
      party: ban.debtors.join(', '),
      from: formatInstant(span.from, zone),
      to: formatInstant(to, zone),
      verified: atLeast(said.filter(({ verified }) => verified).map(({ violation }) => violation)),
      alleged: alleged(said.map(({ violation }) => violation)),
      by_claimant: claimants(said),
      coverage: { days: days.length, days_reported: days.filter(({ reported }) => reported).length },
    },
  ]
}

function claimants(said: Counted['said']): TallyStatus['by_claimant'] {
  const sides = Map.groupBy(
    said.flatMap(({ violation, facts }) => facts.map((fact) => ({ violation, fact }))),
    ({ fact }) => fact.side,
  )
  return [...sides]
    .map(([side, own]) => ({
      side,
      speakers: [...new Set(own.map(({ fact }) => fact.claim.speaker ?? 'unnamed'))].toSorted(),
      alleged: alleged([...new Set(own.map(({ violation }) => violation))]),
      claims: [...new Set(own.map(({ fact }) => fact.claim.id))].toSorted(),
    }))
    .toSorted((a, b) => b.alleged - a.alleged || (a.side < b.side ? -1 : 1))
}
