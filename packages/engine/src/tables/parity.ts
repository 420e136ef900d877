// Whether two areas were served alike, within the tolerance that the table of parity groups gives.
import { parityStatuses, type ParityAnswer, type ParityStatus } from '@trucekeeper/access'
import { and } from '../algebra.ts'
import type { Verdict } from '../status.ts'
import { joined } from '../words.ts'
import { enough, inEveryReading, NO_ACCESS, stanceFor, unknown, type TableAnswer } from './answer.ts'
import type { TableCondition } from './known.ts'
import type { TableView } from './view.ts'

const VALUES: Readonly<Record<ParityAnswer, Verdict>> = {
  within: 'met',
  outside: 'breached',
  open: 'unknown',
  cannot_tell: 'unknown',
  nothing_served: 'unknown',
}

export function parityAnswer({ group }: Extract<TableCondition, { op: 'parity' }>, view: TableView): TableAnswer {
  if (!view.hasAccess) return NO_ACCESS
  const rules = view.parity.filter(({ parityGroupId }) => parityGroupId === group)
  const statuses = parityStatuses(rules, view.consignments(), { ...view.question, sources: null })
  if (statuses.length === 0) return unknown(`no row names the parity group ${group}`)
  const value = inEveryReading(statuses.map(valueOf))
  const deliveries = statuses.flatMap(({ areas }) => areas.flatMap((area) => area.deliveries))
  return enough(
    {
      value,
      text: `${group}: ${[...new Set(statuses.map(sentence))].join('; ')}`,
      rows: view.rows(
        deliveries.flatMap(({ rows }) => rows),
        stanceFor(value),
      ),
    },
    view,
  )
}

function valueOf({ time, amount }: ParityStatus): Verdict {
  return and([VALUES[time], ...(amount === null ? [] : [VALUES[amount]])])
}

function sentence(status: ParityStatus): string {
  const { time, amount, withinHours, alone, areas } = status
  const names = joined(areas.map(({ area }) => area).toSorted())
  const hours = `${withinHours} hours`
  if (time === 'outside') {
    const lone = alone.map(({ consignmentId, area }) => `${consignmentId} to ${area}`).toSorted()
    return `nothing matched ${joined(lone)} within ${hours}`
  }
  if (amount === 'outside') return `${names} were not served for as many people as the tolerance asks`
  if (time === 'nothing_served') return `nothing reached ${names}`
  if (time === 'open') return `the ${hours} for a counterpart have not run out`
  if (time === 'cannot_tell' || (amount !== null && amount !== 'within'))
    return `it hangs on what is contested or not exactly told whether ${names} were served alike`
  return `${names} were served alike, within ${hours} of each other`
}
