// The form of what is said about people, desks, sessions and passkeys.
import type { Draft, Handed, InvitationInfo, Member, PasskeyInfo, SessionInfo } from '@trucekeeper/people'
import { DESKS, ROLES } from '@trucekeeper/people'
import { z } from 'zod'
import type { approvalsAnswer, sealedReadsAnswer } from './approvals.ts'

const instant = z.string()
export const desk = z.enum(DESKS).meta({ id: 'Desk' })
export const roles = z.array(z.enum(ROLES)).meta({ id: 'Roles' })

const seat = z.strictObject({ id: desk, roles })

/** Who asks: the one person of a folder, nobody yet, or somebody at a desk. */
export type SessionAnswer =
  | { readonly mode: 'embedded' }
  | { readonly mode: 'people'; readonly person: null }
  | {
      readonly mode: 'people'
      readonly person: { readonly id: string; readonly name: string }
      readonly desk: string
      readonly roles: readonly string[]
      /** Ids of those for whom their organisation speaks; `*` for everybody. */
      readonly speaks_for: readonly string[]
      /** The open name of the session, as in the list of sessions. */
      readonly session: string
      /** Until when the passkey counts as just held. */
      readonly fresh_until: string
    }

export const sessionAnswer: z.ZodType<SessionAnswer> = z
  .union([
    z.strictObject({ mode: z.literal('embedded') }),
    z.strictObject({ mode: z.literal('people'), person: z.null() }),
    z.strictObject({
      mode: z.literal('people'),
      person: z.strictObject({ id: z.string(), name: z.string() }),
      desk,
      roles,
      speaks_for: z.array(z.string()).describe('for whom of the agreement they may write; `*` for everybody'),
      session: z.string(),
      fresh_until: instant,
    }),
  ])
  .meta({ id: 'Session', description: 'who asks: the one person of a folder, nobody yet, or somebody at a desk' })

export const doneAnswer = z.strictObject({ done: z.literal(true) }).meta({ id: 'Done' })
export const DONE = { done: true } as const

export const seatsAnswer = z.strictObject({ desks: z.array(seat) }).meta({ id: 'Desks' })
export const seatAnswer = z.strictObject({ desk }).meta({ id: 'SeatedAt' })

const session: z.ZodType<SessionInfo> = z
  .strictObject({ id: z.string(), device: z.string(), desk, created_at: instant, seen_at: instant, ends_at: instant })
  .meta({ id: 'SessionInfo' })
export const sessionsAnswer = z.strictObject({ sessions: z.array(session) }).meta({ id: 'Sessions' })

const passkey: z.ZodType<PasskeyInfo> = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    device_bound: z.boolean(),
    created_at: instant,
    used_at: instant,
  })
  .meta({ id: 'PasskeyInfo' })
export const passkeysAnswer = z.strictObject({ passkeys: z.array(passkey) }).meta({ id: 'Passkeys' })

export const optionsAnswer = z
  .strictObject({ options: z.looseObject({ challenge: z.string() }) })
  .meta({ id: 'PasskeyOptions', description: 'what a browser is asked, as in WebAuthn Level 3' })

export const invitedAnswer = z
  .strictObject({
    invited: z.strictObject({ name: z.string(), desk, roles }),
    options: z.looseObject({ challenge: z.string() }),
  })
  .meta({ id: 'Invited' })

const invitation: z.ZodType<InvitationInfo> = z
  .strictObject({ id: z.string(), name: z.string(), desk, roles, created_at: instant, expires_at: instant })
  .meta({ id: 'Invitation' })
export const invitationsAnswer = z.strictObject({ invitations: z.array(invitation) }).meta({ id: 'Invitations' })

export const handedAnswer: z.ZodType<Handed> = z
  .strictObject({ id: z.string(), token: z.string().describe('told once'), expires_at: instant })
  .meta({ id: 'HandedInvitation' })

const member: z.ZodType<Member> = z
  .strictObject({ id: z.string(), name: z.string(), organisation: z.string(), roles })
  .meta({ id: 'Member' })
export const membersAnswer = z.strictObject({ people: z.array(member) }).meta({ id: 'Members' })

export const providersAnswer = z
  .strictObject({
    providers: z.array(z.strictObject({ id: z.string(), issuer: z.string(), linked_at: z.nullable(instant) })),
  })
  .meta({ id: 'Providers' })
export const leavingAnswer = z.strictObject({ address: z.string() }).meta({ id: 'LeavingForProvider' })

export const draftAnswer: z.ZodType<Draft> = z
  .strictObject({
    id: z.string(),
    body: z.string().describe('a proposal for a claim, as it was written'),
    version: z.int(),
    person: z.string(),
    created_at: instant,
    changed_at: instant,
  })
  .meta({ id: 'Draft' })
export const draftsAnswer = z.strictObject({ drafts: z.array(draftAnswer) }).meta({ id: 'Drafts' })

const credential = z.looseObject({ id: z.string().max(1_024), rawId: z.string(), type: z.literal('public-key') })

/** As a browser gives it; what is in it is held to WebAuthn when it is used. */
export const registration = credential
  .extend({
    response: z.looseObject({
      clientDataJSON: z.string(),
      attestationObject: z.string(),
      transports: z.optional(z.array(z.string().max(20)).max(10)),
    }),
    clientExtensionResults: z.looseObject({}),
  })
  .meta({ id: 'PasskeyMade' })

export const assertion = credential
  .extend({
    response: z.looseObject({
      clientDataJSON: z.string(),
      authenticatorData: z.string(),
      signature: z.string(),
      userHandle: z.optional(z.string()),
    }),
    clientExtensionResults: z.looseObject({}),
  })
  .meta({ id: 'PasskeyUsed' })

/** What the lists about oneself and one's desk answer. */
export interface DeskAnswers {
  readonly desks: z.infer<typeof seatsAnswer>
  readonly sessions: z.infer<typeof sessionsAnswer>
  readonly passkeys: z.infer<typeof passkeysAnswer>
  readonly people: z.infer<typeof membersAnswer>
  readonly invitations: z.infer<typeof invitationsAnswer>
  readonly drafts: z.infer<typeof draftsAnswer>
  readonly approvals: z.infer<typeof approvalsAnswer>
  readonly oidc: z.infer<typeof providersAnswer>
  readonly sealedReads: z.infer<typeof sealedReadsAnswer>
}
