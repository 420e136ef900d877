// Writing into a folder's record on behalf of people.
export { folderRecorder, type Recorder, type RecorderOptions } from './recorder.ts'
export type {
  ClaimState,
  Clusters,
  Entered,
  EnteredEntry,
  Inbox,
  InboxDocument,
  InboxEntry,
  OfferedClaims,
  OfferedDecision,
  OfferedFile,
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
