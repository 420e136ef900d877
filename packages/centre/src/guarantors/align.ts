// Whether what one said of a call stands in what another said of it: agrees, contradicts, or silent. By words, not by meaning.
import type { Kind } from '@trucekeeper/claims'

export interface Sentence {
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly claims: readonly string[]
  readonly kinds: readonly Kind[]
  readonly negated: boolean
  /** Whether it only wishes, threatens, plans or makes conditions: that neither agrees with what was nor denies it. */
  readonly wished: boolean
}

export interface Aligned {
  readonly of: string
  readonly relation: 'agrees' | 'silent' | 'contradicts'
  /** The other's sentence nearest to it; null where it is silent. */
  readonly quote: string | null
  readonly start: number | null
  readonly end: number | null
  readonly why: string
}

/** Words two sentences have to share before one is held beside the other; two are enough where both were read to be of one kind. */
const SHARED = 3
const SHARED_OF_A_KIND = 2

/** `neutral`: names, which say who speaks and not of what. */
export function alignedWith(
  sentence: Sentence,
  of: string,
  others: readonly Sentence[],
  neutral: ReadonlySet<string>,
): Aligned {
  const own = contentWords(sentence.quote, neutral)
  let best: { other: Sentence; shared: string[]; kinds: Kind[] } | null = null
  for (const other of others) {
    if (other.wished !== sentence.wished) continue
    const words = contentWords(other.quote, neutral)
    const shared = [...own].filter((word) => words.has(word)).toSorted()
    const kinds = sentence.kinds.filter((kind) => other.kinds.includes(kind))
    if (shared.length < (kinds.length > 0 ? SHARED_OF_A_KIND : SHARED)) continue
    if (best === null || weight(shared, kinds) > weight(best.shared, best.kinds)) best = { other, shared, kinds }
  }
  if (best === null) {
    return { of, relation: 'silent', quote: null, start: null, end: null, why: `\`${of}\` says nothing of it` }
  }
  const { other, shared, kinds } = best
  const at = { of, quote: other.quote, start: other.start, end: other.end }
  if (isNegated(sentence) !== isNegated(other))
    return { ...at, relation: 'contradicts', why: 'one says it, the other says that it is not so' }
  const [here, there] = [numbersIn(sentence.quote), numbersIn(other.quote)]
  if (here.length > 0 && there.length > 0 && !here.some((number) => there.includes(number)))
    return { ...at, relation: 'contradicts', why: `the numbers differ: ${here.join(', ')} and ${there.join(', ')}` }
  const grounds = [...kinds.map((kind) => kind.replaceAll('_', ' ')), ...shared.map((word) => `\`${word}\``)]
  return { ...at, relation: 'agrees', why: `both speak of ${grounds.join(', ')}` }
}

function weight(shared: readonly string[], kinds: readonly Kind[]): number {
  return shared.length + 2 * kinds.length
}

const NEGATION =
  /\b(?:no|not|never|none|nobody|nor|neither|without|cannot|denie[sd]|refuse[sd]?|reject(?:s|ed)?)\b|n[’']t\b/iu

function isNegated({ negated, quote }: Sentence): boolean {
  return negated || NEGATION.test(quote)
}

function numbersIn(text: string): string[] {
  return [...text.matchAll(/\d+(?:[.,]\d+)*/gu)].map(([number]) => number.replaceAll(',', ''))
}

const COMMON = new Set(
  `about after again also among and any are because been before being between both but can could did does each either for from
  had has have her his how into its itself more most must nor not now off once only other our ours out over own said same say says
  she should some such than that the their them then there these they this those through too under until upon very was we were
  what when where which while who whom why will with would you your told call called spoke stressed noted added`.split(
    /\s+/,
  ),
)

/** Words that carry what is said, cut to their stems roughly: endings of number and time are taken off. */
function contentWords(text: string, neutral: ReadonlySet<string>): Set<string> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}{3,}/gu) ?? []
  return new Set(
    words
      .filter((word) => !COMMON.has(word) && !neutral.has(word))
      .map((word) => word.replace(/(?:ing|ed|es|s)$/u, '')),
  )
}
