// The stretches that stand between quotation marks: straight, curly or single, and over several paragraphs.
import type { Span } from './span.ts'

export interface Quotation extends Span {
  /** Opened in an earlier paragraph that never closed it. */
  readonly continues: boolean
  /** Left open at the end of its paragraph. */
  readonly open: boolean
}

const OPENS = /[\u201c\u201e\u00ab]/
const CLOSES = /[\u201d\u00bb]/
const SINGLE_OPEN = /(?<![\p{L}\p{N}])[\u2018']/u
const LETTER = /[\p{L}\p{N}]/u

/** The quotations of a paragraph, without their marks. Single marks count where no double ones do. */
export function quotationsOf(text: string, paragraph: Span, before?: Quotation): Quotation[] {
  const found = doubled(text, paragraph, before)
  return found.length > 0 ? found : singled(text, paragraph)
}

function doubled(text: string, { start, end }: Span, before?: Quotation): Quotation[] {
  const quotations: Quotation[] = []
  let opened = -1
  for (let at = start; at < end; at++) {
    const mark = text[at]!
    const opens = OPENS.test(mark) || (mark === '"' && opened === -1)
    if (opens && opened === -1) opened = at + 1
    else if (opened !== -1 && (CLOSES.test(mark) || mark === '"')) {
      quotations.push({ start: opened, end: at, continues: isContinued(opened), open: false })
      opened = -1
    }
  }
  if (opened !== -1) quotations.push({ start: opened, end, continues: isContinued(opened), open: true })
  return quotations

  function isContinued(opening: number): boolean {
    return before?.open === true && opening - 1 === start
  }
}

/** Single marks are also apostrophes: a pair counts only at the edges of words, around two words or more. */
function singled(text: string, { start, end }: Span): Quotation[] {
  const quotations: Quotation[] = []
  for (let at = start; at < end; at++) {
    if (!/[\u2018']/.test(text[at]!) || !SINGLE_OPEN.test(text.slice(Math.max(start, at - 1), at + 1).padStart(2, ' ')))
      continue
    const close = closing(text, at + 1, end)
    if (close === -1) continue
    quotations.push({ start: at + 1, end: close, continues: false, open: false })
    at = close
  }
  return quotations
}

function closing(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (!/[\u2019']/.test(text[at]!)) continue
    const after = at + 1 < end ? text[at + 1]! : ' '
    if (LETTER.test(after) || !text.slice(from, at).includes(' ')) continue
    return at
  }
  return -1
}
