// The windows that gates ask for, counted over days of past events.
import type { Agreement, Ban, Condition, Measure, Threshold } from '@trucekeeper/agreement'
import type { CountedDays, Range } from './tally.ts'

export interface BackTestedWindow {
  readonly gate: string
  readonly measure: string
  readonly needed: number
  /** Days that surely held, and that may have held: the longest run of them, or all where days need not follow on. */
  readonly longest: Range
  readonly held: 'met' | 'unknown' | 'breached'
}

/** The longest run of indices below `length` for which something holds. */
export function longestRun(length: number, holds: (index: number) => boolean): { start: number; days: number } {
  let best = { start: 0, days: 0 }
  let start = 0
  for (let index = 0; index < length; index += 1) {
    if (!holds(index)) start = index + 1
    else if (index - start + 1 > best.days) best = { start, days: index - start + 1 }
  }
  return best
}

/** Every window that a gate asks of a measure of breaches of this ban; the counts are those of this ban's parties. */
export function windowsOf(agreement: Agreement, { base }: Ban, days: CountedDays): BackTestedWindow[] {
  return agreement.ruled.flatMap((gate) => {
    if (gate.kind !== 'gate') return []
    return heldIn(gate.when).flatMap(({ measure: ref, length, mode }): BackTestedWindow[] => {
      const measure = agreement.measures.find(({ id }) => id === ref.id)
      if (!measure || !countsBreachesOf(measure, base)) return []
      const needed = length.count * (length.unit === 'week' ? 7 : 1)
      const among = (wanted: (value: Value) => boolean): number => {
        const holds = (index: number) => days.whole(index) && wanted(valueOf(days.count(index), measure.holds))
        if (mode === 'continuous') return longestRun(days.length, holds).days
        return Array.from({ length: days.length }, (_, index) => index).filter(holds).length
      }
      const sure = among((value) => value === 'met')
      const possible = among((value) => value !== 'breached')
      const held = sure >= needed ? 'met' : possible >= needed ? 'unknown' : 'breached'
      return [{ gate: gate.id, measure: measure.id, needed, longest: [sure, possible], held }]
    })
  })
}

type Value = BackTestedWindow['held']

/** Whether a count that lies between two numbers keeps within a threshold. */
function valueOf([low, high]: Range, { relation, value }: Threshold): Value {
  const holds = (count: number) =>
    ({ '<=': count <= value, '<': count < value, '>=': count >= value, '>': count > value, '=': count === value })[
      relation
    ]
  const among = relation === '=' && low < value && value < high ? [false, true] : [holds(low), holds(high)]
  return among[0] !== among[1] ? 'unknown' : among[0] ? 'met' : 'breached'
}

function heldIn(condition: Condition): Extract<Condition, { op: 'held' }>[] {
  if (condition.op === 'held') return [condition]
  if (condition.op === 'and' || condition.op === 'or') return condition.args.flatMap(heldIn)
  return condition.op === 'not' ? heldIn(condition.arg) : []
}

function countsBreachesOf({ counts }: Measure, base: string): boolean {
  return counts.kind === 'breaches' && counts.of.id.split('.')[0] === base
}
