// A party that nobody declared; the reader of agreements says it.
import { nothing, type Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'undefined-party',
  severity: 'error',
  engine: 'reading',
  summary: 'A clause names a party, a guarantor or a body that the text does not declare.',
  check: nothing,
}
