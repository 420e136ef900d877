// The glyphs of a page put together: to lines by where they stand, to paragraphs by how the lines lie.
import type { Glyph } from './glyphs.ts'
import { inReadingOrder, isRightToLeft } from './bidi.ts'

export interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** Of the size of the letters: what is apart further is another word, column, or line. */
const WORD_GAP = 0.16
const COLUMN_GAP = 2.5
const SAME_LINE = 0.45
const NEW_PARAGRAPH = 1.75
const INDENT = 0.9
const OTHER_SIZE = 1.15
const SHORT = 0.75
const SENTENCE_END = /[.!?…:؟۔]["'”’»)\]]*$/

export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const groups: Glyph[][] = []
  for (const glyph of glyphs) {
    if (glyph.text === '') continue
    const group = groups.at(-1)
    const last = group?.at(-1)
    const goesOn =
      last !== undefined &&
      Math.abs(last.y - glyph.y) <= SAME_LINE * Math.max(last.size, glyph.size) &&
      isBeside(group!, glyph)
    if (goesOn) group!.push(glyph)
    else groups.push([glyph])
  }
  return groups.flatMap((group) => lineOf(group) ?? [])
}

/** A column further on is another text, even at the same height. */
function isBeside(group: readonly Glyph[], glyph: Glyph): boolean {
  const left = Math.min(...group.slice(-200).map(({ x }) => x))
  const right = Math.max(...group.slice(-200).map(({ x, width }) => x + width))
  const gap = Math.max(glyph.x - right, left - (glyph.x + glyph.width))
  return gap <= COLUMN_GAP * glyph.size
}

function lineOf(group: readonly Glyph[]): Line | null {
  const placed = group.toSorted((a, b) => a.x - b.x || a.run - b.run)
  const pieces: { text: string }[] = []
  let right = -Infinity
  let previous: Glyph | null = null
  for (const glyph of placed) {
    // Bold is sometimes the same letter drawn twice, a little apart.
    if (
      previous &&
      previous.text === glyph.text &&
      previous.run !== glyph.run &&
      glyph.x - previous.x < 0.1 * glyph.size
    )
      continue
    const blank = /^\s+$/.test(glyph.text)
    const spaced = pieces.at(-1)?.text === ' '
    if ((blank || (pieces.length > 0 && glyph.x - right > WORD_GAP * glyph.size)) && !spaced) pieces.push({ text: ' ' })
    if (!blank) {
      pieces.push({ text: glyph.text })
      right = Math.max(right, glyph.x + glyph.width)
      previous = glyph
    }
  }
  const text = inReadingOrder(pieces).replaceAll('\u00a0', ' ').trim()
  if (text === '') return null
  const sizes = group.map(({ size }) => size).toSorted((a, b) => a - b)
  return { text, left: placed[0]!.x, right, y: group[0]!.y, size: sizes[sizes.length >> 1]! }
}

/** Pages to paragraphs; a sentence that a page cuts goes on, and lines that stand on most pages alike are left out. */
export function paragraphsOf(pages: readonly (readonly Line[])[]): string[] {
  const running = runningSigns(pages)
  const paragraphs: string[] = []
  for (const [number, page] of pages.entries()) {
    const lines = page.filter((line) => !signsOf(line, number).some((sign) => running.has(sign)))
    const margin = widest(lines)
    for (const [index, line] of lines.entries()) {
      const before = lines[index - 1]
      const goesOn =
        before === undefined ? cutOff(paragraphs.at(-1), line.text) : !beginsParagraph(before, line, margin)
      if (goesOn && paragraphs.length > 0) paragraphs[paragraphs.length - 1] = joined(paragraphs.at(-1)!, line.text)
      else paragraphs.push(line.text)
    }
  }
  return paragraphs
}

function beginsParagraph(before: Line, line: Line, { left, right }: { left: number; right: number }): boolean {
  const drop = before.y - line.y
  const size = Math.max(before.size, line.size)
  if (
    drop < 0 ||
    drop > NEW_PARAGRAPH * size ||
    Math.max(before.size, line.size) > OTHER_SIZE * Math.min(before.size, line.size)
  )
    return true
  const rightToLeft = isRightToLeft(line.text)
  const [start, startBefore] = rightToLeft ? [-line.right, -before.right] : [line.left, before.left]
  if (start - startBefore > INDENT * size && start - startBefore < 6 * size) return true
  const filled = rightToLeft ? right - before.left : before.right - left
  return SENTENCE_END.test(before.text) && filled < SHORT * (right - left)
}

function cutOff(before: string | undefined, text: string): boolean {
  return before !== undefined && !SENTENCE_END.test(before) && !/^\p{Lu}|^["“«]/u.test(text)
}

/** A word that the end of a line divides is one word again. */
function joined(before: string, text: string): string {
  if (/\p{L}\u00ad$/u.test(before)) return before.slice(0, -1) + text
  if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(text)) return before.slice(0, -1) + text
  return `${before} ${text}`
}

function widest(lines: readonly Line[]): { left: number; right: number } {
  return {
    left: lines.reduce((least, { left }) => Math.min(least, left), Infinity),
    right: lines.reduce((most, { right }) => Math.max(most, right), -Infinity),
  }
}

/** What a line says at its height: as it is, and with each of its numbers counted from that of the page. */
function signsOf({ text, y }: Line, page: number): string[] {
  const height = Math.round(y / 4)
  const numbers = [...text.matchAll(/\d+/g)].slice(0, 4)
  return [
    `${height} ${text}`,
    ...numbers.map(
      ({ 0: digits, index }) =>
        `${height} ${text.slice(0, index)}#${Number(digits) - page}${text.slice(index + digits.length)}`,
    ),
  ]
}

/** Signs of what stands at the head or foot of most pages: the name of a paper, the number of the page. */
function runningSigns(pages: readonly (readonly Line[])[]): Set<string> {
  if (pages.length < 3) return new Set()
  const counts = new Map<string, number>()
  for (const [number, page] of pages.entries())
    for (const sign of new Set([...page.slice(0, 2), ...page.slice(-2)].flatMap((line) => signsOf(line, number))))
      counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count > pages.length / 2).map(([sign]) => sign))
}
