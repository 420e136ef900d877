// Which lines of a page are the story, and which are its headline, its bylines, its captions and the page's furniture.
import type { Document } from './document.ts'
import type { Language } from './lexicon/language.ts'
import { trimmed, type Span } from './span.ts'

export type Zone = 'headline' | 'byline' | 'caption' | 'body' | 'furniture'

/** A line of the page, or several that a narrow column broke. */
export interface Block extends Span {
  readonly zone: Zone
}

const SPACE = /\s/
const SENTENCE_END = /[.!?…][\s"')\]]*$/
const LONG_LINE = 50

export function zonesOf(document: Document): Block[] {
  const lines = joinWrapped(document, linesOf(document))
  const tests = lineTests(document.lexicon.language)
  const seen = new Set<string>()
  let storyBegun = false
  let over = false
  const blocks = lines.map((line): Block => {
    const said = document.folded.slice(line.start, line.end)
    over ||= storyBegun && tests.tail(said)
    const repeated = seen.has(said) && wordCount(said) < 25
    seen.add(said)
    if (over || line.start < frontMatterEnd(document) || tests.furniture(said)) return { ...line, zone: 'furniture' }
    if (tests.byline(said)) return { ...line, zone: 'byline' }
    if (repeated || tests.caption(said)) return { ...line, zone: 'caption' }
    if (isProse(said)) {
      storyBegun = true
      return { ...line, zone: 'body' }
    }
    return { ...line, zone: storyBegun ? 'caption' : 'headline' }
  })
  // A page of headlines alone, such as a flash, is all there is to read.
  if (storyBegun) return blocks
  return blocks.map((block) => (block.zone === 'headline' ? { ...block, zone: 'body' } : block))
}

function isProse(said: string): boolean {
  return SENTENCE_END.test(said) || /["']$/.test(said) || /^["']/.test(said) || wordCount(said) > 20
}

function wordCount(said: string): number {
  return said.split(/\s+/).length
}

function frontMatterEnd({ folded }: Document): number {
  const found = /^\s*---\n[\s\S]*?\n---[ \t]*(\n|$)/.exec(folded)
  return found ? found[0].length : 0
}

function linesOf({ folded }: Document): Span[] {
  const lines: Span[] = []
  for (let start = 0; start <= folded.length;) {
    const next = folded.indexOf('\n', start)
    const end = next === -1 ? folded.length : next
    const line = trimmed(folded, { start, end }, SPACE)
    if (line.end > line.start) lines.push(line)
    start = end + 1
  }
  return lines
}

/** A line broken by a narrow column runs on: long, no full stop at its end, and the next line follows at once. */
function joinWrapped({ folded }: Document, lines: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    const between = last && folded.slice(last.end, line.start)
    const lastLine = last && folded.slice(folded.lastIndexOf('\n', last.end - 1) + 1, last.end)
    const runsOn =
      lastLine !== undefined &&
      lastLine.length >= LONG_LINE &&
      /[\p{L}\p{N},;-]$/u.test(lastLine) &&
      !between!.includes('\n\n')
    if (runsOn && between!.split('\n').length === 2) joined[joined.length - 1] = { start: last!.start, end: line.end }
    else joined.push(line)
  }
  return joined
}

type LineTest = (line: string) => boolean

interface LineTests {
  readonly furniture: LineTest
  readonly tail: LineTest
  readonly byline: LineTest
  readonly caption: LineTest
}

/**
 * Whether a whole line is one of these. Those that begin with anything are searched for instead: to try them from
 * the start of each line costs more than all else that is done with it.
 */
function whole(sources: readonly string[]): LineTest {
  const all = sources.map((source) => source.replaceAll('#', '\\d[\\d,.]*')).flatMap(alternatives)
  const exact = new RegExp(`^(?:${all.join('|')})$`, 'u')
  const begun = new RegExp(`^(?:${all.filter((one) => !one.startsWith('.*')).join('|')})$`, 'u')
  const inside = all.filter((one) => one.startsWith('.*')).map((one) => one.slice(2))
  const found = inside.map((one) => (one.endsWith('.*') ? one.slice(0, -2) : `${one}$`))
  const searched = found.length === 0 ? null : new RegExp(`(?:${found.join('|')})`, 'u')
  return (line) => (line.includes('\n') ? exact.test(line) : begun.test(line) || (searched?.test(line) ?? false))
}

/** The parts between bars that stand in no brackets. */
function alternatives(source: string): string[] {
  const parts = ['']
  let depth = 0
  for (const [letter] of source.matchAll(/\\.|\[[^\]]*\]|./gu)) {
    if (letter === '(') depth++
    if (letter === ')') depth--
    if (letter === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}

const prepared = new WeakMap<Language, LineTests>()

function lineTests(language: Language): LineTests {
  const known = prepared.get(language)
  if (known) return known
  const { furniture } = language
  const tests = {
    furniture: whole(furniture.lines),
    tail: whole(furniture.tail),
    byline: whole(furniture.bylines),
    caption: whole(furniture.captions),
  }
  prepared.set(language, tests)
  return tests
}
