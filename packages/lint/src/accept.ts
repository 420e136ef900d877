// Findings that the text itself accepts: by the name of the rule, for the clauses named or the article it stands in, with a reason.
import { didYouMean, type Diagnostic } from '@trucekeeper/diagnostics'
import type { Finding, Rule } from './rule.ts'
import type { Subject } from './subject.ts'

/** A finding that is not said, because the text says why it stands. */
export interface Accepted {
  readonly diagnostic: Diagnostic
  readonly because: string
}

/** The reason for which a finding is accepted here, or null. Errors cannot be accepted. */
export function acceptanceOf(subject: Subject, rule: Rule, { clauses, at }: Finding): string | null {
  for (const { id, fields, heading } of subject.of('accept')) {
    if (id !== rule.name) continue
    const named = fields.on?.map((ref) => ref.id)
    const fits = named
      ? clauses.some((clause) => named.includes(clause) || named.includes(clause.split('.')[0]!))
      : heading.length > 0 && heading.join('\n') === at.heading.join('\n')
    if (fits) return fields.because
  }
  return null
}

/** What is wrong with the acceptances themselves: no such rule, or nothing there that it would accept. */
export function acceptDiagnostics(subject: Subject, rules: readonly Rule[], used: ReadonlySet<string>): Diagnostic[] {
  return subject.of('accept').flatMap((clause): Diagnostic[] => {
    const { range, heading } = subject.spot(clause)
    const spans = [{ file: subject.text.file, range, heading, label: '' }]
    const names = rules.map(({ name }) => name)
    if (!names.includes(clause.id)) {
      const meant = didYouMean(clause.id, names)
      const help = meant ? `did you mean \`${meant}\`?` : 'see `truce lint --explain` for the names of all rules'
      const message = `there is no rule \`${clause.id}\` to accept a finding of`
      return [{ code: 'unknown-rule', severity: 'warning', message, spans, help }]
    }
    if (used.has(clause.id)) return []
    const message = `\`${clause.id}\` finds nothing here that would have to be accepted`
    return [{ code: 'accept-unused', severity: 'note', message, spans, help: 'take the clause out' }]
  })
}
