// Violations per party in two columns, verified and alleged, by claimant, with the days on which anyone reported.
import type { Ban } from '@trucekeeper/agreement'
import { alleged } from '@trucekeeper/corroborate'
import { civilDay, civilDays, formatInstant } from '@trucekeeper/time'
import { silentDays } from './ban.ts'
import { totalOf } from './measure.ts'
import { actKinds } from './prepared.ts'
import type { Run } from './run.ts'
import { standingOf } from './standing.ts'
import type { TallyStatus } from './status.ts'
import { violationsOf, type Violation } from './violations.ts'

/**
 * The tally of a ban. `all` takes everyone's word, `verified` only what two independent sources say; a claim a
 * reviewer verified counts as verified on its own.
 */
export function tallyOf(all: Run, verified: Run, ban: Ban): TallyStatus[] {
  const { span } = standingOf(all, ban, ban.during)
  if (!span || !actKinds(ban).byDebtor) return []
  const { zone } = all.prepared.agreement
  const to = Math.min(all.at, span.to)
  const violations = violationsOf(all, ban, span)
  const confirmed = violationsOf(verified, ban, span).each.filter(({ node }) => node.value === 'met')
  const reviewed = violations.each.filter(({ node }) =>
    node.evidence.for.some(({ claim }) => claim.verification_state === 'verified'),
  )
  const days = civilDays(civilDay(span.from, zone), civilDay(Math.max(span.from, to - 1), zone))
  const silent = silentDays(all, violations, span).length
  const sure = [
    ...new Map(
      [...confirmed, ...reviewed].map((violation) => [violation.node.text + violation.when.from, violation]),
    ).values(),
  ]
  return [
    {
      clause: ban.id,
      party: ban.debtors.join(', '),
      from: formatInstant(span.from, zone),
      to: formatInstant(to, zone),
      verified: totalOf(sure),
      alleged: totalOf(violations.each),
      by_claimant: claimants(violations.each),
      coverage: { days: days.length, days_reported: days.length - silent },
    },
  ]
}

function claimants(violations: readonly Violation[]): TallyStatus['by_claimant'] {
  const sides = Map.groupBy(
    violations.flatMap((violation) =>
      [...violation.node.evidence.for, ...violation.node.evidence.undetermined].map((fact) => ({ violation, fact })),
    ),
    ({ fact }) => fact.side,
  )
  return [...sides]
    .map(([side, said]) => {
      const own = [...new Set(said.map(({ violation }) => violation))]
      const bulk = own.filter(({ bulk: isBulk }) => isBulk).map(({ when, count }) => ({ when, count }))
      return {
        side,
        speakers: [...new Set(said.map(({ fact }) => fact.claim.speaker ?? 'unnamed'))].toSorted(),
        alleged: alleged(
          bulk,
          own.filter(({ bulk: isBulk }) => !isBulk).map(({ when }) => when),
        ),
        claims: [...new Set(said.map(({ fact }) => fact.claim.id))].toSorted(),
      }
    })
    .toSorted((a, b) => b.alleged - a.alleged || (a.side < b.side ? -1 : 1))
}
