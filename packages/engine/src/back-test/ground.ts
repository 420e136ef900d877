// Whether a point lies in the zones of a clause; decided once for each patch of ground that has one answer.
import type { Agreement } from '@trucekeeper/agreement'
import { pointInZone, type Scope } from '@trucekeeper/corroborate'

export type Ground = Pick<Scope, 'decision' | 'reason'>

const INSIDE: Ground = { decision: 'covered', reason: 'in the clause’s area' }
const EDGE: Ground = {
  decision: 'undetermined',
  reason: 'at the edge of the clause’s area, within the tolerance of the map',
}
const NOWHERE: Ground = { decision: 'undetermined', reason: 'the source gives no place' }

/** Patches of a degree, from coarse to fine. Half a metre of latitude is the last: points nearer than that are one place. */
const PER_DEGREE = [10, 100, 200_000] as const
/** No degree of latitude or longitude is longer, so half a patch’s diagonal is never more than this over its number. */
const HALF_DIAGONAL_M = (111_700 * Math.SQRT2) / 2

export type GroundDecider = (longitude: number, latitude: number) => Ground

/**
 * A patch whose middle is farther from every edge than its corners are, beyond the tolerance, has one answer for all
 * its points; only points in other patches are measured themselves.
 */
export function groundDecider({ zones }: Agreement, ids: readonly string[]): GroundDecider {
  const wanted = zones.filter(({ id }) => ids.includes(id))
  if (wanted.length === 0) return () => INSIDE
  const outside: Ground = {
    decision: 'not_covered_area',
    reason: `outside ${wanted.map(({ name }) => name).join(', ')}`,
  }
  const areas = wanted.every(({ ground }) => ground.kind === 'area')
  const levels = PER_DEGREE.map((perDegree) => ({ perDegree, known: new Map<number, Ground>() })).slice(areas ? 0 : -1)
  const at = (longitude: number, latitude: number, within_m: number): Ground => {
    const answers = wanted.map((zone) => pointInZone([longitude, latitude], zone, within_m))
    return answers.includes('inside') ? INSIDE : answers.includes('edge') ? EDGE : outside
  }
  return (longitude, latitude) => {
    if (Number.isNaN(longitude) || Number.isNaN(latitude)) return NOWHERE
    for (const { perDegree, known } of levels) {
      const fine = perDegree === PER_DEGREE[2]
      const [column, row] = [Math.floor((longitude + 180) * perDegree), Math.floor((latitude + 90) * perDegree)]
      const key = column * 181 * perDegree + row
      let ground = known.get(key)
      if (ground === undefined) {
        ground = fine
          ? at(longitude, latitude, 0)
          : at((column + 0.5) / perDegree - 180, (row + 0.5) / perDegree - 90, HALF_DIAGONAL_M / perDegree)
        known.set(key, ground)
      }
      if (fine || ground !== EDGE) return ground
    }
    throw new Error('the finest patch has an answer')
  }
}
