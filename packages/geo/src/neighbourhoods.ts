// Cuts the space that points lie in into cubes, and remembers for each which part of a line is near it.
import { squareToBox } from './box-tree.ts'
import type { Line } from './line.ts'
import { PieceFinder } from './nearest-piece.ts'

/** With more boxes than this the search might as well begin at the root. */
const MOST_BOXES = 128
const UNSEEN = -1

/** Finds the pieces nearest to points out of the places given (x, y, z, x, y, z, … in metres): the quicker the more there are. */
export class Neighbourhoods {
  readonly #line: Line
  readonly #finder: PieceFinder
  readonly #least: Float64Array
  readonly #cells: number
  readonly #width: number
  /** Where the boxes of each cube begin, and where they end; `UNSEEN` until a point lies in it. */
  readonly #firsts: Int32Array
  readonly #lasts: Int32Array
  #boxes = new Uint32Array(2 ** 12)
  #gaps = new Float64Array(2 ** 12)
  #count = 0

  constructor(line: Line, places: Float64Array) {
    const [least, most] = [
      [Infinity, Infinity, Infinity],
      [-Infinity, -Infinity, -Infinity],
    ]
    for (let at = 0; at < places.length; at += 1) {
      const axis = at % 3
      const value = places[at]!
      if (value < least[axis]!) least[axis] = value
      if (value > most[axis]!) most[axis] = value
    }
    const widest = Math.max(...most.map((value, axis) => value - least[axis]!), 1)
    this.#line = line
    this.#finder = new PieceFinder(line)
    this.#least = Float64Array.from(least)
    this.#cells = Math.max(1, Math.floor(Math.cbrt(places.length / 3)))
    this.#width = (widest * (1 + 1e-9)) / this.#cells
    this.#firsts = new Int32Array(this.#cells ** 3).fill(UNSEEN)
    this.#lasts = new Int32Array(this.#cells ** 3)
  }

  /** Of the piece found last: see `PieceFinder`. */
  get share(): number {
    return this.#finder.share
  }

  get square(): number {
    return this.#finder.square
  }

  nearest(x: number, y: number, z: number): number {
    const width = this.#width
    const leastX = this.#least[0]!
    const leastY = this.#least[1]!
    const leastZ = this.#least[2]!
    const column = Math.floor((x - leastX) / width)
    const row = Math.floor((y - leastY) / width)
    const floor = Math.floor((z - leastZ) / width)
    const cube = (column * this.#cells + row) * this.#cells + floor
    const middleX = leastX + (column + 0.5) * width
    const middleY = leastY + (row + 0.5) * width
    const middleZ = leastZ + (floor + 0.5) * width
    if (this.#firsts[cube] === UNSEEN) this.#settle(cube, middleX, middleY, middleZ)
    const dx = x - middleX
    const dy = y - middleY
    const dz = z - middleZ
    const away = Math.sqrt(dx * dx + dy * dy + dz * dz)
    return this.#finder.nearestIn(this.#boxes, this.#gaps, this.#firsts[cube]!, this.#lasts[cube]!, away, x, y, z)
  }

  /** Keeps the boxes about as large as the cube, or single pieces, that may hold the nearest piece of a point in it. */
  #settle(cube: number, x: number, y: number, z: number): void {
    const { boxes, children, counts } = this.#line.tree
    const radius = (this.#width * Math.sqrt(3)) / 2
    this.#finder.nearest(x, y, z)
    const reach = Math.sqrt(this.#finder.square) + 2 * radius
    const kept: { box: number; gap: number }[] = []
    const root = counts.length - 1
    const waiting = [root]
    for (let box = waiting.pop(); box !== undefined; box = waiting.pop()) {
      const gap = Math.sqrt(squareToBox(boxes, box, x, y, z))
      if (gap > reach) continue
      if (counts[box] === 0 || (box !== root && sizeOf(boxes, box) < radius)) kept.push({ box, gap })
      else for (let child = 0; child < counts[box]!; child += 1) waiting.push(children[box]! + child)
    }
    if (kept.length > MOST_BOXES) kept.splice(0, kept.length, { box: root, gap: 0 })
    kept.sort((one, other) => one.gap - other.gap)
    this.#firsts[cube] = this.#count
    for (const { box, gap } of kept) {
      if (this.#count === this.#boxes.length) this.#grow()
      this.#boxes[this.#count] = box
      this.#gaps[this.#count] = gap
      this.#count += 1
    }
    this.#lasts[cube] = this.#count
  }

  #grow(): void {
    const [boxes, gaps] = [new Uint32Array(this.#count * 2), new Float64Array(this.#count * 2)]
    boxes.set(this.#boxes)
    gaps.set(this.#gaps)
    this.#boxes = boxes
    this.#gaps = gaps
  }
}

/** From corner to corner. */
function sizeOf(boxes: Float64Array, box: number): number {
  const side = (axis: number) => boxes[box * 6 + 3 + axis]! - boxes[box * 6 + axis]!
  return Math.hypot(side(0), side(1), side(2))
}
