// Every violation that anybody tells of, one by one, and the days on which anybody spoke: what tallies of any period are made of.
import type { Ban } from '@trucekeeper/agreement'
import type { Fact } from '@trucekeeper/corroborate'
import { civilDay, civilDays, type CivilDay, type Instant, type Interval } from '@trucekeeper/time'
import type { Violation } from './books/violation.ts'
import { runOf } from './evaluate.ts'
import type { Knowledge } from './knowledge.ts'
import { actKinds, ruledAs } from './plan.ts'
import type { Run } from './run.ts'
import { standingOf } from './standing.ts'

/** One violation as it is told of. Instants are milliseconds since 1970. */
export interface ToldViolation {
  /** Of the incident, or of the claim that states it. */
  readonly id: string
  /** A stretch in which it happened, its end excluded; no more is known. */
  readonly from: Instant
  readonly to: Instant
  /** The figure of a claim that gives many at once; null for a violation told of by itself. */
  readonly bulk: number | null
  readonly verified: boolean
  /** Whose word it is, a guarantor and those it answers for taken as one. */
  readonly camps: readonly string[]
  /** Sides that tell of it, sorted. */
  readonly sides: readonly string[]
  /** Ids of claims, sorted. */
  readonly claims: readonly string[]
}

/** What is told of one ban while it was in force, up to the instant asked about. */
export interface ToldOfBan {
  readonly clause: string
  /** Those it binds, joined by commas, as the tally names them. */
  readonly party: string
  readonly from: Instant
  readonly to: Instant
  /** Each day in force, and whether anybody reported anything that bears on the ban. */
  readonly days: readonly DayInForce[]
  readonly violations: readonly ToldViolation[]
}

export interface DayInForce {
  readonly day: CivilDay
  readonly reported: boolean
}

export interface Counted {
  readonly span: Interval
  /** Up to when it counts: the instant asked about, or the end of the span. */
  readonly to: Instant
  readonly days: readonly DayInForce[]
  readonly said: readonly {
    readonly violation: Violation
    readonly facts: readonly Fact[]
    readonly verified: boolean
  }[]
}

const EVERYONE = { id: 'everyone', trusts: null, sources: 1 } as const
/** What a claim says of a time without an end is told of in numbers too. */
const LAST = 8_640_000_000_000_000

/**
 * What is said of a ban. `all` takes everyone's word, `doubly` only what two independent sources say; what a reviewer
 * verified counts as verified on its own. What nobody says of these, or not yet surely by then, is not among it.
 */
export function countedOf(all: Run, doubly: Run, ban: Ban): Counted | null {
  const { span } = standingOf(all, ban, ban.during)
  if (!span || !actKinds(ban).byDebtor) return null
  const { zone } = all.plan.agreement
  const to = Math.min(all.at, span.to)
  const violations = all.violations(ban, span)
  const against = (fact: Fact) => fact.doers.some((id) => ban.debtors.includes(id)) && !all.isPerhaps(fact)
  const confirmed = new Set(
    doubly
      .violations(ban, span)
      .listed()
      .flatMap(({ id, value }) => (value === 'met' ? [id] : [])),
  )
  const said = violations.listed().flatMap((violation) => {
    const facts = [...violation.for, ...violation.undetermined].filter(against)
    if (facts.length === 0) return []
    const reviewed = facts.some(({ claim }) => claim.verification_state === 'verified')
    return [{ violation, facts, verified: reviewed || confirmed.has(violation.id) }]
  })
  const days = civilDays(civilDay(span.from, zone), civilDay(Math.max(span.from, to - 1), zone))
  return { span, to, said, days: days.map((day) => ({ day, reported: violations.spokenOf(day, zone) })) }
}

/** What is told of every ban up to an instant. */
export function toldOfBans(knowledge: Knowledge, at: Instant): ToldOfBan[] {
  knowledge.moveTo(at)
  const everyone = runOf(knowledge, EVERYONE)
  const doubly = runOf(knowledge, { ...EVERYONE, sources: 2 })
  return ruledAs(knowledge.plan.agreement, 'ban').flatMap((ban) => {
    const counted = countedOf(everyone, doubly, ban)
    if (!counted) return []
    const { span, to, days, said } = counted
    return [{ clause: ban.id, party: ban.debtors.join(', '), from: span.from, to, days, violations: said.map(told) }]
  })
}

function told({ violation: { id, when, bulk, camps }, facts, verified }: Counted['said'][number]): ToldViolation {
  return {
    id,
    from: Math.max(when.from, -LAST),
    to: Math.min(when.to, LAST),
    bulk,
    verified,
    camps,
    sides: [...new Set(facts.map(({ side }) => side))].toSorted(),
    claims: [...new Set(facts.map(({ claim }) => claim.id))].toSorted(),
  }
}
