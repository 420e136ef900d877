// Every rule there is, in the order of their names; written by `node scripts/lint-rules.ts`.
import type { Rule } from '../rule.ts'
import { rule as anchorNeverSet } from './anchor-never-set/rule.ts'
import { rule as deadlineBeforeStart } from './deadline-before-start/rule.ts'
import { rule as exposedPerformance } from './exposed-performance/rule.ts'
import { rule as gateCertifierMissing } from './gate-certifier-missing/rule.ts'
import { rule as gateNeverOpens } from './gate-never-opens/rule.ts'
import { rule as mutualWait } from './mutual-wait/rule.ts'
import { rule as noWayBack } from './no-way-back/rule.ts'
import { rule as silenceUnsaid } from './silence-unsaid/rule.ts'
import { rule as termEndsFirst } from './term-ends-first/rule.ts'
import { rule as undefinedParty } from './undefined-party/rule.ts'

export const RULES: readonly Rule[] = [
  anchorNeverSet,
  deadlineBeforeStart,
  exposedPerformance,
  gateCertifierMissing,
  gateNeverOpens,
  mutualWait,
  noWayBack,
  silenceUnsaid,
  termEndsFirst,
  undefinedParty,
]
