// The table of a folder that records are added to: all of them and the whole folder sound, or the file as it was.
import { takeTables, type AccessProblem, type Sheet, type SheetRow } from '@trucekeeper/access'
import { appendCsv, csvGrid, readCsv, writeCsv, type Flaw, type Row, type Table } from '@trucekeeper/exchange'
import { groundProblemsWith } from '@trucekeeper/workspace'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { NO, Stop } from '../terminal.ts'

export type Added =
  | { readonly ok: true; readonly count: number; readonly path: string }
  | {
      readonly ok: false
      readonly path: string
      /** What is wrong with the records that were to be added, by their number in the file they come from. */
      readonly inFile: readonly Flaw[]
      /** What is wrong at `path`. */
      readonly flaws: readonly Flaw[]
    }

/** Adds what is not there yet, in one step, and says how many that were; or why the file stays as it was. */
export async function addTo(dir: string, table: Table, rows: readonly Row[]): Promise<Added> {
  const path = join(dir, table.folder, `${table.name}.csv`)
  const before = await textAt(path)
  const there = before === null ? null : readCsv(table, before)
  if (there && !there.ok) return { ok: false, path, inFile: [], flaws: there.flaws }
  const known = new Set((there?.rows ?? []).map((row) => keyOf(table, row)))
  const fresh = rows.filter((row) => !known.has(keyOf(table, row)))
  const written = before === null ? writeCsv(table, fresh, { hxl: true }) : appendCsv(table, before, fresh)
  if (!written.ok) return { ok: false, path, inFile: [], flaws: written.flaws }
  if (fresh.length > 0) {
    const problems = await problemsWith(dir, table, written.content)
    if (problems.length > 0) {
      const places = new Map(rows.map((row, index) => [row, index + 1]))
      const numbers = fresh.map((row) => places.get(row)!)
      const last = rowsOf(`${table.name}.csv`, written.content).at(-1)!.row
      const flaws = problems.map((problem) => flawOf(problem, table, numbers, last))
      const inFile = flaws.filter(({ place }) => place.startsWith('record '))
      return { ok: false, path: join(dir, table.folder), inFile, flaws: flaws.filter((flaw) => !inFile.includes(flaw)) }
    }
    await mkdir(dirname(path), { recursive: true })
    await writeFile(`${path}.part`, written.content)
    await rename(`${path}.part`, path)
  }
  return { ok: true, count: fresh.length, path }
}

/** What a record says, without when it was entered: a file imported again adds nothing. */
function keyOf({ columns }: Table, row: Row): string {
  return JSON.stringify(columns.map(({ name }) => (name === 'recorded_at' ? null : (row[name] ?? null))))
}

type Problem = Pick<AccessProblem, 'file' | 'row' | 'column' | 'cell' | 'message' | 'help'>

/** What would be wrong with the tables of the folder together, were this the text of one of them. */
async function problemsWith(dir: string, { folder, name }: Table, text: string): Promise<readonly Problem[]> {
  if (folder === 'ground') {
    const own = await groundProblemsWith(dir, `${folder}/${name}.csv`, text)
    return own.map((problem) => ({ ...problem, file: `${name}.csv` }))
  }
  if (folder !== 'access') return []
  const files = await readdir(join(dir, folder)).catch(() => [])
  const others = files.filter((file) => file.endsWith('.csv') && file !== `${name}.csv`).toSorted()
  const texts = await Promise.all(others.map(async (file) => [file, await textAt(join(dir, folder, file))] as const))
  const sheets = [...texts, [`${name}.csv`, text] as const].flatMap(([file, one]): Sheet[] => {
    if (one === null) return []
    const [head, ...rows] = rowsOf(file, one)
    return [{ file, head: head?.cells ?? [], rows }]
  })
  const taken = takeTables(sheets)
  return taken.ok ? [] : taken.problems
}

/** The rows of a table, numbered as a spreadsheet does: a cell of several lines is in one row. */
function rowsOf(file: string, text: string): SheetRow[] {
  const grid = csvGrid(text)
  if (!grid.ok) throw new Stop(`${file}:${grid.flaw.place}: ${grid.flaw.message}`, grid.flaw.help, NO)
  let breaks = 0
  return grid.rows.map(({ number, cells }) => {
    const row = number - breaks
    const texts = cells.map(String)
    for (const cell of texts) breaks += cell.split('\n').length - 1
    return { row, cells: texts }
  })
}

/** A problem with an added row is named by its record: the row it would have had is in no file. */
function flawOf(problem: Problem, table: Table, numbers: readonly number[], last: number): Flaw {
  const { file, row, column, cell, message, help } = problem
  const record = file === `${table.name}.csv` && row !== null ? numbers[row - 1 - last + numbers.length] : undefined
  if (record !== undefined) {
    const field = column === null ? '' : `, \`${column}\``
    return { place: `record ${record}${field}`, row: record, field: column, message, help }
  }
  return { place: cell === null ? file : `${file}!${cell}`, row: row ?? 0, field: column, message, help }
}

async function textAt(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new Stop(`\`${path}\` cannot be read (${error.code})`, 'look whether it is a file that you may read', NO)
  })
}
