// Who is who: from the names reports use to those an agreement names, and to the camp whose word they carry.
import type { PartyRole, Side } from '@trucekeeper/codes'

/** Someone an agreement names, as far as reports need to be matched with them. */
export interface CastMember {
  readonly id: string
  readonly kind: 'party' | 'guarantor' | 'body'
  /** Every name they go by. */
  readonly names: readonly string[]
  readonly role: PartyRole
  readonly side: Side | null
  /** The guarantor who answers for them. */
  readonly answeredBy: string | null
}

export interface Cast {
  readonly members: readonly CastMember[]
  /** The members that some words name, in the order in which the words name them. */
  named(words: string): readonly CastMember[]
  /** The one member that words stand for as a whole, or null. */
  whole(words: string): CastMember | null
  bySide(side: Side): CastMember | null
}

/** Names of so few letters are words as well ("is", "us"); they match only as they are written. */
const LETTERS_OF_A_WORD = 3

export function castOf(members: readonly CastMember[]): Cast {
  const exact = new Map<string, CastMember>()
  const sides = new Map<Side, CastMember>()
  const long = new Map<string, CastMember>()
  const short = new Map<string, CastMember>()
  for (const member of members) {
    if (member.side && !sides.has(member.side)) sides.set(member.side, member)
    for (const name of member.names) {
      const folded = fold(name)
      if (!exact.has(folded)) exact.set(folded, member)
      if (name.length > LETTERS_OF_A_WORD) long.set(folded, member)
      else short.set(name, member)
    }
  }
  const patterns = [pattern(long.keys(), 'giu'), pattern(short.keys(), 'gu')]
  return {
    members,
    named(words) {
      const text = words.normalize('NFKC')
      const found: { at: number; length: number; member: CastMember }[] = []
      for (const [index, expression] of patterns.entries()) {
        if (!expression) continue
        for (const { 0: name, index: at } of text.matchAll(expression)) {
          const member = index === 0 ? long.get(fold(name)) : short.get(name)
          if (member) found.push({ at, length: name.length, member })
        }
      }
      // A longer name holds the shorter ones inside it: "Syrian government" is not also "government".
      const outer = found.filter(
        (one) =>
          !found.some(
            (other) =>
              other !== one &&
              other.at <= one.at &&
              other.at + other.length >= one.at + one.length &&
              other.length > one.length,
          ),
      )
      return [...new Set(outer.toSorted((a, b) => a.at - b.at).map(({ member }) => member))]
    },
    whole: (words) => exact.get(fold(words)) ?? null,
    bySide: (side) => sides.get(side) ?? null,
  }
}

/** Case, article, possessive and stray signs set aside, so that names compare as people mean them. */
export function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[.,;:"“”‘’']/g, '')
    .replace(/^\s*the\s+/, '')
    .trim()
    .replace(/\s+/g, ' ')
}

function pattern(names: Iterable<string>, flags: string): RegExp | null {
  const longestFirst = [...names].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
  if (longestFirst.length === 0) return null
  const escaped = longestFirst.map((name) =>
    name.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s+`),
  )
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, flags)
}
