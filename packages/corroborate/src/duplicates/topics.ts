// Documents about the same event, in groups: average-link clustering of their weighted words.
import { byName, type TextDocument } from './groups.ts'
import { Neighbours } from './neighbours.ts'
import { averageLinkJoins, cut, type Join } from './linkage.ts'
import { Partition } from './partition.ts'
import { areMany, countedWords, product, scaled, sumOf, weighing, type Counted, type Vector } from './vectors.ts'

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
const NONE = -1
/** Texts of a large collection that are looked at for its large topics. */
const SAMPLE = 2000
/** A topic is large that has more than this share: its own words would be thought to tell nothing among many. */
const LARGE_SHARE = 0.01

/** Groups documents by what they are about. The order of the list is no matter. */
export function topicsOf(documents: readonly TextDocument[], asked?: number): Topics {
  const sorted = byName(documents)
  const counted = countedWords(sorted.map(({ text }) => text))
  const large = areMany(sorted.length) ? largeTopics(counted, asked) : []
  const taken = new Set(large.flatMap(({ members }) => members))
  const rest = [...sorted.keys()].filter((index) => !taken.has(index))
  const { groups, threshold } = grouped(rest.map(weighing(counted, rest)), asked)
  const others = groups.map(({ members, cohesion }) => ({ members: members.map((at) => rest[at]!), cohesion }))
  const topics = [...large, ...others]
    .toSorted((a, b) => a.members[0]! - b.members[0]!)
    .map(({ members, cohesion }) => ({ docs: members.map((index) => sorted[index]!.doc), cohesion }))
  return { topics, threshold }
}

interface Group {
  /** Numbers of vectors, rising. */
  readonly members: readonly number[]
  readonly cohesion: number | null
}

function grouped(vectors: readonly Vector[], asked?: number): { groups: Group[]; threshold: number } {
  const decides = asked === undefined && vectors.length >= FEWEST_TO_DECIDE
  const joins = averageLinkJoins(vectors, decides ? THRESHOLDS[0]! : (asked ?? USUAL_THRESHOLD))
  const threshold = decides ? tellingThreshold(vectors, joins) : (asked ?? USUAL_THRESHOLD)
  const groupOf = cut(vectors.length, joins, threshold)
  const groups = [...Map.groupBy(vectors.keys(), indexed(groupOf)).values()].map((members) => ({
    members,
    cohesion: cohesionOf(members.map((index) => vectors[index]!)),
  }))
  return { groups, threshold }
}

/** Topics that are large among a sample, with every document that is like enough to one. */
function largeTopics(counted: Counted, asked?: number): Group[] {
  const all = [...counted.texts.keys()]
  const step = Math.ceil(all.length / SAMPLE)
  const sample = all.filter((index) => index % step === 0)
  const weigh = weighing(counted, sample)
  const vectors = sample.map(weigh)
  const { groups, threshold } = grouped(vectors, asked)
  const means = new Neighbours()
  for (const [index, { members }] of groups.entries())
    if (members.length > LARGE_SHARE * sample.length)
      means.add(index, scaled(sumOf(members.map((one) => vectors[one]!)), 1 / members.length))
  const homes = all.flatMap((index) => {
    const vector = weigh(index)
    const home = means.nearest(vector, NONE, threshold)
    return home === null ? [] : [{ index, vector, home: home.index }]
  })
  return [...Map.groupBy(homes, ({ home }) => home).values()].map((own) => ({
    members: own.map(({ index }) => index),
    cohesion: cohesionOf(own.map(({ vector }) => vector)),
  }))
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
