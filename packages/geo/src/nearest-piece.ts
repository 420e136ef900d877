// Finds the piece of a line nearest to a point of space, and every piece that may be.
import { squareToBox } from './box-tree.ts'
import { PER_PIECE, type Line } from './line.ts'

/** Boxes that can wait: three on each level of any tree. */
const MOST_WAITING = 64

/** Reuses its memory from point to point; `share` and `square` belong to the last piece looked at, or to the nearest. */
export class PieceFinder {
  readonly #line: Line
  readonly #stack = new Uint32Array(MOST_WAITING)
  readonly #squares = new Float64Array(MOST_WAITING)
  /** From 0 where the piece begins to 1 where it ends. */
  share = 0
  /** The square of the straight distance through space, in square metres. */
  square = 0

  constructor(line: Line) {
    this.#line = line
  }

  /** The nearest piece; leaves its `share` and `square`. */
  nearest(x: number, y: number, z: number): number {
    const { tree, owners } = this.#line
    const { boxes, children, counts } = tree
    const [stack, squares] = [this.#stack, this.#squares]
    const pieces = owners.length
    let best = 0
    let least = Infinity
    let far = Infinity
    let share = 0
    let top = 1
    stack[0] = counts.length - 1
    squares[0] = 0
    while (top > 0) {
      top -= 1
      if (squares[top]! > least) continue
      const box = stack[top]!
      if (box < pieces) {
        this.foot(box, x, y, z, far)
        if (this.square < least) {
          best = box
          least = this.square
          far = Math.sqrt(least)
          share = this.share
        }
        continue
      }
      const first = children[box]!
      const bottom = top
      for (let child = first; child < first + counts[box]!; child += 1) {
        const square = squareToBox(boxes, child, x, y, z)
        if (square > least) continue
        let at = top
        // The nearest of them is looked at first.
        for (; at > bottom && squares[at - 1]! < square; at -= 1) {
          squares[at] = squares[at - 1]!
          stack[at] = stack[at - 1]!
        }
        squares[at] = square
        stack[at] = child
        top += 1
      }
    }
    this.share = share
    this.square = least
    return best
  }

  /** Every piece whose straight distance may be at most `reach` metres. */
  within(x: number, y: number, z: number, reach: number): number[] {
    const { tree, owners } = this.#line
    const found: number[] = []
    const waiting = [tree.counts.length - 1]
    for (let box = waiting.pop(); box !== undefined; box = waiting.pop()) {
      if (squareToBox(tree.boxes, box, x, y, z) > reach * reach) continue
      if (box < owners.length) found.push(box)
      else for (let child = 0; child < tree.counts[box]!; child += 1) waiting.push(tree.children[box]! + child)
    }
    return found
  }

  /** Where on a piece the straight way to a point is shortest; only roughly where that is farther than `far` metres. */
  foot(piece: number, x: number, y: number, z: number, far = Infinity): void {
    const { pieces, bulges } = this.#line
    const at = piece * PER_PIECE
    const qx = x - pieces[at]!
    const qy = y - pieces[at + 1]!
    const qz = z - pieces[at + 2]!
    const dx = pieces[at + 3]!
    const dy = pieces[at + 4]!
    const dz = pieces[at + 5]!
    const wx = pieces[at + 6]!
    const wy = pieces[at + 7]!
    const wz = pieces[at + 8]!
    let t = clamped((qx * dx + qy * dy + qz * dz) / (dx * dx + dy * dy + dz * dz))
    let rx = qx - t * dx
    let ry = qy - t * dy
    let rz = qz - t * dz
    const chord = rx * rx + ry * ry + rz * rz
    const reach = far + bulges[piece]!
    if (chord > reach * reach) {
      this.square = chord
      return
    }
    let bulge = t * (1 - t)
    rx -= bulge * wx
    ry -= bulge * wy
    rz -= bulge * wz
    // One step of Newton's: the bulge is a thousandth of the way or less.
    const bend = 1 - 2 * t
    const tx = dx + bend * wx
    const ty = dy + bend * wy
    const tz = dz + bend * wz
    const slope = rx * tx + ry * ty + rz * tz
    const curve = tx * tx + ty * ty + tz * tz + 2 * (rx * wx + ry * wy + rz * wz)
    const moved = curve > 0 ? clamped(t + slope / curve) : t
    if (moved !== t) {
      t = moved
      bulge = t * (1 - t)
      rx = qx - t * dx - bulge * wx
      ry = qy - t * dy - bulge * wy
      rz = qz - t * dz - bulge * wz
    }
    this.share = t
    this.square = rx * rx + ry * ry + rz * rz
  }
}

function clamped(share: number): number {
  return share < 0 ? 0 : share > 1 ? 1 : share
}
