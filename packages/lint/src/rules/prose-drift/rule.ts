// Prose that changed after its clause was written; the reader of agreements says it.
import { nothing, type Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'prose-drift',
  severity: 'warning',
  engine: 'reading',
  summary: 'The prose above a clause is not the prose that the clause was written against.',
  check: nothing,
}
