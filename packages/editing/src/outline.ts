// Headings, fences, clauses and fields of a text by its lines alone: what is half written has a place too.
import { lineStarts } from '@trucekeeper/diagnostics'

export interface OutlineField {
  readonly name: string
  readonly start: number
  /** Where the words after the name begin; the end of the name where there are none. */
  readonly valueStart: number
  /** The end of its last line. */
  readonly end: number
}

export interface OutlineClause {
  readonly kind: string
  readonly start: number
  /** Null while only the kind is written. */
  readonly id: string | null
  readonly idStart: number
  /** The end of its first line. */
  readonly headEnd: number
  /** The end of its last line that holds something. */
  readonly end: number
  /** How its first field is indented; two spaces until it has one. */
  readonly indent: string
  readonly fields: readonly OutlineField[]
}

export interface OutlineFence {
  /** The beginning of the line that opens it. */
  readonly opens: number
  /** The text between the fence lines. */
  readonly start: number
  readonly end: number
  /** The end of the line that closes it, or of the text where none does. */
  readonly closes: number
  readonly closed: boolean
  /** The headings above it, outermost first. */
  readonly heading: readonly string[]
  readonly clauses: readonly OutlineClause[]
}

export interface OutlineHeading {
  readonly depth: number
  readonly title: string
  readonly start: number
  readonly end: number
}

export interface Outline {
  readonly lineStarts: readonly number[]
  readonly headings: readonly OutlineHeading[]
  readonly fences: readonly OutlineFence[]
}

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t\r]*$/
const FENCE = /^( {0,3})(`{3,}|~{3,})[ \t]*(\S*)[ \t\r]*$/

export function outlineOf(source: string): Outline {
  const headings: OutlineHeading[] = []
  const fences: OutlineFence[] = []
  const above: OutlineHeading[] = []
  let open = null as { mark: string; opens: number; start: number; margin: number; isOurs: boolean } | null
  const close = (end: number, closes: number, closed: boolean) => {
    if (open?.isOurs) {
      const { opens, start, margin } = open
      const heading = above.map(({ title }) => title)
      fences.push({ opens, start, end, closes, closed, heading, clauses: clausesOf(source, start, end, margin) })
    }
    open = null
  }
  const starts = lineStarts(source)
  for (const [index, start] of starts.entries()) {
    const next = starts[index + 1] ?? source.length
    const line = source.slice(start, starts[index + 1] === undefined ? next : next - 1)
    const fence = FENCE.exec(line)
    if (open) {
      const { mark } = open
      if (fence && fence[3] === '' && fence[2]!.startsWith(mark)) close(start, start + line.trimEnd().length, true)
      continue
    }
    if (fence) {
      const [, margin, mark, language] = fence as unknown as [string, string, string, string]
      open = { mark, opens: start, start: next, margin: margin.length, isOurs: language === 'truce' }
      continue
    }
    const heading = HEADING.exec(line)
    if (!heading) continue
    const title = heading[2]!.replace(/[*_`]/g, '').trim()
    const found = { depth: heading[1]!.length, title, start, end: start + line.trimEnd().length }
    while (above.length > 0 && above.at(-1)!.depth >= found.depth) above.pop()
    above.push(found)
    headings.push(found)
  }
  close(source.length, source.length, false)
  return { lineStarts: starts, headings, fences }
}

type Open<T> = { -readonly [K in keyof T]: T[K] }

function clausesOf(source: string, from: number, to: number, margin: number): OutlineClause[] {
  const clauses: (Open<Omit<OutlineClause, 'fields'>> & { fields: Open<OutlineField>[] })[] = []
  let at = from
  for (const line of source.slice(from, to).split('\n')) {
    const words = line.trim()
    const blanks = line.length - line.trimStart().length
    const start = at + blanks
    at += line.length + 1
    if (words === '') continue
    const end = start + words.length
    const indent = line.slice(Math.min(margin, /^ */.exec(line)![0].length), blanks)
    const clause = clauses.at(-1)
    if (indent === '') {
      const [, kind, gap, id] = /^(\S+)(\s*)(\S*)/.exec(words)!
      const idStart = start + kind!.length + gap!.length
      clauses.push({ kind: kind!, start, id: id || null, idStart, headEnd: end, end, indent: '  ', fields: [] })
      continue
    }
    if (!clause) continue
    if (clause.fields.length === 0) clause.indent = indent
    clause.end = end
    const field = clause.fields.at(-1)
    if (field && indent.length > clause.indent.length) field.end = end
    else {
      const [all, name] = /^(\S+)\s*/.exec(words)!
      clause.fields.push({ name: name!, start, valueStart: start + all.length, end })
    }
  }
  return clauses
}

/** The fence that an offset stands in, between its two lines. */
export function fenceAt({ fences }: Outline, offset: number): OutlineFence | null {
  return fences.find(({ start, end, closed }) => offset >= start && (closed ? offset < end : offset <= end)) ?? null
}

/** The clause of that line: the last that begins at or before it. */
export function clauseAt(fence: OutlineFence, offset: number): OutlineClause | null {
  return fence.clauses.findLast(({ start }) => start <= offset) ?? null
}
