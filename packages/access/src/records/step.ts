// A step of approval: who decided what, when, why, and what was cut or made a condition.
import type { Cells } from '../cells.ts'
import { ACCESS_STEPS, STEP_DECISIONS, type AccessStep, type StepDecision } from '@trucekeeper/codes'
import type { Moment, Said } from '../said.ts'

export interface StepRow extends Said {
  readonly requestId: string
  readonly step: AccessStep
  readonly decidedBy: string
  readonly decision: StepDecision
  readonly at: Moment
  readonly reason: string | null
  /** What is approved, where it is less than was asked for; empty where it is not said. */
  readonly areas: readonly string[]
  readonly people: number | null
  readonly items: readonly string[]
  readonly conditions: string | null
}

export const STEP_COLUMNS = {
  needed: ['request_id', 'step', 'decided_by', 'decision', 'at'],
  optional: ['reason', 'areas', 'people', 'items', 'conditions'],
} as const

export function stepOf(cells: Cells): StepRow {
  return {
    ...cells.said(),
    requestId: cells.text('request_id'),
    step: cells.code('step', ACCESS_STEPS),
    decidedBy: cells.text('decided_by'),
    decision: cells.code('decision', STEP_DECISIONS),
    at: cells.moment('at'),
    reason: cells.maybe('reason'),
    areas: cells.list('areas'),
    people: cells.maybeNumber('people'),
    items: cells.list('items'),
    conditions: cells.maybe('conditions'),
  }
}
