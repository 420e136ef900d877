// Cuts a fence into clauses and fields by their indentation, before any field is read.

export interface RawField {
  readonly name: string
  readonly nameStart: number
  /** The field's words; where they run over several lines, line ends and indentation stay in. */
  readonly raw: string
  readonly start: number
  readonly end: number
}

export interface RawClause {
  readonly kind: string
  readonly id: string
  readonly title: string | null
  readonly start: number
  readonly end: number
  readonly kindEnd: number
  readonly idStart: number
  readonly fields: RawField[]
}

export interface Misplaced {
  readonly code: 'not-a-clause' | 'mixed-indentation'
  readonly start: number
  readonly end: number
  readonly message: string
  readonly help: string
}

interface Line {
  readonly indent: string
  readonly words: string
  readonly start: number
  readonly end: number
}

const HEADER = /^(\S+)(?:[ \t]+(\S+))?(?:[ \t]+"([^"]*)")?$/
const SUCH_AS = 'such as `duty first-convoy`'

/**
 * A clause begins where a line begins at the fence's margin; a field is an indented line; a line indented deeper than
 * the clause's first field goes on with the field above it. `offset` is where `text` begins in the file, `margin` how far
 * the fence itself is indented.
 */
export function cutFence(text: string, offset: number, margin = 0): { clauses: RawClause[]; misplaced: Misplaced[] } {
  const clauses: RawClause[] = []
  const misplaced: Misplaced[] = []
  let first = null as string | null
  for (const { indent, words, start, end } of linesOf(text, offset, margin)) {
    const wrong = (code: Misplaced['code'], message: string, help: string) =>
      misplaced.push({ code, start, end, message, help })
    const clause = clauses.at(-1)
    if (indent === '') {
      first = null
      const header = HEADER.exec(words)
      if (!header || header[2] === undefined) {
        const help = `a clause begins with its kind and its name, ${SUCH_AS}; its fields are indented below it`
        wrong('not-a-clause', `\`${words}\` does not begin a clause`, help)
        continue
      }
      const [, kind, id, title] = header as unknown as [string, string, string, string | undefined]
      const kindEnd = start + kind.length
      const idStart = start + words.indexOf(id, kind.length)
      clauses.push({ kind, id, title: title ?? null, start, end, kindEnd, idStart, fields: [] })
      continue
    }
    if (!clause) {
      wrong('not-a-clause', `\`${words}\` stands before any clause`, `begin a clause without indentation, ${SUCH_AS}`)
      continue
    }
    first ??= indent
    const comparable = first.startsWith(indent) || indent.startsWith(first)
    if (!comparable) {
      const message = 'tabs and spaces indent the lines of one clause, so nobody can tell which is deeper'
      wrong('mixed-indentation', message, `indent every line of \`${clause.id}\` with spaces`)
    }
    const field = clause.fields.at(-1)
    if (comparable && field && indent.length > first.length) {
      clause.fields[clause.fields.length - 1] = { ...field, raw: text.slice(field.start - offset, end - offset), end }
      continue
    }
    const name = /^\S+/.exec(words)![0]
    const value = words.slice(name.length).trimStart()
    clause.fields.push({ name, nameStart: start, raw: value, start: end - value.length, end })
  }
  return { clauses, misplaced }
}

/** The lines that hold something. As in Markdown, a fence's own indentation is taken off each of them. */
function linesOf(text: string, offset: number, margin: number): Line[] {
  const lines: Line[] = []
  let at = offset
  for (const line of text.split('\n')) {
    const words = line.trim()
    const start = at + line.length - line.trimStart().length
    at += line.length + 1
    if (words === '') continue
    lines.push({
      indent: line.slice(0, line.length - line.trimStart().length),
      words,
      start,
      end: start + words.length,
    })
  }
  const off = Math.min(margin, ...lines.map(({ indent }) => /^ */.exec(indent)![0].length))
  return lines.map((line) => ({ ...line, indent: line.indent.slice(off) }))
}
