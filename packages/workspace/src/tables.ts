// The tables of a folder beside its reports: access and ground, each whole or with everything that is wrong with it.
import type { AccessRecords, Lines } from '@trucekeeper/access'
import type { GroundRecord, PullBackTerms } from '@trucekeeper/access/ground'
import type { Agreement } from '@trucekeeper/agreement'
import { accessTables } from './access-tables.ts'
import type { AgreementFile } from './agreement-file.ts'
import { groundTables } from './ground-tables.ts'
import { misquoted } from './row-quotes.ts'

export interface TableProblem {
  readonly folder: 'access' | 'ground'
  /** From the folder of the agreement on, such as `access/events.csv`. */
  readonly file: string
  /** As a spreadsheet numbers it: the head is row 1. Null where the whole file is meant. */
  readonly row: number | null
  readonly column: string | null
  /** The cell as spreadsheets name it, `C7`. */
  readonly cell: string | null
  readonly message: string
  readonly help: string
}

/** What the tables say. A folder with any problem gives no rows at all. */
export interface Tables {
  /** Null where there are no tables in `access`, or where something is wrong with them. */
  readonly access: AccessRecords | null
  /** Null where there is no `ground/positions.csv`, or where something is wrong with the tables beside it. */
  readonly ground: { readonly terms: PullBackTerms; readonly record: GroundRecord } | null
  /** Routes that consignments may name: the lines among the places of the agreement, by their ids. */
  readonly lines: Lines
  readonly problems: readonly TableProblem[]
}

/** Reads the tables in `access` and `ground` of a folder against its agreement. Nothing is written. */
export async function readTables(dir: string, agreement: Agreement, file: AgreementFile): Promise<Tables> {
  const lines: Lines = new Map(
    agreement.places.flatMap(({ id, geometry }) =>
      geometry.type === 'LineString' ? [[id, geometry.coordinates] as const] : [],
    ),
  )
  const [access, ground] = await Promise.all([accessTables(dir, agreement), groundTables(dir, agreement, file)])
  const invented = await misquoted(dir, { access: access.value, ground: ground.value }, file)
  const isSound = (folder: TableProblem['folder']) => invented.every((problem) => problem.folder !== folder)
  return {
    access: isSound('access') ? access.value : null,
    ground: isSound('ground') ? ground.value : null,
    lines,
    problems: [...access.problems, ...ground.problems, ...invented],
  }
}
