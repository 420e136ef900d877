// For tests: the tally by periods the plain way, in which every violation is held against every period it may be of.
import { alleged, atLeast, type Alleged } from '@trucekeeper/corroborate'
import type { DayInForce, ToldOfBan } from '@trucekeeper/engine'
import { addDays, dayNumber, startOfDay, type CivilDay, type Instant } from '@trucekeeper/time'
import type { Period, PeriodKind, Range, TallyCell, TallyOfPeriods, TallyRow } from '../tally-cells.ts'

/** One violation, or one figure for many. */
export interface PlainlyTold {
  readonly from: Instant
  readonly to: Instant
  readonly bulk: number | null
  readonly verified: boolean
  readonly camps: readonly string[]
  readonly sides: readonly string[]
}

export interface PlainBan {
  readonly clause: string
  readonly party: string
  readonly from: Instant
  readonly to: Instant
  readonly days: readonly DayInForce[]
  readonly violations: readonly PlainlyTold[]
}

/** The same as the engine tells it. */
export function inColumns({ violations, ...ban }: PlainBan): ToldOfBan {
  const single = violations.filter(({ bulk }) => bulk === null)
  const keys = single.map(({ camps }) => JSON.stringify(camps))
  const camps = [...new Set(keys)]
  return {
    ...ban,
    single: {
      from: Float64Array.from(single, ({ from }) => from),
      to: Float64Array.from(single, ({ to }) => to),
      verified: Uint8Array.from(single, ({ verified }) => (verified ? 1 : 0)),
      by: Uint32Array.from(keys, (key) => camps.indexOf(key)),
      camps: camps.map((key) => JSON.parse(key) as string[]),
    },
    bulk: violations.flatMap(({ bulk, ...told }) => (bulk === null ? [] : [{ ...told, bulk }])),
  }
}

const DAYS_OF = { day: 1, week: 7 } as const
/** A table of more periods is read by nobody; the latest are given, and a longer stretch is asked about by weeks. */
const MOST_PERIODS = 400

export function plainTally(kind: PeriodKind, bans: readonly PlainBan[], zone: string): TallyOfPeriods {
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
  readonly violation: PlainlyTold
  readonly alleged: Alleged
  readonly within: boolean
}

function rowOf(ban: PlainBan, periods: readonly Period[], edges: readonly Instant[]): TallyRow {
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
  return Math.min(
    edges.findLastIndex((edge) => edge <= instant),
    edges.length - 2,
  )
}

function daysIn(ban: PlainBan, periods: readonly Period[]): { inForce: number; spoken: number }[] {
  return periods.map(({ from, to }) => {
    const days = ban.days.filter(({ day }) => dayNumber(from) <= dayNumber(day) && dayNumber(day) <= dayNumber(to))
    return { inForce: days.length, spoken: days.filter(({ reported }) => reported).length }
  })
}
