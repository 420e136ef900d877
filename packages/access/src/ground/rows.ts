// The rows of one table of the ground desk, and everything that is wrong with them, by file, row and column.
import { cellsOf, type Cells } from '../cells.ts'
import { cellName, isHxlRow, quoted, type AccessProblem, type Sheet } from '../sheet.ts'

/** A problem of a table, or of what the agreement leaves open and no table answers. */
export type GroundProblem = Omit<AccessProblem, 'code'> & {
  readonly code: AccessProblem['code'] | 'unread-depth' | 'line-without-shape' | 'word-without-meaning'
}

export interface Taken<T> {
  readonly rows: readonly T[]
  readonly problems: readonly GroundProblem[]
}

/** The cells of a row, and a way to refuse one of them for what it says beside the others. */
export interface GroundCells extends Cells {
  readonly row: number
  /** One of several names; null, and refused, where it is none. `what` says what the names are. */
  name(column: string, names: readonly string[], what: string): string | null
  refuse(column: string, code: GroundProblem['code'], message: string, help: string): null
}

/** Reads each row, that of HXL tags left out. With any problem there are no rows: nothing is half taken in. */
export function takeRows<T>(
  sheet: Sheet,
  columns: readonly string[],
  read: (cells: GroundCells) => T | null,
): Taken<T> {
  const { file, head } = sheet
  const found: AccessProblem[] = []
  const problems: GroundProblem[] = headProblems(sheet, columns)
  if (problems.length > 0) return { rows: [], problems }
  const columnOf = new Map(head.map((column, at) => [column, at]))
  const ids = new Map<string, number>()
  const rows = sheet.rows.flatMap((row, at): T[] => {
    if (at === 0 && isHxlRow(row.cells)) return []
    const cells = cellsOf(sheet, row, columnOf, found)
    const refuse: GroundCells['refuse'] = (column, code, message, help) => {
      const cell = cellName(columnOf.get(column)!, row.row)
      problems.push({ code, file, row: row.row, column, cell, message, help })
      return null
    }
    const name: GroundCells['name'] = (column, names, what) => {
      const text = cells.text(column)
      if (text === '' || names.includes(text)) return text === '' ? null : text
      const known = `write ${what}: ${names.join(', ')}`
      return refuse(column, 'unknown-id', `${quoted(text)} is not named in the agreement`, known)
    }
    if (columnOf.has('id')) {
      const id = cells.text('id')
      const before = ids.get(id)
      if (id !== '' && before !== undefined)
        refuse('id', 'id-twice', `${quoted(id)} is the id of row ${before} as well`, 'give each row an id of its own')
      ids.set(id, row.row)
    }
    const value = read({ ...cells, row: row.row, name, refuse })
    return value === null ? [] : [value]
  })
  const all = [...found, ...problems].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
  return { rows: all.length > 0 ? [] : rows, problems: all }
}

function headProblems({ file, head }: Sheet, columns: readonly string[]): GroundProblem[] {
  const at = (column: string, index: number) => ({ file, row: 1, column, cell: index < 0 ? null : cellName(index, 1) })
  const missing = columns.filter((column) => !head.includes(column))
  return [
    ...head.flatMap((column, index): GroundProblem[] => {
      const twice = head.indexOf(column) !== index
      if (columns.includes(column) && !twice) return []
      const message = twice
        ? `the column ${quoted(column)} stands twice`
        : `${quoted(column)} is no column of \`${file}\``
      const help = twice ? 'leave one of the two out' : `its columns are ${columns.join(', ')}`
      return [{ code: 'unknown-column', ...at(column, index), message, help }]
    }),
    ...missing.map((column): GroundProblem => {
      const message = `\`${file}\` has no column \`${column}\``
      return { code: 'missing-column', ...at(column, -1), message, help: 'add the column' }
    }),
  ]
}
