// The words that name a filler best: an organisation apart from its people, a weapon without its noise, a building with its owner.
import type { RoleWords } from './lexicon/roles.ts'
import { partOf, phraseFrom, type NounPhrase, type Token } from './noun-phrases.ts'

/** Organisation and people in one phrase are two: `FMLN terrorists` are the FMLN, and terrorists. */
export function doersIn(tokens: readonly Token[], phrase: NounPhrase, words: RoleWords): NounPhrase[] {
  const { first, last } = phrase
  const word = (at: number) => tokens[at]!.word
  const part = (from: number, to: number) => partOf(tokens, phrase, from, to, words)
  const groups = indices(first, last).filter((at) => words.groups.has(word(at)))
  const bodies = indices(first, last).filter(
    (at) =>
      words.bodies.has(word(at)) &&
      !words.collectives.has(word(at)) &&
      !/^(?:liberation|patriotic|armed)$/.test(word(at)),
  )
  // "The marxist guerrilla group Army of National Liberation": what stands after `group` is its name.
  const kind = indices(first, last).findLast((at) => at < last && /^(?:groups?|organi[sz]ation)$/.test(word(at)))
  if (kind !== undefined && bodies.some((at) => at > kind)) return doersIn(tokens, part(kind + 1, last), words)
  const edge = Math.max(groups.at(-1) ?? -1, ...bodies.filter((at) => at < last && at > first))
  if (edge >= first && edge < last) {
    const rest = part(edge + 1, last)
    const people = indices(edge + 1, last).some((at) => words.attackers.has(word(at)))
    const named = part(groups.at(-1) === edge ? edge : ownName(tokens, first, edge, words), edge)
    const group: NounPhrase = { ...named, class: 'body' }
    if (people || words.fellows.has(word(last))) return [group, { ...rest, class: 'attacker' }]
    if (rest.class === 'people') return [group]
    const loose = (at: number) =>
      words.units.has(word(at)) || words.leanings.has(word(at)) || words.adjectives.has(word(at))
    if (indices(edge + 1, last).every(loose)) return [group]
  }
  // "A terrorist group" has no name: its people are meant.
  if (/^groups?$/.test(word(last)) && indices(first, last).some((at) => words.attackers.has(word(at))))
    return [{ ...phrase, class: 'attacker' }]
  if (phrase.class !== 'body') return [phrase]
  // "That criminal organization" names none.
  const general = (at: number) => words.leanings.has(word(at)) || words.attackers.has(word(at))
  if (words.units.has(word(last)) && indices(first, last - 1).every(general)) return []
  return [part(ownName(tokens, first, last, words), last)]
}

/** Where the name of an organisation begins behind what others call it: `the leftist National Front`. */
function ownName(tokens: readonly Token[], first: number, last: number, words: RoleWords): number {
  let at = first
  while (at < last && words.leanings.has(tokens[at]!.word)) at++
  return at === last && !words.groups.has(tokens[last]!.word) ? first : at
}

/** `Bogota dynamite` is dynamite, and of `bomb explosions` the bomb is the weapon. */
export function weaponIn(tokens: readonly Token[], phrase: NounPhrase, words: RoleWords): NounPhrase {
  const last = indices(phrase.first, phrase.last).findLast((at) => words.weapons.has(tokens[at]!.word))
  if (last === undefined) return phrase
  let first = last
  while (
    first > phrase.first &&
    (words.weapons.has(tokens[first - 1]!.word) ||
      words.weaponKinds.has(tokens[first - 1]!.word) ||
      /^\d.*mm$/.test(tokens[first - 1]!.word))
  )
    first--
  const [of, filling] = [tokens[last + 1]?.word, tokens[last + 2]?.word ?? '']
  if (/^charges?$/.test(tokens[last]!.word) && of === 'of' && words.weapons.has(filling))
    return partOf(tokens, phrase, first, last + 2, words)
  return partOf(tokens, phrase, first, last, words)
}

/** With whose it is: `offices of the Daily`; what is hit at its door is hit itself. */
export function targetIn(tokens: readonly Token[], phrase: NounPhrase, words: RoleWords): NounPhrase {
  const door = indices(phrase.first, phrase.last).find((at) => tokens[at]!.word.endsWith("'s") && at < phrase.last)
  if (door !== undefined && words.doors.has(tokens[phrase.last]!.word)) {
    const owner = partOf(tokens, phrase, phrase.first, door, words)
    return { ...owner, end: owner.end - 2 }
  }
  // "The basement of the building": the building.
  if (words.doors.has(tokens[phrase.last]!.word) && /^(?:of|to)$/.test(tokens[phrase.last + 1]?.word ?? ''))
    return phraseFrom(tokens, phrase.last + 2, words) ?? phrase
  if (tokens[phrase.last + 1]?.word !== 'of' || !words.premises.has(tokens[phrase.last]!.word)) return phrase
  let inner = phraseFrom(tokens, phrase.last + 2, words)
  const next = inner && tokens[inner.last + 1]?.word === 'of' ? phraseFrom(tokens, inner.last + 2, words) : null
  // "The office of the Bank of Commerce".
  if (next && (next.class === 'unknown' || next.class === 'body')) inner = next
  return inner && inner.class !== 'weapon' && tokens[inner.last + 1]?.word !== 'and'
    ? { ...phrase, last: inner.last, end: inner.end }
    : phrase
}

/** Whether a phrase says who somebody is by name, rather than what: told by the words it is not made of. */
export function isNamed(tokens: readonly Token[], phrase: NounPhrase, words: RoleWords): boolean {
  const own = indices(phrase.first, phrase.last).map((at) => tokens[at]!.word)
  if (
    own.some(
      (word) =>
        words.commons.has(word) ||
        /\d|-|(?:ers|ists|ians|tion|tions|ment|ments|ings?|ors|ity|ous|ful|less|ish)$/.test(word),
    )
  )
    return false
  // "Members continues" is no name; "Judge Pardo" is.
  if (own.length === 1) return phrase.named && titleBefore(tokens, phrase.first, words)
  return phrase.named || phrase.class === 'unknown'
}

/** Those in power and their forces. */
export function isState(tokens: readonly Token[], { first, last }: NounPhrase, words: RoleWords): boolean {
  return indices(first, last).some((at) => words.state.has(tokens[at]!.word))
}

function titleBefore(tokens: readonly Token[], first: number, words: RoleWords): boolean {
  const before = tokens[first - 1]?.word === '.' ? first - 2 : first - 1
  return words.titles.has(tokens[before]?.word ?? '')
}

/** Armed forces and their gear: what is done to them is fighting. */
export function isMilitary(
  tokens: readonly Token[],
  { first, last, class: kind }: NounPhrase,
  words: RoleWords,
): boolean {
  return (
    kind === 'attacker' || indices(first, last).some((at) => words.military.has(tokens[at]!.word.replace(/'s$/, '')))
  )
}

function indices(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step)
}
