// Months and years, which have no fixed length; the reader of agreements says it.
import { nothing, type Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'month-rounding',
  severity: 'error',
  engine: 'reading',
  summary: 'A length of time is given in months or years, which somebody would have to round.',
  check: nothing,
}
