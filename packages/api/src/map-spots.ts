// Where a report's names of places are drawn: as the line or area that bears the name, or as a circle that holds its point.
import { fold } from '@trucekeeper/corroborate'
import type { Area, Geometry, Place, Position } from '@trucekeeper/geo'
import type { WhatIsKnown } from './deps.ts'
import { discAround, discOutline, extentOf, middleOf, stripOutline } from './map-outline.ts'

type Agreement = WhatIsKnown['agreement']
type Zone = Agreement['zones'][number]

export type SpotShape = Area | Extract<Geometry, { type: 'LineString' }>

/** Something happened somewhere in it; nothing is known more exactly. */
export interface Spot {
  readonly id: string
  readonly name: string
  /** circle: around a coarse cell that holds the point of a named place. */
  readonly as: 'circle' | 'area' | 'line'
  /** How far off its edge may be, in metres. */
  readonly tolerance_m: number
  /** Where a number about it is written. Nothing happened at this point. */
  readonly label: Position
  readonly shape: SpotShape
}

export interface Spots {
  /** The narrowest of the named places that are on the map; null where none is. */
  of(names: readonly string[]): Spot | null
}

const made = new WeakMap<Agreement, Spots>()

/** Spots of an agreement's gazetteer and zones; worked out once for each agreement. */
export function spotsOf(agreement: Agreement): Spots {
  const known = made.get(agreement)
  if (known) return known
  const called = new Map<string, () => Spot | null>()
  const call = (names: readonly string[], spot: () => Spot | null) => {
    const once = remembered(spot)
    for (const name of names.map(fold)) if (!called.has(name)) called.set(name, once)
  }
  for (const place of agreement.places) call([place.name, ...place.also, place.id], () => spotOfPlace(place))
  // Of zones that share a name the widest is meant, unless a report says more.
  for (const zone of agreement.zones.toSorted((a, b) => a.within.length - b.within.length))
    call([zone.name, ...zone.names], () => spotOfZone(zone))
  const spots: Spots = {
    of(names) {
      const found = names.flatMap((name) => called.get(fold(name))?.() ?? [])
      const [first, ...others] = found
      if (!first) return null
      return others.reduce((best, one) => (extentOf(one.shape) < extentOf(best.shape) ? one : best), first)
    },
  }
  made.set(agreement, spots)
  return spots
}

function remembered(spot: () => Spot | null): () => Spot | null {
  let held: { readonly spot: Spot | null } | null = null
  return () => (held ??= { spot: spot() }).spot
}

function spotOfPlace({ id, name, tolerance_m, geometry }: Place): Spot {
  const about = { id: `place-${id}`, name, tolerance_m }
  if (geometry.type === 'Point') {
    const disc = discAround(geometry.coordinates, tolerance_m)
    return { ...about, as: 'circle', tolerance_m: 0, label: disc.centre, shape: discOutline(disc) }
  }
  const as = geometry.type === 'LineString' ? 'line' : 'area'
  return { ...about, as, label: middleOf(geometry), shape: geometry }
}

function spotOfZone({ id, name, tolerance_m, ground }: Zone): Spot | null {
  const shape = zoneOutline(ground)
  return shape && { id: `zone-${id}`, name, as: 'area', tolerance_m, label: middleOf(shape), shape }
}

/** A zone as it can be drawn; null where it has no outline. */
export function zoneOutline(ground: Zone['ground']): Area | null {
  if (ground.kind === 'strip') return stripOutline(ground.line, ground.side, ground.depth_m)
  const { geometry } = ground.place
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? geometry : null
}
