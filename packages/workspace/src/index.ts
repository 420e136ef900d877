// A folder on disk as a workspace: agreement, places, reports and ledger together.
export { AGREEMENT_FILE, readAgreement, type AgreementFile } from './agreement-file.ts'
export { AGREEMENTS_FOLDER, readTexts, textsBeside, type ReadText, type Texts } from './agreements.ts'
export { bodyOf, readDispatch, readDispatches, type Dispatch, type DispatchMeta } from './dispatch.ts'
export { groundProblemsWith } from './ground-tables.ts'
export { lexiconOf, lexiconOfAll } from './lexicon.ts'
export type { EntriesAsked, EntryLine, EntryPage } from './entry-lines.ts'
export {
  enterFolder,
  enterReports,
  ledgerFolder,
  openFolderLedger,
  readRecord,
  type DocumentText,
  type FolderRecord,
  type Outcome,
} from './record.ts'
export { followFolder, liveWorkspace, type FollowedFolder, type FollowOptions } from './live.ts'
export { keepText, keptText, type KeptText, type VersionOfText } from './kept-texts.ts'
export type { ClaimSource, DocumentEntry, Lookback } from './lookback.ts'
export { minutesIn, readMinutes, type Ground, type MinutesFile, type MinutesRead } from './minutes/index.ts'
export { originalsIn, type Originals } from './originals.ts'
export { readReports } from './reports.ts'
export * from './recorder/index.ts'
export { hiddenByLevels, sealedFields, type SealedFields } from './sealed-fields.ts'
export { seenBy, seesAs, viewsByAudience, type Audience } from './seen-by.ts'
export type { KnownAt } from '@trucekeeper/ledger'
export type { Moment } from './moments.ts'
export type { RecordSummary, Sees } from './seen.ts'
export { showsAs, type NotShown, type ShowsAs } from './shown-as.ts'
export { overviewsIn, scopesIn, type AskedBeside } from './side-by-side.ts'
export { readTables, type TableProblem, type Tables } from './tables.ts'
export { utf8Of } from './text.ts'
export { minutesUnder, recordsUnder, textNaming, textOfMinute } from './under.ts'
export {
  openWorkspace,
  type AgreementPlaces,
  type AgreementText,
  type WhatIsKnown,
  type Opened,
  type OpenOptions,
  type Questions,
  type StatusQuery,
  type UnderAnother,
  type WhyAnswer,
  type WhyQuery,
  type Workspace,
} from './workspace.ts'
