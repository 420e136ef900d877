// Tallies by period: what is told one by one, what is given in bulk, and how many that makes at least and at most.
import { alleged, atLeast, type Alleged } from '@trucekeeper/corroborate'
import type { ToldOfBan, ToldViolation } from '@trucekeeper/engine'
import { addDays, dayNumber, startOfDay, type CivilDay, type Instant } from '@trucekeeper/time'

export const PERIODS = ['day', 'week', 'term'] as const
export type PeriodKind = (typeof PERIODS)[number]

/** Civil days, both included. */
export interface Period {
  readonly from: CivilDay
  readonly to: CivilDay
}

export interface Range {
  readonly low: number
  readonly high: number
}

/** A figure that somebody gives for many violations at once, and for which stretch. */
export interface BulkFigure {
  readonly figure: number
  readonly sides: readonly string[]
  /** Null where it is not said since when. */
  readonly from: Instant | null
  readonly to: Instant
  /** Whether all of its stretch lies in the period. */
  readonly within: boolean
}

export interface TallyCell {
  readonly told: Range
  readonly bulk: readonly BulkFigure[]
  /** From what there must have been if all is so that is surely of the period, to all that is alleged and may be of it. */
  readonly claimed: Range
  readonly verified: Range
  readonly days_in_force: number
  readonly days_reported: number
}

export interface TallyRow {
  readonly clause: string
  readonly party: string
  /** One for each period, in order; null where the clause was not in force in it. */
  readonly cells: readonly (TallyCell | null)[]
}

export interface TallyOfPeriods {
  readonly periods: readonly Period[]
  readonly rows: readonly TallyRow[]
}

const DAYS_OF = { day: 1, week: 7 } as const
/** A table of more periods is read by nobody; the latest are given, and a longer stretch is asked about by weeks. */
const MOST_PERIODS = 400

/**
 * The tally by days, by weeks of seven days from the first day that any ban was in force, or over the whole term so far.
 * A violation that may have been in either of two periods counts in neither for sure and in both perhaps.
 */
export function tallyBy(kind: PeriodKind, bans: readonly ToldOfBan[], zone: string): TallyOfPeriods {
  const days = bans.flatMap((ban) => ban.days.map(({ day }) => day)).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return { periods: [], rows: [] }
  const periods = periodsOf(kind, first, last).slice(-MOST_PERIODS)
  const edges = [...periods.map(({ from }) => startOfDay(from, zone)), startOfDay(addDays(last, 1), zone)]
  return { periods, rows: bans.map((ban) => rowOf(ban, periods, edges)) }
}

function periodsOf(kind: PeriodKind, first: CivilDay, last: CivilDay): Period[] {
  if (kind === 'term') return [{ from: first, to: last }]
  const periods: Period[] = []
  for (let from = first; from <= last; from = addDays(from, DAYS_OF[kind])) {
    const to = addDays(from, DAYS_OF[kind] - 1)
    periods.push({ from, to: to < last ? to : last })
  }
  return periods
}

interface Member {
  readonly violation: ToldViolation
  readonly alleged: Alleged
  readonly within: boolean
}

function rowOf(ban: ToldOfBan, periods: readonly Period[], edges: readonly Instant[]): TallyRow {
  const members = periods.map((): Member[] => [])
  const [begin, end] = [edges[0]!, edges.at(-1)!]
  for (const violation of ban.violations) {
    const from = Math.max(violation.from, ban.from)
    // A report of a day is about all of it, whatever hour it is asked at.
    const to = Math.min(violation.to, end)
    if (to <= from || to <= begin) continue
    const when = { from, to }
    const [earliest, latest] = [periodAt(edges, from), periodAt(edges, to - 1)]
    const within = earliest === latest && from >= begin
    const { bulk, camps } = violation
    for (let at = Math.max(0, earliest); at <= latest; at += 1)
      members[at]!.push({ violation, alleged: { when, bulk, camps }, within })
  }
  const reported = daysIn(ban, periods)
  return {
    clause: ban.clause,
    party: ban.party,
    cells: periods.map((_, index) => {
      const { inForce, spoken } = reported[index]!
      return inForce === 0 ? null : { ...cellOf(members[index]!), days_in_force: inForce, days_reported: spoken }
    }),
  }
}

function cellOf(members: readonly Member[]): Omit<TallyCell, 'days_in_force' | 'days_reported'> {
  const range = (of: readonly Member[], low: typeof atLeast, high: typeof atLeast): Range => {
    const sure = low(of.filter(({ within }) => within).map((member) => member.alleged))
    return { low: sure, high: Math.max(sure, high(of.map((member) => member.alleged))) }
  }
  const single = members.filter(({ violation }) => violation.bulk === null)
  return {
    told: { low: single.filter(({ within }) => within).length, high: single.length },
    bulk: members.flatMap(({ violation: { bulk, sides, from }, alleged: { when }, within }) =>
      bulk === null ? [] : [{ figure: bulk, sides, from: from < when.from ? null : from, to: when.to, within }],
    ),
    claimed: range(members, atLeast, alleged),
    verified: range(
      members.filter(({ violation }) => violation.verified),
      atLeast,
      atLeast,
    ),
  }
}

/** The period in which an instant lies; -1 before the first. */
function periodAt(edges: readonly Instant[], instant: Instant): number {
  let [low, high] = [-1, edges.length - 2]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (edges[middle]! <= instant) low = middle
    else high = middle - 1
  }
  return low
}

function daysIn(ban: ToldOfBan, periods: readonly Period[]): { inForce: number; spoken: number }[] {
  const found = periods.map(() => ({ inForce: 0, spoken: 0 }))
  const [first] = periods
  const length = first ? dayNumber(first.to) - dayNumber(first.from) + 1 : 1
  for (const { day, reported } of ban.days) {
    const here = first && found[Math.floor((dayNumber(day) - dayNumber(first.from)) / length)]
    if (!here) continue
    here.inForce += 1
    if (reported) here.spoken += 1
  }
  return found
}
