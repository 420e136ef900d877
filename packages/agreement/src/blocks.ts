// The blocks of a Markdown text: headings, fenced code, and whatever else. Plain articles are read line by line, for that is
// most of an agreement and ten times as fast; all other Markdown is read by the Markdown parser, and both say the same.
import { fromMarkdown } from 'mdast-util-from-markdown'

export interface MarkdownBlock {
  readonly type: 'heading' | 'code' | 'other'
  /** Of a heading. */
  readonly depth: number
  /** The first word after the marks of a fence, or null. */
  readonly lang: string | null
  /** UTF-16 offsets in the text. */
  readonly start: number
  readonly end: number
}

/** Nothing inside a paragraph matters here, and some of it costs the square of its length to parse. */
export const BLOCKS_ONLY = {
  disable: {
    null: [
      'attention',
      'autolink',
      'characterEscape',
      'characterReference',
      'codeText',
      'hardBreakEscape',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
    ],
  },
}

/** A heading at the margin ends every block there is, but for those that swallow it. */
const HEADING_AT_MARGIN = /^#{1,6}(?:[ \t\r]|$)/
const PLAIN_HEADING = /^(#{1,6}) [^\s#](?:[^\t\r]*[^\s#])?\r?$/
/** Words from the margin on: they begin a paragraph or go on with one, and are nothing else. */
const PLAIN_WORDS = /^(?:\p{L}|\d{1,9}(?![\d.)])|["“‘«(])(?:[^\t\r]*\S)?\r?$/u
const BLANK = /^[ \t]*\r?$/
const PLAIN_FENCE = /^(`{3,}|~{3,})([\w.+-]*)\r?$/
/** What may swallow a heading: a fence that is not plain, and HTML. */
const SWALLOWS = /^[ \t>*+\-\d.)]*(?:`{3}|~{3}|<)/

/** The blocks at the top of a text, in order. */
export function blocksOf(text: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  let at = 0
  while (at < text.length) {
    const article = articleAt(text, at)
    if (article.plain) blocks.push(...article.plain)
    else parsed(text, at, article.end, blocks)
    at = article.end
  }
  return blocks
}

/** From an offset to the next heading at the margin, with its blocks where all of its lines are plain. */
function articleAt(text: string, from: number): { end: number; plain: MarkdownBlock[] | null } {
  const blocks: MarkdownBlock[] = []
  let plain = true
  let words = null as { start: number; end: number } | null
  const close = () => {
    if (words) blocks.push({ type: 'other', depth: 0, lang: null, ...words })
    words = null
  }
  for (let at = from; at < text.length;) {
    const next = nextLine(text, at)
    const line = text.slice(at, text[next - 1] === '\n' ? next - 1 : next)
    const end = at + line.length - (line.endsWith('\r') ? 1 : 0)
    if (at > from && HEADING_AT_MARGIN.test(line)) {
      close()
      return { end: at, plain: plain ? blocks : null }
    }
    const fence = PLAIN_FENCE.exec(line)
    if (fence) {
      close()
      const closed = closingLine(text, next, fence[1]!)
      // Closed in some other way or never: where it ends is for the parser to say, and with it all that follows.
      if (!closed) return { end: text.length, plain: null }
      blocks.push({ type: 'code', depth: 0, lang: fence[2] || null, start: at, end: closed.end })
      at = closed.next
      continue
    }
    const heading = PLAIN_HEADING.exec(line)
    if (heading) {
      close()
      blocks.push({ type: 'heading', depth: heading[1]!.length, lang: null, start: at, end })
    } else if (BLANK.test(line)) close()
    else if (PLAIN_WORDS.test(line)) words = { start: words?.start ?? at, end }
    else if (SWALLOWS.test(line)) return { end: text.length, plain: null }
    else plain = false
    at = next
  }
  close()
  return { end: text.length, plain: plain ? blocks : null }
}

/** The line that closes a fence, or null where there is none, or one that is not plain. */
function closingLine(text: string, from: number, mark: string): { end: number; next: number } | null {
  for (let at = from; at < text.length;) {
    const next = nextLine(text, at)
    let first = at
    while (text[first] === ' ') first += 1
    if (text.startsWith(mark, first)) {
      const line = text.slice(at, next)
      const found = /^( {0,3})(`+|~+)([ \t]*)\r?\n?$/.exec(line)
      if (found) return found[1] || found[3] ? null : { end: at + found[2]!.length, next }
    }
    at = next
  }
  return null
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end + 1
}

/** The blocks of a stretch as the Markdown parser reads it. */
function parsed(text: string, from: number, to: number, into: MarkdownBlock[]): void {
  for (const node of fromMarkdown(text.slice(from, to), { extensions: [BLOCKS_ONLY] }).children) {
    into.push({
      type: node.type === 'heading' || node.type === 'code' ? node.type : 'other',
      depth: node.type === 'heading' ? node.depth : 0,
      lang: (node.type === 'code' && node.lang) || null,
      start: from + node.position!.start.offset!,
      end: from + node.position!.end.offset!,
    })
  }
}
