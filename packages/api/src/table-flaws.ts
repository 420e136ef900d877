// What is wrong with the tables of a folder, as far as it may be said: a cell with a position is named and not repeated.
import type { TableProblem, Tables } from '@trucekeeper/workspace'

export type TableFlaw = Omit<TableProblem, 'message' | 'help'> & {
  /** Null where the words would repeat a position; the command line says them to the desk that owns it. */
  readonly message: string | null
  readonly help: string | null
}

const POSITION_COLUMNS: ReadonlySet<string> = new Set(['lon', 'lat'])

export function flawsIn({ problems }: Tables, folder: TableProblem['folder']): TableFlaw[] {
  return problems
    .filter((problem) => problem.folder === folder)
    .map((problem) => (tellsPositions(problem) ? { ...problem, message: null, help: null } : problem))
}

/** Without a column it may speak of any cell; on the ground every row is a position or lies beside one. */
function tellsPositions({ folder, column }: TableProblem): boolean {
  return folder === 'ground' || (column !== null && POSITION_COLUMNS.has(column))
}
