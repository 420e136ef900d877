// The form of what is said about requests for approval, and about withheld fields that were read.
import { REQUEST_STATES, type ApprovalRequest, type SealedRead } from '@trucekeeper/people'
import { z } from 'zod'

const decision = z
  .strictObject({
    desk: z.string(),
    organisation: z.string(),
    approves: z.boolean(),
    reason: z.string(),
    at: z.string(),
  })
  .meta({ id: 'ApprovalDecision', description: 'for whom somebody decided; who they are stays with their desk' })

export const approvalAnswer: z.ZodType<ApprovalRequest> = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    subject: z.string(),
    text: z.string().describe('exactly what is to be approved'),
    digest: z.string().describe('SHA-256 of the text, in hex'),
    desk: z.string(),
    organisation: z.string(),
    mine: z.boolean().describe('whether the asker asked it themselves'),
    for_me: z.boolean().describe('whether it waits for the asker'),
    asked_desks: z.array(z.string()),
    state: z.enum(REQUEST_STATES),
    approvals: z.int(),
    needed: z.int(),
    decisions: z.array(decision),
    created_at: z.string(),
    expires_at: z.string(),
  })
  .meta({ id: 'ApprovalRequest' })
export const approvalsAnswer = z.strictObject({ requests: z.array(approvalAnswer) }).meta({ id: 'ApprovalRequests' })

const sealedRead: z.ZodType<SealedRead> = z
  .strictObject({
    person: z.string(),
    field: z.string().describe('the place of the entry and the name of the field: `12/body.speaker`'),
    purpose: z.string(),
    read_at: z.string(),
  })
  .meta({ id: 'SealedRead' })
export const sealedReadsAnswer = z.strictObject({ reads: z.array(sealedRead) }).meta({ id: 'SealedReads' })
export const sealedReadAnswer = z
  .strictObject({ entry: z.int(), field: z.string(), value: z.unknown() })
  .meta({ id: 'SealedField' })
