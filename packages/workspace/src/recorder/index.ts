// Writing into a folder's record on behalf of people.
export { recorderInThread } from './in-thread.ts'
export { folderRecorder, type Recorder, type RecorderOptions } from './recorder.ts'
export type {
  ClaimState,
  Clusters,
  Entered,
  HeldEntry,
  HeldPage,
  EnteredEntry,
  Inbox,
  InboxDocument,
  InboxEntry,
  MadeRelease,
  OfferedClaims,
  OfferedDecision,
  OfferedFile,
  OfferedRelease,
  OfferedRuling,
  OfferedWithdrawal,
  ProposedClaim,
  Request as RecordRequest,
  StandingRuling,
  TakenIn,
  Written,
  WrittenText,
  Wrong,
} from './shapes.ts'
