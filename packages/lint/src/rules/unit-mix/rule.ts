// Days and hours that are not the same; the reader of agreements says it.
import { nothing, type Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'unit-mix',
  severity: 'error',
  engine: 'reading',
  summary: 'A measure counted by calendar days has to hold for a number of hours.',
  check: nothing,
}
