// Whether a reported name may be a listed one, in whatever script, and why.
import { scriptOf, soundAlike, soundsOf } from './sounds.ts'
import { COMMON, wordsOf } from './words.ts'

export interface Resemblance {
  /** One sentence a word: which of the reported words is which of the listed, and how. */
  readonly reasons: readonly string[]
}

const common = COMMON.map(soundsOf)

/**
 * Null where the name does not resemble it: fewer than two words, a word that is none of the listed, or nothing but common
 * names. Order, particles and further names on the list do not matter.
 */
export function resemblance(reported: string, listed: string): Resemblance | null {
  const rest = [...wordsOf(listed)]
  const words = wordsOf(reported)
  const reasons: string[] = []
  let telling = 0
  for (const word of words) {
    const sounds = soundsOf(word)
    const at = rest.findIndex((other) => other === word || soundAlike(sounds, soundsOf(other)))
    if (at < 0) return null
    const [other] = rest.splice(at, 1)
    const isCommon = common.some((one) => soundAlike(one, sounds))
    if (!isCommon) telling += 1
    reasons.push(reasonOf(word, other!, isCommon))
  }
  return words.length >= 2 && telling > 0 ? { reasons } : null
}

function reasonOf(word: string, other: string, isCommon: boolean): string {
  const [one, two] = [scriptOf(word), scriptOf(other)]
  const how = word === other ? 'as it is written' : one === two ? `another ${one} spelling` : `${one} for ${two}`
  return `\`${word}\` is \`${other}\`: ${how}${isCommon ? '; a common name' : ''}`
}
