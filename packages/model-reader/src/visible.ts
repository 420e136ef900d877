// The text of a document as a person sees it, and the way back from there to the text as it is.

export interface VisibleText {
  /** What is left when everything hidden is taken out. */
  readonly text: string
  /** The stretch of the document that a stretch of the visible text comes from; null where something hidden is in it. */
  original(start: number, end: number): { start: number; end: number } | null
}

export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * Tags, variation selectors, fillers and spaces of no width: characters that carry words nobody sees. The joiners and
 * marks of direction that Arabic and Persian are written with are not among them.
 */
const UNSEEN =
  /(?:\p{Variation_Selector}|[\u{E0000}-\u{E0FFF}\u200B\u2060-\u2064\uFEFF\u180E\u115F\u1160\u3164\uFFA0])+/gu
/** What is forced backwards is not read as it is stored. */
const REVERSED = /[\u202D\u202E][^\u202C\n]*\u202C?/g
const CONTROL = /[\p{Cc}--[\t\n\r\f]]+/gv
/** Marks by which chat servers tell who speaks; some take them for their own wherever they stand. */
const CHAT_MARKS = /<\|[^|<>\n]{1,40}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?s>|<(?:start|end)_of_turn>/gi

/** `hidden`: stretches that the page does not show, where whoever read the file knows of any. */
export function visibleText(text: string, hidden: readonly Stretch[] = []): VisibleText {
  const gone = [...hidden, ...[UNSEEN, REVERSED, CONTROL, CHAT_MARKS].flatMap((pattern) => stretches(text, pattern))]
    .filter(({ start, end }) => end > start)
    .toSorted((a, b) => a.start - b.start)
  const pieces: { readonly at: number; readonly start: number; readonly end: number }[] = []
  let [at, from] = [0, 0]
  for (const { start, end } of [...gone, { start: text.length, end: text.length }]) {
    if (start > from) {
      pieces.push({ at, start: from, end: start })
      at += start - from
    }
    from = Math.max(from, end)
  }
  return {
    text: pieces.map(({ start, end }) => text.slice(start, end)).join(''),
    original(start, end) {
      const piece = pieces.findLast((one) => one.at <= start)
      if (!piece || end > piece.at + (piece.end - piece.start)) return null
      return { start: piece.start + (start - piece.at), end: piece.start + (end - piece.at) }
    },
  }
}

function stretches(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
}
