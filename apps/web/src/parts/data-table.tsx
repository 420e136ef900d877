// A table that a narrow screen shows as cards, with the same roles for those who hear it.
import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  readonly isNumber?: boolean
}

interface DataTableProps<Row> {
  /** The id of its heading. */
  readonly labelledBy: string
  /** The first names the row. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
}

export function DataTable<Row>({ labelledBy, columns, rows, keyOf }: DataTableProps<Row>) {
  const [head, ...rest] = columns
  const kind = ({ isNumber }: Column<Row>) => (isNumber ? 'cell-number' : undefined)
  return (
    <table className="data-table" role="table" aria-labelledby={labelledBy}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.title} scope="col" role="columnheader" className={kind(column)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            <th scope="row" role="rowheader">
              {head?.cell(row)}
            </th>
            {rest.map((column) => (
              <td key={column.title} role="cell" className={kind(column)}>
                <span className="cell-label" aria-hidden="true">
                  {column.title}
                </span>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
