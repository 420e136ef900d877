// Average-link clustering of vectors: which groups join which, and at what likeness.
import { componentsOf } from './components.ts'
import { Neighbours } from './neighbours.ts'
import { added, product, scaled, termsOfAGroup, weightiest, type Vector } from './vectors.ts'

const ROUNDING = 1e-9

export interface Join {
  /** Numbers of documents, one of each group. */
  readonly a: number
  readonly b: number
  readonly likeness: number
}

/**
 * The joins of average-link clustering down to a likeness, along chains of nearest neighbours (Murtagh 1983): from each
 * group to the nearest to it and on, until two are nearest to each other. With this linkage that gives the same tree as
 * always joining the two nearest of all. The mean cosine between two groups is the product of their means.
 */
export function averageLinkJoins(vectors: readonly Vector[], least: number): Join[] {
  const most = termsOfAGroup(vectors.length)
  const groups = new Map<number, { sum: Vector; mean: Vector; size: number }>()
  const neighbours = new Neighbours()
  for (const [index, vector] of vectors.entries()) {
    groups.set(index, { sum: vector, mean: vector, size: 1 })
    neighbours.add(index, vector)
  }
  const joins: Join[] = []
  const chain: number[] = []
  for (let first = 0; first < vectors.length + joins.length;) {
    const a = chain.at(-1) ?? first
    if (!groups.has(a)) {
      first += 1
      continue
    }
    if (chain.length === 0) chain.push(a)
    const { sum, mean, size } = groups.get(a)!
    const nearest = neighbours.nearest(mean, a, least)
    const before = chain.at(-2)
    // Whoever is near to none stays so: no join of others brings them nearer.
    if (nearest === null && before === undefined) {
      neighbours.remove(a)
      groups.delete(a)
      chain.length = 0
      continue
    }
    // Sums in another order may differ in the last digits: who is as near as the nearest is the nearest.
    const isMutual =
      before !== undefined &&
      (nearest === null || product(mean, groups.get(before)!.mean) + ROUNDING >= nearest.likeness)
    if (!isMutual) {
      chain.push(nearest!.index)
      continue
    }
    const other = groups.get(before)!
    joins.push({ a: before, b: a, likeness: product(mean, other.mean) })
    const joint = weightiest(added(other.sum, sum), most)
    for (const gone of [a, before]) {
      neighbours.remove(gone)
      groups.delete(gone)
    }
    const index = vectors.length + joins.length - 1
    const group = { sum: joint, mean: scaled(joint, 1 / (size + other.size)), size: size + other.size }
    groups.set(index, group)
    neighbours.add(index, group.mean)
    chain.length -= 2
  }
  return joins
}

/** Groups at a threshold: a join makes the next number, and names groups by theirs. */
export function cut(count: number, joins: readonly Join[], threshold: number): Uint32Array {
  const ties = joins.flatMap(({ a, b, likeness }, at): [number, number][] =>
    likeness >= threshold
      ? [
          [a, count + at],
          [b, count + at],
        ]
      : [],
  )
  return componentsOf(count + joins.length, ties).subarray(0, count)
}
