// A breach that nothing follows.
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'breach-without-consequence',
  severity: 'note',
  engine: 'shape',
  summary: 'Nothing follows when a duty or a ban is breached.',
  *check({ of, spot }) {
    const isNothing = of('procedure').length + of('power').length === 0
    for (const clause of [...of('duty'), ...of('ban')]) {
      if (clause.fields['on-breach']) continue
      yield {
        at: spot(clause),
        severity: isNothing ? 'warning' : 'note',
        message: isNothing
          ? `nothing can follow a breach of \`${clause.id}\`: there is no procedure and no power at all`
          : `nothing follows a breach of \`${clause.id}\``,
        help: isNothing
          ? 'add a procedure that says who looks into it, and name it under `on-breach`'
          : 'add `on-breach` and the procedure or the power that follows',
        clauses: [clause.id],
      }
    }
  },
}
