// A clause that nobody wrote; the reader of agreements says it.
import { nothing, type Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'undefined-clause',
  severity: 'error',
  engine: 'reading',
  summary: 'A condition, a power or a rule of precedence names a clause that the text does not declare.',
  check: nothing,
}
