// Documents about the same event, in groups: average-link clustering of their weighted words.
import { componentsOf } from './components.ts'
import { byName, type TextDocument } from './groups.ts'
import { Neighbours } from './neighbours.ts'
import { Partition } from './partition.ts'
import { added, product, scaled, sumOf, termsOfAGroup, vectorsOf, weightiest, type Vector } from './vectors.ts'

export interface Topic {
  /** Names of the documents, sorted. */
  readonly docs: readonly string[]
  /** The mean cosine between two of its documents; null for one alone. */
  readonly cohesion: number | null
}

export interface Topics {
  /** By their first document; every document is in exactly one. */
  readonly topics: readonly Topic[]
  /** Groups whose documents were on average at least so like each other were joined, and no others. */
  readonly threshold: number
}

/**
 * The cosine from which documents are about one thing: news of one kind of event share some hundredths of their weight,
 * reports of one event a tenth or more. Measured on short and long reports, few and many, with and without lone ones.
 */
const USUAL_THRESHOLD = 0.1
/** Between these a collection may choose, by the threshold whose groups lie furthest apart. */
const THRESHOLDS = [0.06, 0.07, 0.08, 0.09, 0.1, 0.11, 0.12, 0.14, 0.16, 0.18, 0.22, 0.26, 0.3, 0.35]
/** How much further apart groups must lie for each e-fold step away from the usual: kinds of event lie apart as well. */
const RELUCTANCE = 0.2
/** Documents as like each other as this are copies. */
const COPIES = 0.4
const FEWEST_TO_DECIDE = 20
const ROUNDING = 1e-9
/** Groups documents by what they are about. The order of the list is no matter. */
export function topicsOf(documents: readonly TextDocument[], asked?: number): Topics {
  const sorted = byName(documents)
  const vectors = vectorsOf(sorted.map(({ text }) => text))
  const joins = averageLinkJoins(
    vectors,
    asked ?? (sorted.length < FEWEST_TO_DECIDE ? USUAL_THRESHOLD : THRESHOLDS[0]!),
  )
  const threshold = asked ?? (sorted.length < FEWEST_TO_DECIDE ? USUAL_THRESHOLD : tellingThreshold(vectors, joins))
  const groupOf = cut(vectors.length, joins, threshold)
  const topics = [...Map.groupBy(sorted.keys(), (index) => groupOf[index]!).values()].map((members) => ({
    docs: members.map((index) => sorted[index]!.doc),
    cohesion: cohesionOf(members.map((index) => vectors[index]!)),
  }))
  return { topics, threshold }
}

interface Join {
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
function averageLinkJoins(vectors: readonly Vector[], least: number): Join[] {
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
function cut(count: number, joins: readonly Join[], threshold: number): Uint32Array {
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

/**
 * The threshold at which documents lie best: nearest to their own group and furthest from the next (Rousseeuw 1987), the
 * usual one unless another is clearly better. Copies are asked as one, or else a group of copies would always lie best.
 */
function tellingThreshold(vectors: readonly Vector[], joins: readonly Join[]): number {
  const copies = [...Map.groupBy(vectors.keys(), indexed(cut(vectors.length, joins, COPIES))).values()]
  const asked = copies.map((members) => scaled(sumOf(members.map((index) => vectors[index]!)), 1 / members.length))
  const partition = new Partition(asked)
  let best = { threshold: USUAL_THRESHOLD, score: -Infinity }
  for (const threshold of THRESHOLDS) {
    const groupOf = cut(vectors.length, joins, threshold)
    partition.become(copies.map(([first]) => groupOf[first!]!))
    const score = partition.silhouette() - RELUCTANCE * Math.abs(Math.log(threshold / USUAL_THRESHOLD))
    if (score > best.score) best = { threshold, score }
  }
  return best.threshold
}

function indexed(groups: Uint32Array): (index: number) => number {
  return (index) => groups[index]!
}

function cohesionOf(vectors: readonly Vector[]): number | null {
  if (vectors.length < 2) return null
  const sum = sumOf(vectors)
  const self = vectors.reduce((total, vector) => total + product(vector, vector), 0)
  return (product(sum, sum) - self) / (vectors.length * (vectors.length - 1))
}
