// The glyphs of a line as they stand on the page, left to right, back into the order in which they are read.
//
// A PDF draws Arabic as it looks: letters in the shape they have in their word, some of them two in one glyph, and the
// line from left to right. The order of reading is found again by turning the line the way it was turned when it was
// set; glyph by glyph, so that the two letters of a lam-alef stay in their order.
import * as bidiModule from 'bidi-js'
import type { Bidi } from 'bidi-js'

export interface Piece {
  readonly text: string
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g
const RIGHT_TO_LEFT_WORD = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+/g
const LEFT_TO_RIGHT_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+/gu
/** Shapes of letters that stand for a letter: ligatures and Arabic forms. Nothing else is made the same. */
const SHAPES = /[\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc]/g
const MARKS = /^\p{M}+$/u

/** Its types and its module disagree on what the default export is. */
const bidi = (bidiModule.default as unknown as () => Bidi)()

/** Letters for the shapes of letters (NFKC), accents joined to them (NFC). */
export function unshaped(text: string): string {
  return text
    .replace(SHAPES, (shape) => shape.normalize('NFKC').trim())
    .replace(/\u0640+(?=\p{Script=Arabic})/gu, '')
    .normalize('NFC')
}

/** By words, not letters: a long foreign name turns no line around. */
export function isRightToLeft(text: string): boolean {
  const words = text.match(RIGHT_TO_LEFT_WORD)?.length ?? 0
  return words > 0 && words >= (text.match(LEFT_TO_RIGHT_WORD)?.length ?? 0)
}

/** The text of a line whose pieces come in the order in which they stand, left to right. */
export function inReadingOrder(pieces: readonly Piece[]): string {
  const seen = pieces.map(({ text }) => text).join('')
  if (seen.search(RIGHT_TO_LEFT) === -1) return unshaped(seen)
  // One character stands for each piece, so that a ligature moves as a whole.
  const stand = pieces.map(({ text }) => standIn(text)).join('')
  const rightToLeft = isRightToLeft(seen)
  const levels = bidi.getEmbeddingLevels(stand, rightToLeft ? 'rtl' : 'ltr')
  const order = bidi.getReorderedIndices(stand, levels)
  const mirrored = (at: number) => {
    const { text } = pieces[at]!
    return levels.levels[at]! % 2 === 1 ? (bidi.getMirroredCharacter(text) ?? text) : text
  }
  return unshaped(marksAfterLetters(order.map(mirrored)).join(''))
}

/** The first character that has a direction speaks for a piece; a mark is taken along as a letter of its own. */
function standIn(text: string): string {
  const first = [...text].find((character) => /[\p{L}\p{N}]/u.test(character)) ?? text[0] ?? ' '
  if (MARKS.test(text)) return '\u0627'
  return first.length === 1 ? first : 'a'
}

/** Turned around, a vowel sign comes before the letter it stands on. */
function marksAfterLetters(texts: readonly string[]): string[] {
  const ordered: string[] = []
  let marks: string[] = []
  for (const text of texts) {
    if (MARKS.test(text) && RIGHT_TO_LEFT.test(text)) marks.push(text)
    else {
      ordered.push(text, ...marks)
      marks = []
    }
    RIGHT_TO_LEFT.lastIndex = 0
  }
  return [...ordered, ...marks]
}
