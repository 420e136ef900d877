// GPS tracks against a corridor and a window; and what of a track may leave the desk that owns it.
import { distanceToLine, geohash, type Position } from '@trucekeeper/geo'
import type { Instant } from '@trucekeeper/time'
import type { TrackRow } from '../records/index.ts'
import type { Moment } from '../said.ts'

/** cannot_tell: the error of a position straddles the edge. not_observed: there is no position to tell by. */
export type Kept = 'kept' | 'left' | 'cannot_tell' | 'not_observed'

export interface TrackFinding {
  readonly vehicleId: string
  readonly points: number
  readonly corridor: Kept
  readonly window: Kept
  /** When it was certainly out of the corridor, first and last. */
  readonly leftAt: Moment | null
  readonly rows: readonly string[]
}

/** `line` is where the vehicle was to drive, `corridorM` how far from it, both null where nothing is agreed. */
export function trackFindings(
  tracks: readonly TrackRow[],
  line: readonly Position[] | null,
  corridorM: number | null,
  window: Moment | null,
): TrackFinding[] {
  return [...Map.groupBy(tracks, ({ vehicleId }) => vehicleId)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([vehicleId, rows]) => {
      const placed =
        line === null || corridorM === null ? [] : rows.map((row) => [row, side(row, line, corridorM)] as const)
      const left = placed.flatMap(([{ at }, kept]) => (kept === 'left' ? [at] : []))
      return {
        vehicleId,
        points: rows.length,
        corridor: worst(placed.map(([, kept]) => kept)),
        window: worst(
          window === null ? [] : rows.map(({ at }) => (at >= window.from && at <= window.to ? 'kept' : 'left')),
        ),
        leftAt: left.length === 0 ? null : { from: Math.min(...left), to: Math.max(...left) },
        rows: rows.map(({ name }) => name).toSorted(),
      }
    })
}

function side({ point, errorM }: TrackRow, line: readonly Position[], corridorM: number): Kept {
  const { metres } = distanceToLine(point, line)
  if (metres - errorM > corridorM) return 'left'
  return metres + errorM > corridorM ? 'cannot_tell' : 'kept'
}

function worst(found: readonly Kept[]): Kept {
  if (found.length === 0) return 'not_observed'
  return found.find((kept) => kept === 'left') ?? found.find((kept) => kept === 'cannot_tell') ?? 'kept'
}

export interface PublishedPoint {
  readonly vehicleId: string
  /** The hour in which it was there. */
  readonly hour: Instant
  /** A fixed cell of the world, a geohash of four letters: about 39 by 20 km. */
  readonly cell: string
}

const HOUR = 3_600_000
const CELL_LETTERS = 4

/** What others may see of tracks: no point younger than the delay, an hour for a time, a fixed cell for a place. */
export function publishedTrack(tracks: readonly TrackRow[], now: Instant, delayHours: number): PublishedPoint[] {
  const seen = new Map<string, PublishedPoint>()
  for (const { vehicleId, at, point } of tracks) {
    const hour = Math.floor(at / HOUR) * HOUR
    // The whole hour has to be old enough, or its last minute would tell more than the delay allows.
    if (hour + HOUR > now - delayHours * HOUR) continue
    const cell = geohash(point, CELL_LETTERS)
    seen.set(`${vehicleId}\n${hour}\n${cell}`, { vehicleId, hour, cell })
  }
  return [...seen.values()].toSorted(
    (a, b) =>
      (a.vehicleId < b.vehicleId ? -1 : a.vehicleId > b.vehicleId ? 1 : 0) ||
      a.hour - b.hour ||
      (a.cell < b.cell ? -1 : 1),
  )
}
