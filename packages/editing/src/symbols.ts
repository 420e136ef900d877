// What stands where: headings and the clauses under them, and the stretches that can be folded.
import type { Range } from '@trucekeeper/diagnostics'
import { rangeIn, type AgreementDocument } from './document.ts'

export interface AgreementSymbol {
  readonly name: string
  /** `heading`, or the kind of clause. */
  readonly kind: string
  /** All that belongs to it: of a heading, up to the next of its depth. */
  readonly range: Range
  /** Its name alone. */
  readonly nameRange: Range
  readonly children: readonly AgreementSymbol[]
}

/** Headings, each with the headings and clauses under it, in the order of the text. */
export function symbolsOf(document: AgreementDocument): readonly AgreementSymbol[] {
  const { outline, source } = document
  const root: AgreementSymbol[] = []
  const open: { depth: number; children: AgreementSymbol[] }[] = [{ depth: 0, children: root }]
  const clauses = outline.fences.flatMap((fence) => fence.clauses)
  let next = 0
  const addClausesBefore = (offset: number) => {
    for (; next < clauses.length && clauses[next]!.start < offset; next += 1) {
      const { kind, id, start, end, idStart } = clauses[next]!
      const nameRange =
        id === null ? rangeIn(document, start, start + kind.length) : rangeIn(document, idStart, idStart + id.length)
      open
        .at(-1)!
        .children.push({ name: id ?? kind, kind, range: rangeIn(document, start, end), nameRange, children: [] })
    }
  }
  outline.headings.forEach(({ depth, title, start, end }, index) => {
    addClausesBefore(start)
    while (open.at(-1)!.depth >= depth) open.pop()
    const after = outline.headings.slice(index + 1).find((other) => other.depth <= depth)
    const children: AgreementSymbol[] = []
    const range = rangeIn(document, start, after ? Math.max(end, after.start - 1) : source.length)
    open.at(-1)!.children.push({
      name: title || '(no title)',
      kind: 'heading',
      range,
      nameRange: rangeIn(document, start, end),
      children,
    })
    open.push({ depth, children })
  })
  addClausesBefore(Infinity)
  return root
}

/** Fences, and clauses of more than a line. */
export function foldsOf(document: AgreementDocument): readonly Range[] {
  return document.outline.fences.flatMap(({ opens, closes, clauses }) => [
    rangeIn(document, opens, closes),
    ...clauses.filter(({ headEnd, end }) => end > headEnd).map(({ start, end }) => rangeIn(document, start, end)),
  ])
}
