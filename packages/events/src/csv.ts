// Rows of a CSV file by the names in its head; what is malformed stops the reading, with its line.
import { CsvError, parse } from 'csv-parse/browser/esm/sync'

export interface CsvRow {
  /** The line of the file. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

export type CsvRead =
  | { readonly ok: true; readonly head: readonly string[]; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly message: string; readonly help: string }

/** Reads comma-separated text (RFC 4180). A broken quotation or a row of another length is refused. */
export function readCsv(text: string, needed: readonly string[]): CsvRead {
  let records: { info: { lines: number }; record: Record<string, string> }[]
  try {
    records = parse(text, { columns: true, bom: true, info: true, skip_empty_lines: true, relax_column_count: false })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return {
      ok: false,
      message: `the file is no sound CSV: ${lowerFirst(error.message)}`,
      help: 'export it again; every row needs as many cells as the head',
    }
  }
  const head = Object.keys(records[0]?.record ?? {})
  const missing = needed.filter((name) => !head.includes(name))
  if (missing.length > 0) {
    return {
      ok: false,
      message: `the file has no column ${missing.map((name) => `\`${name}\``).join(', ')}`,
      help: 'choose the format that the file is in',
    }
  }
  return { ok: true, head, rows: records.map(({ info, record }) => ({ line: info.lines, cells: record })) }
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}
