// Happenings of a period by kind and area; of something protected that was hit no area is told.
import type { Agreement } from '@trucekeeper/agreement'
import { stanceOf, type Claim } from '@trucekeeper/claims'
import { protectedIn } from '@trucekeeper/corroborate'
import type { Status } from '@trucekeeper/engine'
import { overlaps, parseInstant, type Interval } from '@trucekeeper/time'
import { cellsOf } from './cells.ts'
import type { HappeningLine } from './report.ts'

export function happeningsIn(
  { zones, places: known }: Agreement,
  { incidents }: Status,
  claims: ReadonlyMap<string, Claim>,
  period: Interval,
): HappeningLine[] {
  return incidents
    .filter(({ from, to }) => {
      const start = from === null ? null : parseInstant(from)
      const end = to === null ? null : parseInstant(to)
      return start !== null && end !== null && overlaps({ from: start, to: Math.max(end, start + 1) }, period)
    })
    .map(({ id, kind, from, to, places, claims: ids }) => {
      const own = ids.flatMap((claim) => claims.get(claim) ?? [])
      const isProtected = own.some((claim) => protectedIn(claim).length > 0)
      const names = new Set(places.map((place) => place.toLowerCase()))
      const areas = zones.filter((zone) =>
        [zone.id, zone.name, ...zone.names].some((name) => names.has(name.toLowerCase())),
      )
      return {
        id,
        kind,
        from,
        to,
        areas: isProtected ? [] : areas.map((zone) => zone.id),
        cells: isProtected ? [] : cellsOf(areas, { places: known }, names),
        protected: isProtected,
        claims: ids,
        grading: own.map((claim) => ({
          claim: claim.id,
          side: claim.speaker_side,
          published: claim.published,
          quote: isProtected ? null : claim.quote,
          stance: stanceOf(claim),
          reliability: claim.reliability ?? null,
          credibility: claim.credibility ?? null,
        })),
      }
    })
}
