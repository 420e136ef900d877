// From the words that name a speaker to the person or body they mean.
import type { Document } from '../document.ts'
import type { Span } from '../span.ts'
import { isShouted, PARTICLE, referenceOf, type Entity, type People } from './people.ts'
import type { Phrase } from './phrases.ts'
import type { Token } from './tokens.ts'
import { isFinite, type QuotingWords } from './words.ts'

export interface Resolved extends Span {
  /** Null where a pronoun stays open. */
  readonly entity: Entity | null
}

export class Speakers {
  private readonly document: Document
  private readonly words: QuotingWords
  private readonly people: People

  constructor(document: Document, words: QuotingWords, people: People) {
    this.document = document
    this.words = words
    this.people = people
  }

  /** Whom a phrase means; he or she is then the first whom a pronoun may mean, unless only told of in another's words. */
  resolve(tokens: readonly Token[], phrase: Phrase, paragraph: number, told = false): Resolved | null {
    const { document, words, people } = this
    const span = { start: tokens[phrase.from]!.start, end: tokens[phrase.to - 1]!.end }
    const reference = referenceOf(document, words, tokens, phrase)
    if (reference.pronoun) {
      const entity = people.meant(reference.pronoun, paragraph)
      if (entity) people.attend(entity, paragraph)
      return { ...span, entity }
    }
    const surname = phrase.head.end - phrase.head.start === 1 && !reference.definite ? phrase.head : null
    const known = surname && !reference.name ? people.known(this.nameOf(tokens, surname)) : null
    const said = document.text.slice(tokens[phrase.head.start]!.start, tokens[phrase.head.end - 1]!.end)
    const entity = reference.name
      ? people.named(this.nameOf(tokens, reference.name), reference, paragraph)
      : (known ??
        (reference.definite ? people.described(reference.roles, paragraph) : null) ??
        people.unnamed(said.replace(/\s+/g, ' ').replace(/^(?:an?|the) /i, ''), reference, paragraph))
    if (told) people.mention(entity, paragraph)
    else people.attend(entity, paragraph)
    return { ...span, entity }
  }

  private nameOf(tokens: readonly Token[], { start, end }: Span): string {
    return this.document.text
      .slice(tokens[start]!.start, tokens[end - 1]!.end)
      .replace(/\s+/g, ' ')
      .replace(/['\u2019]s$/, '')
  }

  /** Notes the persons named outside quotations, so that a later surname or pronoun can mean them. */
  hear(tokens: readonly Token[], { start, end }: Span, first: number, paragraph: number): void {
    const { text, folded } = this.document
    for (let at = start; at < end; at++) {
      const letter = tokens[at]!.start
      if (text[letter] === folded[letter]) continue
      const last = this.words.is.titles.has(tokens[at]!.word) ? at : this.nameEnd(tokens, at, end)
      if (last === at) continue
      const entity = this.personAt(tokens, at, last, first, paragraph)
      if (entity && at - first > 1) this.people.mention(entity, paragraph)
      else if (entity) this.people.attend(entity, paragraph)
      at = last - 1
    }
  }

  private personAt(
    tokens: readonly Token[],
    at: number,
    last: number,
    first: number,
    paragraph: number,
  ): Entity | null {
    const { is, given: names } = this.words
    const title = at > first ? tokens[at - 1]!.word : ''
    const given = names.get(tokens[at]!.word) ?? null
    const name = this.nameOf(tokens, { start: at, end: last })
    if (!is.titles.has(title) && (last - at === 1 || given === null))
      return last - at === 1 ? this.people.known(name) : null
    const gender = is.maleTitles.has(title) ? 'male' : is.femaleTitles.has(title) ? 'female' : given
    const reference = {
      pronoun: null,
      name: null,
      roles: [],
      gender,
      plural: false,
      definite: false,
      person: true,
    } as const
    return this.people.named(name, reference, paragraph)
  }

  /** Where a run of words that look like a name ends. */
  private nameEnd(tokens: readonly Token[], from: number, end: number): number {
    const { document, words } = this
    const shouted = isShouted(document)
    let at = from
    let real = from
    while (at < end && at - from < 5) {
      const { word, start } = tokens[at]!
      // A letter that folding leaves as it is is small, or none.
      if (document.text[start] === document.folded[start]) {
        if (at === from || !PARTICLE.test(word)) break
        at++
        continue
      }
      if (words.is.notNames.has(word) || !/^\p{L}/u.test(word)) break
      if (shouted && (isFinite(words, word) || words.is.prepositions.has(word) || words.verbs.has(word))) break
      if (at > from && words.is.titles.has(word) && !/^(?:king|pope)$/.test(word)) break
      at++
      real = at
      if (word.endsWith("'s")) break
    }
    return real
  }
}
