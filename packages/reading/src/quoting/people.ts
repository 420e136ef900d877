// Names of a text as they come up, and whom a later name, title or pronoun means.
import type { Document } from '../document.ts'
import { isWordLike } from '../phrase-index.ts'
import type { Phrase } from './phrases.ts'
import type { Token } from './tokens.ts'
import type { QuotingWords } from './words.ts'

export interface Entity {
  /** The fullest name so far; the words themselves for somebody whom the text does not name. */
  name: string
  readonly named: boolean
  gender: 'male' | 'female' | null
  /** False for bodies, null where the text does not tell. */
  person: boolean | null
  readonly plural: boolean
  readonly roles: Set<string>
  /** Paragraph of the last mention. */
  seen: number
}

export interface Reference {
  readonly pronoun: 'male' | 'female' | 'several' | 'self' | 'thing' | 'relative' | null
  readonly name: { readonly start: number; readonly end: number } | null
  readonly roles: readonly string[]
  readonly gender: Entity['gender']
  readonly plural: boolean
  readonly definite: boolean
  readonly person: boolean | null
}

const CUT =
  /^(?:who|whose|which|of|for|from|in|at|with|on|to|\(|,|as|near|outside|and|or|&|by|whom|about|during|after)$/
const STATE = /^(?:state|defen[cs]e|labor|commerce|energy|agriculture|education|transportation|the)$/

/** What a phrase refers with. Names are told by the titles and small words around them; capitals only help. */
export function referenceOf(
  document: Document,
  words: QuotingWords,
  tokens: readonly Token[],
  { from, to, head }: Phrase,
): Reference {
  let start = head.start
  const first = tokens[start]!.word
  const pronoun = head.end - head.start === 1 ? (words.pronouns.get(first.replace(/'.*$/, '')) ?? null) : null
  if (pronoun) {
    const person = pronoun === 'thing' ? false : null
    return { pronoun, name: null, roles: [], gender: null, plural: false, definite: false, person }
  }
  const article = words.is.articles.has(first)
  while (start < head.end - 1 && words.is.articles.has(tokens[start]!.word)) start++
  if (article && start === head.start) start++
  let end = start
  while (end < head.end && !(end > start && CUT.test(tokens[end]!.word))) end++
  const secretary =
    tokens[end]?.word === 'of' &&
    STATE.test(tokens[end + 1]?.word ?? '') &&
    words.is.titles.has(tokens[end - 1]?.word ?? '')
  if (secretary && end + 2 < head.end) {
    start = end + 2
    end = start
    while (end < head.end && !CUT.test(tokens[end]!.word)) end++
  }
  const core = tokens.slice(start, end)
  const lastWord = core.at(-1)?.word ?? ''
  // "Larry King", "Angela Bishop": a calling after a given name is the surname.
  const calling = core.at(-2)?.word ?? ''
  const surname =
    (words.given.has(calling) || HONORIFIC.test(calling)) && !words.is.people.has(lastWord) && !HONORIFIC.test(lastWord)
  const before = surname ? core.slice(0, -1) : core
  const role = before.findLastIndex(({ word }) => words.is.titles.has(word) || words.is.people.has(word))
  const several =
    words.is.people.has(lastWord) ||
    /^(?:many|some|several|both|others|they|most|few)$/.test(first) ||
    hasAnd(tokens, head)
  const body = core.some(({ word }) => words.is.organisations.has(word) || words.is.bodies.has(word))
  const nameStart = nameFrom(document, tokens, role === -1 ? start : start + role + 1, end)
  const candidate = nameStart < end && !(role !== -1 && CUT.test(tokens[nameStart]!.word))
  const capital = isCapital(document, tokens[end - 1])
  const given = words.given.get(tokens[nameStart]?.word ?? '') ?? null
  const named =
    candidate &&
    end - nameStart <= 6 &&
    capital &&
    !(end - nameStart === 1 && words.is.notNames.has(lastWord) && !isAcronym(document, tokens[end - 1]!)) &&
    !(several && role !== -1) &&
    !words.is.people.has(lastWord) &&
    !(article && role === -1 && words.is.bodies.has(lastWord))
  const person = several
    ? null
    : body && role === -1
      ? false
      : role !== -1 || given !== null
        ? true
        : article
          ? false
          : end - nameStart === 1 && isAcronym(document, tokens[end - 1]!) && !isShouted(document)
            ? false
            : null
  const roles: string[] = []
  let [male, female] = [false, false]
  for (let at = from; at < to; at++) {
    // "Ms. King" is no king.
    if (named && at >= nameStart && at < end) continue
    const said = tokens[at]!.word
    const word = said.endsWith("'s") ? said.slice(0, -2) : said
    if (words.is.titles.has(word) || words.is.bodies.has(word)) roles.push(word)
    male ||= words.is.maleTitles.has(word)
    female ||= words.is.femaleTitles.has(word)
  }
  return {
    pronoun: null,
    roles,
    name: named ? { start: nameStart, end: nameEnd(document, words, tokens, nameStart, end, head.end, person) } : null,
    gender: male === female ? given : male ? 'male' : 'female',
    plural: several,
    definite: first === 'the',
    person,
  }
}

/** "freelance photographer Ana Ruiz": the name begins after the last small word that is no part of one. */
function nameFrom(document: Document, tokens: readonly Token[], start: number, end: number): number {
  if (isShouted(document)) return start
  for (let at = end - 2; at >= start; at--)
    if (!isCapital(document, tokens[at]) && !PARTICLE.test(tokens[at]!.word)) return at + 1
  return start
}

function hasAnd(tokens: readonly Token[], { start, end }: { start: number; end: number }): boolean {
  return tokens.slice(start, end).some(({ word }) => word === 'and')
}

/** "Bank of America", "University of Virginia": a body keeps what follows `of`. */
function nameEnd(
  document: Document,
  words: QuotingWords,
  tokens: readonly Token[],
  _start: number,
  end: number,
  limit: number,
  person: boolean | null,
): number {
  if (person === true) return end
  let to = end
  while (
    to + 1 < limit &&
    /^(?:of|for|and|&)$/.test(tokens[to]!.word) &&
    isCapital(document, tokens[to + 1]) &&
    !words.is.articles.has(tokens[to + 1]!.word)
  )
    to += 2
  while (to > end && to < limit && isCapital(document, tokens[to])) to++
  return to
}

function isCapital({ text }: Document, token: Token | undefined): boolean {
  if (!token) return false
  const letter = text[token.start]!
  return letter !== letter.toLowerCase() || letter === letter.toUpperCase()
}

function isAcronym({ text }: Document, { start, end }: Token): boolean {
  const said = text.slice(start, end)
  return said.length > 1 && said === said.toUpperCase() && /\p{Lu}/u.test(said)
}

const shouted = new WeakMap<Document, boolean>()

/** Text in capitals only, where a capital says nothing. */
export function isShouted(document: Document): boolean {
  const known = shouted.get(document)
  if (known !== undefined) return known
  const { text, folded } = document
  let [small, large] = [0, 0]
  for (let at = 0; at < text.length && at < 2000; at++) {
    if (text[at] !== folded[at]) large++
    else if (isWordLike(folded, at)) small++
  }
  const made = large > 3 * small
  shouted.set(document, made)
  return made
}

/** Small words inside names. */
export const PARTICLE = /^(?:al|el|de|der|van|von|bin|ibn|di|da|la|le|del|della|dos|du|abu)$/
const HONORIFIC = /^(?:mr|mrs|ms|dr|sen|rep|gov|gen|lt|col|maj|capt|sgt|adm|prof|rev|jr|sr)\.?$/

/** Who has come up so far. */
export class People {
  /** By last word of the name. */
  private readonly byLast = new Map<string, Entity[]>()
  /** Latest first. */
  readonly focus: Entity[] = []

  /** The entity of a name, made where it is new. */
  named(name: string, { gender, person, plural, roles }: Reference, paragraph: number): Entity {
    const parts = partsOf(name)
    const last = parts.at(-1) ?? name.toLowerCase()
    const known = this.byLast.get(last) ?? []
    const same = known.filter(
      (one) => agrees(partsOf(one.name), parts) && (gender === null || one.gender === null || one.gender === gender),
    )
    // Two of one family: a surname alone could be either.
    const fits = same.length > 1 ? same.filter((one) => partsOf(one.name).length === parts.length) : same
    const [found] = fits.length > 0 ? fits : same.length > 1 && parts.length === 1 ? [] : same
    if (found) {
      if (parts.length > partsOf(found.name).length) found.name = name
      found.gender ??= gender
      found.person ??= person
      found.seen = paragraph
      for (const role of roles) found.roles.add(role)
      return found
    }
    const made: Entity = { name, named: true, gender, person, plural, roles: new Set(roles), seen: paragraph }
    this.byLast.set(last, [...known, made])
    return made
  }

  /** The one person whose surname it is. */
  known(name: string): Entity | null {
    const all = this.byLast.get(partsOf(name).at(-1) ?? '') ?? []
    return all.length === 1 && all[0]!.person === true ? all[0]! : null
  }

  unnamed(name: string, { gender, person, plural, roles }: Reference, paragraph: number): Entity {
    return { name, named: false, gender, person, plural, roles: new Set(roles), seen: paragraph }
  }

  /** Puts somebody first among those whom a pronoun may mean. */
  attend(entity: Entity, paragraph: number): void {
    entity.seen = paragraph
    const at = this.focus.indexOf(entity)
    if (at !== -1) this.focus.splice(at, 1)
    this.focus.unshift(entity)
    if (this.focus.length > 12) this.focus.pop()
  }

  /** Somebody only named stands behind whoever has just been the subject. */
  mention(entity: Entity, paragraph: number): void {
    const first = this.focus[0]
    if (!first || first === entity || first.person === false || first.seen < paragraph) {
      this.attend(entity, paragraph)
      return
    }
    this.attend(entity, paragraph)
    this.focus.shift()
    this.focus.splice(1, 0, entity)
  }

  /** The latest whom the pronoun fits; null where nobody does or it was too long ago. */
  meant(pronoun: NonNullable<Reference['pronoun']>, paragraph: number): Entity | null {
    const near = this.focus.filter(({ seen }) => paragraph - seen <= 4)
    if (pronoun === 'male' || pronoun === 'female') {
      const found = near.find(
        ({ gender, person, plural }) => person !== false && !plural && (gender ?? pronoun) === pronoun,
      )
      if (found) {
        found.gender = pronoun
        found.person = true
      }
      return found ?? null
    }
    if (pronoun === 'several') return near[0]?.plural || near[0]?.person === false ? near[0] : null
    return pronoun === 'thing' && near[0]?.person === false ? near[0] : null
  }

  /** `The spokesman`, `the company`: the latest of that calling. */
  described(roles: readonly string[], paragraph: number): Entity | null {
    const role = roles[0]
    if (role === undefined) return null
    const near = this.focus.filter(({ seen }) => paragraph - seen <= 12)
    const company = /^(?:company|group|agency|organi[sz]ation|firm)$/.test(role)
    return (
      near.find((one) => one.roles.has(role)) ??
      (company ? near.find(({ person, named, plural }) => person === false && named && !plural) : undefined) ??
      null
    )
  }
}

function partsOf(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/['\u2019]s$/, '')
    .split(/\s+/)
    .filter((part) => !HONORIFIC.test(part))
}

/** Whether two names can be of one: a surname and a full name, or names with and without a middle one. */
function agrees(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 1 || b.length === 1) return a.at(-1) === b.at(-1)
  return (
    a.at(-1) === b.at(-1) &&
    (a[0] === b[0] || a[0]!.startsWith(b[0]!.replace('.', '')) || b[0]!.startsWith(a[0]!.replace('.', '')))
  )
}
