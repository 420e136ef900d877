// Whether the seals of a consignment, or of all of them, are those that were put on.
import type { ChainState, SealChain } from '@trucekeeper/access'
import { and } from '../algebra.ts'
import type { Verdict } from '../status.ts'
import { enough, NO_ACCESS, stanceFor, unknown, type TableAnswer } from './answer.ts'
import type { TableCondition } from './known.ts'
import type { Row } from './row.ts'
import type { TableView } from './view.ts'

const VALUES: Readonly<Record<ChainState, Verdict>> = {
  whole: 'met',
  resealed: 'met',
  broken: 'breached',
  contested: 'contested',
  unknown: 'unknown',
}

export function sealsAnswer(
  { consignment: id }: Extract<TableCondition, { op: 'sealed' }>,
  view: TableView,
): TableAnswer {
  if (!view.hasAccess) return NO_ACCESS
  const consignments = view.consignments().filter(({ consignmentId }) => id === null || consignmentId === id)
  if (consignments.length === 0) return unknown(id === null ? 'nobody tells of a consignment' : `nobody tells of ${id}`)
  const chains = consignments.flatMap(({ seals }) => seals)
  const bare = consignments.filter(({ seals }) => seals.length === 0).map(({ consignmentId }) => consignmentId)
  const value = and([...chains.map(valueOf), ...bare.map((): Verdict => 'unknown')])
  const deciding = chains.filter((chain) => valueOf(chain) === value)
  const reasons = [
    ...deciding.map(({ consignmentId, vehicleId, reason }) => `${consignmentId}, ${vehicleId}: ${reason}`),
    ...(value === 'unknown' ? bare.map((one) => `nobody names a vehicle of ${one}`) : []),
  ]
  const text =
    value === 'met' ? `every seal of ${id ?? 'every consignment'} is whole or replaced on record` : reasons.join('; ')
  return enough({ value, text, rows: deciding.flatMap((chain) => rowsOf(chain, value, view)) }, view)
}

function valueOf({ state }: SealChain): Verdict {
  return VALUES[state]
}

/** Where sources disagree, those who found a seal broken stand against those who found it intact. */
function rowsOf({ breaks, checks, rows }: SealChain, value: Verdict, view: TableView): Row[] {
  if (value !== 'contested' && value !== 'breached') return view.rows(rows, stanceFor(value))
  // Several may have found the same seal broken at the same place: that is one break and as many words.
  const found = checks.filter(({ check, sealNo, place, row }) =>
    breaks.some((one) => one.row === row || (check === 'broken' && one.sealNo === sealNo && one.place === place)),
  )
  return [
    ...view.rows(
      found.map(({ row }) => row),
      'against',
    ),
    ...view.rows(
      breaks.flatMap(({ against }) => against),
      'for',
    ),
  ]
}
