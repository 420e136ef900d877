// Who did it, what and whom it struck, and with what: the fillers of these roles in a sentence, each with its exact words.
import { deedsOf, type Deed } from './deed-frames.ts'
import type { Document } from './document.ts'
import { roleWordsOf, type RoleWords } from './lexicon/roles.ts'
import { phraseBefore, phraseFrom, tokensOf, type NounClass, type NounPhrase, type Token } from './noun-phrases.ts'
import { leftOf, phrasesFrom } from './deeds.ts'
import { doersIn, isMilitary, isNamed, isState, targetIn, weaponIn } from './role-phrases.ts'
import type { Span } from './span.ts'

export type Role = 'perpetrator' | 'target' | 'victim' | 'weapon'

/** The words without article and number, `start` and `end` in the document. */
export interface Filler extends Span {
  readonly role: Role
  readonly words: string
  /** The words with their number: `three peasants`. */
  readonly counted: string
  /** `body` for an organisation rather than somebody of it. */
  readonly class: NounClass
  /** Called by name, rather than by what they are. */
  readonly named: boolean
  /** Done to armed forces alone: fighting rather than an attack on civilians. */
  readonly combat: boolean
}

/** The fillers that the words of one stretch give, in the order of their words, each once. */
export function fillersIn(document: Document, span: Span): Filler[] {
  const words = roleWordsOf(document.lexicon.language)
  if (!words) return []
  const tokens = tokensOf(document.folded, span, words)
  const deeds = deedsOf(tokens, words)
  const found: Filler[] = []
  const add = (role: Role, whole: NounPhrase, combat = false) => {
    for (const phrase of wordedAs(role, tokens, whole, words)) {
      // "Another group" names nobody.
      const only = phrase.first === phrase.last ? tokens[phrase.last]!.word : ''
      if (role === 'perpetrator' && (words.collectives.has(only) || (words.units.has(only) && phrase.class === 'body')))
        continue
      const nobody = /\b(?:no|neither)\s+(?:\p{L}+ly )?$/u
      if (role === 'perpetrator' && nobody.test(document.folded.slice(span.start, phrase.counted))) continue
      const same = found.findIndex((one) => one.role === role && one.start === phrase.start && one.end === phrase.end)
      const named = isNamed(tokens, phrase, words)
      if (same < 0) found.push({ ...fillerOf(document, role, phrase), named, combat })
      else if (!combat) found[same] = { ...found[same]!, combat }
    }
  }
  const clash = tokens.some(({ word }) => words.clashes.has(word))
  const isNobody = (phrase: NounPhrase) => phrase.class === 'people' && !isNamed(tokens, phrase, words)
  for (const deed of deeds) {
    const struck = [...deed.done, ...deed.places]
    const military = (phrase: NounPhrase) => !isNamed(tokens, phrase, words) && isMilitary(tokens, phrase, words)
    // Police who raid an office do their work.
    const duty = deed.raid && deed.doers.length > 0 && deed.doers.every((one) => isState(tokens, one, words))
    const fighting =
      deed.general ||
      duty ||
      (deed.raid && struck.length === 0) ||
      (struck.length > 0 && struck.every((phrase) => military(phrase) || (clash && isNobody(phrase))))
    for (const { role, phrase } of rolesOfDeed(deed))
      add(role, phrase, fighting || ((role === 'target' || role === 'victim') && military(phrase)))
  }
  const harmed = deeds.some(({ kind }) => kind === 'harm')
  const accused = tokens.some(({ word }) => /^(?:accus|blam|responsib|attribut|charg|perpetrat)/.test(word))
  const raids = deeds.length > 0 && deeds.every(({ raid }) => raid)
  for (const phrase of ownersOf(tokens, words, deeds.length > 0))
    add('perpetrator', phrase, raids || (!harmed && !accused && isState(tokens, phrase, words)))
  for (const phrase of [...listedVictims(tokens, words), ...whoWasHit(tokens, words)]) add('victim', phrase)
  for (const phrase of targetsOfAttack(tokens, words)) add('target', phrase, clash || isMilitary(tokens, phrase, words))
  for (const phrase of weaponsUsed(tokens, words)) add('weapon', phrase, clash)
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end)
}

function wordedAs(role: Role, tokens: readonly Token[], phrase: NounPhrase, words: RoleWords): NounPhrase[] {
  if (role === 'perpetrator') return doersIn(tokens, phrase, words)
  if (role === 'weapon') return [weaponIn(tokens, phrase, words)]
  return role === 'target' ? [targetIn(tokens, phrase, words)] : [phrase]
}

function fillerOf(
  { text }: Document,
  role: Role,
  { start, end, counted, class: kind }: NounPhrase,
): Omit<Filler, 'named' | 'combat'> {
  const said = (from: number) => text.slice(from, end).replace(/\s+/g, ' ')
  return { role, start, end, words: said(start), counted: said(counted), class: kind }
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
      const claims = /^(?:claim|took|tak|accept|admit|assum)/.test(tokens[index]!.word)
      const [first] = able.length > 0 || !claims ? able : [phraseFrom(tokens, 0, words)]
      if (first && isActor(first) && (deeds || claims)) found.push(first, ...able.slice(1))
    }
    // "Outlaws occupied part of the hotel"
    if (/^occup(?:ied|ying)$/.test(tokens[index]!.word)) {
      const from = tokens[index + 1]?.word === 'part' ? index + 3 : index + 1
      if (phrasesFrom(tokens, from, words).phrases.some(({ class: kind }) => kind === 'thing'))
        found.push(...leftOf(tokens, index, words).subjects.filter((one) => isActor(one) && one.class !== 'unknown'))
    }
    const doneBy = deeds || /^(?:kill|attack)/.test(tokens[index]!.word) ? startsWith(tokens, index, words.doneBy) : 0
    // "Was carried out this morning by terrorists"
    const late = deeds && doneBy === 0 && DONE.test(tokens[index]!.word) ? byAfter(tokens, index) : -1
    if (late > 0) found.push(...phrasesFrom(tokens, late + 1, words).phrases.filter(isActor))
    if (doneBy > 0) found.push(...phrasesFrom(tokens, index + doneBy, words).phrases.filter(isActor))
    if (/^attribut(?:ed|es|ing)$/.test(tokens[index]!.word)) {
      const to = tokens.findIndex(({ word }, at) => at > index + 1 && at < index + 7 && word === 'to')
      if (to > 0) found.push(...phrasesFrom(tokens, to + 1, words).phrases.filter(isActor))
    }
    // "Four persons who are involved in the murder"
    if (deeds && startsWith(tokens, index, words.partaking) > 0)
      found.push(...leftOf(tokens, index, words).subjects.filter((one) => isActor(one) && one.class !== 'unknown'))
    if (/^(?:accus|blam)(?:e|es|ed|ing)$/.test(tokens[index]!.word) && deeds) {
      const { phrases, end } = phrasesFrom(tokens, index + 1, words)
      if (/^(?:of|for)$/.test(tokens[end]?.word ?? '')) found.push(...phrases.filter(isActor))
    }
  }
  return found
}

const DONE = /^(?:carried|perpetrated|committed|staged|launched|executed|mounted|planted|placed)$/

function byAfter(tokens: readonly Token[], index: number): number {
  const by = tokens.findIndex(({ word }, at) => at > index && at < index + 6 && word === 'by')
  return tokens.slice(index, by < 0 ? index : by).some(({ word }) => /^[,.;:]$/.test(word)) ? -1 : by
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

const DEADLY = /^(?:bodies|deaths?|dead|wounded|victims|casualties)$/

/** `The other person is Rosa Tellez`. */
function whoWasHit(tokens: readonly Token[], words: RoleWords): NounPhrase[] {
  return tokens.flatMap(({ word }, index) => {
    // "Killing nine people, including the union leader Rosa Tellez"
    if (word === 'including') {
      const from = tokens[index + 1]?.word === 'that' && tokens[index + 2]?.word === 'of' ? index + 3 : index + 1
      const told = tokens.some((token) => DEADLY.test(token.word) || words.harms.has(token.word))
      return told ? phrasesFrom(tokens, from, words).phrases.filter((phrase) => isNamed(tokens, phrase, words)) : []
    }
    // "Attacks that claimed the lives of", "an attempt on the life of"
    if (/^(?:life|lives)$/.test(word) && tokens[index + 1]?.word === 'of') {
      const phrases = phrasesFrom(tokens, index + 2, words).phrases
      return phrases.filter((phrase) => isNamed(tokens, phrase, words))
    }
    const one = /^(?:victims?|person|dead|wounded|injured|them)$/.test(tokens[index - 1]?.word ?? '')
    if (!one || !/^(?:is|are|was|were)$/.test(word)) return []
    return phrasesFrom(tokens, index + 1, words).phrases.filter((phrase) => isNamed(tokens, phrase, words))
  })
}

/** `The offices were the targets of terrorist attacks`. */
function targetsOfAttack(tokens: readonly Token[], words: RoleWords): NounPhrase[] {
  return tokens.flatMap(({ word }, index) => {
    if (!/^(?:targets?|object)$/.test(word) || tokens[index + 1]?.word !== 'of') return []
    if (!tokens.slice(index + 2, index + 10).some((token) => words.hitNouns.has(token.word))) return []
    const verb = tokens.findLastIndex((token, at) => at < index && /^(?:was|were|is|are|been)$/.test(token.word))
    return verb < index - 3
      ? []
      : leftOf(tokens, verb + 1, words).subjects.filter(({ class: kind }) => kind === 'thing')
  })
}

/** What was fired or used: `rifle fire`, `used booby traps`, `bomb explosions`. */
function weaponsUsed(tokens: readonly Token[], words: RoleWords): NounPhrase[] {
  return tokens.flatMap(({ word }, index) => {
    if (words.weaponFollows.has(word) && words.weapons.has(tokens[index - 1]?.word ?? '')) {
      const phrase = phraseBefore(tokens, index, words)
      return phrase ? [phrase] : []
    }
    if (/^(?:equipped|armed)$/.test(word) && tokens[index + 1]?.word === 'with')
      return phrasesFrom(tokens, index + 2, words).phrases.filter(({ class: kind }) => kind === 'weapon')
    if (
      !/^(?:us(?:e|ed|es|ing)|defused|deactivated|launch(?:ed|ing)|firing|hurl(?:ed|ing)|throw(?:n|ing)|threw)$/.test(
        word,
      )
    )
      return []
    return phrasesFrom(tokens, index + 1, words).phrases.filter(({ class: kind }) => kind === 'weapon')
  })
}

/** How many tokens one of the phrases takes up from a token on; 0 where none begins there. */
function startsWith(tokens: readonly Token[], index: number, phrases: readonly string[]): number {
  for (const phrase of phrases) {
    const parts = phrase.split(' ')
    if (parts.every((part, step) => tokens[index + step]?.word === part)) return parts.length
  }
  return 0
}
