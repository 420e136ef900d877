// Finds the fences of an agreement in its Markdown, with the headings above each and the prose it reads.
import { didYouMean } from '@trucekeeper/diagnostics'
import { blocksOf } from './blocks.ts'
import type { DiagnosticCode } from './diagnostic-codes.ts'
import { refusalOf } from './refusal.ts'

export interface FencePlace {
  /** An unclosed fence is an error, and its text tells only which names not to miss. */
  readonly kind: 'fence' | 'unclosed'
  /** The clause text between the fence lines, as it stands in the file. */
  readonly text: string
  /** Where `text` begins in the file. */
  readonly start: number
  /** How many spaces stand before the fence. */
  readonly margin: number
  readonly heading: readonly string[]
  /** The paragraphs between the fence and the heading or fence above it. */
  readonly prose: string
  readonly proseStart: number
  readonly proseEnd: number
}

export type Piece = { readonly kind: 'markdown'; readonly text: string } | FencePlace

export interface MarkdownProblem {
  readonly code: DiagnosticCode
  readonly start: number
  readonly end: number
  readonly heading: readonly string[]
  readonly message: string
  readonly help: string
}

const BYTE_ORDER_MARK = '\ufeff'

export function sectionsOf(source: string): { pieces: Piece[]; problems: MarkdownProblem[] } {
  const refused = refusalOf(source)
  if (refused) return { pieces: [{ kind: 'markdown', text: source }], problems: [refused] }
  const pieces: Piece[] = []
  const problems: MarkdownProblem[] = []
  const headings: { depth: number; title: string }[] = []
  let written = 0
  let prose = null as { start: number; end: number } | null
  // The parser drops a byte order mark and does not count it.
  const skipped = source.startsWith(BYTE_ORDER_MARK) ? 1 : 0
  for (const node of blocksOf(source.slice(skipped))) {
    const [start, end] = [node.start + skipped, node.end + skipped]
    const heading = headings.map(({ title }) => title)
    if (node.type === 'heading') {
      while (headings.length > 0 && headings.at(-1)!.depth >= node.depth) headings.pop()
      headings.push({ depth: node.depth, title: plain(source.slice(start, end)) })
      prose = null
      continue
    }
    const mark = node.type === 'code' ? /^(?:`{3,}|~{3,})/.exec(source.slice(start, end))?.[0] : undefined
    if (!mark || node.type !== 'code' || node.lang !== 'truce') {
      if (!mark) problems.push(...nestedFences(source, start, end, heading))
      else if (node.type === 'code' && node.lang && didYouMean(node.lang, ['truce'])) {
        const message = `a fence marked \`${node.lang}\` is not read`
        const help = 'did you mean `truce`?'
        problems.push({
          code: 'fence-misspelt',
          start,
          end: lineEnd(source, start),
          heading,
          message,
          help,
        })
      }
      prose = { start: prose?.start ?? start, end }
      continue
    }
    const lineStart = source.lastIndexOf('\n', start - 1) + 1
    const textStart = Math.min(source.indexOf('\n', start) + 1 || end, end)
    const closing = source.lastIndexOf('\n', end - 1) + 1
    const closed =
      closing > start && new RegExp(`^ {0,3}${mark[0]}{${mark.length},}[ \\t]*$`).test(source.slice(closing, end))
    const place: FencePlace = {
      kind: closed ? 'fence' : 'unclosed',
      text: source.slice(textStart, closed ? Math.max(textStart, closing) : end),
      start: textStart,
      margin: start - lineStart - (lineStart === 0 ? skipped : 0),
      heading,
      prose: prose ? source.slice(prose.start, prose.end) : '',
      proseStart: prose?.start ?? start,
      proseEnd: prose?.end ?? start,
    }
    if (!closed) {
      const message = 'this fence is never closed, so all that follows would be read as clauses'
      const help = `close it with a line of ${mark} alone, after the last field of its last clause`
      problems.push({
        code: 'fence-unclosed',
        start,
        end: lineEnd(source, start),
        heading,
        message,
        help,
      })
      pieces.push({ kind: 'markdown', text: source.slice(written, end) }, place)
    } else {
      if (start > written) pieces.push({ kind: 'markdown', text: source.slice(written, start) })
      pieces.push(place)
    }
    written = end
    prose = null
  }
  if (written < source.length) pieces.push({ kind: 'markdown', text: source.slice(written) })
  return { pieces, problems }
}

/** A fence that Markdown does not see at the margin is not read as clauses; whoever wrote one should know. */
function nestedFences(source: string, start: number, end: number, heading: readonly string[]): MarkdownProblem[] {
  const found = source.slice(start, end).matchAll(/^([ \t>*+\-\d.)]*)((?:`{3,}|~{3,})[ \t]*truce)[ \t\r]*$/gm)
  return [...found].map(({ index, 1: before, 2: fence }) => ({
    code: 'fence-nested',
    start: start + index + before!.length,
    end: start + index + before!.length + fence!.length,
    heading,
    message: 'a fence inside a list or a quotation, or indented by four or more, is not read',
    help: 'move it to the margin, under the sentence it reads',
  }))
}

/** Where the words of a line end. */
function lineEnd(source: string, start: number): number {
  const end = source.indexOf('\n', start)
  return start + source.slice(start, end === -1 ? source.length : end).trimEnd().length
}

/** The words of a heading, without its marks. */
export function plain(heading: string): string {
  return heading
    .split('\n')[0]!
    .replace(/^\s*#+\s*/, '')
    .replace(/\s+#+\s*$/, '')
    .replace(/[*_`]/g, '')
    .trim()
}
