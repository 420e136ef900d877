// A zone that nobody declared; the reader of agreements says it.
import { nothing, type Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'undefined-zone',
  severity: 'error',
  engine: 'reading',
  summary: 'A clause names a zone that the text does not declare.',
  check: nothing,
}
