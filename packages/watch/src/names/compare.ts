// Whether a reported name may be a listed one, in whatever script, and why.
import { COMMON } from './common.ts'
import { alike, readingsOf, scriptOf, type Sounds } from './sounds.ts'
import { wordsOf, type NameWord } from './words.ts'

export interface Resemblance {
  /** One sentence a word: which of the reported words is which of the listed, and how. */
  readonly reasons: readonly string[]
  /** Reported words that are none of the listed. */
  readonly left: readonly string[]
}

interface Heard extends NameWord {
  readonly sounds: readonly Sounds[]
  /** The words it was joined from; empty where it stands as it was written. */
  readonly parts: readonly Heard[]
}

interface Pair {
  readonly reported: Heard
  readonly listed: Heard
  readonly isCommon: boolean
}

/** Readings by how many consonants they have: no other can be alike. */
const common = Map.groupBy(
  COMMON.flatMap((name) => wordsOf(name)).flatMap(({ bare }) => readingsOf(bare)),
  ({ consonants }) => consonants.length,
)

/**
 * Null where the name does not resemble it: fewer than two words of one are words of the other, nothing but common names, or a
 * word too many on both sides, unless two words that are not common agree. Order, particles, titles and further names on one
 * side do not matter, nor which of the two is the listed one.
 */
export function resemblance(reported: string, listed: string): Resemblance | null {
  return resemblanceOf(heardOf(reported), heardOf(listed))
}

/** Ways of taking a name apart: what stands between hyphens may be words, or one word. */
export function heardOf(name: string): readonly (readonly Heard[])[] {
  const apart = wordsOf(name).map((word) => heard(word))
  if (!HYPHEN.test(name)) return [apart]
  const parts = new Map(
    name
      .split(/\s+/)
      .filter((part) => HYPHEN.test(part))
      .map((part) => [inOne(part), wordsOf(part).map((word) => heard(word))] as const)
      .flatMap(([whole, from]) => wordsOf(whole).map(({ written }) => [written, from] as const)),
  )
  return [apart, wordsOf(inOne(name)).map((word) => heard(word, parts.get(word.written)))]
}

const HYPHEN = /(?<=\p{L})[-‐‑–](?=\p{L})/u
const inOne = (text: string) => text.replaceAll(new RegExp(HYPHEN, 'gu'), '')
const heard = (word: NameWord, parts: readonly Heard[] = []): Heard => ({
  ...word,
  parts,
  sounds: readingsOf(word.bare),
})

export function resemblanceOf(
  reported: ReturnType<typeof heardOf>,
  listed: ReturnType<typeof heardOf>,
): Resemblance | null {
  for (const one of reported)
    for (const other of listed) {
      const found = resemblanceOfWords(one, other)
      if (found) return found
    }
  return null
}

function resemblanceOfWords(reported: readonly Heard[], listed: readonly Heard[]): Resemblance | null {
  const fewest = Math.min(reported.length, listed.length)
  if (fewest < 2) return null
  const pairs = bestPairs(reported, listed)
  const telling = pairs.filter(({ isCommon }) => !isCommon).length
  if (pairs.length < 2 || telling === 0) return null
  if (pairs.length < fewest && telling < 2) return null
  const inOrder = pairs.toSorted((a, b) => reported.indexOf(a.reported) - reported.indexOf(b.reported))
  const left = reported.filter((word) => !pairs.some((pair) => pair.reported === word))
  return {
    left: left.map(({ written }) => written),
    reasons: [
      ...inOrder.map(reasonOf),
      ...left.map(({ written }) => `\`${written}\` is none of the words on the list`),
    ],
  }
}

/** Most words with one of the other side each, and of those most that are not common: the same whichever side is asked about. */
function bestPairs(reported: readonly Heard[], listed: readonly Heard[]): readonly Pair[] {
  const possible = reported.map((one) =>
    listed.map((other): Pair | null =>
      one.bare === other.bare || alike(one.sounds, other.sounds)
        ? { reported: one, listed: other, isCommon: isCommon(one) || isCommon(other) }
        : null,
    ),
  )
  const rows = possible.filter((row) => row.some((pair) => pair !== null))
  if (rows.length < 2) return rows.flatMap((row) => row.find((pair) => pair !== null) ?? []).slice(0, 1)
  const weight = (pairs: readonly Pair[]) => pairs.reduce((sum, pair) => sum + (pair.isCommon ? 100 : 101), 0)
  const known = new Map<string, readonly Pair[]>()
  const best = (row: number, taken: number): readonly Pair[] => {
    if (row === rows.length) return []
    const key = `${row}/${taken}`
    const before = known.get(key)
    if (before) return before
    let found = best(row + 1, taken)
    for (const [at, pair] of rows[row]!.entries()) {
      if (pair === null || (taken & (1 << at)) !== 0) continue
      const chosen = [pair, ...best(row + 1, taken | (1 << at))]
      if (weight(chosen) > weight(found)) found = chosen
    }
    known.set(key, found)
    return found
  }
  return best(0, 0)
}

/** Whether it tells nothing: it is a common name, or one with the article before it, or is joined from nothing else. */
function isCommon({ bare, sounds, parts }: Heard): boolean {
  if (parts.length > 0 && parts.every(isCommon)) return true
  return isCommonSound(sounds) || (ARTICLE.test(bare) && isCommonSound(readingsOf(bare.replace(ARTICLE, ''))))
}

/** In one with what begins with a vowel; before others it is taken off anyway. */
const ARTICLE = /^[ae]l(?=[aeiou]\p{L}{2})/u

function isCommonSound(sounds: readonly Sounds[]): boolean {
  return sounds.some((one) => (common.get(one.consonants.length) ?? []).some((other) => alike([one], [other])))
}

function reasonOf({ reported, listed, isCommon }: Pair): string {
  const [one, two] = [scriptOf(reported.bare), scriptOf(listed.bare)]
  const how =
    reported.written === listed.written
      ? 'as it is written'
      : one === two
        ? `another ${one} spelling`
        : `${one} for ${two}`
  return `\`${reported.written}\` is \`${listed.written}\`: ${how}${isCommon ? '; a common name' : ''}`
}
