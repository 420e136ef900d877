// The ground tables of a folder, read against the lines and duties of its agreement.
import type { Sheet } from '@trucekeeper/access'
import {
  takeDepths,
  takePositions,
  takeSites,
  takeWaits,
  termsOf,
  type GroundNames,
  type GroundProblem,
  type Line,
  type Taken,
} from '@trucekeeper/access/ground'
import { isKind, parseAgreement, type Agreement } from '@trucekeeper/agreement'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAgreement, type AgreementFile } from './agreement-file.ts'
import { sheetOf } from './sheet.ts'
import type { TableProblem, Tables } from './tables.ts'

const AGREEMENT = 'agreement.md'
const FOLDER = 'ground'
const [POSITIONS, DEPTHS] = [`${FOLDER}/positions.csv`, `${FOLDER}/depths.csv`]

/** What the folder says about the ground. A table that is not there has no rows; without positions there is nothing. */
export async function groundTables(
  dir: string,
  agreement: Agreement,
  file: AgreementFile,
  instead: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<{ readonly value: Tables['ground']; readonly problems: readonly TableProblem[] }> {
  const bytesOf = async (name: string) => instead.get(name) ?? readFile(join(dir, name)).catch(() => null)
  const positions = await bytesOf(POSITIONS)
  if (positions === null && instead.size === 0) return { value: null, problems: [] }
  const lines = linesOf(agreement, file)
  const names: GroundNames = {
    parties: agreement.actors.filter(({ kind }) => kind === 'party').map(({ id }) => id),
    actors: agreement.actors.map(({ id }) => id),
    lines,
  }
  const problems: Omit<GroundProblem, 'code'>[] = []
  const rowsOf = <T>(
    name: string,
    bytes: Uint8Array | null,
    taking: (sheet: Sheet, names: GroundNames) => Taken<T>,
  ): readonly T[] => {
    if (bytes === null) return []
    const read = sheetOf(name, bytes)
    if (!read.ok) {
      problems.push({ file: name, row: null, column: null, cell: null, message: read.message, help: read.help })
      return []
    }
    const taken = taking(read.sheet, names)
    problems.push(...taken.problems)
    return taken.rows
  }
  const take = async <T>(name: string, taking: (sheet: Sheet, names: GroundNames) => Taken<T>) =>
    rowsOf(name, await bytesOf(name), taking)
  const depths = await take(DEPTHS, takeDepths)
  const record = {
    positions: rowsOf(POSITIONS, positions, takePositions),
    waits: await take(`${FOLDER}/waits.csv`, takeWaits),
    sites: await take(`${FOLDER}/sites.csv`, takeSites),
  }
  const duties = agreement.ruled.filter((clause) => clause.kind === 'duty')
  const { terms, problems: open } = termsOf(duties, lines, depths, DEPTHS)
  // Rows that could not be read would make a clause look as if nobody had given its depths.
  if (problems.length === 0) problems.push(...open)
  if (problems.length === 0) return { value: { terms, record }, problems: [] }
  return {
    value: null,
    problems: problems.map(({ file: name, row, column, cell, message, help }) => ({
      folder: FOLDER,
      file: name,
      row,
      column,
      cell,
      message,
      help,
    })),
  }
}

/**
 * What would be wrong with one table of a folder, such as `ground/positions.csv`, were this its text. A folder without an
 * agreement that can be read names no party and no line to hold rows against: there nothing is.
 */
export async function groundProblemsWith(dir: string, name: string, text: string): Promise<readonly TableProblem[]> {
  const file = await readAgreement(join(dir, AGREEMENT), AGREEMENT)
  if (file.agreement === null) return []
  const instead = new Map([[name, new TextEncoder().encode(text)]])
  const { problems } = await groundTables(dir, file.agreement, file, instead)
  return problems.filter((problem) => problem.file === name)
}

/** Lines as the agreement draws them, with the tolerance it gives. */
function linesOf(agreement: Agreement, { source, file }: AgreementFile): Line[] {
  return parseAgreement(source, file).text.clauses.flatMap((clause) => {
    if (!isKind(clause, 'line')) return []
    const place = agreement.places.find(({ id }) => id === clause.fields.geometry?.feature)
    if (place?.geometry.type !== 'LineString') return []
    const { name = place.name, tolerance = place.tolerance_m } = clause.fields
    return [{ id: clause.id, name, positions: place.geometry.coordinates, tolerance_m: tolerance }]
  })
}
