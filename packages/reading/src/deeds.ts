// The deeds a sentence tells, each with the phrases that stand before it, after it and behind its prepositions.
import type { RoleWords } from './lexicon/roles.ts'
import { isVerb, joinedPhrase, phraseBefore, phraseFrom, type NounPhrase, type Token } from './noun-phrases.ts'

/** Where a phrase stands towards a deed. */
export interface Attached {
  readonly preposition: string
  readonly phrases: readonly NounPhrase[]
}

export interface Left {
  readonly subjects: readonly NounPhrase[]
  readonly passive: boolean
  /** `and tortured`: the subject is that of the deed before. */
  readonly shared: boolean
  /** `killing two`: a participle after a comma or a preposition, with no subject of its own. */
  readonly loose: boolean
}

const RELATIVE = new Set(['who', 'which', 'that'])
const PERFECT = new Set(['have', 'has', 'had', 'having'])
const MODAL = new Set(['will', 'would', 'could', 'may', 'might', 'must', 'should', 'can', 'shall'])
/** Verbs with an infinitive whose subject does, or would do, the deed. */
const TRYING =
  /^(?:threaten|attempt|tr(?:y|ied)|plan|manag|want|order|decid|vow|plott|intend|seek|sought|admit|confess)\p{L}*$/u
const INNER = new Set([
  'of',
  'from',
  'in',
  'near',
  'at',
  'on',
  'aboard',
  'with',
  'over',
  'across',
  'outside',
  'for',
  'between',
])
const AT_ONCE = 14

/** Who or what stands before a verb: its subject, through auxiliaries, relative clauses, appositions and lists. */
export function leftOf(tokens: readonly Token[], verb: number, words: RoleWords): Left {
  let at = verb
  let passive = false
  while (at > 0) {
    const { word } = tokens[at - 1]!
    if (words.passive.has(word)) passive = true
    else if (!words.adverbs.has(word) && !PERFECT.has(word) && !MODAL.has(word)) break
    at--
  }
  const before = tokens[at - 1]?.word
  if (before === 'to' && at > 1 && TRYING.test(tokens[at - 2]!.word)) {
    // "The terrorist attempt to kidnap": a noun, whose doer is none of the words before it.
    if (/^(?:attempt|plan|order|plot)$/.test(tokens[at - 2]!.word))
      return { subjects: [], passive, shared: false, loose: false }
    const outer = leftOf(tokens, at - 2, words)
    return { ...outer, passive: outer.passive ? true : passive, subjects: outer.passive ? [] : outer.subjects }
  }
  const shared =
    before === 'and' || before === 'or' || (before === ',' && /^(?:and|then)$/.test(tokens[at]?.word ?? ''))
  if (shared && (at < 2 || !endsPhrase(tokens, at - 1, words) || isVerb(tokens[at - 2]!.word, words)))
    return { subjects: [], passive, shared: true, loose: false }
  if (tokens[verb]!.word.endsWith('ing') && !passive && at === verb)
    return { subjects: [], passive, shared: false, loose: true }
  if (shared) return { subjects: [], passive, shared: true, loose: false }
  return { subjects: subjectsBefore(tokens, at, words), passive, shared: false, loose: false }
}

function endsPhrase(tokens: readonly Token[], at: number, words: RoleWords): boolean {
  return phraseBefore(tokens, at, words) !== null
}

function subjectsBefore(tokens: readonly Token[], at: number, words: RoleWords): NounPhrase[] {
  const before = tokens[at - 1]?.word
  if (before === undefined) return []
  if (RELATIVE.has(before)) return headsBefore(tokens, tokens[at - 2]?.word === ',' ? at - 2 : at - 1, words, false)
  if (before === ',') {
    // "Colonel Barrios, commander of the brigade, was killed": the first of the two is meant.
    for (let comma = at - 2; comma > Math.max(0, at - AT_ONCE); comma--) {
      if (isVerb(tokens[comma]!.word, words)) break
      if (tokens[comma]!.word === ',') {
        const outer = headsBefore(tokens, comma, words, true)
        // "Her mother, Marta Luz Lopez, was hurt": the name.
        const inner = headsBefore(tokens, at - 1, words, false)
        const name = inner[0]?.first === comma + 1 && (inner[0].class === 'unknown' || inner[0].named)
        if (name && outer[0]?.class === 'people' && !outer[0].named) return inner
        if (outer.length > 0) return outer
        break
      }
    }
    return headsBefore(tokens, at - 1, words, true)
  }
  const heads = headsBefore(tokens, at, words, true)
  return heads.length > 0 ? heads : beforeRelative(tokens, at, words)
}

/** `A bus in which they were riding was attacked`: the subject stands before the clause between. */
function beforeRelative(tokens: readonly Token[], at: number, words: RoleWords): NounPhrase[] {
  for (let back = at - 1; back > Math.max(0, at - AT_ONCE); back--) {
    const { word } = tokens[back]!
    if (/^[.;:]$/.test(word) || words.harms.has(word)) return []
    if (word === 'who' || word === 'which') {
      const edge = INNER.has(tokens[back - 1]?.word ?? '') ? back - 1 : back
      return headsBefore(tokens, tokens[edge - 1]?.word === ',' ? edge - 1 : edge, words, false)
    }
  }
  return []
}

/** The phrases that end before a token: the head of `guerrillas of the army in the hills`, and what `and` joins to it. */
function headsBefore(tokens: readonly Token[], at: number, words: RoleWords, lists: boolean): NounPhrase[] {
  let head = phraseBefore(tokens, at, words)
  if (!head) return []
  const owners: NounPhrase[] = []
  for (let depth = 0; depth < 3; depth++) {
    const edge = edgeOf(tokens, head, words)
    const link: string | undefined = tokens[edge - 1]?.word
    const participle = link !== undefined && /^\p{L}{3,}ing$/u.test(link) && !isVerb(link, words)
    if (link === undefined || !(INNER.has(link) || participle)) break
    // "Men riding in a car": the men.
    const riding = /^\p{L}{3,}ing$/u.test(tokens[edge - 2]?.word ?? '') && !isVerb(tokens[edge - 2]!.word, words)
    const outer = phraseBefore(tokens, riding ? edge - 2 : edge - 1, words)
    if (!outer) break
    if (words.collectives.has(tokens[outer.last]!.word) && link === 'of') break
    if (head.class === 'body' && outer.class === 'body' && link === 'of') {
      head = joinedPhrase(outer, head)
      continue
    }
    if (head.class === 'body' && (link === 'of' || link === 'from')) owners.push(head)
    head = outer
  }
  const found = [head, ...owners]
  let edge = edgeOf(tokens, head, words)
  // "a colonel and two of his escorts"
  if (tokens[edge - 1]?.word === 'of' && words.numbers.has(tokens[edge - 2]?.word ?? '')) edge -= 2
  const link = tokens[edge - 1]?.word
  if (lists && link === 'and') {
    for (let next = tokens[edge - 2]?.word === ',' ? edge - 2 : edge - 1; ;) {
      const other = phraseBefore(tokens, next, words)
      if (!other || !likes(other, head)) break
      found.push(other)
      next = edgeOf(tokens, other, words) - 1
      if (!/^(?:,|and)$/.test(tokens[next]?.word ?? '') || found.length > 8) break
    }
  }
  return found
}

/** The token at which a phrase begins with its articles and numbers. */
function edgeOf(tokens: readonly Token[], { counted, first }: NounPhrase, words: RoleWords): number {
  let edge = first
  while (edge > 0 && tokens[edge - 1]!.start >= counted) edge--
  while (
    edge > 0 &&
    !tokensEnd(tokens[edge - 1]!.word) &&
    (words.determiners.has(tokens[edge - 1]!.word) ||
      words.titles.has(tokens[edge - 1]!.word) ||
      words.people.has(tokens[edge - 1]!.word))
  )
    edge--
  return edge
}

function tokensEnd(word: string): boolean {
  return word === ',' || word === 'and'
}

function likes(a: NounPhrase, b: NounPhrase): boolean {
  const kind = ({ class: one }: NounPhrase) => (one === 'unknown' ? 'people' : one)
  return kind(a) === kind(b)
}

/** The phrases that begin at a token, joined by commas and `and`, and the token after them. */
export function phrasesFrom(
  tokens: readonly Token[],
  index: number,
  words: RoleWords,
  subject = false,
): { readonly phrases: NounPhrase[]; readonly end: number } {
  // "One of the installations": the installations.
  if (words.numbers.has(tokens[index]?.word ?? '') && tokens[index + 1]?.word === 'of') index += 2
  let first = phraseFrom(tokens, index, words)
  if (!first) return { phrases: [], end: index }
  let end = first.last + 1
  const phrases: NounPhrase[] = []
  // "Members of the Front": the Front; "guerrillas of the Front": both.
  if (tokens[end]?.word === 'of' || tokens[end]?.word === 'from') {
    const deed = words.harmNouns.has(tokens[end + 1]?.word ?? '') || words.hitNouns.has(tokens[end + 1]?.word ?? '')
    const inner = deed || isVerb(tokens[end + 1]?.word ?? '', words) ? null : phraseFrom(tokens, end + 1, words)
    if (inner) {
      const collective = words.collectives.has(tokens[first.last]!.word)
      if (collective)
        first = {
          ...inner,
          class: first.class === 'thing' ? 'thing' : inner.class,
          counted: Math.min(first.counted, inner.counted),
        }
      else if (first.class === 'body' && (inner.class === 'body' || inner.class === 'unknown'))
        first = joinedPhrase(first, inner)
      else if (inner.class === 'body' && (first.class === 'attacker' || first.class === 'people')) phrases.push(inner)
      end = inner.last + 1
    }
  }
  phrases.unshift(first)
  const apposed = named(tokens, end, first, words)
  if (apposed) {
    phrases[0] = apposed.phrase
    end = apposed.end
  }
  while (phrases.length < 9) {
    const mark = tokens[end]?.word
    if (mark !== 'and' && mark !== ',') break
    let from = mark === ',' && tokens[end + 1]?.word === 'and' ? end + 2 : end + 1
    // "The murders of a nun, a priest, and of a mayor"
    if (tokens[from]?.word === 'of') from++
    const next = phraseFrom(tokens, from, words)
    if (!next || !likes(next, phrases[0]!) || (!subject && startsClause(tokens, next.last + 1, words))) break
    // "Father Rojas, the rector, and": the rector is he.
    const apposed = mark === ',' && tokens[from]!.word === 'the' && tokens[next.last + 1]?.word === ','
    if (!apposed) phrases.push(next)
    end = next.last + 1
    while (tokens[end]?.word === 'of') {
      const inner = phraseFrom(tokens, end + 1, words)
      if (!inner) break
      end = inner.last + 1
    }
  }
  return { phrases, end }
}

/** `The mayor, Anibal Prieto,` and `a leader identified as Pedro Luna`: the name after what its bearer is. */
function named(
  tokens: readonly Token[],
  end: number,
  head: NounPhrase,
  words: RoleWords,
): { readonly phrase: NounPhrase; readonly end: number } | null {
  if (head.class !== 'people' || head.named) return null
  const from =
    tokens[end]?.word === 'identified' && tokens[end + 1]?.word === 'as'
      ? end + 2
      : tokens[end]?.word === 'named'
        ? end + 1
        : tokens[end]?.word === ','
          ? end + 1
          : -1
  if (from < 0 || words.determiners.has(tokens[from]?.word ?? '')) return null
  const phrase = phraseFrom(tokens, from, words)
  if (!phrase || !(phrase.class === 'unknown' || phrase.named) || phrase.first === phrase.last) return null
  const after = tokens[phrase.last + 1]?.word
  return after === undefined ||
    /^(?:[,.;)]|and|who|last|yesterday|today|on|in|at|as|was|were|by|while|when)$/.test(after)
    ? { phrase, end: phrase.last + 1 }
    : null
}

function startsClause(tokens: readonly Token[], index: number, words: RoleWords): boolean {
  const word = tokens[index]?.word
  return (
    word !== undefined &&
    (words.passive.has(word) ||
      PERFECT.has(word) ||
      MODAL.has(word) ||
      isVerb(word, words) ||
      /^(?:said|told|took|who)$/.test(word))
  )
}

const COMPOUND: readonly (readonly [readonly string[], string])[] = [
  [['in', 'front', 'of'], 'at'],
  [['next', 'to'], 'at'],
  [['close', 'to'], 'at'],
  [['in', 'the', 'vicinity', 'of'], 'at'],
  [['at', 'the', 'entrance', 'to'], 'at'],
  [['at', 'the', 'hands', 'of'], 'by'],
  [['on', 'the', 'part', 'of'], 'by'],
]
const PREPOSITIONS = new Set(
  'by with using of on against at in near outside inside under into over from to through aboard behind beside'.split(
    ' ',
  ),
)
const FARTHEST = 28

/** What prepositions attach after a token, up to the next verb or the end of the clause. */
export function attachedAfter(tokens: readonly Token[], index: number, words: RoleWords, subject = false): Attached[] {
  const found: Attached[] = []
  for (let at = index; at < Math.min(tokens.length, index + FARTHEST);) {
    const { word } = tokens[at]!
    if (/^(?:[.;:?!]|who|which|when|while|but|that|after|before|because|where|whose)$/.test(word)) break
    // "with submachinegun fire by guerrillas"
    if (word === 'fire' && words.weapons.has(tokens[at - 1]?.word ?? '')) {
      at++
      continue
    }
    if (PERFECT.has(word) || (words.passive.has(word) && word !== 'being') || MODAL.has(word)) break
    if (isVerb(word, words) || (/^\p{L}{3,}ed$/u.test(word) && !words.adjectives.has(word))) break
    const compound = COMPOUND.find(([parts]) => parts.every((part, step) => tokens[at + step]?.word === part))
    const preposition = compound?.[1] ?? (PREPOSITIONS.has(word) ? word : null)
    if (preposition === null) {
      at++
      continue
    }
    const { phrases, end } = phrasesFrom(tokens, at + (compound?.[0].length ?? 1), words, subject)
    if (phrases.length > 0) found.push({ preposition, phrases })
    at = Math.max(end, at + 1)
  }
  return found
}
