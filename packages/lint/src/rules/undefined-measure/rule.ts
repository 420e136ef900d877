// A measure that nobody declared; the reader of agreements says it.
import { nothing, type Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'undefined-measure',
  severity: 'error',
  engine: 'reading',
  summary: 'A condition rests on a measure that the text does not declare.',
  check: nothing,
}
