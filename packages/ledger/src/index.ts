// The record on disk: append-only files that are safe before they are acknowledged, and what is read from them.
// Its SQL tables have an entry of their own, `@trucekeeper/ledger/projection`: who needs no database loads none.
export { openLedger, type Appended, type Ledger, type LedgerOptions } from './ledger.ts'
export { readLedger, type LedgerReader, type LoggedEntry } from './reader.ts'
export type { Place } from './admit.ts'
export type { Evidence, EvidenceReader } from './evidence.ts'
export type { Checkpoint, Head } from './head.ts'
export type { SigningKeys } from './log-keys.ts'
export type { Notice } from './recover.ts'
export type { LedgerRefusal, LedgerRefusalCode, Result } from './refusal.ts'
export type { Storage } from './storage.ts'
export { fsck, type Finding, type Fsck } from './fsck.ts'
export { exportLines, importLines } from './lines.ts'
export { foldLedger, foldRecord, type KnownAt, type Receipt, type Record } from './fold.ts'
