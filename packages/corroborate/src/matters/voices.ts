// Whose voice a claim carries: names without titles, short forms beside full ones, and sides.
import { SIDES, type Claim, type Side } from '@trucekeeper/claims'
import { fold } from '../cast.ts'

/** Words before a name that say what somebody is; everything up to the last of them goes, "Russian Foreign Minister" with it. */
const TITLES =
  /^.*\b(?:presidents?|prime minister|ministers?|secretary(?: of state)?|secretary-general|spokes(?:man|woman|person)|ambassador|envoy|general|colonel|captain|major|lieutenant|commander|chief|director|head|official|senator|king|prince|sheikh|sir|mr|mrs|ms|dr)\b\.?\s+(?=\S)/
/** These name a crowd, not a voice of a side. */
const MANY_VOICES: ReadonlySet<Side> = new Set<Side>(['monitor', 'outlet', 'unknown'])
/** Names of so few letters are words as well. */
const LETTERS_OF_A_WORD = 3
/** Who is only called so cannot be told from others called so. */
const NOBODY =
  /^(?:an? |some |several |unnamed |unresolved |unattributed |unknown |local )|^(?:he|she|they|reports?|sources?|residents?|witness(?:es)?|officials?)$/

/** A name as people mean it: folded, without titles. A title alone stays. */
export function plainName(name: string): string {
  const folded = fold(name)
  return folded.replace(TITLES, '')
}

/** Names in claims, and whose they are: learnt from the claims themselves, in whatever order they come. */
export interface Voices {
  /** Whose word a claim carries: `speaker SIDE NAME`, `side SIDE`, `outlet NAME`; null where nobody can be named. */
  voiceOf(claim: Claim): string | null
  /** The side of those a name stands for, where speakers of that name speak for one; otherwise the plain name. */
  actorOf(name: string): string
}

export function voicesOf(claims: readonly Claim[]): Voices {
  const fullNames = new Map<string, Set<string>>()
  const sides = new Map<string, Set<Side>>()
  for (const { speaker, speaker_side } of claims) {
    if (speaker === null) continue
    const name = plainName(speaker)
    sides.set(name, (sides.get(name) ?? new Set<Side>()).add(speaker_side))
    const last = name.split(' ').at(-1)!
    if (last !== name) {
      const key = `${speaker_side} ${last}`
      fullNames.set(key, (fullNames.get(key) ?? new Set<string>()).add(name))
    }
  }
  /** "Opposition units" are the opposition's: the sides that longer names in a name, or their codes, stand for. */
  const namedIn = (plain: string): Side[] =>
    [...sides, ...SIDES.map((side) => [side, [side]] as const)].flatMap(([known, own]) =>
      known.length > LETTERS_OF_A_WORD && ` ${plain} `.includes(` ${known} `) ? [...own] : [],
    )
  /** "Kerry" is John Kerry where only one Kerry of that side speaks. */
  const full = (name: string, side: Side): string => {
    const known = fullNames.get(`${side} ${name}`)
    return known?.size === 1 ? [...known][0]! : name
  }
  return {
    voiceOf({ speaker, speaker_side, outlet }) {
      if (speaker_side === 'outlet') return outlet === null ? null : `outlet ${fold(outlet)}`
      if (speaker === null || NOBODY.test(fold(speaker)))
        return speaker_side === 'unknown' || MANY_VOICES.has(speaker_side) ? null : `side ${speaker_side}`
      return `speaker ${speaker_side} ${full(plainName(speaker), speaker_side)}`
    },
    actorOf(name) {
      const plain = plainName(name)
      const found = new Set(sides.get(plain) ?? namedIn(plain))
      const [only, ...others] = found
      return only === undefined || others.length > 0 || MANY_VOICES.has(only) ? plain : `side ${only}`
    },
  }
}
