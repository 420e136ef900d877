// The record as SQL tables: built from the log, brought up to it, asked through one small set of questions.
export { catchUp, rebuild, type CatchUpOptions, type CaughtUp, type ProjectedRecord } from './catch-up.ts'
export { dumpTables } from './dump.ts'
export { memoryPglite, openPglite, type OpenDatabase } from './pglite/index.ts'
export {
  openPostgres,
  type OpenedPostgres,
  type PostgresOptions,
  type PostgresRefusal,
  type PostgresRefusalCode,
} from './postgres.ts'
export { entryCounts, searchClaims, type ClaimPage, type ClaimSearch, type FoundClaim } from './search.ts'
export { TABLES, type Database } from './tables.ts'
