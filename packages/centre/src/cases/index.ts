// Cases: alleged violations on their way through the agreement's procedure.
export type * from './case.ts'
export { casesOf, docketOf, type Cases } from './cases.ts'
export { jointNames } from './joint-names.ts'
export { refusedInCase } from './rules.ts'
export { visitsOf, type Visits } from './visits.ts'
