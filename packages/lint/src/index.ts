// What a reader of an agreement should stumble over before anybody signs it.
export type { Accepted } from './accept.ts'
export { lintAgreement, type Linted, type LintDiagnostic } from './lint.ts'
export type { Passage } from './passages.ts'
export type { EngineName, Finding, Rule, Spot } from './rule.ts'
export { RULES } from './rules/index.ts'
export type { Step, Story } from './story.ts'
export { subjectOf, type Source, type Subject } from './subject.ts'
