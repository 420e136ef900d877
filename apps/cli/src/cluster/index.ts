// What truce cluster takes in and how it groups it, for the command that shows it.
export { groupingOf } from './grouping.ts'
export { inputsOf } from './inputs.ts'
export { claimsOf, entriesIn, mentionsIn } from './offered.ts'
