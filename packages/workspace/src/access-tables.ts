// The access tables of a folder, read against its places.
import { takeTables, type AccessRecords } from '@trucekeeper/access'
import type { Agreement } from '@trucekeeper/agreement'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sheetOf } from './sheet.ts'
import type { TableProblem } from './tables.ts'

const FOLDER = 'access'
/** Incidents are kept in the same folder; they are read as events. */
const OF_OTHERS = ['incidents.csv']

export async function accessTables(
  dir: string,
  { places }: Agreement,
): Promise<{ readonly value: AccessRecords | null; readonly problems: readonly TableProblem[] }> {
  const names = await readdir(join(dir, FOLDER)).catch(() => [])
  const files = names.filter((name) => name.endsWith('.csv') && !OF_OTHERS.includes(name)).toSorted()
  if (files.length === 0) return { value: null, problems: [] }
  const sheets = []
  const problems: TableProblem[] = []
  for (const name of files) {
    const read = sheetOf(name, await readFile(join(dir, FOLDER, name)))
    if (read.ok) sheets.push(read.sheet)
    else {
      const { message, help } = read
      problems.push({ folder: FOLDER, file: `${FOLDER}/${name}`, row: null, column: null, cell: null, message, help })
    }
  }
  // Rows that could not be read would make others look as if they spoke of nothing.
  if (problems.length > 0) return { value: null, problems }
  const points = places.flatMap(({ geometry }) => (geometry.type === 'Point' ? [geometry.coordinates] : []))
  const taken = takeTables(sheets, points)
  if (taken.ok) return { value: taken.records, problems: [] }
  return {
    value: null,
    problems: taken.problems.map(({ file, row, column, cell, message, help }) => ({
      folder: FOLDER,
      file: `${FOLDER}/${file}`,
      row,
      column,
      cell,
      message,
      help,
    })),
  }
}
