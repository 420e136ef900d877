// Which English words speak of which kind of thing. General phrases only; where several fit, the higher rank stands.
import type { ExampledRule } from '../exampled.ts'
import { DIPLOMACY } from './kinds-diplomacy.ts'
import { HUMANITARIAN } from './kinds-humanitarian.ts'
import { STRIKES } from './kinds-strikes.ts'
import { TRUCE } from './kinds-truce.ts'
import { VIOLENCE } from './kinds-violence.ts'

export const KIND_RULES: readonly ExampledRule[] = [...VIOLENCE, ...STRIKES, ...HUMANITARIAN, ...TRUCE, ...DIPLOMACY]
