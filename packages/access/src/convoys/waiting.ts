// Waiting clocks: which vehicles stood where, since when and for how long, at least and at most.
import type { Instant } from '@trucekeeper/time'
import type { ConvoyStatus } from '@trucekeeper/codes'
import type { EventRow } from '../records/index.ts'
import { namesOf, sourcesOf, type Moment } from '../said.ts'

export interface Wait {
  readonly place: string | null
  /** Empty where nobody names the vehicles: the consignment as a whole. */
  readonly vehicles: readonly string[]
  readonly since: Moment
  /** When it was last said to be still waiting. */
  readonly lastWord: Moment
  /** What ended it, by somebody's word; null where nobody says that it ended. */
  readonly ended: { readonly status: ConvoyStatus; readonly at: Moment; readonly row: string } | null
  /** Hours: what the words cover at least, and what they leave open at most. */
  readonly hours: { readonly low: number; readonly high: number }
  /** Why, and whose doing, as each source gives it. */
  readonly reasons: readonly {
    readonly source: string
    readonly by: string | null
    readonly reason: string | null
    readonly row: string
  }[]
  readonly sources: readonly string[]
  readonly rows: readonly string[]
}

const WAITING: ReadonlySet<ConvoyStatus> = new Set(['waiting_at_crossing', 'at_checkpoint', 'clearance_refused'])
/** At these moments it leaves the point itself; others only show that it is gone by then. */
const LEAVING: ReadonlySet<ConvoyStatus> = new Set(['crossed', 'despatched', 'en_route', 'turned_back', 'diverted'])
/** Paper that changes hands, and goods already aboard, move no truck. */
const STILL_THERE: ReadonlySet<ConvoyStatus> = new Set([
  'planned',
  'requested',
  'permitted',
  'loading_authorised',
  'loaded',
  'sealed',
  'cleared_customs',
  'delivery_not_completed',
])
const HOUR = 3_600_000

/** The waits of each vehicle, those of vehicles that share one brought together. `ordered` is in the order of time. */
export function waitsOf(ordered: readonly EventRow[], vehicles: readonly string[], at: Instant): Wait[] {
  const apart = vehicles.length > 0 && ordered.some(({ vehicleId }) => vehicleId !== null)
  if (!apart) return waitsAlong(ordered, vehicles, at)
  const together = new Map<string, Wait>()
  for (const vehicle of vehicles) {
    const own = ordered.filter(({ vehicleId }) => vehicleId === null || vehicleId === vehicle)
    for (const wait of waitsAlong(own, [vehicle], at)) {
      const key = JSON.stringify([wait.rows, wait.ended?.row])
      const same = together.get(key)
      together.set(key, same ? { ...same, vehicles: [...same.vehicles, vehicle] } : wait)
    }
  }
  return [...together.values()].toSorted((a, b) => a.since.from - b.since.from || (a.rows[0]! < b.rows[0]! ? -1 : 1))
}

function waitsAlong(ordered: readonly EventRow[], vehicles: readonly string[], at: Instant): Wait[] {
  const waits: Wait[] = []
  let words: EventRow[] = []
  const close = (end: EventRow | null) => {
    if (words.length > 0) waits.push(waitOf(words, end, vehicles, at))
    words = []
  }
  for (const row of ordered) {
    if (!WAITING.has(row.status)) {
      if (!STILL_THERE.has(row.status)) close(row)
      continue
    }
    const place = words.find((word) => word.place !== null)?.place ?? null
    if (place !== null && row.place !== null && row.place !== place) close(row)
    words.push(row)
  }
  close(null)
  return waits
}

function waitOf(words: readonly EventRow[], end: EventRow | null, vehicles: readonly string[], at: Instant): Wait {
  const [first, last] = [words[0]!, words.at(-1)!]
  const exact = end !== null && LEAVING.has(end.status)
  const until = exact ? end.at.from : last.at.from
  const latest = end === null ? at : end.at.to
  return {
    place: words.find(({ place }) => place !== null)?.place ?? null,
    vehicles,
    since: first.at,
    lastWord: last.at,
    ended: end === null ? null : { status: end.status, at: end.at, row: end.name },
    hours: { low: Math.max(0, until - first.at.to) / HOUR, high: Math.max(0, latest - first.at.from) / HOUR },
    reasons: words.flatMap(({ source, by, reason, name }) =>
      by === null && reason === null ? [] : [{ source, by, reason, row: name }],
    ),
    sources: sourcesOf(words),
    rows: namesOf(words),
  }
}
