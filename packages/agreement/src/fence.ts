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
  readonly start: number
  readonly end: number
  readonly message: string
  readonly help: string
}

const HEADER = /^(\S+)(?:[ \t]+(\S+))?(?:[ \t]+"([^"]*)")?[ \t]*$/

/**
 * A clause begins where a line begins without indentation; a field is an indented line; a line indented deeper than
 * the clause's first field goes on with the field above it. `offset` is where `text` begins in the file.
 */
export function cutFence(text: string, offset: number): { clauses: RawClause[]; misplaced: Misplaced[] } {
  const clauses: RawClause[] = []
  const misplaced: Misplaced[] = []
  let depth = 0
  let at = 0
  for (const line of text.split('\n')) {
    const lineStart = offset + at
    at += line.length + 1
    const body = line.trimEnd()
    if (body === '') continue
    const indent = body.length - body.trimStart().length
    const [start, end] = [lineStart + indent, lineStart + body.length]
    const clause = clauses.at(-1)
    if (indent === 0) {
      const header = HEADER.exec(body)
      if (!header || header[2] === undefined) {
        misplaced.push({
          start,
          end,
          message: `\`${body}\` does not begin a clause`,
          help: 'a clause begins with its kind and its name, such as `duty first-convoy`; its fields are indented below it',
        })
        continue
      }
      clauses.push({
        kind: header[1]!,
        id: header[2],
        title: header[3] ?? null,
        start,
        end,
        kindEnd: start + header[1]!.length,
        idStart: lineStart + body.indexOf(header[2], header[1]!.length),
        fields: [],
      })
      depth = 0
      continue
    }
    if (!clause) {
      misplaced.push({
        start,
        end,
        message: `\`${body.trim()}\` stands before any clause`,
        help: 'begin a clause without indentation, such as `duty first-convoy`',
      })
      continue
    }
    const field = clause.fields.at(-1)
    if (field && indent > depth) {
      clause.fields[clause.fields.length - 1] = {
        ...field,
        raw: text.slice(field.start - offset, end - offset),
        end,
      }
      continue
    }
    depth = indent
    const name = /^\S+/.exec(body.slice(indent))![0]
    const gap = body.slice(indent + name.length).length - body.slice(indent + name.length).trimStart().length
    const valueStart = start + name.length + gap
    clause.fields.push({
      name,
      nameStart: start,
      raw: text.slice(valueStart - offset, end - offset),
      start: valueStart,
      end,
    })
  }
  return { clauses, misplaced }
}
