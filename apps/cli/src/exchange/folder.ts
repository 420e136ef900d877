// The table of a folder that records are added to: all of them and the whole folder sound, or the file as it was.
import { takeTables, type AccessProblem, type Sheet } from '@trucekeeper/access'
import { appendCsv, csvGrid, readCsv, writeCsv, type Flaw, type Row, type Table } from '@trucekeeper/exchange'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { NO, Stop } from '../terminal.ts'

export type Added =
  | { readonly ok: true; readonly count: number; readonly path: string }
  | { readonly ok: false; readonly path: string; readonly flaws: readonly Flaw[] }

/** Adds what is not there yet, in one step, and says how many that were; or why the file stays as it was. */
export async function addTo(dir: string, table: Table, rows: readonly Row[]): Promise<Added> {
  const path = join(dir, table.folder, `${table.name}.csv`)
  const before = await textAt(path)
  const there = before === null ? null : readCsv(table, before)
  if (there && !there.ok) return { ok: false, path, flaws: there.flaws }
  const known = new Set((there?.rows ?? []).map((row) => keyOf(table, row)))
  const fresh = rows.filter((row) => !known.has(keyOf(table, row)))
  const written = before === null ? writeCsv(table, fresh, { hxl: true }) : appendCsv(table, before, fresh)
  if (!written.ok) return { ok: false, path, flaws: written.flaws }
  if (fresh.length > 0) {
    const folder = join(dir, table.folder)
    const flaws = table.folder === 'access' ? await flawsWith(folder, table, written.content) : []
    if (flaws.length > 0) return { ok: false, path: folder, flaws }
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

/** What would be wrong with the tables of the folder together, were this the text of one of them. */
async function flawsWith(folder: string, { name }: Table, text: string): Promise<Flaw[]> {
  const files = await readdir(folder).catch(() => [])
  const others = files.filter((file) => file.endsWith('.csv') && file !== `${name}.csv`).toSorted()
  const texts = await Promise.all(others.map(async (file) => [file, await textAt(join(folder, file))] as const))
  const sheets = [...texts, [`${name}.csv`, text] as const].flatMap(([file, one]) =>
    one === null ? [] : sheetOf(file, one),
  )
  const taken = takeTables(sheets)
  return taken.ok ? [] : taken.problems.map(flawOf)
}

function sheetOf(file: string, text: string): Sheet[] {
  const grid = csvGrid(text)
  if (!grid.ok) throw new Stop(`${file}:${grid.flaw.place}: ${grid.flaw.message}`, grid.flaw.help, NO)
  const rows = grid.rows.map(({ cells }, index) => ({ row: index + 1, cells: cells.map(String) }))
  return [{ file, head: rows[0]?.cells ?? [], rows: rows.slice(1) }]
}

function flawOf({ file, row, column, cell, message, help }: AccessProblem): Flaw {
  return { place: cell === null ? file : `${file}!${cell}`, row: row ?? 0, field: column, message, help }
}

async function textAt(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new Stop(`\`${path}\` cannot be read (${error.code})`, 'look whether it is a file that you may read', NO)
  })
}
