// The parts of a line of an agreement, told apart by sight: headings, fences, kinds, names, fields, words in quotation marks.

export type MarkName = 'heading' | 'fence' | 'kind' | 'name' | 'field' | 'string' | 'number'

export interface Mark {
  readonly from: number
  readonly to: number
  readonly name: MarkName
}

/** A fence that is open: what closes it, and whether clauses stand in it. */
export interface OpenFence {
  readonly mark: string
  readonly isOurs: boolean
}

const FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*(\S*)[ \t]*$/

/** The fence that is open after a line, given the one open before it. */
export function fenceAfter(line: string, open: OpenFence | null): OpenFence | null {
  const fence = FENCE.exec(line)
  if (open) return fence && fence[2] === '' && fence[1]!.startsWith(open.mark) ? null : open
  return fence ? { mark: fence[1]!, isOurs: fence[2] === 'truce' } : null
}

/** Marks of one line, in order, counted from its beginning. `open` is the fence it stands in. */
export function marksOf(line: string, open: OpenFence | null): Mark[] {
  if (FENCE.test(line)) return [{ from: 0, to: line.length, name: 'fence' }]
  if (!open) return /^ {0,3}#{1,6}[ \t]/.test(line) ? [{ from: 0, to: line.length, name: 'heading' }] : []
  if (!open.isOurs) return []
  const head = /^(\S+)(?:(\s+)([^\s"]+))?/.exec(line)
  if (head) {
    const [, kind, gap, name] = head
    const nameFrom = kind!.length + (gap?.length ?? 0)
    const marks: Mark[] = [{ from: 0, to: kind!.length, name: 'kind' }]
    if (name) marks.push({ from: nameFrom, to: nameFrom + name.length, name: 'name' })
    return [...marks, ...valueMarks(line, head[0].length)]
  }
  // A line indented deeper than two goes on with the field above it.
  const field = /^(\s{1,2})(\S+)(?=\s|$)/.exec(line)
  if (!field) return valueMarks(line, 0)
  const from = field[1]!.length
  return [{ from, to: field[0].length, name: 'field' }, ...valueMarks(line, field[0].length)]
}

function valueMarks(line: string, from: number): Mark[] {
  return [...line.slice(from).matchAll(/"[^"]*"?|(?<![\p{L}\p{N}-])\d[\w:.+-]*/gu)].map(({ 0: found, index }) => ({
    from: from + index,
    to: from + index + found.length,
    name: found.startsWith('"') ? 'string' : 'number',
  }))
}
