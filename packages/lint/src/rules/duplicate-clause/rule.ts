// Two clauses that say the same.
import type { AnyClause } from '@trucekeeper/agreement'
import type { Rule } from '../../rule.ts'

/** Acceptances stand wherever something is accepted, and an agreement is told to be one elsewhere. */
const SKIPPED = new Set(['accept', 'agreement'])

export const rule: Rule = {
  name: 'duplicate-clause',
  severity: 'warning',
  engine: 'shape',
  summary: 'Two clauses of one kind say the same but for their names.',
  *check({ text, spot }) {
    const first = new Map<string, AnyClause>()
    for (const clause of text.clauses) {
      if (SKIPPED.has(clause.kind) || Object.keys(clause.fieldAt).length === 0) continue
      const says = `${clause.kind} ${meaning(clause.fields)}`
      const other = first.get(says)
      if (!other) {
        first.set(says, clause)
        continue
      }
      if (other.id === clause.id) continue
      yield {
        at: spot(clause),
        message: `\`${clause.id}\` says the same as \`${other.id}\``,
        help: 'leave one of them out, or say in what they differ',
        also: [{ ...spot(other), label: 'says the same' }],
        clauses: [clause.id, other.id],
      }
    }
  },
}

/** Equal for fields that say the same: where a name stands, in which article and in which order says nothing. */
function meaning(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(meaning).toSorted().join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  const entries = Object.entries(value).filter(([key]) => key !== 'at' || !('id' in value || 'feature' in value))
  return `{${entries.map(([key, each]) => (key === 'article' ? '' : `${key}:${meaning(each)}`)).join()}}`
}
