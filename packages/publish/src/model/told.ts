// What is told of a ban within a period, from the least to the most: a violation dated only by its week may lie outside of it.
import { alleged, atLeast, type Alleged } from '@trucekeeper/corroborate'
import type { ToldOfBan } from '@trucekeeper/engine'
import { contains, overlaps, type Interval } from '@trucekeeper/time'
import type { Span } from './report.ts'

export interface Tallied {
  readonly claimed: Span
  readonly verified: Span
}

/** A ban's figures of two periods and its days, read off what is good only until the next question. */
export interface ToldInPeriods {
  readonly clause: string
  readonly party: string
  readonly here: Tallied
  readonly before: Tallied
  readonly unreported: readonly string[]
}

/** Read at once: columns of `told` are good until the evaluation is asked again. */
export function toldInPeriods(told: readonly ToldOfBan[], period: Interval, previous: Interval): ToldInPeriods[] {
  return told.map((ban) => ({
    clause: ban.clause,
    party: ban.party,
    here: talliedIn(ban, period),
    before: talliedIn(ban, previous),
    unreported: ban.days.filter(({ reported }) => !reported).map(({ day }) => day),
  }))
}

/** At least what must lie in the period if all of it is so; at most everything that may lie in it. */
export function talliedIn(ban: ToldOfBan, period: Interval): Tallied {
  const all = statementsOf(ban)
  const verified = all.filter((one) => one.verified)
  return { claimed: spanOf(all, period), verified: spanOf(verified, period) }
}

function spanOf(statements: readonly Alleged[], period: Interval): Span {
  const high = alleged(statements.filter(({ when }) => overlaps(when, period)))
  const low = atLeast(statements.filter(({ when }) => contains(period, when)))
  return { low: Math.min(low, high), high }
}

function statementsOf({ single, bulk }: ToldOfBan): (Alleged & { readonly verified: boolean })[] {
  const singly = Array.from(single.from, (from, index) => ({
    when: { from, to: single.to[index]! },
    bulk: null,
    camps: single.camps[single.by[index]!] ?? [],
    verified: single.verified[index] === 1,
  }))
  return [
    ...singly,
    ...bulk.map(({ from, to, bulk: count, camps, verified }) => ({ when: { from, to }, bulk: count, camps, verified })),
  ]
}
