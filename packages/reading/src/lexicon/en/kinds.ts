// Which English words speak of which kind of thing. General phrases only; where several fit, the higher rank stands.
import type { KindRule } from '../language.ts'
import { DIPLOMACY } from './kinds-diplomacy.ts'
import { HUMANITARIAN } from './kinds-humanitarian.ts'
import { TRUCE } from './kinds-truce.ts'
import { VIOLENCE } from './kinds-violence.ts'

export const KIND_RULES: readonly KindRule[] = [...VIOLENCE, ...HUMANITARIAN, ...TRUCE, ...DIPLOMACY]
