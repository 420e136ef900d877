// A strip along a line without a depth; the reader of agreements says it.
import { nothing, type Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'zone-without-depth',
  severity: 'error',
  engine: 'reading',
  summary: 'A zone lies along a line and does not say how deep it is.',
  check: nothing,
}
