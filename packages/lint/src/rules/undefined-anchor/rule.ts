// A moment that nobody declared; the reader of agreements says it.
import { nothing, type Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'undefined-anchor',
  severity: 'error',
  engine: 'reading',
  summary: 'A clause is counted from a moment that the text does not declare.',
  check: nothing,
}
