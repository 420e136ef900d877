// Acts under powers before they are done: may it be done, and what would it change.
export { checkAct, type ActCheck } from './check.ts'
export { gatesCertified, powersTried, type Certified, type PowerTried, type Trial } from './trials.ts'
export type { ActEffect } from './effect.ts'
export { ACT_REFUSAL_CODES, type ActRefusal, type ActRefusalCode } from './refusal.ts'
export type { Undo } from './undo.ts'
export { usedTogetherBy } from './together.ts'
