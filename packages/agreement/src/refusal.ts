// What keeps a whole file from being read as an agreement: it is empty, no text, or built to be slow to parse.
import type { MarkdownProblem } from './markdown.ts'

/** More than this is no agreement, and slow to read. */
const MOST_CHARACTERS = 1_000_000
/** Nested quotations and lists cost the Markdown parser the square of their number. */
const MOST_NESTED = 16
const MARKS = `(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t])))`
/** A row of one sign alone is no list but a rule across the page. */
const RULE = '(?![ \\t]*([-*_])(?:[ \\t]*\\1)*[ \\t\\r]*$)'
const NESTED = new RegExp(`^${RULE}${MARKS}{${MOST_NESTED + 1}}|^[ \\t]{80,}${MARKS}[ \\t]`, 'm')
/** Control characters, half characters, and the sign for bytes that were no UTF-8. */
const NOT_TEXT = /(?![\t\n\r])\p{Cc}|\p{Cs}|\ufffd/u
const LONE_RETURN = /\r(?!\n)/

/** Why a source is not read at all, or null. */
export function refusalOf(source: string): MarkdownProblem | null {
  const refused = (code: MarkdownProblem['code'], start: number, end: number, message: string, help: string) => ({
    code,
    start,
    end,
    heading: [],
    message,
    help,
  })
  if (source.trim() === '') {
    const help = 'an agreement is a Markdown text with `truce` fences; see `docs/language`'
    return refused('agreement-empty', 0, 0, 'the file is empty', help)
  }
  if (source.length > MOST_CHARACTERS) {
    const message = `the file has ${source.length} characters; at most ${MOST_CHARACTERS} are read`
    return refused('agreement-too-large', 0, 0, message, 'split it into several agreements')
  }
  const control = source.search(NOT_TEXT)
  if (control !== -1) {
    const message = 'the file is not UTF-8 text'
    return refused('not-text', control, control + 1, message, 'save it as UTF-8 Markdown without control characters')
  }
  const lone = source.search(LONE_RETURN)
  if (lone !== -1) {
    const message = 'a line ends with a carriage return alone'
    return refused('line-ends', lone, lone + 1, message, 'save the file with LF or CRLF at the ends of lines')
  }
  const nested = NESTED.exec(source)
  if (nested) {
    const message = `quotations and lists nest more than ${MOST_NESTED} deep here`
    return refused(
      'markdown-too-deep',
      nested.index,
      nested.index + nested[0].length,
      message,
      'take the inner ones out',
    )
  }
  return null
}
