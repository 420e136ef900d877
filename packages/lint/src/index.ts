// What a reader of an agreement should stumble over before anybody signs it.
export type { Accepted } from './accept.ts'
export { earliestOf, type Earliest, type Edge, type Reach, type Terms } from './earliest/index.ts'
export { momentOf } from './instants.ts'
export { lintAgreement, type Linted, type LintDiagnostic, type LintOptions } from './lint.ts'
export {
  canOpen,
  reach,
  storyOf,
  storyRecord,
  type Question,
  type Reached,
  type Run,
  type SearchOptions,
  type StoryRecord,
} from './model/index.ts'
export type { Passage } from './passages.ts'
export type { EngineName, Finding, Rule, Spot } from './rule.ts'
export { RULES } from './rules/index.ts'
export type { Step, Story } from './story.ts'
export { subjectOf, type Source, type Subject } from './subject.ts'
