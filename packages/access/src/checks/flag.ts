// How a check says what is wrong: of a row and a column, with the cell found for it.
import type { Said } from '../said.ts'
import { cellName, type AccessProblem, type Sheet } from '../sheet.ts'

/** Notes a problem with a row, at one of its columns. */
export type Flag = (
  row: Said,
  column: string,
  problem: { readonly code: AccessProblem['code']; readonly message: string; readonly help: string },
) => void

export function flagging(sheets: readonly Sheet[], problems: AccessProblem[]): Flag {
  const heads = new Map(sheets.map(({ file, head }) => [file, head]))
  return ({ file, row }, column, problem) => {
    const index = heads.get(file)?.indexOf(column) ?? -1
    problems.push({ ...problem, file, row, column, cell: index < 0 ? null : cellName(index, row) })
  }
}
