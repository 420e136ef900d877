// A clause that leaves open what it means when nobody reports.
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'silence-unsaid',
  severity: 'warning',
  engine: 'shape',
  summary: 'A duty, a ban or a measure does not say what it means when nobody reports.',
  *check({ of, spot }) {
    for (const clause of [...of('duty'), ...of('ban'), ...of('measure')]) {
      if (clause.fields.silence !== undefined) continue
      yield {
        at: spot(clause),
        message: `\`${clause.id}\` does not say what it means when nobody reports`,
        help: 'add `silence unknown`, or `silence breached` where what nobody saw done counts as not done',
        clauses: [clause.id],
      }
    }
  },
}
