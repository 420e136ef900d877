// The prose of an agreement, paragraph by paragraph, with the clauses that read each.
import type { AgreementText, AnyClause } from '@trucekeeper/agreement'

export interface Passage {
  /** The words as they stand in the file, line breaks and all. */
  readonly text: string
  /** UTF-16 offset of its first character in the file. */
  readonly start: number
  readonly heading: readonly string[]
  /** Clauses written under it; empty where no clause reads it. */
  readonly readBy: readonly AnyClause[]
}

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/

/** Paragraphs outside fences; lists and quotations count as prose. */
export function passagesOf(source: string, { clauses }: AgreementText): Passage[] {
  const read = readings(clauses)
  const passages: Passage[] = []
  const headings: { depth: number; title: string }[] = []
  let open = null as { start: number; end: number } | null
  let fence: string | null = null
  let at = 0
  const close = () => {
    if (!open) return
    const { start, end } = open
    const readBy = read.filter(({ from, to }) => from < end && start < to).flatMap(({ by }) => by)
    passages.push({ text: source.slice(start, end), start, heading: headings.map(({ title }) => title), readBy })
    open = null
  }
  for (const line of source.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null
    } else if (mark) {
      close()
      fence = mark
    } else {
      const heading = HEADING.exec(line)
      if (heading) {
        close()
        const depth = heading[1]!.length
        while (headings.length > 0 && headings.at(-1)!.depth >= depth) headings.pop()
        headings.push({ depth, title: heading[2]!.replace(/[*_`]/g, '').trim() })
      } else if (line.trim() === '') close()
      else open = { start: open?.start ?? at + line.search(/\S/), end: at + line.trimEnd().length }
    }
    at += line.length + 1
  }
  close()
  return passages
}

/** Stretches of prose with the clauses that read them: all that stands between a fence and what is above it. */
function readings(clauses: readonly AnyClause[]): { from: number; to: number; by: AnyClause[] }[] {
  const found = new Map<number, { from: number; to: number; by: AnyClause[] }>()
  for (const clause of clauses) {
    if (!clause.proseAt) continue
    const { start, end } = clause.proseAt
    const one = found.get(start.offset) ?? { from: start.offset, to: end.offset, by: [] }
    one.by.push(clause)
    found.set(start.offset, one)
  }
  return [...found.values()]
}
