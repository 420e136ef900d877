// The cell of a place: some 39 by 20 km, so that it tells whereabouts something happened and never where.
import type { Agreement, Zone } from '@trucekeeper/agreement'
import { geohash, type Position } from '@trucekeeper/geo'

/** Digits of a geohash: about 39 by 20 km. */
const CELL = 4

/** In degrees: what is larger lies in several cells, and none of them can tell of it. */
const LARGEST = 0.35

/**
 * The cells of zones and of places that the agreement knows by one of these names, each by its middle. Places count where no
 * zone has such a name.
 */
export function cellsOf(
  zones: readonly Zone[],
  { places }: Pick<Agreement, 'places'>,
  names: ReadonlySet<string>,
): string[] {
  const grounds = zones.map(({ ground }) =>
    ground.kind === 'strip' ? ground.line : positionsOf(ground.place.geometry),
  )
  const named = places.filter(({ name, also }) => [name, ...also].some((one) => names.has(one.toLowerCase())))
  const known = grounds.length > 0 ? grounds : named.map(({ geometry }) => positionsOf(geometry))
  return [...new Set(known.flatMap((positions) => cellOf(positions) ?? []))].toSorted()
}

function cellOf(positions: readonly Position[]): string | null {
  const [longitudes, latitudes] = [positions.map(([longitude]) => longitude), positions.map(([, latitude]) => latitude)]
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
  if (positions.length === 0 || east - west > LARGEST || north - south > LARGEST) return null
  return geohash([(west + east) / 2, (south + north) / 2], CELL)
}

function positionsOf(geometry: unknown): Position[] {
  const found: Position[] = []
  const walk = (value: unknown) => {
    if (!Array.isArray(value)) return
    const [first, second] = value as unknown[]
    if (typeof first === 'number' && typeof second === 'number') found.push([first, second])
    else value.forEach((one) => walk(one))
  }
  walk((geometry as { readonly coordinates?: unknown }).coordinates)
  return found
}
