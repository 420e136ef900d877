// Withheld fields, kept encrypted beside the log.
export { openSealedStore, type SealedStore } from './store.ts'
export type { SealedRefusal, SealedRefusalCode, SealedResult } from './result.ts'
export type { Sealer } from './slots.ts'
