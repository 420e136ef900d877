// Reads a question: some fixed cells and some whole days, and nothing else that could be asked.
import { isGeohash } from '@trucekeeper/geo'
import type { CivilDay } from '@trucekeeper/time'
import { CELL_LENGTH, type Period, type Policy } from './policy.ts'
import type { Desk } from './entries.ts'
import { hasOnly } from './given.ts'
import { given, refused, type Result } from './refusal.ts'

export interface Question {
  readonly cells: readonly string[]
  readonly first_day: CivilDay
  readonly last_day: CivilDay
}

const FIELDS = ['cells', 'first_day', 'last_day']

/** What is no question is refused in the same words, whatever it was. */
export function readQuestion(asked: unknown, desk: Desk, period: Period, policy: Policy): Result<Question> {
  const length = CELL_LENGTH[desk]
  const not = refused(
    'not-a-question',
    'only whole days and some fixed cells can be asked about',
    `send \`cells\`, one to ${policy.cells_at_once} geohashes of ${length} characters, \`first_day\` and \`last_day\`, and nothing else`,
  )
  if (!hasOnly(asked, FIELDS)) return not
  const { cells, first_day, last_day } = asked as Record<string, unknown>
  if (!Array.isArray(cells) || cells.length === 0 || cells.length > policy.cells_at_once) return not
  const isCell = (cell: unknown): cell is string => typeof cell === 'string' && isGeohash(cell, length)
  if (!cells.every(isCell) || new Set(cells).size !== cells.length) return not
  if (!isDay(first_day) || !isDay(last_day) || first_day > last_day) return not
  if (first_day < period.first || last_day > period.last)
    return refused(
      'outside-period',
      'only days of the present period can be asked about',
      `ask about days from ${period.first} to ${period.last}; the next period is answered when it has begun`,
    )
  return given({ cells, first_day, last_day })
}

/** A day of the calendar, written in one way alone: 31 February is none. */
export function isDay(text: unknown): text is CivilDay {
  if (typeof text !== 'string' || !/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}
