// The edge of what lies within a distance, followed along the cells of a grid of longitude and latitude.
import { DEGREE } from './ellipsoid.ts'
import type { Position } from './geometry.ts'

/** No degree of the ellipsoid is longer, in metres; none of a parallel, times the cosine of its latitude. */
export const LONGEST_DEGREE = 111_700
/** Beyond this latitude the cells of a grid are too narrow to be of use. */
const LAST_LATITUDE = 85
const MARGIN = 1

/** Cells round the earth and from pole to pole. */
export interface Grid {
  readonly columns: number
  readonly rows: number
}

/** Metres by which points (longitude, latitude, …) lie beyond the edge, below 0 within; by the metre at most one more. */
export type Beyond = (points: Float64Array) => Float64Array

/**
 * Lines with the inside on their left: rings, and lines that begin and end on the 180th meridian. Null where the edge comes
 * near a pole.
 */
export function edgesOf(beyond: Beyond, grid: Grid): Position[][] | null {
  const blocks = blocksOnEdge(beyond, grid)
  return blocks && chained(segmentsIn(blocks, beyond, grid))
}

/** Blocks of two by two cells that the edge may pass through, as column, row, column, row, … of their first cells. */
function blocksOnEdge(beyond: Beyond, { columns, rows }: Grid): number[] | null {
  const [width, height] = [360 / columns, 180 / rows]
  let size = 2 ** Math.ceil(Math.log2(Math.max(columns, rows, 2)))
  for (let blocks = [0, 0]; ; size /= 2) {
    const middles = new Float64Array(blocks.length)
    for (let at = 0; at < blocks.length; at += 2) {
      middles[at] = ((blocks[at]! + Math.min(columns, blocks[at]! + size)) / 2) * width - 180
      middles[at + 1] = ((blocks[at + 1]! + Math.min(rows, blocks[at + 1]! + size)) / 2) * height - 90
    }
    const found = beyond(middles)
    const kept: number[] = []
    for (let at = 0; at < blocks.length; at += 2) {
      const [column, row] = [blocks[at]!, blocks[at + 1]!]
      const [south, north] = [row * height - 90, Math.min(rows, row + size) * height - 90]
      const lowest = south < 0 && north > 0 ? 0 : Math.min(Math.abs(south), Math.abs(north))
      const east = Math.min(size, columns - column) * width * Math.cos(lowest * DEGREE)
      const reach = (Math.hypot(east, north - south) * LONGEST_DEGREE) / 2
      const away = found[at / 2]!
      if (away > reach) continue
      const polar = away < -reach ? Math.max(-south, north) > LAST_LATITUDE : lowest > LAST_LATITUDE
      if (polar && (away < -reach || north - south < MARGIN)) return null
      if (away >= -reach) kept.push(column, row)
    }
    if (size === 2) return kept
    const half = size / 2
    blocks = []
    for (let at = 0; at < kept.length; at += 2)
      for (const [right, up] of QUARTERS) {
        const [column, row] = [kept[at]! + right * half, kept[at + 1]! + up * half]
        if (column < columns && row < rows) blocks.push(column, row)
      }
  }
}

/** Around a cell against the clock. */
const QUARTERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const

interface Segments {
  /** From a side of a cell to another, each side named by a number. */
  readonly next: ReadonlyMap<number, number>
  positionOn(side: number): Position
}

/** Marching squares: where the edge goes through each cell. Corners that lie within are joined, be it across a cell. */
function segmentsIn(blocks: readonly number[], beyond: Beyond, { columns, rows }: Grid): Segments {
  const ids = new Map<number, number>()
  const corners: number[] = []
  const idOf = (column: number, row: number): number => {
    const key = row * (columns + 1) + column
    const known = ids.get(key)
    if (known !== undefined) return known
    ids.set(key, corners.length / 2)
    corners.push(column, row)
    return corners.length / 2 - 1
  }
  const cells: number[] = []
  for (let at = 0; at < blocks.length; at += 2)
    for (const [right, up] of QUARTERS) {
      const [column, row] = [blocks[at]! + right, blocks[at + 1]! + up]
      if (column >= columns || row >= rows) continue
      for (const [east, north] of QUARTERS) cells.push(idOf(column + east, row + north))
    }
  const longitude = (id: number) => (corners[id * 2]! / columns) * 360 - 180
  const latitude = (id: number) => (corners[id * 2 + 1]! / rows) * 180 - 90
  const places = new Float64Array(corners.length)
  for (let id = 0; id * 2 < corners.length; id += 1) {
    // Both ends of the grid are one meridian, and have to be cut alike to the last digit.
    places[id * 2] = corners[id * 2] === 0 ? 180 : longitude(id)
    places[id * 2 + 1] = latitude(id)
  }
  const found = beyond(places)
  const next = new Map<number, number>()
  const sides = [0, 0, 0, 0]
  for (let cell = 0; cell < cells.length; cell += 4) {
    const [a, b, , d] = [cells[cell]!, cells[cell + 1]!, cells[cell + 2]!, cells[cell + 3]!]
    // A side is named by its first corner, and by whether it runs east or north.
    ;[sides[0], sides[1], sides[2], sides[3]] = [a * 2, b * 2 + 1, d * 2, a * 2 + 1]
    const within = (corner: number) => found[cells[cell + (corner % 4)]!]! <= 0
    for (let corner = 0; corner < 4; corner += 1) {
      if (!within(corner) || within(corner + 1)) continue
      let enters = corner + 1
      while (!within(enters + 1)) enters += 1
      next.set(sides[corner]!, sides[enters % 4]!)
    }
  }
  const positionOn = (side: number): Position => {
    const from = side >> 1
    const to = ids.get(
      corners[from * 2 + 1]! * (columns + 1) + corners[from * 2]! + (side % 2 === 0 ? 1 : columns + 1),
    )!
    const share = found[from]! / (found[from]! - found[to]!)
    const between = (a: number, b: number) => (a === b ? a : a + (b - a) * share)
    return [between(longitude(from), longitude(to)), between(latitude(from), latitude(to))]
  }
  return { next, positionOn }
}

function chained({ next, positionOn }: Segments): Position[][] {
  const left = new Map(next)
  const follow = (start: number): Position[] => {
    const chain = [positionOn(start)]
    for (let side = left.get(start); side !== undefined;) {
      chain.push(positionOn(side))
      const onward = left.get(side)
      left.delete(side)
      side = side === start ? undefined : onward
    }
    left.delete(start)
    return chain
  }
  const entered = new Set(next.values())
  const open = [...next.keys()].filter((side) => !entered.has(side)).map(follow)
  const rings: Position[][] = []
  for (const side of next.keys()) if (left.has(side)) rings.push(follow(side))
  return [...open, ...rings]
}
