// Relations as flat arrays of ids, and the keys by which rows are found.
import { ID_LIMIT } from './values.ts'

/** Rows one after the other, all different. Without columns it is `[0]` where it holds and `[]` where it does not. */
export type Rows = readonly number[]

export const NONE: Rows = []
export const HOLDS: Rows = [0]

/** A row seen through some of its columns; exact, so that equal keys are equal columns. */
export type Key = number | string
export type Keyer = (rows: Rows, at: number) => Key

export const widthOf = (columns: readonly string[]): number => Math.max(1, columns.length)

export const positionsOf = (wanted: readonly string[], columns: readonly string[]): readonly number[] =>
  wanted.map((name) => columns.indexOf(name))

/** Up to two columns need no text. */
export function keyer(positions: readonly number[]): Keyer {
  const [a = 0, b = 0] = positions
  switch (positions.length) {
    case 0:
      return () => 0
    case 1:
      return (rows, at) => rows[at + a]!
    case 2:
      return (rows, at) => rows[at + a]! * ID_LIMIT + rows[at + b]!
    default:
      return (rows, at) => {
        let key = ''
        for (const position of positions) key += `${rows[at + position]!},`
        return key
      }
  }
}

/** The key of all columns. */
export const wholeKeyer = (columns: readonly string[]): Keyer => keyer(columns.map((_, i) => i))

/** The same rows once each. */
export function distinct(rows: Rows, width: number, key: Keyer): Rows {
  if (rows.length <= width) return rows
  const seen = new Set<Key>()
  const out: number[] = []
  for (let at = 0; at < rows.length; at += width) {
    const before = seen.size
    if (seen.add(key(rows, at)).size > before) copyRow(out, rows, at, width)
  }
  return out.length === rows.length ? rows : out
}

/** The columns at `positions`, each combination once. */
export function project(rows: Rows, width: number, positions: readonly number[]): Rows {
  if (rows.length === 0) return NONE
  if (positions.length === 0) return HOLDS
  const out: number[] = []
  for (let at = 0; at < rows.length; at += width) for (const position of positions) out.push(rows[at + position]!)
  return out.length === positions.length ? out : distinct(out, positions.length, keyer(positions.map((_, i) => i)))
}

/** The same rows with their columns in another order. */
export function reorder(rows: Rows, positions: readonly number[]): Rows {
  if (positions.every((position, i) => position === i)) return rows
  const out: number[] = []
  const width = positions.length
  for (let at = 0; at < rows.length; at += width) for (const position of positions) out.push(rows[at + position]!)
  return out
}

export function copyRow(out: number[], rows: Rows, at: number, width: number): void {
  for (let i = 0; i < width; i++) out.push(rows[at + i]!)
}
