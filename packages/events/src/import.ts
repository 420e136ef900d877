// Event files read piece by piece into one table, each row that cannot be used refused with its place and what to do.
import { csvReader, type CsvFlaw, type CsvRow } from './csv.ts'
import { EVENT_FORMATS, FORMATS, Unusable, type EventFormat } from './formats.ts'
import { tableBuilder, type EventTable } from './table.ts'

/** A row that was left out. */
export interface Skipped {
  /** The line of the file, the head being line 1. */
  readonly row: number
  /** Where on that line, counted from 1. */
  readonly column: number
  readonly why: string
  readonly help: string
}

export type ImportRefusal = 'malformed' | 'missing-column' | 'unknown-format'

export type Imported =
  | {
      readonly ok: true
      readonly format: EventFormat | 'claims'
      readonly table: EventTable
      readonly skipped: readonly Skipped[]
    }
  | ({ readonly ok: false; readonly code: ImportRefusal } & CsvFlaw)

export interface EventReader {
  /** Rows read so far, those left out among them. */
  readonly rows: number
  /** Takes the next piece of the text. False where the file is refused, so that the rest need not be read. */
  push(text: string): boolean
  end(): Imported
}

/** Reads an event file of a format, or of the one that its head tells. */
export function eventReader(format: EventFormat | null): EventReader {
  const builder = tableBuilder()
  const skipped: Skipped[] = []
  let code: ImportRefusal = 'malformed'
  let told: EventFormat | null = null
  let rows = 0
  let read: ((row: CsvRow) => void) | null = null

  function begin(row: CsvRow): CsvFlaw | null {
    const head = Array.from({ length: row.cells }, (_, index) => row.cell(index).trim())
    told = format ?? EVENT_FORMATS.find((one) => FORMATS[one].needed.every((name) => head.includes(name))) ?? null
    if (told === null) {
      code = 'unknown-format'
      const message = 'the head is that of no format known here'
      return {
        ...row.placeOf(0),
        message,
        help: `it has to name the columns of ${EVENT_FORMATS.map(sayColumns).join(', or ')}`,
      }
    }
    const missing = FORMATS[told].needed.filter((name) => !head.includes(name))
    if (missing.length > 0) {
      code = 'missing-column'
      const message = `the file has no column ${missing.map((name) => `\`${name}\``).join(', ')}`
      return { ...row.placeOf(0), message, help: 'choose the format that the file is in, or export these columns too' }
    }
    read = rowReader(told, head)
    return null
  }

  function rowReader(of: EventFormat, head: readonly string[]): (row: CsvRow) => void {
    const { needed, welcome, row: eventOf } = FORMATS[of]
    const columns = new Map([...needed, ...welcome].map((name) => [name, head.indexOf(name)]))
    return (row) => {
      rows += 1
      try {
        builder.add(
          eventOf((name) => {
            const index = columns.get(name)!
            return index === -1 ? '' : row.cell(index)
          }),
        )
      } catch (error) {
        if (!(error instanceof Unusable)) throw error
        const { line, column } = row.placeOf(columns.get(error.column)!)
        skipped.push({ row: line, column, why: `\`${error.column}\`: ${error.message}`, help: error.help })
      }
    }
  }

  const csv = csvReader((row) => {
    if (read === null) return begin(row)
    read(row)
    return null
  })
  return {
    get rows() {
      return rows
    },
    push: (text) => csv.push(text) === null,
    end() {
      const flaw = csv.end()
      if (flaw !== null) return { ok: false, code, ...flaw }
      if (told === null)
        return { ok: false, code, line: 1, column: 1, message: 'the file is empty', help: 'choose an export with rows' }
      return { ok: true, format: told, table: builder.table(FORMATS[told].source), skipped }
    },
  }
}

/** The same for a text that is at hand as a whole. */
export function importEvents(text: string, format: EventFormat | null): Imported {
  const reader = eventReader(format)
  reader.push(text)
  return reader.end()
}

function sayColumns(format: EventFormat): string {
  const [first, second] = FORMATS[format].needed
  return `${format} (\`${first}\`, \`${second}\`, …)`
}
