// An access request: who asks whom to let what through to which areas, and by when an answer is due.
import type { Instant } from '@trucekeeper/time'
import type { Cells } from '../cells.ts'
import type { Said } from '../said.ts'

export interface RequestRow extends Said {
  readonly requestId: string
  /** What it belongs to, such as the monthly plan `2016-08`. */
  readonly period: string | null
  readonly requester: string
  readonly addressedTo: string
  readonly areas: readonly string[]
  readonly people: number | null
  readonly items: readonly string[]
  readonly submittedAt: Instant
  readonly replyDueAt: Instant | null
}

export const REQUEST_COLUMNS = {
  needed: ['request_id', 'requester', 'addressed_to', 'areas', 'submitted_at'],
  optional: ['period', 'people', 'items', 'reply_due_at'],
} as const

export function requestOf(cells: Cells): RequestRow {
  return {
    ...cells.said(),
    requestId: cells.text('request_id'),
    period: cells.maybe('period'),
    requester: cells.text('requester'),
    addressedTo: cells.text('addressed_to'),
    areas: cells.list('areas'),
    people: cells.maybeNumber('people'),
    items: cells.list('items'),
    submittedAt: cells.instant('submitted_at'),
    replyDueAt: cells.maybeInstant('reply_due_at'),
  }
}
