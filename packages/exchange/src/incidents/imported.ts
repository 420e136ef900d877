// Incidents taken from a data set, and the rows of it that could not be.
import { rowFlaws } from '../checks.ts'
import type { Flaw } from '../flaw.ts'
import type { Row, Table } from '../table.ts'
import { valueFlaw, type Refused } from '../values.ts'

export interface ImportedIncidents {
  readonly ok: true
  readonly rows: readonly Row[]
  readonly skipped: readonly Flaw[]
}

/** What the rows of a data set are told by. */
export interface Provenance {
  readonly source: string
  /** The name of the file. */
  readonly doc: string
  /** ISO 8601 with offset. */
  readonly recorded_at: string
}

/** What keeps a row out of its table; null where nothing does. */
export function rowRefusal(table: Table, row: Row): Refused | null {
  for (const column of table.columns) {
    const flaw = valueFlaw(column, row[column.name])
    if (flaw) return flaw
  }
  return rowFlaws(table, row, {})[0] ?? null
}
