// Everything within some metres of a line or an area, as an area that can be drawn.
import { crossings } from './area.ts'
import type { PreparedArea } from './area-separation.ts'
import type { Area } from './boundary.ts'
import { edgesOf, LONGEST_DEGREE, type Beyond } from './contour.ts'
import { DEGREE } from './ellipsoid.ts'
import type { Position } from './geometry.ts'
import type { Line } from './line.ts'
import { signedArea } from './rings.ts'
import { separations, sideOf } from './separations.ts'
import { simplified } from './simplified.ts'

/** Shares of the accuracy: what the cells of the grid may cost across, and what leaving positions out may. */
const [CELL, LEFT_OUT] = [0.6, 0.4]

/**
 * The outline of what lies within `metres` of a line or an area: shells against the clock, cut along the 180th meridian.
 * A place whose distance differs from `metres` by more than `accuracy_m` lies in it exactly when it is nearer; by default
 * that is a thousandth, or 1 m. Null where it comes within 6 degrees of a pole. The work grows with the length of the
 * outline over the accuracy: about 2 µs for each.
 */
export function bufferOf(
  shape: Line | PreparedArea,
  metres: number,
  accuracy_m: number = Math.max(1, metres / 1000),
): Area | null {
  if (!(metres > 0) || !(accuracy_m > 0)) throw new TypeError('a buffer and its accuracy are more than 0 m')
  const line = 'boundary' in shape ? shape.boundary : shape
  const lats = line.parts.flat().map(([, lat]) => lat)
  const [south, north] = [Math.min(...lats), Math.max(...lats)].map(
    (lat, at) => lat + ((at * 2 - 1) * metres) / 110_000,
  )
  const lowest = south! < 0 && north! > 0 ? 0 : Math.min(Math.abs(south!), Math.abs(north!), 85)
  const cell = (accuracy_m * CELL * Math.SQRT1_2) / LONGEST_DEGREE
  const grid = { columns: Math.ceil((360 * Math.cos(lowest * DEGREE)) / cell), rows: Math.ceil(180 / cell) }
  const edges = edgesOf(beyondOf(line, 'boundary' in shape, metres), grid)
  if (!edges) return null
  const fewer = edges.map((edge) => simplified(edge, accuracy_m * LEFT_OUT))
  return areaOf(closedAlongMeridian(fewer).filter(({ length }) => length > 3))
}

function beyondOf(line: Line, isArea: boolean, metres: number): Beyond {
  return (points) => {
    const found = separations(line, points)
    return found.metres.map((away, at) =>
      isArea && sideOf(found.sides[at]!) === 'left' ? -away - metres : away - metres,
    )
  }
}

/** Lines that end on the 180th meridian go on along it, with the inside on their left, to where the next begins. */
function closedAlongMeridian(edges: readonly Position[][]): Position[][] {
  const isRing = (edge: readonly Position[]) => edge[0]![0] === edge.at(-1)![0] && edge[0]![1] === edge.at(-1)![1]
  const rings = edges.filter(isRing)
  const open = new Set(edges.filter((edge) => !isRing(edge)))
  for (const first of open) {
    open.delete(first)
    const ring = [...first]
    for (;;) {
      const [lon, lat] = ring.at(-1)!
      const up = Math.sign(lon)
      const onwards = [first, ...open]
        .filter(([start]) => start![0] === lon && (start![1] - lat) * up > 0)
        .toSorted(([one], [other]) => (one![1] - other![1]) * up)
      const next = onwards[0] ?? first
      if (next === first) break
      open.delete(next)
      ring.push(...next)
    }
    rings.push([...ring, ring[0]!])
  }
  return rings
}

function areaOf(rings: readonly Position[][]): Area {
  const shells = rings.filter((ring) => signedArea(ring) > 0).toSorted((a, b) => signedArea(a) - signedArea(b))
  const polygons = new Map(shells.map((shell) => [shell, [shell]]))
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    const around = shells.find((shell) => crossings(hole[0]!, shell) % 2 === 1)
    if (around) polygons.get(around)!.push(hole)
  }
  const coordinates = [...polygons.values()]
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: coordinates[0]! }
    : { type: 'MultiPolygon', coordinates }
}
