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
  /** Wider groups, as data sets name them, of which they are only a part. */
  readonly partOf: readonly string[]
  /** The guarantor who answers for them. */
  readonly answeredBy: string | null
}

export interface Cast {
  readonly members: readonly CastMember[]
  /** The members that some words name, in the order in which the words name them. */
  named(words: string): readonly CastMember[]
  /** The one member that words stand for as a whole, or null. */
  whole(words: string): CastMember | null
  /** Those who speak in the name of a side, in the order of the agreement. */
  onSide(side: Side): readonly CastMember[]
}

/** Names of so few letters are words as well ("is", "us"); they match only as they are written. */
const LETTERS_OF_A_WORD = 3
const LONGEST_NAME = 80
const MOST_REMEMBERED = 5000

export function castOf(members: readonly CastMember[]): Cast {
  const exact = new Map<string, CastMember>()
  const [long, short] = [new Map<string, string>(), new Map<string, string>()]
  for (const member of members) {
    for (const name of member.names) {
      const folded = fold(name)
      if (!exact.has(folded)) exact.set(folded, member)
      if (name.length > LETTERS_OF_A_WORD) long.set(folded, withoutArticle(name))
      else short.set(folded, name)
    }
  }
  const patterns = [
    alternatives([...long.values()].map(loose), 'giu'),
    alternatives([...short.values()].map(spelt), 'gu'),
  ]
  const named = (words: string): readonly CastMember[] => {
    const text = words.normalize('NFKC')
    const found = patterns.flatMap((pattern) =>
      pattern === null
        ? []
        : [...text.matchAll(pattern)].map(({ 0: name, index }) => ({
            from: index,
            to: index + name.length,
            member: exact.get(fold(name))!,
          })),
    )
    // A longer name holds the shorter ones inside it: "Syrian government" is not also "government".
    const outer = found.filter(
      (one) => !found.some(({ from, to }) => from <= one.from && to >= one.to && to - from > one.to - one.from),
    )
    return [...new Set(outer.toSorted((a, b) => a.from - b.from).map(({ member }) => member))]
  }
  // Reports name the same few again and again; a quotation is new each time.
  const known = new Map<string, readonly CastMember[]>()
  return {
    members,
    named(words) {
      if (words.length > LONGEST_NAME) return named(words)
      const found = known.get(words) ?? named(words)
      if (known.size >= MOST_REMEMBERED) known.clear()
      known.set(words, found)
      return found
    },
    whole: (words) => exact.get(fold(words)) ?? null,
    onSide: (side) => members.filter((member) => member.side === side),
  }
}

/** Case, article, possessive and stray signs set aside, so that names compare as people mean them. */
export function fold(name: string): string {
  return withoutArticle(name.normalize('NFKC').toLowerCase())
    .replace(/[’']s(?![\p{L}\p{N}])/gu, '')
    .replace(/[.,;:"“”‘’']/g, '')
    .trim()
    .replace(/\s+/g, ' ')
}

function withoutArticle(name: string): string {
  return name
    .normalize('NFKC')
    .trim()
    .replace(/^the\s+/i, '')
}

/** A name in running text: white space of any width, apostrophes of any shape; inside a word they may be missing. */
function loose(name: string): string {
  return literal(name)
    .replaceAll(/\s+/g, String.raw`\s+`)
    .replaceAll(/[’'](?!s(?![\p{L}\p{N}]))/gu, `[’']?`)
    .replaceAll(/[’'](?=s)/g, `[’']`)
}

/** A short name, with or without points between its letters: `US`, `U.S.` */
function spelt(name: string): string {
  return [...name.normalize('NFKC')].map(literal).join(String.raw`\.?`)
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
}

function alternatives(sources: readonly string[], flags: string): RegExp | null {
  if (sources.length === 0) return null
  const longestFirst = sources.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${longestFirst.join('|')})(?![\p{L}\p{N}])`, flags)
}
