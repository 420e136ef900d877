// Whether aid was rapid, safe, unhindered or sustained enough for a clause that gives its own number.
import { indicatorsOf, type Indicator } from '@trucekeeper/access'
import { thresholdValue } from '../measure.ts'
import { enough, NO_ACCESS, stanceFor, unknown, type TableAnswer } from './answer.ts'
import type { TableCondition } from './known.ts'
import type { TableView } from './view.ts'

type Asked = Extract<TableCondition, { op: 'indicator' }>

/** A threshold below which nothing lies, so that an indicator names every row it was worked out from. */
const BELOW_ALL = -1

export function indicatorAnswer({ indicator: id, threshold }: Asked, view: TableView): TableAnswer {
  if (!view.hasAccess) return NO_ACCESS
  const { counts, value, verdict, rows } = measured(id, threshold.value, view)
  if (value === null) return unknown(`${counts}: nothing to count`)
  const high = id === 'safe' && !isOver(view) ? Infinity : value.high
  const found = thresholdValue([value.low, high], threshold, verdict === 'contested')
  const beyond = rows.length > 0 ? rows : measured(id, BELOW_ALL, view).rows
  // That nobody was attacked rests on the word of those who saw everything arrive.
  const names =
    beyond.length > 0 ? beyond : view.consignments().flatMap(({ arrivals }) => arrivals.flatMap((one) => one.rows))
  return enough(
    {
      value: found,
      text: `${counts}: ${sayRange(value.low, high)}, asked for ${threshold.relation} ${threshold.value}`,
      rows: view.rows(names, stanceFor(found)),
    },
    view,
  )
}

function measured(id: Asked['indicator'], value: number, view: TableView): Indicator {
  const thresholds = { rapidHours: value, attacks: value, waitHours: value, gapDays: value, source: 'the clause' }
  const all = indicatorsOf(view.consignments(), view.requests(), view.question, thresholds)
  return all.find((one) => one.id === id)!
}

/** Whether every consignment has arrived somewhere: one that is under way may still be attacked. */
function isOver(view: TableView): boolean {
  return view.consignments().every(({ reached }) => reached === 'reached' || reached === 'elsewhere')
}

function sayRange(low: number, high: number): string {
  if (high === Infinity) return `at least ${rounded(low)}`
  return rounded(low) === rounded(high) ? rounded(low) : `${rounded(low)} to ${rounded(high)}`
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10)
}
