// The code lists every other room speaks in: kinds, sides, stances, effects and acts, each with its source.
export * from './access.ts'
export * from './centre.ts'
export * from './codes.ts'
export * from './incidents.ts'
export { KINDS, KIND_NAMES, isKind, kindEntry, type Aspect, type Kind, type KindEntry } from './kinds.ts'
export { ACTS, ACT_WORDS, actEntry, type ActEntry, type ActWord } from './acts.ts'
