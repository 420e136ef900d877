// The ground tables of a folder, read against its agreement: all of them, or everything that is wrong with them.
import {
  takeDepths,
  takePositions,
  takeSites,
  takeWaits,
  termsOf,
  type GroundNames,
  type GroundProblem,
  type GroundRecord,
  type Line,
  type PullBackTerms,
  type Taken,
} from '@trucekeeper/access/ground'
import { isKind, parseAgreement } from '@trucekeeper/agreement'
import { csvReader, type CsvFlaw } from '@trucekeeper/events'
import { AGREEMENT_FILE, utf8Of, type Workspace } from '@trucekeeper/workspace'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Stop, NO, type Terminal } from './terminal.ts'

type Sheet = Parameters<typeof takePositions>[0]

const TABLES = ['positions.csv', 'depths.csv', 'waits.csv', 'sites.csv'] as const
type Table = (typeof TABLES)[number]

/** What the folder says about the ground. A table that is not there has no rows, but `positions.csv` has to be there. */
export async function groundOf(
  io: Terminal,
  dir: string,
  workspace: Workspace,
): Promise<{ terms: PullBackTerms; record: GroundRecord }> {
  const { agreement } = workspace
  const lines = linesOf(workspace)
  const names: GroundNames = {
    parties: agreement.actors.filter(({ kind }) => kind === 'party').map(({ id }) => id),
    actors: agreement.actors.map(({ id }) => id),
    lines,
  }
  const problems: GroundProblem[] = []
  const take = async <T>(
    table: Table,
    taking: (sheet: Sheet, names: GroundNames) => Taken<T>,
  ): Promise<readonly T[]> => {
    const sheet = await sheetAt(dir, table)
    if (sheet === null) return []
    const { rows, problems: wrong } = taking(sheet, names)
    problems.push(...wrong)
    return rows
  }
  const rows = await take('depths.csv', takeDepths)
  const record = {
    positions: await take('positions.csv', takePositions),
    waits: await take('waits.csv', takeWaits),
    sites: await take('sites.csv', takeSites),
  }
  const duties = agreement.ruled.filter((clause) => clause.kind === 'duty')
  const { terms, problems: open } = termsOf(duties, lines, rows, pathOf('depths.csv'))
  if (problems.length === 0) problems.push(...open)
  for (const { file, row, column, cell, message, help } of problems) {
    const place = [
      file,
      row === null ? '' : `row ${row}`,
      column === null ? '' : `\`${column}\`${cell ? ` (${cell})` : ''}`,
    ]
    io.fail(`${place.filter((part) => part !== '').join(', ')}: ${message}`, help)
  }
  if (problems.length === 0) return { terms, record }
  const many = `${problems.length} problem${problems.length === 1 ? '' : 's'}`
  throw new Stop(`nothing was read from \`${dir}/ground\`: ${many}`, 'mend the places named above', NO)
}

function pathOf(table: Table): string {
  return `ground/${table}`
}

/** Lines as the agreement draws them, with the tolerance it gives. */
function linesOf({ agreement, file }: Workspace): Line[] {
  return parseAgreement(file.source, AGREEMENT_FILE).text.clauses.flatMap((clause) => {
    if (!isKind(clause, 'line')) return []
    const place = agreement.places.find(({ id }) => id === clause.fields.geometry?.feature)
    if (place?.geometry.type !== 'LineString') return []
    const { name = place.name, tolerance = place.tolerance_m } = clause.fields
    return [{ id: clause.id, name, positions: place.geometry.coordinates, tolerance_m: tolerance }]
  })
}

async function sheetAt(dir: string, table: Table): Promise<Sheet | null> {
  const file = pathOf(table)
  const bytes = await readFile(join(dir, file)).catch(() => null)
  if (bytes === null && table !== 'positions.csv') return null
  if (bytes === null)
    throw new Stop(`\`${dir}\` has no \`${file}\``, 'put the positions there; see examples/aleppo-2016/ground')
  const text = utf8Of(bytes)
  if (text === null) throw new Stop(`\`${file}\` is not UTF-8 text`, 'save it as CSV in UTF-8', NO)
  const rows: { row: number; cells: string[] }[] = []
  const reader = csvReader((row) => {
    rows.push({ row: rows.length + 1, cells: Array.from({ length: row.cells }, (_, at) => row.cell(at)) })
    return null
  })
  const flaw: CsvFlaw | null = reader.push(text) ?? reader.end()
  if (flaw) throw new Stop(`\`${file}\`, line ${flaw.line}, column ${flaw.column}: ${flaw.message}`, flaw.help, NO)
  const [head, ...rest] = rows
  return { file, head: head?.cells ?? [], rows: rest }
}
