// Every rule there is, in the order of their names; written by `node scripts/lint-rules.ts`.
import type { Rule } from '../rule.ts'
import { rule as silenceUnsaid } from './silence-unsaid/rule.ts'
import { rule as undefinedParty } from './undefined-party/rule.ts'

export const RULES: readonly Rule[] = [silenceUnsaid, undefinedParty]
