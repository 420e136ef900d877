// Verdicts from an agreement and what is known: one pure function, and the way from each verdict down to its words.
export type * from './status.ts'
export { and, not, or } from './algebra.ts'
export { backTest, type BackTest, type BackTestedClause } from './back-test/back-test.ts'
export { Evaluation, receiptOf, statusOf, type Standpoint } from './evaluation.ts'
export type { Asked } from './overview.ts'
export type { KnownRecord } from './plan.ts'
export { asksTables, type KnownTables } from './tables/index.ts'
export { ENGINE_VERSION, type WhyAsked, type WhyRefused } from './receipt.ts'
