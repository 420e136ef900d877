// The record as SQL tables: built from the log, brought up to it, asked through one small set of questions.
export { catchUp, rebuild, type CaughtUp } from './catch-up.ts'
export { memoryPglite, openPglite, type PgliteDatabase } from './pglite.ts'
export { entryCounts, searchClaims, type ClaimPage, type ClaimSearch, type FoundClaim } from './search.ts'
export { TABLES, type Database } from './tables.ts'
