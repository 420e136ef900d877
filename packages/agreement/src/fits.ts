// What a field can go on with, asked of the field's own reader, so that completion never knows another language.
import { Cursor, tokensOf } from './cursor.ts'
import type { Field } from './kinds.ts'

const NOWHERE = { offset: 0, line: 1, column: 1 }

/** Those of the candidates that a field can go on with after the words before them, even where more has to follow. */
export function goesOnWith({ reader }: Field<unknown>, before: string, candidates: readonly string[]): string[] {
  const lead = before === '' || /\s$/.test(before) ? before : `${before} `
  return candidates.filter((candidate) => {
    const raw = lead + candidate
    const cursor = new Cursor(raw, tokensOf(raw, 0), raw.length, () => ({ start: NOWHERE, end: NOWHERE }))
    const value = reader.read(cursor)
    if (value !== null && !cursor.atEnd) cursor.tooMuch()
    return cursor.misreadings.every(({ start }) => start >= raw.length)
  })
}
