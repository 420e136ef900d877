// Each deed of a sentence with those who did it, those and that to whom it was done, the means, and the place of a blast.
import { attachedAfter, leftOf, phrasesFrom, type Attached } from './deeds.ts'
import type { RoleWords } from './lexicon/roles.ts'
import { isVerb, phraseBefore, phraseFrom, type NounPhrase, type Token } from './noun-phrases.ts'

export interface Deed {
  readonly kind: 'harm' | 'hit' | 'put' | 'burst'
  readonly doers: readonly NounPhrase[]
  readonly done: readonly NounPhrase[]
  readonly means: readonly NounPhrase[]
  /** A search or an offensive, as forces in power make them. */
  readonly raid: boolean
  /** Said of what is done at all times rather than of one day. */
  readonly general: boolean
  /** What a weapon was put at or went off at. */
  readonly places: readonly NounPhrase[]
}

const AIMED = new Set([
  'at',
  'against',
  'on',
  'near',
  'outside',
  'inside',
  'under',
  'into',
  'in',
  'beside',
  'behind',
  'over',
])

export function deedsOf(tokens: readonly Token[], words: RoleWords): Deed[] {
  const deeds: Deed[] = []
  let subjects: readonly NounPhrase[] = []
  let passiveBefore = false
  for (let index = 0; index < tokens.length; index++) {
    const { word } = tokens[index]!
    const noun = words.harmNouns.has(word) || words.hitNouns.has(word)
    if (noun && isNominal(tokens, index, words)) {
      deeds.push(nominal(tokens, index, words))
      continue
    }
    const kind =
      words.harms.has(word) || words.dies.has(word)
        ? 'harm'
        : words.hits.has(word)
          ? 'hit'
          : words.puts.has(word)
            ? 'put'
            : words.bursts.has(word)
              ? 'burst'
              : null
    if (kind === null || !isDeed(tokens, index, words) || isNegated(tokens, index)) continue
    const left = leftOf(tokens, index, words)
    const before: readonly NounPhrase[] = left.shared
      ? subjects.length > 0
        ? subjects
        : attackersBefore(tokens, index, words)
      : left.subjects
    const { phrases, end } = objectsOf(tokens, index, words)
    const attached = attachedAfter(tokens, end, words)
    const passive: boolean =
      left.passive ||
      (left.shared && passiveBefore && phrases.length === 0) ||
      (phrases.length === 0 &&
        (reduced(tokens, index, words) ||
          (!left.subjects.some(({ class: one }) => one === 'attacker') && objectless(tokens, index, words))))
    const general = words.generals.has(word) && !left.passive && !/^(?:to|did)$/.test(tokens[index - 1]?.word ?? '')
    const by = of(attached, ['by'])
    const means = of(attached, ['with', 'using'])
    if (words.dies.has(word))
      deeds.push({
        kind,
        general,
        raid: isRaid(word),
        doers: [],
        done: deeds.length > 0 || violent(tokens, words) ? before : [],
        means: [],
        places: [],
      })
    else if (kind === 'burst' && !phrases.some(({ class: one }) => one === 'weapon'))
      deeds.push({ kind, general, raid: false, doers: [], done: [], means: before, places: aimed(attached) })
    else if (kind === 'put' || kind === 'burst') {
      const weapons = passive ? before : phrases
      const open = word === 'open-fire'
      if (open || weapons.some(({ class: one }) => one === 'weapon'))
        deeds.push({
          kind,
          general,
          raid: isRaid(word),
          doers: passive ? by : before,
          done: [],
          means: [...weapons, ...means],
          places: aimed(attached),
        })
    } else if (
      words.weakHits.has(word) &&
      ![...before, ...by, ...means].some(isArmed) &&
      !afterBlast(tokens, index, words)
    )
      continue
    else
      deeds.push({
        kind,
        general,
        raid: isRaid(word),
        doers: passive ? by : [...before, ...by],
        done: passive ? before : phrases,
        means,
        places: [],
      })
    if (!left.loose) {
      subjects = before
      passiveBefore = passive
    }
  }
  return deeds
}

/** What a verb is done to; `abducted and tortured a union leader` gives both verbs one object. */
function objectsOf(tokens: readonly Token[], verb: number, words: RoleWords): { phrases: NounPhrase[]; end: number } {
  const joined = tokens[verb + 1]?.word === 'and' && isVerb(tokens[verb + 2]?.word ?? '', words)
  const found = phrasesFrom(tokens, verb + (joined ? 3 : 1), words)
  // "Assassinated within 48 hours, Judge Rosa Tellez and"
  if (found.phrases.length > 0 || !/^(?:in|on|within|during|last)$/.test(tokens[verb + 1]?.word ?? '')) return found
  const comma = tokens.findIndex(({ word }, at) => at > verb && at < verb + 9 && word === ',')
  const later = comma < 0 ? found : phrasesFrom(tokens, comma + 1, words)
  return later.phrases[0]?.named ? later : found
}

/** Whoever of such people stands before in the sentence: `the gunmen got out and shot him`. */
function attackersBefore(tokens: readonly Token[], verb: number, words: RoleWords): NounPhrase[] {
  let last: NounPhrase | null = null
  for (let index = 0; index < verb; index++) {
    const phrase = phraseFrom(tokens, index, words)
    if (phrase?.class === 'attacker' && phrase.last < verb) return [phrase]
    // "When a young man approached her and shot her"
    if (
      phrase &&
      phrase.last < verb &&
      /^(?:man|men|persons|youths?|boys|woman|women)$/.test(tokens[phrase.last]!.word)
    )
      last = phrase
    if (phrase) index = phrase.last
  }
  return last ? [last] : []
}

/** `The explosion damaged`. */
function afterBlast(tokens: readonly Token[], index: number, words: RoleWords): boolean {
  return [1, 2].some((back) => words.hitNouns.has(tokens[index - back]?.word ?? ''))
}

function isRaid(word: string): boolean {
  return /^(?:raid|offensive|operation|captur)/.test(word)
}

function isArmed({ class: kind }: NounPhrase): boolean {
  return kind === 'attacker' || kind === 'weapon' || kind === 'body'
}

/** `The rebels killed lived there`: without an object it was done to them. */
function objectless(tokens: readonly Token[], index: number, words: RoleWords): boolean {
  const next = tokens[index + 1]?.word ?? ''
  return (
    words.harms.has(tokens[index]!.word) &&
    tokens[index]!.word.endsWith('ed') &&
    !/^(?:him|her|them|it|us|me|himself|themselves|the|an?|one|two|three|several|at|\d.*)$/.test(next)
  )
}

/** A past participle with no auxiliary and no object: `the patrol ambushed by guerrillas`. */
function reduced(tokens: readonly Token[], index: number, words: RoleWords): boolean {
  if (!/(?:ed|en|shot|slain|hurt|hit|struck|up|down)$/.test(tokens[index]!.word)) return false
  for (let at = index + 1; at < Math.min(tokens.length, index + 14); at++) {
    if (tokens[at]!.word === 'by') return true
    if (isVerb(tokens[at]!.word, words) || /^[.,;]$/.test(tokens[at]!.word)) return false
  }
  return false
}

function isNominal(tokens: readonly Token[], index: number, words: RoleWords): boolean {
  const [before, after] = [tokens[index - 1]?.word ?? '', tokens[index + 1]?.word ?? '']
  if (/^(?:to|will|would|could|and)$/.test(before) && phraseFrom(tokens, index + 1, words)) return false
  if (tokens[index]!.word.endsWith('ing'))
    return after === 'of' || /^(?:on|against|by|in|at)$/.test(after) || words.determiners.has(before)
  return words.determiners.has(before) || words.weapons.has(before) || !phraseFrom(tokens, index + 1, words)
}

/** `The journalist's murder`, `the priests' murder`. */
function sufferersBefore(tokens: readonly Token[], index: number, words: RoleWords): NounPhrase[] {
  const plural = tokens[index - 1]?.word === "'"
  if (!plural && !tokens[index - 1]?.word.endsWith("'s")) return []
  const whose = phraseBefore(tokens, plural ? index - 1 : index, words)
  return whose && /^(?:people|unknown)$/.test(whose.class)
    ? [{ ...whose, end: plural ? whose.end : whose.end - 2 }]
    : []
}

const MAKING =
  /^(?:increased|launched|continued|carried-out|staged|resumed|conducted|made|began|intensified|perpetrated)$/

/** `The rebels have increased their attacks on`. */
function makersOf(tokens: readonly Token[], index: number, words: RoleWords): NounPhrase[] {
  for (let at = index - 1; at > Math.max(0, index - 5); at--) {
    const { word } = tokens[at]!
    if (MAKING.test(word) || (word === 'out' && tokens[at - 1]?.word === 'carried')) {
      const left = leftOf(tokens, word === 'out' ? at - 1 : at, words)
      return left.passive
        ? []
        : left.subjects.filter(({ class: kind, named }) => /^(?:attacker|body|people)$/.test(kind) && !named)
    }
    if (/^[,.;:]$/.test(word) || words.passive.has(word)) return []
  }
  return []
}

/** `An attempt by the rebels to kidnap`. */
function leadsToDeed(tokens: readonly Token[], index: number, words: RoleWords): boolean {
  const to = tokens.findIndex(({ word }, at) => at > index && at < index + 10 && word === 'to')
  return to > 0 && (words.harms.has(tokens[to + 1]?.word ?? '') || words.hits.has(tokens[to + 1]?.word ?? ''))
}

/** `Had not captured`, `did not kill`: nothing was done. */
function isNegated(tokens: readonly Token[], index: number): boolean {
  return [1, 2].some((back) => /^(?:not|never|cannot)$/.test(tokens[index - back]?.word ?? ''))
}

/** `Wounded` before a noun and `strikes` after an article are no deeds. */
function isDeed(tokens: readonly Token[], index: number, words: RoleWords): boolean {
  const [before, { word }] = [tokens[index - 1]?.word ?? '', tokens[index]!]
  if (words.determiners.has(before) && !/^(?:that|both|all|this)$/.test(before)) return false
  if (words.adjectives.has(word) && (words.numbers.has(before) || before === 'of')) return false
  if (words.weapons.has(word))
    return /^(?:to|will|would|could|and)$/.test(before) && phraseFrom(tokens, index + 1, words) !== null
  return !(word === 'fire' && !/^(?:to|will|would|could)$/.test(before))
}

function nominal(tokens: readonly Token[], index: number, words: RoleWords): Deed {
  const { word } = tokens[index]!
  const kind = words.harmNouns.has(word) ? 'harm' : 'hit'
  const attached = attachedAfter(tokens, index + 1, words, true)
  const weapon = words.weapons.has(tokens[index - 1]?.word ?? '') ? phraseBefore(tokens, index, words) : null
  const blast = /^(?:explosion|blast)/.test(word)
  const first = attached[0]
  const aims =
    of(attached, ['on', 'against', 'of']).length > 0 ||
    leadsToDeed(tokens, index, words) ||
    /^(?:terrorist|guerrilla|criminal)$/.test(tokens[index - 1]?.word ?? '')
  return {
    kind: blast ? 'burst' : kind,
    general: false,
    raid: isRaid(word),
    // "A series of actions by troops" harms nobody.
    doers:
      /^(?:actions?|attempts?)$/.test(word) && !aims
        ? []
        : [...of(attached, ['by']), ...makersOf(tokens, index, words)],
    done: [
      ...(kind === 'harm' ? sufferersBefore(tokens, index, words) : []),
      ...(first && first.preposition === 'of' && !blast ? first.phrases : []),
      ...of(attached, kind === 'harm' ? [] : ['on', 'against']),
    ],
    means: [
      ...(weapon && weapon.class === 'weapon' ? [weapon] : []),
      ...(blast ? of(attached, ['of']) : []),
      ...of(attached, ['with', 'using']),
    ],
    places: blast ? aimed(attached) : [],
  }
}

function of(attached: readonly Attached[], prepositions: readonly string[]): NounPhrase[] {
  return attached.flatMap(({ preposition, phrases }) => (prepositions.includes(preposition) ? phrases : []))
}

/** What stands near is struck only where nothing nearer is named. */
function aimed(attached: readonly Attached[]): NounPhrase[] {
  const all = attached.filter(({ preposition }) => AIMED.has(preposition))
  const there = all.filter(({ preposition }) => preposition !== 'near')
  const struck = there.some(({ phrases }) => phrases.some(({ class: kind }) => kind === 'thing'))
  return (struck ? there : all).flatMap(({ phrases }) => phrases)
}

function violent(tokens: readonly Token[], words: RoleWords): boolean {
  return tokens.some(
    ({ word }) =>
      words.weapons.has(word) || words.hitNouns.has(word) || words.harms.has(word) || words.bursts.has(word),
  )
}
