// Tallies by period: what is told one by one, what is given in bulk, and how many that makes at least and at most.
import { fewest } from '@trucekeeper/corroborate'
import type { ToldFigure, ToldOfBan } from '@trucekeeper/engine'
import { addDays, dayNumber, startOfDay, type CivilDay, type Instant, type Interval } from '@trucekeeper/time'
import { TalliedSingly } from './tally-singly.ts'

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
  return talliesBy([kind], bans, zone)[0]!
}

/** The same of several kinds of period, for which what is told is gone through once. */
export function talliesBy(kinds: readonly PeriodKind[], bans: readonly ToldOfBan[], zone: string): TallyOfPeriods[] {
  const days = bans.flatMap((ban) => ban.days.map(({ day }) => day)).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return kinds.map(() => ({ periods: [], rows: [] }))
  const end = startOfDay(addDays(last, 1), zone)
  const asked = kinds.map((kind) => {
    const periods = periodsOf(kind, first, last).slice(-MOST_PERIODS)
    return { periods, edges: [...periods.map(({ from }) => startOfDay(from, zone)), end] }
  })
  const rows = bans.map((ban) => rowsOf(ban, asked, end))
  return asked.map(({ periods }, index) => ({ periods, rows: rows.map((row) => row[index]!) }))
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

interface Asked {
  readonly periods: readonly Period[]
  /** Where each period begins, and where the last one ends. */
  readonly edges: readonly Instant[]
}

/** The row of a ban for each kind of period. */
function rowsOf(ban: ToldOfBan, asked: readonly Asked[], end: Instant): TallyRow[] {
  // A report of a day is about all of it, whatever hour it is asked at.
  const figures = ban.bulk.map((figure) => {
    return { figure, from: Math.max(figure.from, ban.from), to: Math.min(figure.to, end) }
  })
  const points = [...asked.flatMap(({ edges }) => edges), ...figures.flatMap(({ from, to }) => [from, to])]
  const single = new TalliedSingly(ban, end, points, asked)
  return asked.map(({ periods, edges }, kind): TallyRow => {
    const reported = daysIn(ban, periods)
    const members = periods.map((): Figure[] => [])
    for (const { figure, from, to } of figures) {
      if (to <= from || to <= edges[0]!) continue
      const [earliest, latest] = [periodAt(edges, from), periodAt(edges, to - 1)]
      const within = earliest === latest && from >= edges[0]!
      for (let at = Math.max(0, earliest); at <= latest; at += 1) members[at]!.push({ told: figure, from, to, within })
    }
    return {
      clause: ban.clause,
      party: ban.party,
      cells: periods.map((_, index) => {
        const { inForce, spoken } = reported[index]!
        if (inForce === 0) return null
        const stretch = { from: edges[index]!, to: edges[index + 1]! }
        return {
          ...cellOf(single, kind, stretch, members[index]!),
          days_in_force: inForce,
          days_reported: spoken,
        }
      }),
    }
  })
}

/** A figure given in bulk, clipped to when the ban was in force. */
interface Figure extends Interval {
  readonly told: ToldFigure
  readonly within: boolean
}

function cellOf(
  single: TalliedSingly,
  kind: number,
  period: Interval,
  figures: readonly Figure[],
): Omit<TallyCell, 'days_in_force' | 'days_reported'> {
  const within = figures.filter((figure) => figure.within)
  const range = (low: number, high: number): Range => ({ low, high: Math.max(low, high) })
  const isVerified = ({ told }: Figure) => told.verified
  const told = { low: single.within(kind, period), high: single.overlapping(period) }
  const surely = beyond(within, (figure) => single.within(kind, period, figure))
  const perhaps = beyond(figures, (figure) => single.overlapping(both(period, figure), figure.told.camps))
  const surelySo = beyond(within.filter(isVerified), (figure) => single.verifiedWithin(kind, period, figure))
  const perhapsSo = beyond(figures.filter(isVerified), (figure) => single.verifiedOverlapping(both(period, figure)))
  return {
    told,
    bulk: figures.map(({ told: { bulk, sides, from }, from: clipped, to, within: inside }) => {
      return { figure: bulk, sides, from: from < clipped ? null : from, to, within: inside }
    }),
    claimed: range(told.low + surely, told.high + perhaps),
    verified: range(single.verifiedWithin(kind, period) + surelySo, single.verifiedOverlapping(period) + perhapsSo),
  }
}

/** How many violations figures make that are not among those listed one by one. */
function beyond(figures: readonly Figure[], listed: (figure: Figure) => number): number {
  return fewest(figures.map((figure) => ({ when: figure, count: figure.told.bulk - listed(figure) })))
}

/** Three stretches of which each two overlap have an instant in common, so what overlaps both overlaps this. */
function both(a: Interval, b: Interval): Interval {
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }
}

/** The period in which an instant lies; -1 before the first. */
export function periodAt(edges: readonly Instant[], instant: Instant): number {
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
