// What lines up on a sheet: shares of columns, and where a long name may be parted.
import type { Block, Line } from './blocks.ts'

const lengthOf = (line: Line) => line.reduce((sum, { text }) => sum + text.length, 0)

/** Shares of columns by what they mostly hold: by the square root, so that a long one does not starve the others. */
export function columnShares({ head, rows }: Extract<Block, { kind: 'table' }>): number[] {
  return head.map((cell, index) => {
    const lengths = [cell, ...rows.map((cells) => cells[index]!)].map(lengthOf)
    const usual = (Math.max(...lengths) + lengths.reduce((sum, length) => sum + length, 0) / lengths.length) / 2
    return Math.max(3, Math.min(16, Math.sqrt(usual)))
  })
}

/** Long names may be parted behind their dots and strokes; both ends of a figure stay together. */
export function apart(text: string): string {
  return text.replaceAll(/(?<=[a-z])[._-](?=[a-z])/gi, '$&\u200B').replaceAll(/(?<=\d)–(?=\d)/g, '\u2060–\u2060')
}
