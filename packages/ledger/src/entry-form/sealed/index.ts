// Withheld fields, kept encrypted beside the log.
export { openSealedStore, type SealedStore } from './store.ts'
export { readSealed, type SealedReader } from './reader.ts'
export type { Sealer } from './slots.ts'
export type { SealedRefusal, SealedRefusalCode, SealedResult } from './result.ts'
