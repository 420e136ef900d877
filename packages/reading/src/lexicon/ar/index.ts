// Arabic: enough of it to show that the lists carry another script and another order of words.
export { ACTORS, PLACES } from './names.ts'
export { KIND_RULES } from './kinds.ts'
export * as WORDS from './words.ts'
