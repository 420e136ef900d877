// Who did it, what and whom it struck, and with what: the fillers of these roles in a sentence, each with its exact words.
import { deedsOf, type Deed } from './deed-frames.ts'
import type { Document } from './document.ts'
import { roleWordsOf, type RoleWords } from './lexicon/roles.ts'
import { groupIn, phraseFrom, tokensOf, type NounPhrase, type Token } from './noun-phrases.ts'
import { leftOf, phrasesFrom } from './deeds.ts'
import type { Span } from './span.ts'

export type Role = 'perpetrator' | 'target' | 'victim' | 'weapon'

/** The words without article and number, `start` and `end` in the document. */
export interface Filler extends Span {
  readonly role: Role
  readonly words: string
  /** The words with their number: `three peasants`. */
  readonly counted: string
  /** An organisation rather than somebody of it. */
  readonly body: boolean
}

/** The fillers that the words of one stretch give, in the order of their words, each once. */
export function fillersIn(document: Document, span: Span): Filler[] {
  const words = roleWordsOf(document.lexicon.language)
  if (!words) return []
  const tokens = tokensOf(document.folded, span, words)
  const deeds = deedsOf(tokens, words)
  const found: Filler[] = []
  const add = (role: Role, phrase: NounPhrase) => {
    // "Another group" names nobody.
    if (role === 'perpetrator' && phrase.first === phrase.last && words.collectives.has(tokens[phrase.last]!.word))
      return
    if (found.some((one) => one.role === role && one.start === phrase.start && one.end === phrase.end)) return
    if (
      role === 'perpetrator' &&
      /\b(?:no|neither)\s+(?:\p{L}+ly )?$/u.test(document.folded.slice(span.start, phrase.counted))
    )
      return
    found.push(fillerOf(document, role, phrase))
    const group = role === 'perpetrator' ? groupIn(tokens, phrase, words) : null
    if (group) add(role, group)
  }
  for (const deed of deeds) for (const { role, phrase } of rolesOfDeed(deed)) add(role, phrase)
  for (const phrase of ownersOf(tokens, words, deeds.length > 0)) add('perpetrator', phrase)
  for (const phrase of listedVictims(tokens, words)) add('victim', phrase)
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end)
}

function fillerOf({ text }: Document, role: Role, { start, end, counted, class: kind }: NounPhrase): Filler {
  const said = (from: number) => text.slice(from, end).replace(/\s+/g, ' ')
  return { role, start, end, words: said(start), counted: said(counted), body: kind === 'body' }
}

function rolesOfDeed({ kind, doers, done, means, places }: Deed): { role: Role; phrase: NounPhrase }[] {
  const as = (phrases: readonly NounPhrase[], roleOf: (phrase: NounPhrase) => Role | null) =>
    phrases.flatMap((phrase) => {
      const role = roleOf(phrase)
      return role === null ? [] : [{ role, phrase }]
    })
  return [
    ...as(doers, (phrase) => doer(kind, phrase)),
    ...as(done, (phrase) => sufferer(kind, phrase)),
    ...as(means, ({ class: one }) => (one === 'weapon' ? 'weapon' : null)),
    ...as(places, ({ class: one }) => (one === 'thing' ? 'target' : one === 'people' ? 'victim' : null)),
  ]
}

function doer(deed: Deed['kind'], { class: kind }: NounPhrase): Role | null {
  if (kind === 'weapon') return 'weapon'
  // "Inflation hit the banks": of what is not known to act, only killing and the like makes somebody.
  if (kind === 'unknown' && deed === 'hit') return null
  return kind === 'thing' || kind === 'neither' ? null : 'perpetrator'
}

function sufferer(deed: Deed['kind'], { class: kind, named }: NounPhrase): Role | null {
  if (kind === 'people' || kind === 'attacker') return 'victim'
  if (kind === 'thing') return deed === 'harm' ? null : 'target'
  if (kind === 'unknown') return deed === 'harm' || named ? 'victim' : null
  return kind === 'body' && deed === 'harm' ? 'victim' : null
}

/** Those who say that they did it, or are said to have: `claimed responsibility`, `accused the rebels of`. */
function ownersOf(tokens: readonly Token[], words: RoleWords, deeds: boolean): NounPhrase[] {
  const found: NounPhrase[] = []
  for (let index = 0; index < tokens.length; index++) {
    const owning = startsWith(tokens, index, words.owning)
    if (owning > 0 && tokens[index + owning]?.word !== 'by') {
      const { subjects } = leftOf(tokens, index, words)
      const able = subjects.filter(isActor)
      const [first] = able.length > 0 ? able : [phraseFrom(tokens, 0, words)]
      const claims = /^(?:claim|took|tak|accept|admit|assum)/.test(tokens[index]!.word)
      if (first && isActor(first) && (deeds || claims)) found.push(first, ...able.slice(1))
    }
    const doneBy = deeds || /^(?:kill|attack)/.test(tokens[index]!.word) ? startsWith(tokens, index, words.doneBy) : 0
    if (doneBy > 0) found.push(...phrasesFrom(tokens, index + doneBy, words).phrases.filter(isActor))
    if (/^attribut(?:ed|es|ing)$/.test(tokens[index]!.word)) {
      const to = tokens.findIndex(({ word }, at) => at > index + 1 && at < index + 7 && word === 'to')
      if (to > 0) found.push(...phrasesFrom(tokens, to + 1, words).phrases.filter(isActor))
    }
    if (/^(?:accus|blam)(?:e|es|ed|ing)$/.test(tokens[index]!.word) && deeds) {
      const { phrases, end } = phrasesFrom(tokens, index + 1, words)
      if (/^(?:of|for)$/.test(tokens[end]?.word ?? '')) found.push(...phrases.filter(isActor))
    }
  }
  return found
}

function isActor({ class: kind }: NounPhrase): boolean {
  return kind === 'attacker' || kind === 'body' || kind === 'people' || kind === 'unknown'
}

/** `The victims were identified as …`. */
function listedVictims(tokens: readonly Token[], words: RoleWords): NounPhrase[] {
  const left = tokens.findIndex(({ word }) => word === 'left' || word === 'leaving')
  if (left >= 0) {
    const { phrases, end } = phrasesFrom(tokens, left + 1, words)
    if (/^(?:dead|wounded|injured|killed|hurt)$/.test(tokens[end]?.word ?? ''))
      return phrases.filter(({ class: one }) => one === 'people' || one === 'attacker')
  }
  const victims = tokens.findIndex(({ word }) => /^(?:victims?|dead|wounded|injured|deceased)$/.test(word))
  if (victims < 0) return []
  const as = tokens.findIndex(
    ({ word }, index) =>
      index > victims &&
      index < victims + 7 &&
      ((word === 'as' && /^(?:identified|named)$/.test(tokens[index - 1]?.word ?? '')) || word === ':'),
  )
  if (as < 0) return []
  const found: NounPhrase[] = []
  for (let at = as + 1; at < tokens.length;) {
    const next = phraseFrom(tokens, at, words)
    if (!next) break
    if (next.class === 'unknown' || next.class === 'people') found.push(next)
    at = next.last + 1
    // "Luis Mata, age 30, and Rosa Tellez"
    while (at < tokens.length && /^(?:,|and|age|aged|\d+|\(|\)|years?|old)$/.test(tokens[at]!.word)) at++
    if (at === next.last + 1) break
  }
  return found
}

/** How many tokens one of the phrases takes up from a token on; 0 where none begins there. */
function startsWith(tokens: readonly Token[], index: number, phrases: readonly string[]): number {
  for (const phrase of phrases) {
    const parts = phrase.split(' ')
    if (parts.every((part, step) => tokens[index + step]?.word === part)) return parts.length
  }
  return 0
}
