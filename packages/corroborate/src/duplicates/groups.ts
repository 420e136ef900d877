// Documents that are copies of each other, in groups, and the passages that documents share.
import { nearTies, type NearPair, type Search, type Thresholds } from './near.ts'
import { passagesOf } from './passages.ts'
import { componentsOf } from './components.ts'

/** A document as far as it is compared with others. */
export interface TextDocument {
  /** The document's name, different from every other's. */
  readonly doc: string
  readonly text: string
}

export interface DuplicateGroup {
  /** Names of the documents, sorted. */
  readonly docs: readonly string[]
  /** The least containment among the pairs that tie the group together: the share of the shorter that the longer has. */
  readonly similarity: number
  /** Pairs that tie it together, one fewer than it has documents, sorted. */
  readonly pairs: readonly {
    readonly docs: readonly [string, string]
    readonly jaccard: number
    readonly containment: number
  }[]
}

/** Documents that are nearly the same, in groups; documents like no other are in none. The order of the list is no matter. */
export function duplicatesOf(documents: readonly TextDocument[], search: Search = {}): DuplicateGroup[] {
  const sorted = byName(documents)
  const pairs = nearTies(
    sorted.map(({ text }) => text),
    search,
  )
  return groupsOf(
    pairs,
    sorted.map(({ doc }) => doc),
  )
}

function groupsOf(pairs: readonly NearPair[], names: readonly string[]): DuplicateGroup[] {
  const groupOf = componentsOf(
    names.length,
    pairs.map(({ a, b }) => [a, b]),
  )
  return [...Map.groupBy(pairs, ({ a }) => groupOf[a]!).values()].map((own) => ({
    docs: [...new Set(own.flatMap(({ a, b }) => [a, b]))].toSorted((a, b) => a - b).map((index) => names[index]!),
    similarity: own.reduce((least, { containment }) => Math.min(least, containment), 1),
    pairs: own.map(({ a, b, jaccard, containment }) => ({
      docs: [names[a]!, names[b]!],
      jaccard,
      containment,
    })),
  }))
}

/** A passage where it stands: `text.slice(start, end)` of its document, in UTF-16 units. */
export interface Passage {
  readonly doc: string
  readonly start: number
  readonly end: number
}

export interface SharedPassage {
  /** Sorted by document and place; passages of at least two documents. */
  readonly passages: readonly Passage[]
  readonly similarity: number
}

/** Words that a passage needs, so that its being said twice is no accident. */
const PASSAGE_THRESHOLDS: Thresholds = { jaccard: 0.4, containment: 0.6, shortest: 10 }

/** Passages that stand in several documents, word for word or nearly so: wire paragraphs, quoted statements. */
export function sharedPassages(documents: readonly TextDocument[], search: Search = {}): SharedPassage[] {
  const passages = byName(documents).flatMap(({ doc, text }) =>
    passagesOf(text).map(({ start, end }) => ({ doc, start, end, text: text.slice(start, end) })),
  )
  const pairs = nearTies(
    passages.map(({ text }) => text),
    { thresholds: PASSAGE_THRESHOLDS, ...search },
  )
  const groupOf = componentsOf(
    passages.length,
    pairs.map(({ a, b }) => [a, b]),
  )
  return [...Map.groupBy(pairs, ({ a }) => groupOf[a]!).values()].flatMap((own) => {
    const members = [...new Set(own.flatMap(({ a, b }) => [a, b]))].toSorted((a, b) => a - b)
    if (members.every((index) => passages[index]!.doc === passages[members[0]!]!.doc)) return []
    return [
      {
        passages: members.map((index) => {
          const { doc, start, end } = passages[index]!
          return { doc, start, end }
        }),
        similarity: own.reduce((least, { containment }) => Math.min(least, containment), 1),
      },
    ]
  })
}

export function byName<T extends { readonly doc: string }>(documents: readonly T[]): T[] {
  return documents.toSorted((a, b) => (a.doc < b.doc ? -1 : a.doc > b.doc ? 1 : 0))
}
