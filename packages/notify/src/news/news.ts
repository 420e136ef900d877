// What is new between two looks: the difference of two answers, and nothing that is not in them.
import { civilDay, parseInstant, type Instant } from '@trucekeeper/time'
import { cutOffOf, reportDays } from '@trucekeeper/publish'
import type { Sight } from './sight.ts'

export const NEWS_KINDS = ['verdict', 'deadline', 'late', 'case', 'gate', 'act', 'report', 'listing'] as const
export type NewsKind = (typeof NEWS_KINDS)[number]

export type News =
  | { readonly about: 'verdict'; readonly clause: string; readonly from: string | null; readonly to: string | null }
  | {
      readonly about: 'deadline'
      readonly clause: string
      readonly how: 'near'
      readonly due: string
      readonly what: string
    }
  | { readonly about: 'deadline'; readonly clause: string; readonly how: 'passed' }
  | {
      readonly about: 'late'
      readonly clause: string
      readonly case: string
      readonly who: string
      readonly step: number
    }
  | {
      readonly about: 'case'
      readonly clause: string
      readonly case: string
      readonly from: string | null
      readonly to: string
    }
  | {
      readonly about: 'gate'
      readonly clause: string
      readonly from: string | null
      readonly to: string
      readonly done: number
      readonly needed: number
    }
  | {
      readonly about: 'act'
      readonly clause: string
      readonly stage: string
      readonly by: readonly string[]
      readonly act: string
    }
  /** The report of a day can be had: its cut-off has passed. */
  | { readonly about: 'report'; readonly day: string; readonly cut_off: Instant }
  | { readonly about: 'listing'; readonly reference: string; readonly claim: string }

export interface Telling {
  readonly tell: readonly NewsKind[]
  /** Only what is about these; null for all of them. */
  readonly clauses: readonly string[] | null
  /** How long before a deadline it counts as near. */
  readonly lead_ms: number
  /** The hour of the cut-off of reports: `18:00`. */
  readonly report_hour: string
  readonly zone: string
}

/** In the order of `NEWS_KINDS`, and within each of the names. A clause that is not named is told of by nothing. */
export function newsBetween(before: Sight, after: Sight, telling: Telling): readonly News[] {
  const { tell, clauses } = telling
  const wanted = (one: News) =>
    tell.includes(one.about) && (clauses === null || !('clause' in one) || clauses.includes(one.clause))
  return NEWS_KINDS.flatMap((kind) => FINDERS[kind](before, after, telling)).filter(wanted)
}

type Finder = (before: Sight, after: Sight, telling: Telling) => readonly News[]

const FINDERS: Readonly<Record<NewsKind, Finder>> = {
  verdict: (before, after) =>
    sorted(after.clauses).flatMap(([clause, [to]]) => {
      const from = before.clauses[clause]?.[0] ?? null
      return from === to ? [] : [{ about: 'verdict', clause, from, to }]
    }),
  deadline: (before, after, { lead_ms }) => [
    ...after.deadlines
      .filter(({ at, clause, what }) => {
        const isNear = (sight: Sight) => parseInstant(at)! - lead_ms <= sight.at
        const knew = before.deadlines.some((one) => one.at === at && one.clause === clause && one.what === what)
        return isNear(after) && !(knew && isNear(before))
      })
      .map(({ at: due, clause, what }): News => ({ about: 'deadline', how: 'near', clause, due, what })),
    ...sorted(after.clauses).flatMap(([clause, [, , timing]]): News[] =>
      timing === 'overdue' && before.clauses[clause]?.[2] !== 'overdue'
        ? [{ about: 'deadline', how: 'passed', clause }]
        : [],
    ),
  ],
  late: (before, after) =>
    sorted(after.cases).flatMap(([name, { clause, late }]) =>
      late
        .filter((one) => !before.cases[name]?.late.includes(one))
        .map((one): News => {
          const [step, who] = one.split(' ')
          return { about: 'late', clause, case: name, who: who!, step: Number(step) }
        }),
    ),
  case: (before, after) =>
    sorted(after.cases).flatMap(([name, { clause, stage: to }]) => {
      const from = before.cases[name]?.stage ?? null
      return from === to ? [] : [{ about: 'case', clause, case: name, from, to }]
    }),
  gate: (before, after) =>
    sorted(after.gates).flatMap(([clause, { state: to, done, needed }]) => {
      const from = before.gates[clause]?.state ?? null
      return from === to ? [] : [{ about: 'gate', clause, from, to, done, needed }]
    }),
  act: (before, after) =>
    sorted(after.acts).flatMap(([act, [clause, stage, by]]) =>
      act in before.acts ? [] : [{ about: 'act', clause, stage, by, act }],
    ),
  report: (before, after, { report_hour, zone }) =>
    reportDays(before.at, civilDay(after.at, zone), report_hour, zone)
      .map((day) => ({ about: 'report' as const, day, cut_off: cutOffOf(day, report_hour, zone) }))
      .filter(({ cut_off }) => cut_off <= after.at)
      .slice(-1),
  listing: (before, after) =>
    after.listings
      .filter((one) => !before.listings.some((other) => other.claim === one.claim && other.reference === one.reference))
      .map(({ claim, reference }): News => ({ about: 'listing', reference, claim })),
}

function sorted<T>(by: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(by).toSorted(([a], [b]) => (a < b ? -1 : 1))
}
