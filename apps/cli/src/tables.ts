// What is wrong with the tables of a folder, said place by place; a command that needs them then stops.
import type { TableProblem, Tables } from '@trucekeeper/workspace'
import { join } from 'node:path'
import { NO, Stop, type Terminal } from './terminal.ts'

/** Stops where the tables of one folder were not taken in. */
export function refuseProblems(
  io: Terminal,
  dir: string,
  folder: TableProblem['folder'],
  { problems }: Pick<Tables, 'problems'>,
): void {
  const own = problems.filter((problem) => problem.folder === folder)
  if (own.length === 0) return
  sayTableProblems(io, own)
  const many = `${own.length} problem${own.length === 1 ? '' : 's'}`
  throw new Stop(`nothing was read from \`${join(dir, folder)}\`: ${many}`, 'mend the places named above', NO)
}

/** What is wrong with tables, place by place, where the command goes on without them. */
export function sayTableProblems(io: Terminal, problems: readonly TableProblem[]): void {
  for (const problem of problems) io.fail(`${placeOf(problem)}: ${problem.message}`, problem.help)
}

function placeOf({ file, row, column, cell }: TableProblem): string {
  const place = [
    file,
    row === null ? '' : `row ${row}`,
    column === null ? '' : `\`${column}\`${cell ? ` (${cell})` : ''}`,
  ]
  return place.filter((part) => part !== '').join(', ')
}
