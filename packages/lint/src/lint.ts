// Runs every rule over an agreement.
import { hasErrors, sortDiagnostics, type Diagnostic } from '@trucekeeper/diagnostics'
import { acceptanceOf, acceptDiagnostics, type Accepted } from './accept.ts'
import type { Finding, Rule } from './rule.ts'
import { RULES } from './rules/index.ts'
import { subjectOf, type Source } from './subject.ts'

export interface Linted {
  /** In the order of the text. */
  readonly diagnostics: readonly LintDiagnostic[]
  readonly accepted: readonly Accepted[]
}

/** A diagnostic of a rule, with the run that shows it where there is one. */
export interface LintDiagnostic extends Diagnostic {
  readonly story?: Finding['story']
}

/** Rules of these engines read the linked agreement. */
const LINKED = new Set(['earliest', 'model'])

export interface LintOptions {
  readonly rules?: readonly Rule[]
  /** Whether findings are shown by runs of the agreement: for a text that is read, not for each key that is pressed. */
  readonly runs?: boolean
}

/**
 * What rules say of an agreement, beside what was said when it was read. Nothing is thrown whatever the text; where it
 * could not be linked, the rules that need that are not asked.
 */
export function lintAgreement(source: Source, { rules = RULES, runs = false }: LintOptions = {}): Linted {
  const subject = subjectOf(source, runs)
  const diagnostics: LintDiagnostic[] = []
  const accepted: Accepted[] = []
  const used = new Set<string>()
  for (const rule of rules) {
    if (LINKED.has(rule.engine) && !source.agreement) continue
    for (const finding of rule.check(subject)) {
      const diagnostic = diagnosticOf(rule, finding, source.text.file)
      const because = hasErrors([diagnostic]) ? null : acceptanceOf(subject, rule, finding)
      if (because === null) diagnostics.push(diagnostic)
      else {
        used.add(rule.name)
        accepted.push({ diagnostic, because })
      }
    }
  }
  diagnostics.push(...acceptDiagnostics(subject, RULES, used))
  return { diagnostics: sortDiagnostics(diagnostics), accepted }
}

function diagnosticOf(
  rule: Rule,
  { at, message, help, label, also, fix, story, unchecked, severity }: Finding,
  file: string,
) {
  const spans = [{ file, ...at, label: label ?? '' }, ...(also ?? []).map((spot) => ({ file, ...spot }))]
  return {
    code: rule.name,
    severity: severity ?? rule.severity,
    message,
    spans,
    help,
    ...(fix && { fix }),
    ...(story && { story, notes: story.steps.map((step) => step.text) }),
    ...(unchecked && { notes: [unchecked] }),
  }
}
