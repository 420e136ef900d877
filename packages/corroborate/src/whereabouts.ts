// Where a reported place lies: in a zone of the agreement, at its edge, around it, outside, or on no map.
import { areaTest, stripTest, type AreaAnswer, type LineSide, type Place, type Position } from '@trucekeeper/geo'
import { fold } from './cast.ts'

export interface ScopeZone {
  readonly id: string
  readonly name: string
  readonly names: readonly string[]
  readonly within: readonly string[]
  readonly tolerance_m: number
  readonly ground:
    | { readonly kind: 'area'; readonly place: Place }
    | { readonly kind: 'strip'; readonly line: readonly Position[]; readonly side: LineSide; readonly depth_m: number }
}

export interface ScopeMap {
  readonly zones: readonly ScopeZone[]
  readonly places: readonly Place[]
}

/** around: the place holds the zone, so it is coarser than the question. */
export type PlaceAnswer = AreaAnswer | 'around' | 'unknown'

/** Where a place named in a report lies, seen from the zones asked about. */
export function whereabouts(name: string, wanted: readonly ScopeZone[], { zones: all, places }: ScopeMap): PlaceAnswer {
  const folded = fold(name)
  const called = zonesByName(all).get(folded) ?? []
  const inside = new Set(called.flatMap((zone) => [zone.id, ...above(zone, all)]))
  if (wanted.some(({ id }) => inside.has(id))) return 'inside'
  if (wanted.some((zone) => above(zone, all).some((id) => called.some((other) => other.id === id)))) return 'around'
  const place = placesByName(places).get(folded)
  if (place?.geometry.type !== 'Point') return called.length > 0 ? 'outside' : 'unknown'
  const point = place.geometry.coordinates
  const answers = wanted.map((zone) => pointInZone(point, zone, place.tolerance_m))
  return answers.includes('inside') ? 'inside' : answers.includes('edge') ? 'edge' : 'outside'
}

/** Whether a point lies in a zone. `tolerance_m` is the point’s own uncertainty, in metres. */
export function pointInZone(point: Position, zone: ScopeZone, tolerance_m: number): AreaAnswer {
  const { ground } = zone
  const uncertain = zone.tolerance_m + tolerance_m
  return ground.kind === 'area'
    ? areaTest(point, ground.place.geometry, uncertain)
    : stripTest(point, ground.line, ground.side, ground.depth_m, uncertain)
}

/** Zones by each of their folded names, in their order; worked out once for each list of them. */
const zonesByName = once((zones: readonly ScopeZone[]) => {
  const called = new Map<string, ScopeZone[]>()
  for (const zone of zones)
    for (const name of new Set(zone.names.map(fold))) {
      const others = called.get(name)
      if (others) others.push(zone)
      else called.set(name, [zone])
    }
  return called
})

/** Of places that share a name the first. */
const placesByName = once((places: readonly Place[]) => {
  const called = new Map<string, Place>()
  for (const place of places)
    for (const name of [place.name, ...place.also, place.id].map(fold)) if (!called.has(name)) called.set(name, place)
  return called
})

function once<T extends object, R>(work: (list: T) => R): (list: T) => R {
  const known = new WeakMap<T, R>()
  return (list) => {
    const found = known.get(list) ?? work(list)
    known.set(list, found)
    return found
  }
}

/** Ids of the zones that hold a zone, however far up; a ring of zones ends where it began. */
function above(zone: ScopeZone, all: readonly ScopeZone[]): string[] {
  const seen: string[] = []
  const queue = [...zone.within]
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (seen.includes(id)) continue
    seen.push(id)
    queue.push(...(all.find((other) => other.id === id)?.within ?? []))
  }
  return seen
}
