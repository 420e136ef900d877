// How much of one zone surely lies over another, from places sampled in both.
import type { Ground, Zone } from '@trucekeeper/agreement'
import { areaTest, metresBetween, stripTest, type Position } from '@trucekeeper/geo'

type Box = readonly [west: number, south: number, east: number, north: number]

/** Rows and columns of the grid over each part of an area. */
const GRID = 16
/** Steps along a line, and steps away from it on either side. */
const ALONG = 24
const AWAY = 4
const METRES_PER_DEGREE = 111_320

/** Answers about drawn shapes, kept as long as the shapes: a text changes at every keystroke, what is drawn does not. */
const sampled = new WeakMap<object, Map<string, readonly Position[]>>()
const answered = new WeakMap<object, WeakMap<object, Map<string, number>>>()

/** Pairs of zones near enough to lie over one another, each in the order given. */
export function* pairsNear(zones: readonly Zone[]): Iterable<readonly [Zone, Zone]> {
  const fromWest = zones
    .map((zone, index) => ({ zone, index, box: boxOf(zone.ground) }))
    .toSorted((one, other) => one.box[0] - other.box[0])
  for (const [at, one] of fromWest.entries()) {
    for (let next = at + 1; next < fromWest.length && fromWest[next]!.box[0] <= one.box[2]; next += 1) {
      const other = fromWest[next]!
      if (!meet(one.box, other.box)) continue
      yield one.index < other.index ? [one.zone, other.zone] : [other.zone, one.zone]
    }
  }
}

/** How much of two zones lies over one another: the larger share, 0 to 1, of the places sampled in either that surely lie in both. */
export function overlapOf(one: Zone, other: Zone): number {
  const [a, b] = [shapeOf(one.ground), shapeOf(other.ground)]
  // Where both are told from one line its error moves both alike, and cannot push one over the other.
  const isOneLine = a === b && one.ground.kind === 'strip'
  const [first, second] = isOneLine ? [0, 0] : [one.tolerance_m, other.tolerance_m]
  const answers = kept(
    kept(answered, a, () => new WeakMap<object, Map<string, number>>()),
    b,
    () => new Map<string, number>(),
  )
  return kept(answers, `${keyOf(one.ground, first)} ${keyOf(other.ground, second)}`, () =>
    Math.max(
      share(placesIn(one.ground, first), other.ground, second),
      share(placesIn(other.ground, second), one.ground, first),
    ),
  )
}

function placesIn(ground: Ground, tolerance_m: number): readonly Position[] {
  const ofShape = kept(sampled, shapeOf(ground), () => new Map<string, readonly Position[]>())
  return kept(ofShape, keyOf(ground, tolerance_m), () =>
    tried(ground).filter((place) => isIn(place, ground, tolerance_m)),
  )
}

const shapeOf = (ground: Ground): object => (ground.kind === 'strip' ? ground.line : ground.place.geometry)
const keyOf = (ground: Ground, tolerance_m: number) =>
  ground.kind === 'strip' ? `${ground.side} ${ground.depth_m} ${tolerance_m}` : `${tolerance_m}`

interface Keeps<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
}

function kept<K, V>(all: Keeps<K, V>, key: K, make: () => V): V {
  const known = all.get(key)
  if (known !== undefined) return known
  const made = make()
  all.set(key, made)
  return made
}

function share(places: readonly Position[], ground: Ground, tolerance_m: number): number {
  if (places.length === 0) return 0
  const box = boxOf(ground)
  const both = places.filter((place) => isWithin(place, box) && isIn(place, ground, tolerance_m))
  return both.length / places.length
}

function isIn(place: Position, ground: Ground, tolerance_m: number): boolean {
  const answer =
    ground.kind === 'strip'
      ? stripTest(place, ground.line, ground.side, ground.depth_m, tolerance_m)
      : areaTest(place, ground.place.geometry, tolerance_m)
  return answer === 'inside'
}

/** Places among which those in the ground are looked for. */
function tried(ground: Ground): Position[] {
  if (ground.kind === 'strip') return besideLine(ground)
  // Parts may lie far apart, so each has a grid of its own.
  return shellsOf(ground).flatMap((shell) => {
    const [west, south, east, north] = boxAbout(shell)
    return Array.from({ length: GRID * GRID }, (_, at): Position => {
      const [column, row] = [at % GRID, Math.floor(at / GRID)]
      return [west + ((column + 0.5) / GRID) * (east - west), south + ((row + 0.5) / GRID) * (north - south)]
    })
  })
}

/** Places on the side of a line that is meant, up to the depth. */
function besideLine({ line, side, depth_m }: Extract<Ground, { kind: 'strip' }>): Position[] {
  const lengths = line.slice(1).map((to, at) => metresBetween(line[at]!, to))
  const step = lengths.reduce((sum, one) => sum + one, 0) / ALONG
  return lengths.flatMap((length, at) => {
    const [a, b] = [line[at]!, line[at + 1]!]
    const perLongitude = METRES_PER_DEGREE * Math.cos((a[1] * Math.PI) / 180)
    const [dx, dy] = [(b[0] - a[0]) * perLongitude, (b[1] - a[1]) * METRES_PER_DEGREE]
    const flat = Math.hypot(dx, dy) || 1
    const steps = Math.max(1, Math.round(length / step))
    return ([1, -1] as const).flatMap((hand) => {
      const [east, north] = [(-dy / flat) * hand, (dx / flat) * hand]
      if (!{ north: north > 0, south: north < 0, east: east > 0, west: east < 0, either: true }[side]) return []
      return Array.from({ length: steps * AWAY }, (_, index): Position => {
        const along = (Math.floor(index / AWAY) + 0.5) / steps
        const away = (depth_m * ((index % AWAY) + 0.5)) / AWAY
        return [
          a[0] + (b[0] - a[0]) * along + (east * away) / perLongitude,
          a[1] + (b[1] - a[1]) * along + (north * away) / METRES_PER_DEGREE,
        ]
      })
    })
  })
}

function shellsOf({ place: { geometry } }: Extract<Ground, { kind: 'area' }>): (readonly Position[])[] {
  if (geometry.type === 'Polygon') return [geometry.coordinates[0]!]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.map(([shell]) => shell!) : []
}

/** A box that is never too small. */
function boxOf(ground: Ground): Box {
  if (ground.kind === 'area') return boxAbout(shellsOf(ground).flat())
  const [west, south, east, north] = boxAbout(ground.line)
  const up = (ground.depth_m / METRES_PER_DEGREE) * 1.1
  const wide = up / Math.max(0.01, Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180))
  return [west - wide, south - up, east + wide, north + up]
}

function boxAbout(places: readonly Position[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of places) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return [west, south, east, north]
}

function meet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

function isWithin([x, y]: Position, [west, south, east, north]: Box): boolean {
  return x >= west && x <= east && y >= south && y <= north
}
