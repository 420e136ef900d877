// Whether the rings of an area bound it without crossing, touching themselves or lying outside one another.
import { crossings } from './area.ts'
import type { Position } from './geometry.ts'

interface Edge {
  readonly a: Position
  readonly b: Position
  readonly ring: number
  readonly index: number
  readonly minX: number
  readonly maxX: number
  readonly minY: number
  readonly maxY: number
}

/** What is wrong with a shape: the end of a sentence, and where in it that is. */
export interface Fault {
  readonly says: string
  /** Members and numbers on the way from the shape to the place. */
  readonly at: readonly (string | number)[]
}

/** What is wrong with the rings of one polygon, shell first, each of them closed, or null. */
export function ringsFault(rings: readonly (readonly Position[])[]): Fault | null {
  for (const [index, ring] of rings.entries()) {
    const area = signedArea(ring)
    if (area === 0) return { says: 'has a ring that encloses nothing', at: [index] }
    if (area > 0 !== (index === 0)) return { says: 'has a ring that winds the wrong way', at: [index] }
  }
  const crossed = crossing(rings)
  if (crossed)
    return { says: 'has rings that cross or touch themselves or one another', at: [crossed.ring, crossed.index] }
  const [shell, ...holes] = rings
  const outside = holes.findIndex((hole) => !inRing(shell!, hole) || holes.some((o) => o !== hole && inRing(o, hole)))
  if (outside === -1) return null
  return { says: 'has a hole that does not lie inside its outer ring, apart from the others', at: [outside + 1] }
}

/** Twice the area, in square degrees; above 0 when the ring runs against the clock. */
export function signedArea(ring: readonly Position[]): number {
  const [ox, oy] = ring[0]!
  let sum = 0
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [ax, ay] = ring[at]!
    const [bx, by] = ring[at + 1]!
    sum += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy)
  }
  return sum
}

/** Whether `inner` lies in `outer`; the two do not cross, so one of its points off the other's edge tells. */
function inRing(outer: readonly Position[], inner: readonly Position[]): boolean {
  const middles = inner.slice(1).map(([x, y], at): Position => [(x + inner[at]![0]) / 2, (y + inner[at]![1]) / 2])
  const free = [...inner, ...middles].find((point) => !outer.slice(1).some((b, at) => between(outer[at]!, b, point)))
  return free !== undefined && crossings(free, outer) % 2 === 1
}

/** An edge that crosses another. Sweeps from west to east, so that only edges whose longitudes overlap are compared. */
function crossing(rings: readonly (readonly Position[])[]): Edge | null {
  const edges = rings.flatMap((ring, r) => ring.slice(1).map((b, index) => edge(ring[index]!, b, r, index)))
  const sorted = edges.toSorted((one, other) => one.minX - other.minX)
  let active: Edge[] = []
  for (const next of sorted) {
    active = active.filter(({ maxX }) => maxX >= next.minX)
    for (const other of active) {
      if (other.minY > next.maxY || next.minY > other.maxY) continue
      if (conflict(other, next, rings[next.ring]!.length - 1)) return next
    }
    active.push(next)
  }
  return null
}

function edge(a: Position, b: Position, ring: number, index: number): Edge {
  return {
    a,
    b,
    ring,
    index,
    minX: Math.min(a[0], b[0]),
    maxX: Math.max(a[0], b[0]),
    minY: Math.min(a[1], b[1]),
    maxY: Math.max(a[1], b[1]),
  }
}

/** Two rings may touch in a point; a ring may touch itself nowhere but where one edge goes on into the next. */
function conflict(one: Edge, other: Edge, edgesInRing: number): boolean {
  const apart = Math.abs(one.index - other.index)
  const neighbours = one.ring === other.ring && (apart === 1 || apart === edgesInRing - 1)
  const [p, q] = [turnOf(one.a, one.b, other.a), turnOf(one.a, one.b, other.b)]
  const [r, s] = [turnOf(other.a, other.b, one.a), turnOf(other.a, other.b, one.b)]
  if (p === 0 && q === 0)
    return shareStretch(one, other) || (!neighbours && one.ring === other.ring && meet(one, other))
  if (neighbours) return false
  if (p * q < 0 && r * s < 0) return true
  return one.ring === other.ring && meet(one, other)
}

function meet(one: Edge, other: Edge): boolean {
  return (
    between(one.a, one.b, other.a) ||
    between(one.a, one.b, other.b) ||
    between(other.a, other.b, one.a) ||
    between(other.a, other.b, one.b)
  )
}

/** For two edges on one straight line: whether they have more than a point in common. */
function shareStretch(one: Edge, other: Edge): boolean {
  const inX = Math.min(one.maxX, other.maxX) - Math.max(one.minX, other.minX)
  const inY = Math.min(one.maxY, other.maxY) - Math.max(one.minY, other.minY)
  return inX > 0 || inY > 0
}

/** Whether a point lies on the edge from `a` to `b`. */
function between(a: Position, b: Position, [x, y]: Position): boolean {
  return (
    turnOf(a, b, [x, y]) === 0 &&
    x >= Math.min(a[0], b[0]) &&
    x <= Math.max(a[0], b[0]) &&
    y >= Math.min(a[1], b[1]) &&
    y <= Math.max(a[1], b[1])
  )
}

/** Above 0 when the way from `a` over `b` to `c` bends to the left, below 0 to the right. */
function turnOf(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
}
