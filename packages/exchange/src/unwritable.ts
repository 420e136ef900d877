// What of records no file could give back.
import type { Flaw } from './flaw.ts'
import type { Row, Table } from './table.ts'
import { valueFlaw } from './values.ts'

/** Values their columns do not take, and fields that no column has. */
export function unwritable({ columns, name }: Table, rows: readonly Row[]): Flaw[] {
  const names = new Set(columns.map((column) => column.name))
  return rows.flatMap((row, index) => {
    const at = { place: `record ${index + 1}`, row: index + 1 }
    const unknown = Object.keys(row)
      .filter((field) => !names.has(field))
      .map((field) => ({
        ...at,
        field,
        message: `\`${field}\` is no column of \`${name}\``,
        help: 'it would be lost: take it out, or into the table',
      }))
    const wrong = columns.flatMap((column) => {
      const flaw = valueFlaw(column, row[column.name])
      return flaw ? [{ ...at, field: column.name, ...flaw }] : []
    })
    return [...unknown, ...wrong]
  })
}
