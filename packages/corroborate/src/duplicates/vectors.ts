// Texts as weighted words: what a text is about, as far as its words tell.
import { WordNumbers } from './word-numbers.ts'
import { wordsOf } from './words.ts'

/** A sparse vector: terms in rising order, each with its weight. */
export interface Vector {
  readonly terms: Uint32Array
  readonly weights: Float64Array
}

/** Words that more than this share of the texts have tell none from another. Of fewer texts than that, none is told so. */
const COMMON_SHARE = 0.5
const COMMON_SHARE_OF_MANY = 0.02
const FEWEST_TO_TELL = 20
/** The weightiest words of a text that are kept: nearly all in a small collection, the telling ones in a large one. */
const WORDS_KEPT = 128
const WORDS_KEPT_OF_MANY = 32
const MANY_TEXTS = 2000
/** The terms of a group of texts that are kept, so that a large one does not take in the whole dictionary. */
const TERMS_OF_A_GROUP = 256
const TERMS_OF_A_GROUP_OF_MANY = 64
/** Words that begin alike in so many letters are one: endings tell little of what a text is about, in most languages. */
const LETTERS = 7
/**
 * What a word of one text alone counts in the length of its vector. Counted in full, long texts would be like none; left
 * out, two texts would be alike that share nothing but what every text has.
 */
const OWN_WORDS = 0.7

/** The words of some texts, as numbers, and how often each stands in each. */
export interface Counted {
  readonly texts: readonly { readonly terms: Uint32Array; readonly counts: Uint16Array }[]
  /** How many numbers there are. */
  readonly words: number
}

export function countedWords(texts: readonly string[]): Counted {
  const numbers = new WordNumbers()
  const counted = texts.map((text) => tallied(numbers.of(wordsOf(text, LETTERS))))
  return { texts: counted, words: numbers.size }
}

/** Whether so many texts are weighed by their telling words alone. */
export function areMany(texts: number): boolean {
  return texts > MANY_TEXTS
}

/**
 * What makes vectors of texts, as they stand out among some of them: (1 + ln tf) · ln((N + 1) / df), the sublinear TF-IDF of
 * Salton and Buckley (1988), of the words that several have. The length is 1 less what is the text's own; a text that
 * shares no word has an empty one.
 */
export function weighing({ texts, words }: Counted, some: readonly number[]): (text: number) => Vector {
  const among = new Uint32Array(words)
  for (const text of some) {
    const { terms } = texts[text]!
    for (let at = 0; at < terms.length; at += 1) among[terms[at]!]! += 1
  }
  const many = areMany(some.length)
  const share = many ? COMMON_SHARE_OF_MANY : COMMON_SHARE
  const most = some.length < FEWEST_TO_TELL ? Infinity : share * some.length
  const kept = many ? WORDS_KEPT_OF_MANY : WORDS_KEPT
  const rarity = Float64Array.from(among, (count) => Math.log((some.length + 1) / Math.max(1, count)))
  return (text) => {
    const { terms, counts } = texts[text]!
    const shared = new Uint32Array(terms.length)
    const weights = new Float64Array(terms.length)
    let [length, own] = [0, 0]
    for (let at = 0; at < terms.length; at += 1) {
      const term = terms[at]!
      if (among[term]! > most) continue
      const weight = (1 + Math.log(counts[at]!)) * rarity[term]!
      if (among[term]! <= 1) own += (OWN_WORDS * weight) ** 2
      else {
        shared[length] = term
        weights[length] = weight
        length += 1
      }
    }
    const vector = weightiest({ terms: shared.slice(0, length), weights: weights.slice(0, length) }, kept)
    const whole = Math.sqrt(lengthOf(vector) ** 2 + own)
    return whole === 0 ? vector : scaled(vector, 1 / whole)
  }
}

/** How many terms the sum of a group's vectors keeps, among so many texts. */
export function termsOfAGroup(texts: number): number {
  return areMany(texts) ? TERMS_OF_A_GROUP_OF_MANY : TERMS_OF_A_GROUP
}

/** The sum of two vectors. */
export function added(a: Vector, b: Vector): Vector {
  const terms = new Uint32Array(a.terms.length + b.terms.length)
  const weights = new Float64Array(terms.length)
  let [length, i, j] = [0, 0, 0]
  while (i < a.terms.length || j < b.terms.length) {
    const [one, other] = [a.terms[i] ?? Infinity, b.terms[j] ?? Infinity]
    terms[length] = Math.min(one, other)
    if (one <= other) weights[length]! += a.weights[i++]!
    if (other <= one) weights[length]! += b.weights[j++]!
    length += 1
  }
  return { terms: terms.slice(0, length), weights: weights.slice(0, length) }
}

export function sumOf(vectors: readonly Vector[]): Vector {
  if (vectors.length === 1) return vectors[0]!
  const totals = new Map<number, number>()
  for (const { terms, weights } of vectors)
    for (let at = 0; at < terms.length; at += 1) totals.set(terms[at]!, (totals.get(terms[at]!) ?? 0) + weights[at]!)
  const terms = Uint32Array.from(totals.keys()).toSorted()
  return { terms, weights: Float64Array.from(terms, (term) => totals.get(term)!) }
}

/** The `most` weightiest terms of a vector; all that weigh as much as the last of them are left out together. */
export function weightiest(vector: Vector, most: number): Vector {
  if (vector.terms.length <= most) return vector
  const bar = vector.weights.toSorted()[vector.weights.length - most - 1]!
  const [terms, weights] = [new Uint32Array(most), new Float64Array(most)]
  let length = 0
  for (let at = 0; at < vector.terms.length; at += 1) {
    if (vector.weights[at]! <= bar) continue
    terms[length] = vector.terms[at]!
    weights[length] = vector.weights[at]!
    length += 1
  }
  // Where all weigh the same there is nothing to choose by.
  return length === 0 ? vector : { terms: terms.slice(0, length), weights: weights.slice(0, length) }
}

export function scaled({ terms, weights }: Vector, by: number): Vector {
  return { terms, weights: weights.map((weight) => weight * by) }
}

export function product(a: Vector, b: Vector): number {
  let [total, i, j] = [0, 0, 0]
  while (i < a.terms.length && j < b.terms.length) {
    const difference = a.terms[i]! - b.terms[j]!
    if (difference === 0) total += a.weights[i]! * b.weights[j]!
    if (difference <= 0) i += 1
    if (difference >= 0) j += 1
  }
  return total
}

export function lengthOf({ weights }: Vector): number {
  return Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0))
}

/** The distinct ones of some terms, rising, and how often each stands there. */
function tallied(all: Uint32Array): { terms: Uint32Array; counts: Uint16Array } {
  all.sort()
  const counts = new Uint16Array(all.length)
  let length = 0
  for (let at = 0; at < all.length; at += 1) {
    if (length === 0 || all[length - 1] !== all[at]) {
      all[length] = all[at]!
      length += 1
    }
    counts[length - 1]! += 1
  }
  return { terms: all.slice(0, length), counts: counts.slice(0, length) }
}
