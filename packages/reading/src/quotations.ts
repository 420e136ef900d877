// The stretches that stand between quotation marks: straight, curly, doubled or single, and over several paragraphs.
import type { Span } from './span.ts'

export interface Quotation extends Span {
  /** The same with its marks. */
  readonly outer: Span
  /** Opened in an earlier paragraph that never closed it. */
  readonly continues: boolean
  /** Left open at the end of its paragraph. */
  readonly open: boolean
}

/** Any mark of a double quotation; two single ones side by side, as typesetters write them, count as one. */
const DOUBLE = /[\u201c\u201d\u201e\u201f\u00ab\u00bb"]|``|''|\u2018\u2018|\u2019\u2019/g
const OPENING = /^[\u201c\u201e\u201f\u00ab`\u2018]/
const CLOSING = /^[\u201d\u00bb\u2019]/
const LETTER = /[\p{L}\p{N}]/u
const WORD_IN_MARKS = /[\p{L}-]{4,}[.,?!]?['\u2019](?![\p{L}\p{N}])/uy
const ENDING = /[.,?!\u2026-]/

/** The quotations of a paragraph, without their marks. Single marks count where no double ones stand inside them. */
export function quotationsOf(text: string, paragraph: Span, before?: Quotation): Quotation[] {
  const doubles = doubled(text, paragraph, before)
  const singles = singled(text, paragraph, doubles.length > 0)
  if (doubles.length === 0) return singles
  const around = singles.filter((one) => doubles.some(({ outer }) => one.start <= outer.start && outer.end <= one.end))
  if (around.length === 0) return doubles
  const outside = doubles.filter(({ start, end }) => !around.some((one) => one.start < end && start < one.end))
  return [...outside, ...around].toSorted((a, b) => a.start - b.start)
}

function doubled(text: string, { start, end }: Span, before?: Quotation): Quotation[] {
  const quotations: Quotation[] = []
  let opened: Span | null = null
  const said = text.slice(start, end)
  DOUBLE.lastIndex = 0
  for (let found = DOUBLE.exec(said); found; found = DOUBLE.exec(said)) {
    const mark = { start: start + found.index, end: start + found.index + found[0].length }
    const opensHere = opens(text, mark, found[0], start, end)
    if (opened === null) {
      // Inches, or the end of what an earlier page opened.
      if (opensHere === false) continue
      opened = mark
    } else if (opensHere === true && OPENING.test(found[0])) {
      continue
    } else if (opensHere === true && opened.end < mark.start) {
      close(opened, endOfSentence(text, opened.end, mark.start), true)
      opened = mark
    } else {
      close(opened, mark, false)
      opened = null
    }
  }
  if (opened !== null && opened.end < end) close(opened, { start: end, end }, true)
  return quotations

  function close(from: Span, to: Span, open: boolean): void {
    const continues = before?.open === true && from.start === start
    const atEnd = open && to.start === end
    if (to.start > from.end)
      quotations.push({
        start: from.end,
        end: to.start,
        outer: { start: from.start, end: to.end },
        continues,
        open: atEnd,
      })
  }
}

/** Whether a mark opens a quotation; null where a straight mark could do either. */
function opens(text: string, mark: Span, said: string, start: number, end: number): boolean | null {
  if (CLOSING.test(said)) return false
  const left = mark.start > start ? text[mark.start - 1]! : ' '
  const right = mark.end < end ? text[mark.end]! : ' '
  const free = /[\s([\u2013\u2014-]/.test(left)
  const runsOn = /[\s.,;:?!)\]\u2013\u2014-]/.test(right)
  // An opening mark typed where a closing one belongs.
  if (OPENING.test(said)) return free || !runsOn
  if (free && !runsOn) return true
  return !free && runsOn ? false : null
}

/** A quotation that another one interrupts ended with its sentence. */
function endOfSentence(text: string, from: number, to: number): Span {
  const trimmed = from + text.slice(from, to).trimEnd().length
  return { start: trimmed, end: trimmed }
}

/** Single marks are also apostrophes: a pair counts only at the edges of words, around two words or more. */
function singled(text: string, { start, end }: Span, strict: boolean): Quotation[] {
  const quotations: Quotation[] = []
  for (let at = start; at < end; at++) {
    const mark = text.charCodeAt(at)
    if (mark !== 0x27 && mark !== 0x2018) continue
    if (at > start && LETTER.test(text[at - 1]!)) continue
    const close = strict
      ? closing(text, at + 1, end, strict)
      : (wordEnd(text, at + 1) ?? closing(text, at + 1, end, strict))
    if (close === -1) continue
    const span = { start: at + 1, end: close }
    quotations.push({ ...span, outer: { start: at, end: close + 1 }, continues: false, open: false })
    at = close
  }
  return quotations
}

/** Where a single word ends that stands between marks of its own. */
function wordEnd(text: string, from: number): number | null {
  WORD_IN_MARKS.lastIndex = from
  const found = WORD_IN_MARKS.exec(text)
  return found && from + found[0].length - 1
}

function closing(text: string, from: number, end: number, strict: boolean): number {
  let first = -1
  for (let at = from; at < end; at++) {
    const mark = text.charCodeAt(at)
    if (mark !== 0x27 && mark !== 0x2019) {
      // Another one opens: the first of the candidates was the end.
      if (first !== -1 && (mark === 0x2018 || mark === 0x0a)) break
      continue
    }
    const after = at + 1 < end ? text[at + 1]! : ' '
    if (LETTER.test(after) || (text[at - 1] === ' ' && first !== -1)) continue
    if (text[at - 1] === ' ' || !text.slice(from, at).includes(' ')) continue
    if (ENDING.test(text[at - 1]!) || ENDING.test(after)) return at
    // `the workers' rights`: a plural owner, unless nothing closes later.
    if (first === -1) first = at
    if (!/[sS]/.test(text[at - 1]!) || after !== ' ') break
  }
  return strict ? -1 : first
}
