// A table of the agreements under its heading, with what it is about; nothing where there is nothing to tell.
import { DataTable, type Column } from '../parts/data-table.tsx'

interface Props<Row> {
  readonly id: string
  readonly title: string
  readonly help: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
}

export function SectionTable<Row>({ id, title, help, ...table }: Props<Row>) {
  if (table.rows.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="quiet">{help}</p>
      <DataTable labelledBy={id} {...table} />
    </section>
  )
}
