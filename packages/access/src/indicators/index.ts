// "Rapid, safe, unhindered and sustained" as four numbers, each with what it counts, its threshold and where that is from.
import type { ConsignmentStatus, Wait } from '../convoys/index.ts'
import type { Moment, Question } from '../said.ts'
import type { RequestStatus } from '../requests/index.ts'

export { repeatedDelays, type RepeatedDelay } from './repeated.ts'

export type IndicatorVerdict = 'met' | 'breached' | 'contested' | 'unknown'

export interface Indicator {
  readonly id: 'rapid' | 'safe' | 'unhindered' | 'sustained'
  readonly counts: string
  readonly threshold: number
  readonly unit: 'hours' | 'attacks' | 'days'
  /** Whose reading the threshold is. */
  readonly source: string
  /** The worst over all it was worked out for: certain at least, possible at most. Null where there is nothing to count. */
  readonly value: { readonly low: number; readonly high: number } | null
  readonly verdict: IndicatorVerdict
  readonly rows: readonly string[]
}

/** What an agreement that says no more is held to; a clause that reads an indicator gives its own. */
export interface Thresholds {
  readonly rapidHours: number
  readonly attacks: number
  readonly waitHours: number
  readonly gapDays: number
  readonly source: string
}

export const USUAL_THRESHOLDS: Thresholds = {
  rapidHours: 48,
  attacks: 0,
  waitHours: 24,
  gapDays: 7,
  source: 'no clause: the usual reading of this software',
}

interface Measured {
  readonly low: number
  readonly high: number
  readonly contested: boolean
  readonly rows: readonly string[]
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

export function indicatorsOf(
  consignments: readonly ConsignmentStatus[],
  requests: readonly RequestStatus[],
  { at }: Question,
  thresholds: Thresholds = USUAL_THRESHOLDS,
): Indicator[] {
  const { source } = thresholds
  const attacked = consignments.filter(({ attacks }) => attacks.length > 0)
  return [
    {
      id: 'rapid',
      counts: 'hours from being loaded to arriving where it was to go, for the slowest consignment',
      unit: 'hours',
      source,
      ...judged(
        consignments.flatMap((one) => journeyOf(one, at)),
        thresholds.rapidHours,
      ),
    },
    {
      id: 'safe',
      counts: 'consignments attacked',
      threshold: thresholds.attacks,
      unit: 'attacks',
      source,
      value: consignments.length === 0 ? null : { low: attacked.length, high: attacked.length },
      // That nobody tells of an attack on a convoy still under way is no word that there was none.
      verdict:
        attacked.length > thresholds.attacks
          ? 'breached'
          : consignments.length > 0 &&
              consignments.every(({ reached }) => reached === 'reached' || reached === 'elsewhere')
            ? 'met'
            : 'unknown',
      rows: attacked.flatMap(({ attacks }) => attacks.flatMap(({ rows }) => rows)),
    },
    {
      id: 'unhindered',
      counts: 'hours of waiting at one point, for the longest wait',
      unit: 'hours',
      source,
      ...judged(
        consignments.flatMap((one) => one.waits.map((wait) => waitOf(wait, one))),
        thresholds.waitHours,
      ),
    },
    {
      id: 'sustained',
      counts: 'days without a delivery to an area that one was asked for, for the longest gap',
      unit: 'days',
      source,
      ...judged(gapsOf(consignments, requests, at), thresholds.gapDays),
    },
  ]
}

function judged(
  all: readonly Measured[],
  threshold: number,
): Pick<Indicator, 'threshold' | 'value' | 'verdict' | 'rows'> {
  if (all.length === 0) return { threshold, value: null, verdict: 'unknown', rows: [] }
  const sure = all.filter(({ contested }) => !contested)
  const value = { low: Math.max(0, ...sure.map(({ low }) => low)), high: Math.max(...all.map(({ high }) => high)) }
  const over = all.filter(({ high }) => high > threshold)
  const verdict =
    value.low > threshold
      ? 'breached'
      : over.length === 0
        ? 'met'
        : over.some(({ contested }) => contested)
          ? 'contested'
          : 'unknown'
  return { threshold, value, verdict, rows: [...new Set(over.flatMap(({ rows }) => rows))].toSorted() }
}

function journeyOf({ milestones, arrivals, reached, status }: ConsignmentStatus, at: number): Measured[] {
  const loaded =
    milestones.find((one) => one.status === 'loaded') ?? milestones.find((one) => one.status === 'despatched')
  if (!loaded) return []
  const arrived = reached === 'elsewhere' ? undefined : arrivals[0]
  const end: Moment = arrived?.at ?? { from: status?.at.from ?? loaded.at.to, to: at }
  return [
    {
      low: Math.max(0, end.from - loaded.at.to) / HOUR,
      high: Math.max(0, end.to - loaded.at.from) / HOUR,
      contested: reached === 'contested',
      rows: [...loaded.rows, ...(arrived?.rows ?? [])],
    },
  ]
}

function waitOf({ hours, rows }: Wait, { reached }: ConsignmentStatus): Measured {
  return { ...hours, contested: reached === 'contested', rows }
}

/** From when an area was first asked for: the longest stretch without a delivery, the one that is running among them. */
function gapsOf(
  consignments: readonly ConsignmentStatus[],
  requests: readonly RequestStatus[],
  at: number,
): Measured[] {
  const asked = new Map<string, { since: number; rows: readonly string[] }>()
  for (const { areas, submittedAt, rows } of requests)
    for (const { area } of areas) {
      const before = asked.get(area)
      if (!before || submittedAt < before.since) asked.set(area, { since: submittedAt, rows: rows.slice(0, 1) })
    }
  return [...asked].map(([area, { since, rows }]) => {
    const deliveries = consignments.flatMap(({ arrivals, destination, reached }) =>
      arrivals
        .filter(
          (one) => one.area === area || (one.area === null && destination.values.some(({ value }) => value === area)),
        )
        .map((one) => ({ at: one.at.from, contested: reached === 'contested', rows: one.rows })),
    )
    const gap = (times: readonly number[]) => {
      const marks = [since, ...times.filter((time) => time > since), at].toSorted((a, b) => a - b)
      return Math.max(...marks.slice(1).map((mark, index) => mark - marks[index]!)) / DAY
    }
    const all = deliveries.map((one) => one.at)
    const sure = deliveries.filter(({ contested }) => !contested).map((one) => one.at)
    // Deliveries that are contested would shorten the gap; whether they do is open.
    return {
      low: gap(all),
      high: gap(sure),
      contested: all.length !== sure.length,
      rows: [...rows, ...deliveries.flatMap((one) => one.rows)],
    }
  })
}
