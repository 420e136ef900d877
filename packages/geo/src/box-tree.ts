// An index of boxes in space, each level four boxes of the one below.

const FAN = 4

export interface BoxTree {
  /** Least x, y, z and greatest x, y, z of each box; the given ones first, their summaries after, the root last. */
  readonly boxes: Float64Array
  /** Where each level begins, counted in boxes; the last is their number. */
  readonly levels: readonly number[]
  /** The first child of each box above the lowest level, and how many there are. */
  readonly children: Uint32Array
  readonly counts: Uint8Array
}

/** Of at least one box, in an order such as `spatialOrder` gives: neighbours in the list should be neighbours in space. */
export function boxTree(given: Float64Array): BoxTree {
  const levels = [0, given.length / 6]
  for (let count = given.length / 6; count > 1;) {
    count = Math.ceil(count / FAN)
    levels.push(levels.at(-1)! + count)
  }
  const total = levels.at(-1)!
  const boxes = new Float64Array(total * 6)
  boxes.set(given)
  const children = new Uint32Array(total)
  const counts = new Uint8Array(total)
  for (let level = 1; level + 1 < levels.length; level += 1) {
    const [below, here, above] = [levels[level - 1]!, levels[level]!, levels[level + 1]!]
    for (let box = here; box < above; box += 1) {
      const first = below + (box - here) * FAN
      children[box] = first
      counts[box] = Math.min(FAN, here - first)
      for (let axis = 0; axis < 3; axis += 1) {
        let [least, greatest] = [Infinity, -Infinity]
        for (let child = first; child < first + counts[box]!; child += 1) {
          least = Math.min(least, boxes[child * 6 + axis]!)
          greatest = Math.max(greatest, boxes[child * 6 + 3 + axis]!)
        }
        boxes[box * 6 + axis] = least
        boxes[box * 6 + 3 + axis] = greatest
      }
    }
  }
  return { boxes, levels, children, counts }
}

/** The numbers of boxes in an order that puts neighbours together: halved along the longest side, again and again. */
export function spatialOrder(boxes: Float64Array): Uint32Array {
  const order = Uint32Array.from({ length: boxes.length / 6 }, (_, at) => at)
  const middle = (box: number, axis: number) => boxes[box * 6 + axis]! + boxes[box * 6 + 3 + axis]!
  const halve = (part: Uint32Array): void => {
    if (part.length <= FAN) return
    const sides = [0, 1, 2].map((axis) => {
      let [least, greatest] = [Infinity, -Infinity]
      for (const box of part) {
        least = Math.min(least, middle(box, axis))
        greatest = Math.max(greatest, middle(box, axis))
      }
      return greatest - least
    })
    const axis = sides.indexOf(Math.max(...sides))
    part.sort((one, other) => middle(one, axis) - middle(other, axis) || one - other)
    // Whole boxes of the highest level below this one, so that none is shared between the halves.
    let full = FAN
    while (full * FAN < part.length) full *= FAN
    const half = Math.ceil(Math.ceil(part.length / full) / 2) * full
    halve(part.subarray(0, half))
    halve(part.subarray(half))
  }
  halve(order)
  return order
}

/** The square of the distance from a point to a box, 0 inside it. */
export function squareToBox(boxes: Float64Array, box: number, x: number, y: number, z: number): number {
  const at = box * 6
  const dx = x < boxes[at]! ? boxes[at]! - x : x > boxes[at + 3]! ? x - boxes[at + 3]! : 0
  const dy = y < boxes[at + 1]! ? boxes[at + 1]! - y : y > boxes[at + 4]! ? y - boxes[at + 4]! : 0
  const dz = z < boxes[at + 2]! ? boxes[at + 2]! - z : z > boxes[at + 5]! ? z - boxes[at + 5]! : 0
  return dx * dx + dy * dy + dz * dz
}
