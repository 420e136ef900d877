// The windows that gates ask for, counted over days of past events.
import type { Agreement, Ban, Condition, Measure } from '@trucekeeper/agreement'
import { thresholdValue } from '../measure.ts'

/** [surely, perhaps] */
export type Range = readonly [surely: number, perhaps: number]

export interface BackTestedWindow {
  readonly gate: string
  readonly measure: string
  readonly needed: number
  /** The longest run of whole days that surely held, and that may have held. */
  readonly longest: Range
  readonly held: 'met' | 'unknown' | 'breached'
}

/** The longest run of indices from `from` to `to` for which something holds. */
export function longestRun(
  from: number,
  to: number,
  holds: (index: number) => boolean,
): { start: number; days: number } {
  let best = { start: from, days: 0 }
  let start = from
  for (let index = from; index <= to; index += 1) {
    if (!holds(index)) start = index + 1
    else if (index - start + 1 > best.days) best = { start, days: index - start + 1 }
  }
  return best
}

/** Every window that a gate asks of a measure of breaches of this ban; the counts are those of this ban's parties. */
export function windowsOf(
  agreement: Agreement,
  { base }: Ban,
  from: number,
  to: number,
  surely: Int32Array,
  perhaps: Int32Array,
): BackTestedWindow[] {
  return agreement.ruled.flatMap((gate) => {
    if (gate.kind !== 'gate') return []
    return heldIn(gate.when).flatMap(({ measure: ref, length }): BackTestedWindow[] => {
      const measure = agreement.measures.find(({ id }) => id === ref.id)
      if (!measure || !countsBreachesOf(measure, base)) return []
      const needed = length.count * (length.unit === 'week' ? 7 : 1)
      const value = (index: number) => thresholdValue([surely[index]!, perhaps[index]!], measure.holds, false)
      const sure = longestRun(from, to, (index) => value(index) === 'met').days
      const possible = longestRun(from, to, (index) => value(index) !== 'breached').days
      const held = sure >= needed ? 'met' : possible >= needed ? 'unknown' : 'breached'
      return [{ gate: gate.id, measure: measure.id, needed, longest: [sure, possible], held }]
    })
  })
}

function heldIn(condition: Condition): Extract<Condition, { op: 'held' }>[] {
  if (condition.op === 'held') return [condition]
  if (condition.op === 'and' || condition.op === 'or') return condition.args.flatMap(heldIn)
  return condition.op === 'not' ? heldIn(condition.arg) : []
}

function countsBreachesOf({ counts }: Measure, base: string): boolean {
  return counts.kind === 'breaches' && counts.of.id.split('.')[0] === base
}
