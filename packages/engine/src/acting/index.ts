// Acts under powers before they are done: may it be done, and what would it change.
export { checkAct, type ActCheck } from './check.ts'
export { gatesCertified, powersTried, type Certified, type PowerTried, type Trial } from './trials.ts'
export type { ActEffect } from './effect.ts'
export type { ActRefusal, ActRefusalCode } from './refusal.ts'
export type { Undo } from './undo.ts'
