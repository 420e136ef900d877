// Every run of three words of every text, as numbers, each text's in rising order.
import { finished, wordsOf, type Words } from './words.ts'

export const WORDS_OF_A_SHINGLE = 3
const TWO_TO_32 = 2 ** 32
/** 32 bits of one hash and 21 of another: what a number holds exactly. Of 10⁷ shingles, two are taken for one once in 180 runs. */
export const SHINGLE_BITS = 53

/** The distinct shingles of some texts: those of text `i` are `values[from[i]]` to before `values[from[i + 1]]`. */
export interface Shingles {
  readonly values: Float64Array
  readonly from: Uint32Array
}

export function shinglesOf(texts: readonly string[]): Shingles {
  let values = new Float64Array(Math.max(1024, texts.length * 256))
  const from = new Uint32Array(texts.length + 1)
  let filled = 0
  for (const [index, text] of texts.entries()) {
    const sorted = shinglesOfWords(wordsOf(text)).toSorted()
    if (filled + sorted.length > values.length) {
      const wider = new Float64Array(Math.max(values.length * 2, filled + sorted.length))
      wider.set(values)
      values = wider
    }
    let last = -1
    for (const value of sorted) {
      if (value === last) continue
      values[filled] = value
      filled += 1
      last = value
    }
    from[index + 1] = filled
  }
  return { values: values.subarray(0, filled), from }
}

/** The shingle that begins at each word. A text of one or two words is one shingle of them. */
export function shinglesOfWords({ count, low, high }: Words): Float64Array {
  const length = count === 0 ? 0 : Math.max(1, count - WORDS_OF_A_SHINGLE + 1)
  const shingles = new Float64Array(length)
  for (let at = 0; at < length; at += 1) {
    let [a, b] = [0, 0]
    for (let word = at; word < Math.min(count, at + WORDS_OF_A_SHINGLE); word += 1) {
      a = Math.imul(a ^ low[word]!, 0x9e3779b1) + 0x7f4a7c15
      b = Math.imul(b ^ high[word]!, 0x85ebca77) + 0x165667b1
      a ^= a >>> 15
      b ^= b >>> 13
    }
    shingles[at] = (finished(b) >>> 11) * TWO_TO_32 + finished(a)
  }
  return shingles
}

/** Values are counted, to two, by so many of their bits: of a shingle that one text has alone, one in ten counts as shared. */
const COUNTED_BITS = 27
/** Counts stand side by side in a word, two bits each. */
const COUNTS_A_WORD_BITS = 4
const SEVERAL = 2

/**
 * Only the shingles that stand in several texts, and few others: whatever two texts share is among them. Most shingles of
 * most collections stand in one text. What is given is used up.
 */
export function sharedOnly({ values, from }: Shingles): Shingles {
  const scale = 2 ** (COUNTED_BITS - SHINGLE_BITS)
  const counts = new Uint32Array(2 ** (COUNTED_BITS - COUNTS_A_WORD_BITS))
  for (let at = 0; at < values.length; at += 1) {
    const place = Math.floor(values[at]! * scale)
    const word = place >>> COUNTS_A_WORD_BITS
    const shift = (place & 15) * 2
    const count = (counts[word]! >>> shift) & 3
    if (count < SEVERAL) counts[word]! += 1 << shift
  }
  const starts = new Uint32Array(from.length)
  let filled = 0
  for (let text = 0; text + 1 < from.length; text += 1) {
    for (let at = from[text]!; at < from[text + 1]!; at += 1) {
      const value = values[at]!
      const place = Math.floor(value * scale)
      if (((counts[place >>> COUNTS_A_WORD_BITS]! >>> ((place & 15) * 2)) & 3) < SEVERAL) continue
      values[filled] = value
      filled += 1
    }
    starts[text + 1] = filled
  }
  return { values: values.slice(0, filled), from: starts }
}

/** How many shingles two texts share. */
export function sharedShingles({ values, from }: Shingles, one: number, other: number): number {
  let [a, b] = [from[one]!, from[other]!]
  const [endA, endB] = [from[one + 1]!, from[other + 1]!]
  let shared = 0
  while (a < endA && b < endB) {
    const difference = values[a]! - values[b]!
    if (difference === 0) shared += 1
    if (difference <= 0) a += 1
    if (difference >= 0) b += 1
  }
  return shared
}
