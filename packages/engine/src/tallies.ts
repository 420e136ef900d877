// Violations per party in two columns, verified and alleged, by claimant, with the days on which anyone reported.
import type { Ban } from '@trucekeeper/agreement'
import { alleged, atLeast, type Fact } from '@trucekeeper/corroborate'
import { civilDay, civilDays, formatInstant } from '@trucekeeper/time'
import { actKinds } from './plan.ts'
import type { Run } from './run.ts'
import { standingOf } from './standing.ts'
import type { TallyStatus } from './status.ts'
import type { Violation } from './books/violation.ts'

/**
 * The tally of a ban. `all` takes everyone's word, `doubly` only what two independent sources say; what a reviewer
 * verified counts as verified on its own. What nobody says of these, or not yet surely by then, is not alleged of them.
 */
export function tallyOf(all: Run, doubly: Run, ban: Ban): TallyStatus[] {
  const { span } = standingOf(all, ban, ban.during)
  if (!span || !actKinds(ban).byDebtor) return []
  const { zone } = all.plan.agreement
  const to = Math.min(all.at, span.to)
  const violations = all.violations(ban, span)
  const against = (fact: Fact) => fact.doers.some((id) => ban.debtors.includes(id)) && !all.isPerhaps(fact)
  const said = violations.listed().flatMap((violation) => {
    const facts = [...violation.for, ...violation.undetermined].filter(against)
    return facts.length === 0 ? [] : [{ violation, facts }]
  })
  const confirmed = new Set(
    doubly
      .violations(ban, span)
      .listed()
      .flatMap(({ id, value }) => (value === 'met' ? [id] : [])),
  )
  const verified = said.filter(
    ({ violation, facts }) =>
      confirmed.has(violation.id) || facts.some(({ claim }) => claim.verification_state === 'verified'),
  )
  const days = civilDays(civilDay(span.from, zone), civilDay(Math.max(span.from, to - 1), zone))
  return [
    {
      clause: ban.id,
      party: ban.debtors.join(', '),
      from: formatInstant(span.from, zone),
      to: formatInstant(to, zone),
      verified: atLeast(verified.map(({ violation }) => violation)),
      alleged: alleged(said.map(({ violation }) => violation)),
      by_claimant: claimants(said),
      coverage: { days: days.length, days_reported: days.filter((day) => violations.spokenOf(day, zone)).length },
    },
  ]
}

function claimants(said: readonly { violation: Violation; facts: readonly Fact[] }[]): TallyStatus['by_claimant'] {
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
