// Mentions of happenings of any kind, in groups: the same word of reports about one event, where nobody said what kind it is.
import { byName, type TextDocument } from '../duplicates/groups.ts'
import { topicsOf } from '../duplicates/topics.ts'
import { happeningIn } from './event-words.ts'

/** Words of a document that tell of a happening: a claim of which no kind is known. */
export interface Mention {
  readonly id: string
  readonly doc: string
  /** The word or few words that tell of it, or a sentence. */
  readonly quote: string
}

/** More words than this are a sentence, and held against others as a whole. */
const MOST_WORDS = 4
/** The likeness from which sentences of reports about one event tell of one happening. */
const LIKE_SENTENCES = 0.3
const LIGHT = new Set(
  'a an the has have had having is was were are be been being will would may might could can did does do to not its their his her into up off out on'.split(
    ' ',
  ),
)

/**
 * Ids of mentions of one happening, in groups, sorted; every mention is in exactly one. Two are of one where the documents
 * are about one event and the words tell of one thing. Of a document whose text is not at hand its mentions are the text.
 */
export function mentionGroups(mentions: readonly Mention[], documents: readonly TextDocument[]): string[][] {
  const topicOf = topicOfDocuments(mentions, documents)
  const told = mentions.map((mention) => ({ ...mention, topic: topicOf.get(mention.doc), word: happeningOf(mention) }))
  const byWord = Map.groupBy(
    told.filter(({ word }) => word !== null),
    ({ topic, word }) => `${topic} ${word}`,
  )
  const sentences = Map.groupBy(
    told.filter(({ word }) => word === null),
    ({ topic }) => topic,
  )
  return [
    ...[...byWord.values()].map((own) => own.map(({ id }) => id)),
    ...[...sentences.values()].flatMap(sentencesAlike),
  ]
    .map((ids) => ids.toSorted())
    .toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1))
}

/** The one word for what a few words tell of; null where they are a sentence. */
function happeningOf({ quote }: Mention): string | null {
  const words = quote.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  if (words.length > MOST_WORDS) return null
  const telling = words.find((word) => !LIGHT.has(word.toLowerCase())) ?? words[0]
  return telling === undefined ? quote : happeningIn(telling)
}

function sentencesAlike(mentions: readonly Mention[]): string[][] {
  const { topics } = topicsOf(
    mentions.map(({ id, quote }) => ({ doc: id, text: quote })),
    LIKE_SENTENCES,
  )
  return topics.map(({ docs }) => [...docs])
}

function topicOfDocuments(mentions: readonly Mention[], documents: readonly TextDocument[]): Map<string, number> {
  const known = new Set(documents.map(({ doc }) => doc))
  const unknown = Map.groupBy(
    mentions.filter(({ doc }) => !known.has(doc)),
    ({ doc }) => doc,
  )
  const stand = [...unknown].map(([doc, own]) => ({ doc, text: own.map(({ quote }) => quote).join('. ') }))
  const { topics } = topicsOf(byName([...documents, ...stand]))
  return new Map(topics.flatMap(({ docs }, index) => docs.map((doc) => [doc, index])))
}
