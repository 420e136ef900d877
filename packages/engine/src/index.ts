// Verdicts from an agreement and what is known: one pure function, and the way from each verdict down to its words.
export type * from './status.ts'
export { and, not, or } from './algebra.ts'
export { backTest, type BackTest, type BackTestedClause } from './back-test/back-test.ts'
export { statusOf, type Asked } from './overview.ts'
export type { KnownRecord } from './prepared.ts'
export { ENGINE_VERSION, receiptOf, type WhyAsked, type WhyRefused } from './receipt.ts'
