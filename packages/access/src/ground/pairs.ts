// Two duties that run together: done within the tolerance or not, and when each waits for the other, what would break it.
import type { Instant } from '@trucekeeper/time'
import { HOUR_MS, type GroundQuestion } from './believed.ts'
import type { Movement } from './movement.ts'
import type { Pair, PullBackTerms, Wait } from './records.ts'
import { findingInReading, readingsOf, type Reading } from './readings.ts'
import { worst, type Finding, type Unit } from './unit.ts'
import type { WordRef } from './words.ts'

/** When a party came to keep its depths: after `from` (unknown where null) and no later than `to`. */
export interface Done {
  readonly from: Instant | null
  readonly to: Instant
}

export interface PairSide extends Reading {
  readonly finding: Finding
  readonly begun: Movement['begun']
  /** Null while it does not keep them. */
  readonly done: Done | null
  /** What it says about waiting. */
  readonly says: readonly Omit<WordRef, 'observer'>[]
}

export interface PairStatus {
  readonly a: PairSide
  readonly b: PairSide
  readonly tolerance_h: number
  /**
   * `together`, `apart`, or `cannot_tell` when both are done; `one_done` or `one_begun` when the other has no more to wait
   * for; `both_begun`; `mutual_wait` when nobody is found to have begun, and each may wait for the other.
   */
  readonly state: 'together' | 'apart' | 'cannot_tell' | 'one_done' | 'one_begun' | 'both_begun' | 'mutual_wait'
  readonly why: string
  /** Hours between the two, at least and at most, as far as the positions tell. */
  readonly gap_h: { readonly low: number; readonly high: number | null } | null
  /** By when the other has to follow. */
  readonly follow_by: Instant | null
  readonly would_break: readonly string[]
}

interface Ground {
  readonly terms: PullBackTerms
  readonly units: readonly Unit[]
  readonly movements: readonly Movement[]
  readonly waits: readonly Wait[]
}

/** A pair in each combination of the readings of its two sides. */
export function pairStatus({ a, b, tolerance_h }: Pair, ground: Ground, question: GroundQuestion): PairStatus[] {
  const sides = ({ clause, party }: Pair['a'], other: string): PairSide[] =>
    readingsOf(ground.terms)
      .filter((reading) => reading.clause === clause && reading.party === party)
      .map((reading) => sideOf(reading, other, ground, question))
  return sides(a, b.party).flatMap((one) =>
    sides(b, a.party).map((other) => ({
      a: one,
      b: other,
      tolerance_h,
      ...together(one, other, tolerance_h, question.at, ground.terms),
    })),
  )
}

function sideOf(
  reading: Reading,
  other: string,
  { terms, units, movements, waits }: Ground,
  question: GroundQuestion,
): PairSide {
  const findings = findingsAt(reading, terms, units, question)
  const finding = worst(findings)
  return {
    ...reading,
    finding,
    begun: movements.find(({ party }) => party === reading.party)?.begun ?? 'unknown',
    done: finding === 'kept' ? doneOf(reading, terms, units, question) : null,
    says: waits
      .filter(({ party, waitsFor }) => party === reading.party && waitsFor === other)
      .map(({ id, quote, doc, source }) => ({ id, quote, doc, source })),
  }
}

function findingsAt(reading: Reading, terms: PullBackTerms, units: readonly Unit[], question: GroundQuestion) {
  return units.flatMap((unit) => findingInReading(reading, terms, unit, question)?.finding ?? [])
}

/** A party is done when its last unit is: for each, between the last word that it was not and the first that it was. */
function doneOf(reading: Reading, terms: PullBackTerms, units: readonly Unit[], question: GroundQuestion): Done {
  const each = units.flatMap((unit): Done[] => {
    const times = [...new Set(unit.rows.map(({ observedAt }) => observedAt))].toSorted((a, b) => b - a)
    let done: Done | null = null
    for (const at of times) {
      const found = findingInReading(reading, terms, unit, { ...question, at })?.finding
      if (found === 'kept') done = { from: null, to: at }
      else if (done && found !== 'elsewhere' && found !== undefined) return [{ ...done, from: at }]
      else if (!done) return []
    }
    return done ? [done] : []
  })
  const froms = each.flatMap(({ from }) => from ?? [])
  return { from: froms.length > 0 ? Math.max(...froms) : null, to: Math.max(...each.map(({ to }) => to)) }
}

function together(
  a: PairSide,
  b: PairSide,
  tolerance_h: number,
  at: Instant,
  terms: PullBackTerms,
): Pick<PairStatus, 'state' | 'why' | 'gap_h' | 'follow_by' | 'would_break'> {
  const plain = { gap_h: null, follow_by: null, would_break: [] }
  if (a.done && b.done) {
    const gap_h = gapOf(a.done, b.done)
    const state =
      gap_h.high !== null && gap_h.high <= tolerance_h ? 'together' : gap_h.low > tolerance_h ? 'apart' : 'cannot_tell'
    const words = { together: 'within', apart: 'more than', cannot_tell: 'perhaps more and perhaps less than' }
    return {
      ...plain,
      state,
      gap_h,
      why: `both keep their depths, ${words[state]} ${tolerance_h} hours from each other`,
    }
  }
  const [first, second] = a.done ? [a, b] : [b, a]
  if (first.done) {
    const follow_by = first.done.to + tolerance_h * HOUR_MS
    const late =
      at > follow_by
        ? `the ${tolerance_h} hours in which ${second.party} follows are over`
        : `${second.party} is to follow`
    return { ...plain, state: 'one_done', follow_by, why: `${first.party} keeps its depths; ${late}` }
  }
  const begun = [a, b].filter((side) => side.begun === 'supported')
  if (begun.length === 2) return { ...plain, state: 'both_begun', why: 'both have begun to pull back' }
  if (begun.length === 1) {
    const other = begun[0] === a ? b : a
    return { ...plain, state: 'one_begun', why: `${begun[0]!.party} has begun; ${other.party} has no more to wait for` }
  }
  const why = `each may wait for the other: ${[a, b].map(notBegun).join('; ')}`
  return { ...plain, state: 'mutual_wait', why, would_break: breakers(a, b, tolerance_h, terms) }
}

function notBegun({ party, begun }: PairSide): string {
  if (begun === 'contested') return `whether ${party} has begun is contested`
  return begun === 'refuted' ? `${party} is said not to have begun` : `nobody says that ${party} has begun`
}

function breakers(a: PairSide, b: PairSide, tolerance_h: number, { attest }: PullBackTerms): string[] {
  const seen = ({ party, clause }: PairSide, other: PairSide) => {
    const who = (attest[clause] ?? []).filter((one) => one !== party)
    const by = who.length > 0 ? `one of ${who.join(', ')}` : `somebody whom ${other.party} believes`
    return `${by} sees units of ${party} farther from the line than before, and nobody who is believed denies it: then ${other.party} has no more to wait for`
  }
  return [
    seen(a, b),
    seen(b, a),
    `an hour is named at which both begin, each to be done within ${tolerance_h} hours of the other`,
  ]
}

function gapOf(a: Done, b: Done): { low: number; high: number | null } {
  const [aFrom, bFrom] = [a.from ?? Number.NEGATIVE_INFINITY, b.from ?? Number.NEGATIVE_INFINITY]
  const low = Math.max(0, aFrom - b.to, bFrom - a.to) / HOUR_MS
  const high = Math.max(a.to - bFrom, b.to - aFrom) / HOUR_MS
  return { low, high: Number.isFinite(high) ? high : null }
}
