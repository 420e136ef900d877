// Documents about the same event, in groups: average-link clustering of their weighted words.
import { componentsOf } from './components.ts'
import { byName, type TextDocument } from './groups.ts'
import { Neighbours } from './neighbours.ts'
import { added, MANY_TEXTS, product, scaled, sumOf, vectorsOf, weightiest, type Vector } from './vectors.ts'

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
/** Documents that are asked how well they lie; every so-manieth of a large collection. */
const MOST_ASKED = 1000
/** A group less like a document than this is as far from it as any. */
const NEXT_TO_NOTHING = 0.02
const ROUNDING = 1e-9
/** The terms of a group that are kept, so that a large one does not take in the whole dictionary. */
const TERMS_OF_A_GROUP = 256
const TERMS_OF_A_GROUP_OF_MANY = 64

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
  const most = vectors.length > MANY_TEXTS ? TERMS_OF_A_GROUP_OF_MANY : TERMS_OF_A_GROUP
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
  let best = { threshold: USUAL_THRESHOLD, score: -Infinity }
  for (const threshold of THRESHOLDS) {
    const groupOf = cut(vectors.length, joins, threshold)
    const silhouette = silhouetteOf(
      asked,
      copies.map(([first]) => groupOf[first!]!),
    )
    const score = silhouette - RELUCTANCE * Math.abs(Math.log(threshold / USUAL_THRESHOLD))
    if (score > best.score) best = { threshold, score }
  }
  return best.threshold
}

function indexed(groups: Uint32Array): (index: number) => number {
  return (index) => groups[index]!
}

/** The mean silhouette, of distances that are 1 less the cosine; a document alone in its group has none. */
function silhouetteOf(vectors: readonly Vector[], groupOf: readonly number[]): number {
  const most = vectors.length > MANY_TEXTS ? TERMS_OF_A_GROUP_OF_MANY : TERMS_OF_A_GROUP
  const sums = new Map(
    [...Map.groupBy(groupOf.keys(), (index) => groupOf[index]!)].map(([group, members]) => [
      group,
      { sum: weightiest(sumOf(members.map((index) => vectors[index]!)), most), size: members.length },
    ]),
  )
  const neighbours = new Neighbours()
  for (const [group, { sum, size }] of sums) neighbours.add(group, scaled(sum, 1 / size))
  const step = Math.ceil(vectors.length / MOST_ASKED)
  let [total, asked] = [0, 0]
  for (let index = 0; index < vectors.length; index += step) {
    asked += 1
    const { sum, size } = sums.get(groupOf[index]!)!
    if (size === 1) continue
    const vector = vectors[index]!
    const own = (product(sum, vector) - product(vector, vector)) / (size - 1)
    const next = neighbours.nearest(vector, groupOf[index]!, NEXT_TO_NOTHING)?.likeness ?? 0
    total += (own - next) / (1 - Math.min(own, next))
  }
  return asked === 0 ? 0 : total / asked
}

function cohesionOf(vectors: readonly Vector[]): number | null {
  if (vectors.length < 2) return null
  const sum = sumOf(vectors)
  const self = vectors.reduce((total, vector) => total + product(vector, vector), 0)
  return (product(sum, sum) - self) / (vectors.length * (vectors.length - 1))
}
