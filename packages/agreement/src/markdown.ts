// Finds the fences of an agreement in its Markdown, with the headings above each and the prose it reads.
import { didYouMean, type Severity } from '@trucekeeper/diagnostics'
import { fromMarkdown } from 'mdast-util-from-markdown'

export interface FencePlace {
  readonly kind: 'fence'
  /** The clause text between the fence lines, as it stands in the file. */
  readonly text: string
  /** Where `text` begins in the file. */
  readonly start: number
  readonly heading: readonly string[]
  /** The paragraphs between the fence and the heading or fence above it. */
  readonly prose: string
  readonly proseStart: number
  readonly proseEnd: number
}

export type Piece = { readonly kind: 'markdown'; readonly text: string } | FencePlace

export interface MarkdownProblem {
  readonly severity: Severity
  readonly code: string
  readonly start: number
  readonly end: number
  readonly heading: readonly string[]
  readonly message: string
  readonly help: string
}

/** More than this is no agreement, and slow to read. */
const MOST_CHARACTERS = 2_000_000
/** Nested quotation marks cost the Markdown parser the square of their number. */
const MOST_NESTED = 16
const NESTED = new RegExp(`^[ \\t]*(?:>[ \\t]?){${MOST_NESTED + 1}}`, 'm')

export function sectionsOf(source: string): { pieces: Piece[]; problems: MarkdownProblem[] } {
  const refused = refusal(source)
  if (refused) return { pieces: [{ kind: 'markdown', text: source }], problems: [refused] }
  const pieces: Piece[] = []
  const problems: MarkdownProblem[] = []
  const headings: { depth: number; title: string }[] = []
  let written = 0
  let prose = null as { start: number; end: number } | null
  for (const node of fromMarkdown(source).children) {
    const [start, end] = [node.position!.start.offset!, node.position!.end.offset!]
    const heading = headings.map(({ title }) => title)
    if (node.type === 'heading') {
      while (headings.length > 0 && headings.at(-1)!.depth >= node.depth) headings.pop()
      headings.push({ depth: node.depth, title: plain(source.slice(start, end)) })
      prose = null
      continue
    }
    if (node.type !== 'code' || !fenceMark(source, start)) {
      if (node.type === 'blockquote' || node.type === 'list')
        problems.push(...nestedFences(source, start, end, heading))
      prose = { start: prose?.start ?? start, end }
      continue
    }
    if (node.lang !== 'truce') {
      const meant = node.lang ? didYouMean(node.lang, ['truce']) : null
      if (meant) {
        problems.push({
          severity: 'warning',
          code: 'fence-misspelt',
          start,
          end: firstLineEnd(source, start),
          heading,
          message: `a fence marked \`${node.lang}\` is not read`,
          help: 'did you mean `truce`?',
        })
      }
      prose = { start: prose?.start ?? start, end }
      continue
    }
    const textStart = Math.min(firstLineEnd(source, start) + 1, end)
    const closing = source.lastIndexOf('\n', end - 1) + 1
    const mark = fenceMark(source, start)!
    const closed =
      closing > start && new RegExp(`^ {0,3}${mark[0]}{${mark.length},}[ \\t]*$`).test(source.slice(closing, end))
    if (!closed) {
      problems.push({
        severity: 'error',
        code: 'fence-unclosed',
        start,
        end: firstLineEnd(source, start),
        heading,
        message: 'this fence is never closed, so all that follows would be read as clauses',
        help: `close it with \`${mark}\` on a line of its own, after the last field of its last clause`,
      })
      pieces.push({ kind: 'markdown', text: source.slice(written, end) })
      written = end
      prose = null
      continue
    }
    if (start > written) pieces.push({ kind: 'markdown', text: source.slice(written, start) })
    pieces.push({
      kind: 'fence',
      text: source.slice(textStart, Math.max(textStart, closing)),
      start: textStart,
      heading,
      prose: prose ? source.slice(prose.start, prose.end) : '',
      proseStart: prose?.start ?? start,
      proseEnd: prose?.end ?? start,
    })
    written = end
    prose = null
  }
  if (written < source.length) pieces.push({ kind: 'markdown', text: source.slice(written) })
  return { pieces, problems }
}

function refusal(source: string): MarkdownProblem | null {
  const at = { severity: 'error' as const, start: 0, end: 0, heading: [] }
  if (source.trim() === '') {
    return {
      ...at,
      code: 'agreement-empty',
      message: 'the file is empty',
      help: 'an agreement is a Markdown text with `truce` fences; see `docs/language`',
    }
  }
  if (source.length > MOST_CHARACTERS) {
    return {
      ...at,
      code: 'agreement-too-large',
      message: `the file has ${source.length} characters; at most ${MOST_CHARACTERS} are read`,
      help: 'split it into several agreements',
    }
  }
  const control = source.search(/[\u0000-\u0008\u000e-\u001f\ufffd]/)
  if (control !== -1) {
    return {
      ...at,
      start: control,
      end: control + 1,
      code: 'not-text',
      message: 'the file is not UTF-8 text',
      help: 'save it as UTF-8 Markdown',
    }
  }
  const nested = NESTED.exec(source)
  if (nested) {
    return {
      ...at,
      start: nested.index,
      end: nested.index + nested[0].length,
      code: 'markdown-too-deep',
      message: `quotations nest more than ${MOST_NESTED} deep here`,
      help: 'take the inner ones out',
    }
  }
  return null
}

/** A fence inside a quotation or a list is not read as a clause; whoever wrote one there should know. */
function nestedFences(source: string, start: number, end: number, heading: readonly string[]): MarkdownProblem[] {
  return [...source.slice(start, end).matchAll(/^[ \t>*+\-\d.)]*(?:`{3,}|~{3,})[ \t]*truce[ \t]*$/gm)].map((found) => ({
    severity: 'warning',
    code: 'fence-nested',
    start: start + found.index,
    end: start + found.index + found[0].length,
    heading,
    message: 'a fence inside a list or a quotation is not read',
    help: 'move it to the margin, under the sentence it reads',
  }))
}

function fenceMark(source: string, start: number): string | null {
  return /^(`{3,}|~{3,})/.exec(source.slice(start, start + 80).trimStart())?.[1] ?? null
}

function firstLineEnd(source: string, start: number): number {
  const end = source.indexOf('\n', start)
  return end === -1 ? source.length : end
}

function plain(heading: string): string {
  return heading
    .split('\n')[0]!
    .replace(/^\s*#+\s*/, '')
    .replace(/\s+#+\s*$/, '')
    .replace(/[*_`]/g, '')
    .trim()
}
