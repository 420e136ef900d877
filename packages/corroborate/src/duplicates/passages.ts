// The passages of a text: its lines, and of long ones the sentences in pieces of some length.

export interface Stretch {
  /** UTF-16 units from the start of the text. */
  readonly start: number
  readonly end: number
}

/** In UTF-16 units: a line longer than this is cut, into pieces not shorter than that. */
const LONG_LINE = 600
const SHORTEST_PIECE = 240
const SENTENCE_END = /[.!?؟。]["”’»)]*\s+/gu

/** The passages of a text, in order. White space around a line belongs to none. */
export function passagesOf(text: string): Stretch[] {
  const passages: Stretch[] = []
  for (const { 0: line, index } of text.matchAll(/\S[^\n]*/g)) {
    const end = index + line.trimEnd().length
    if (end - index <= LONG_LINE) passages.push({ start: index, end })
    else passages.push(...piecesOf(text, index, end))
  }
  return passages
}

function piecesOf(text: string, from: number, to: number): Stretch[] {
  const pieces: Stretch[] = []
  let start = from
  for (const { 0: stop, index } of text.slice(from, to).matchAll(SENTENCE_END)) {
    const next = from + index + stop.length
    if (next - start < SHORTEST_PIECE || to - next < SHORTEST_PIECE) continue
    pieces.push({ start, end: next - (stop.length - stop.trimEnd().length) })
    start = next
  }
  pieces.push({ start, end: to })
  return pieces
}
