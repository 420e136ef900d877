// Claims, acts and documents: their form, their code lists, their names and the door through which they enter.
export * from '@trucekeeper/codes'
export { claimBodySchema, claimSchema, figureSchema, type Claim, type ClaimBody, type Figure } from './claim.ts'
export { canonicalBytes, canonicalText, contentId, sha256Hex } from './canonical.ts'
export {
  actSchema,
  AUDIENCES,
  releaseSchema,
  rulingSchema,
  documentSchema,
  entrySchema,
  withdrawalSchema,
  type Act,
  type Ruling,
  type DocumentBody,
  type Entry,
  type Release,
  type Withdrawal,
} from './record.ts'
export {
  nameAct,
  nameClaim,
  nameRuling,
  nameDocument,
  nameKey,
  nameRelease,
  nameWithdrawal,
  PREFIXES,
  takeAct,
  takeClaim,
  takeEntry,
  type Intake,
} from './intake.ts'
export type { Refusal } from './refusal.ts'
export { isProposal, PROPOSED } from './proposal.ts'
export * from './keys/index.ts'
export * from './minutes/index.ts'
export * from './review/index.ts'
export { joining, type Joining } from './joining.ts'
export { bulkCount, stanceOf } from './stance.ts'
