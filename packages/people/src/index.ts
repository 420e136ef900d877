// People and desks: who somebody is, for whom they act, and what they may do there.
export { openTables, type Db, type OpenedTables, type OpenTables, type Place } from './database.ts'
export { DESKS, isDesk, isRole, ROLES, rolesInOrder, type Actor, type DeskId, type Role } from './roles.ts'
export type { Refusal, RefusalCode, Result } from './result.ts'
export { newSecret } from './secrets.ts'
export {
  acceptInvitation,
  acceptOptions,
  invite,
  inviteAsOperator,
  openInvitations,
  withdrawInvitation,
  type Handed,
  type InvitationInfo,
  type Invited,
} from './store/invitations.ts'
export { membersAsOperator, membersOf, ownDesks, seatAtDesk, setRoles, type Member } from './store/members.ts'
export {
  addOptions,
  addPasskey,
  FRESH_MS,
  isFresh,
  passkeysOf,
  removePasskey,
  signIn,
  signInOptions,
  type Keys,
  type PasskeyInfo,
} from './store/passkeys.ts'
export {
  actorOf,
  endSession,
  IDLE_MS,
  LONGEST_MS,
  revokeSession,
  sessionLasts,
  sessionsOf,
  switchDesk,
  type Begun,
  type SessionInfo,
} from './store/sessions.ts'
export {
  approvalRequest,
  approvalRequests,
  approve,
  askApproval,
  digestOf,
  editRequest,
  refuseApproval,
  spendApprovals,
  withdrawRequest,
  type Asked,
} from './store/approvals.ts'
export {
  REQUEST_STATES,
  type ApprovalDecision,
  type ApprovalRequest,
  type RequestState,
} from './store/approval-requests.ts'
export {
  EVERYBODY,
  letSpeak,
  organisationsAsOperator,
  speaksFor,
  unspoken,
  type Organisation,
} from './store/speaking.ts'
export { noteSealedRead, readSealedField, sealedReads, type SealedRead } from './store/sealed-reads.ts'
export { changeDraft, deleteDraft, draftsOf, readDraft, writeDraft, type Draft } from './store/drafts.ts'
export type { RelyingParty } from './webauthn/relying-party.ts'
export { enterProvider, ownProviders, removeProvider, unlink, type ProviderInfo } from './store/providers.ts'
export { comeBack, leaveToLink, leaveToSignIn, type ComingBack, type Leaving } from './store/departures.ts'
export { readProvider, type ProviderSetting } from './oidc/provider-file.ts'
