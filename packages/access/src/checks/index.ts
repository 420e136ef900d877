// What cannot be true of rows that each read well. One source that contradicts itself is refused; two that differ stay.
import type { Position } from '@trucekeeper/geo'
import type { AccessRecords } from '../records/index.ts'
import type { AccessProblem, Sheet } from '../sheet.ts'
import { flagging } from './flag.ts'
import { flagEditions, flagSwapped } from './positions.ts'
import { flagQuantities } from './quantities.ts'
import { flagReferences } from './references.ts'
import { flagSeals } from './seals.ts'
import { flagTimes } from './times.ts'
import { flagTwoPlaces } from './two-places.ts'

/** Everything wrong with the rows of a folder, each with its cell. */
export function flawsOf(
  records: AccessRecords,
  sheets: readonly Sheet[],
  near: readonly Position[] = [],
): AccessProblem[] {
  const problems: AccessProblem[] = []
  const flag = flagging(sheets, problems)
  flagReferences(records, flag)
  flagSwapped(records, near, flag)
  flagEditions(records, flag)
  flagTimes(records, flag)
  flagSeals(records, flag)
  flagTwoPlaces(records, flag)
  flagQuantities(records, flag)
  return problems
}
