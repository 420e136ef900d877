// Whether a point lies in the zones of a clause; decided once for each place, since events share places.
import type { Agreement } from '@trucekeeper/agreement'
import { pointInZone, type Scope } from '@trucekeeper/corroborate'

type Ground = Pick<Scope, 'decision' | 'reason'>

const INSIDE: Ground = { decision: 'covered', reason: 'in the clause’s area' }
const EDGE: Ground = {
  decision: 'undetermined',
  reason: 'at the edge of the clause’s area, within the tolerance of the map',
}
const NOWHERE: Ground = { decision: 'undetermined', reason: 'the source gives no place' }
/** Half a metre of latitude: points nearer than that are one place. */
const GRID_PER_DEGREE = 200_000

export type GroundDecider = (longitude: number, latitude: number) => Ground

export function groundDecider({ zones }: Agreement, ids: readonly string[]): GroundDecider {
  const wanted = zones.filter(({ id }) => ids.includes(id))
  const outside: Ground = {
    decision: 'not_covered_area',
    reason: `outside ${wanted.map(({ name }) => name).join(', ')}`,
  }
  const known = new Map<number, Ground>()
  return (longitude, latitude) => {
    if (wanted.length === 0) return INSIDE
    if (Number.isNaN(longitude) || Number.isNaN(latitude)) return NOWHERE
    const key =
      Math.round((longitude + 180) * GRID_PER_DEGREE) * 181 * GRID_PER_DEGREE +
      Math.round((latitude + 90) * GRID_PER_DEGREE)
    const found = known.get(key)
    if (found) return found
    const answers = wanted.map((zone) => pointInZone([longitude, latitude], zone, 0))
    const decided = answers.includes('inside') ? INSIDE : answers.includes('edge') ? EDGE : outside
    known.set(key, decided)
    return decided
  }
}
