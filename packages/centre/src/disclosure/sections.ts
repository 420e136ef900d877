// A text in the pieces that can be shown or withheld: each heading, and each passage with the clauses that read it.
import { blocksOf, headingTitle, parseAgreement } from '@trucekeeper/agreement'

export interface TextSection {
  /** Headings above it, outermost first; of a heading, itself last. */
  readonly heading: readonly string[]
  readonly isHeading: boolean
  /** Ids of the clauses in it. */
  readonly clauses: readonly string[]
  readonly text: string
}

/** One after the other they are the text, to the letter. */
export function sectionsOf(source: string): readonly TextSection[] {
  // The parser drops a mark of byte order and does not count it.
  const skipped = source.startsWith('\ufeff') ? 1 : 0
  const blocks = blocksOf(source.slice(skipped))
  const { clauses } = parseAgreement(source, 'agreement.md').text
  const cuts: { at: number; isHeading: boolean; heading: readonly string[] }[] = []
  const path: { depth: number; title: string }[] = []
  let afterEnd = true
  for (const { type, lang, depth, start, end } of blocks) {
    const isHeading = type === 'heading'
    if (isHeading) {
      while (path.length > 0 && path.at(-1)!.depth >= depth) path.pop()
      path.push({ depth, title: headingTitle(source.slice(start + skipped, end + skipped)) })
    }
    if (isHeading || afterEnd) cuts.push({ at: start + skipped, isHeading, heading: path.map(({ title }) => title) })
    afterEnd = isHeading || (type === 'code' && lang === 'truce')
  }
  if (cuts.length === 0) return source === '' ? [] : [{ heading: [], isHeading: false, clauses: [], text: source }]
  // What stands before the first block goes with it.
  const starts = cuts.map(({ at }, index) => (index === 0 ? 0 : at))
  return cuts.map(({ heading, isHeading }, index) => {
    const [from, to] = [starts[index]!, starts[index + 1] ?? source.length]
    const inside = clauses.filter(({ at }) => at.start.offset >= from && at.start.offset < to)
    return { heading, isHeading, clauses: inside.map(({ id }) => id), text: source.slice(from, to) }
  })
}
