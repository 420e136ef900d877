// The centre: what minutes, claims and the agreement make together of cases, guarantors and the exchange of information.
export * from './cases/index.ts'
export * from './exchange/index.ts'
export * from './guarantors/index.ts'
export * from './reports/index.ts'
export { mayMinute } from './may-minute.ts'
export { spokenFor, type SpokenFor } from './spoken-for.ts'
export type { CentreRecord } from './record.ts'
export type { MinuteRefusal, RefusalCode } from './refusal.ts'
