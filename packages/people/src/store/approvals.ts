// Approvals: what takes two people of two organisations, neither of them the asker's, over one exact text, once.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { askAs, asking, isDuplicate, stamp, type Db, type Tx } from '../database.ts'
import { absent, given, refused, type Refusal, type Result } from '../result.ts'
import type { Actor, DeskId } from '../roles.ts'
import { newId } from '../secrets.ts'
import {
  LIVES_MS,
  NEEDED,
  requestIn,
  requestOf,
  requestsIn,
  type ApprovalRequest,
  type RequestRow,
} from './approval-requests.ts'
import { sitsAt } from './members.ts'
import { isFresh, notFresh } from './passkeys.ts'

/** What approvers approve: SHA-256 of the text, in hex. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

export interface Asked {
  /** What the approval is for, in one word: `release`. */
  readonly kind?: string
  /** What it is, in plain words, for a list. */
  readonly subject: string
  /** Exactly what is approved. Approvers read it, and it has to be brought again, letter for letter, to use the approval. */
  readonly text: string
  readonly desks: readonly DeskId[]
}

/** Asks people of other desks to approve a text. */
export function askApproval(
  db: Db,
  actor: Actor,
  { kind = 'other', subject, text, desks }: Asked,
  now: number,
): Promise<ApprovalRequest> {
  const id = newId()
  return asking(db, actor, async (tx) => {
    const others = desks.filter((desk) => desk !== actor.desk)
    await sql`insert into people.approval_requests (id, desk_id, person_id, organisation_id, organisation_name, kind,
        subject, words, digest, asked_desks, created_at)
      values (${id}, ${actor.desk}, ${actor.person}, ${actor.organisation}, ${await ownOrganisation(tx, actor)}, ${kind},
        ${subject}, ${text}, ${digestOf(text)}, ${others}, ${stamp(now)})`.execute(tx)
    return requestOf((await requestIn(tx, id))!, actor, now)
  })
}

/** What the asker's desk has asked and what it is asked, the newest first. */
export function approvalRequests(db: Db, actor: Actor, now: number): Promise<ApprovalRequest[]> {
  return asking(db, actor, async (tx) => (await requestsIn(tx)).map((row) => requestOf(row, actor, now)))
}

export function approvalRequest(db: Db, actor: Actor, id: string, now: number): Promise<Result<ApprovalRequest>> {
  return asking(db, actor, async (tx): Promise<Result<ApprovalRequest>> => {
    const found = await requestIn(tx, id)
    return found ? given(requestOf(found, actor, now)) : absent
  })
}

/** Changes the text while nobody has decided on it. */
export function editRequest(db: Db, actor: Actor, id: string, text: string): Promise<Result<null>> {
  return asking(db, actor, async (tx): Promise<Result<null>> => {
    const found = await requestIn(tx, id, 'for update')
    if (!found || found.desk_id !== actor.desk) return absent
    if (found.person_id !== actor.person) return notTheirs
    if (found.decisions.length > 0 || found.spent_at || found.withdrawn_at)
      return refused('approved-already', 'somebody has decided on this as it stands', 'ask anew for the changed text')
    await sql`update people.approval_requests set digest = ${digestOf(text)}, words = ${text}
      where id = ${id}`.execute(tx)
    return given(null)
  })
}

/** By whoever asked, or an administrator of their desk, while it has not been used. */
export function withdrawRequest(db: Db, actor: Actor, id: string, now: number): Promise<Result<null>> {
  return asking(db, actor, async (tx): Promise<Result<null>> => {
    const found = await requestIn(tx, id, 'for update')
    if (!found || found.desk_id !== actor.desk) return absent
    if (found.person_id !== actor.person && !actor.roles.includes('administrator')) return notTheirs
    if (found.spent_at || found.withdrawn_at) return spent
    await sql`update people.approval_requests set withdrawn_at = ${stamp(now)} where id = ${id}`.execute(tx)
    return given(null)
  })
}

/** Approves exactly what was read: `digest` is that of the text the approver saw. */
export function approve(db: Db, actor: Actor, read: { id: string; digest: string }, now: number) {
  return decide(db, actor, { ...read, approves: true, reason: '' }, now)
}

/** Refuses what was read, for a reason that the asker sees. One refusal ends the request. */
export async function refuseApproval(
  db: Db,
  actor: Actor,
  read: { id: string; digest: string; reason: string },
  now: number,
): Promise<Result<null>> {
  return decide(db, actor, { ...read, approves: false }, now)
}

interface Decision {
  readonly id: string
  readonly digest: string
  readonly approves: boolean
  readonly reason: string
}

async function decide(
  db: Db,
  actor: Actor,
  { id, digest, approves, reason }: Decision,
  now: number,
): Promise<Result<null>> {
  try {
    return await asking(db, actor, async (tx): Promise<Result<null>> => {
      const found = await requestIn(tx, id)
      if (!found) return absent
      const sameDesk = found.desk_id === actor.desk || (await sitsAt(tx, actor.person, found.desk_id))
      await askAs(tx, actor)
      if (sameDesk || found.organisation_id === actor.organisation || found.person_id === actor.person)
        return refused('own-request', 'nobody approves for their own side', 'somebody of another organisation must')
      if (!mayDecide(actor)) return notDecider
      if (!isFresh(actor, now)) return notFresh
      const over = ended(found, now)
      if (over) return { ok: false, refusal: over }
      if (found.digest !== digest)
        return refused('changed-since', 'the text is not what you read', 'read it again, then approve it')
      if (!approves && reason.trim() === '')
        return refused('name', 'a reason is needed', 'say in a few words why this is refused')
      await sql`insert into people.approvals (request_id, person_id, organisation_id, organisation_name, desk_id, digest,
          approves, reason, given_at)
        values (${id}, ${actor.person}, ${actor.organisation}, ${await ownOrganisation(tx, actor)}, ${actor.desk},
          ${digest}, ${approves}, ${reason.trim()}, ${stamp(now)})`.execute(tx)
      return given(null)
    })
  } catch (error) {
    if (isDuplicate(error))
      return refused('approved-already', 'your organisation has decided on this', 'another organisation must as well')
    throw error
  }
}

/** Uses the approvals for the text, once: for what takes two, the last thing before it is done. */
export function spendApprovals(db: Db, actor: Actor, id: string, text: string, now: number): Promise<Result<null>> {
  return asking(db, actor, async (tx): Promise<Result<null>> => {
    const found = await requestIn(tx, id, 'for update')
    if (!found || found.desk_id !== actor.desk) return absent
    if (found.digest !== digestOf(text))
      return refused('changed-since', 'the text is not what was approved', 'use the text as it was approved')
    const over = ended(found, now)
    if (over) return { ok: false, refusal: over }
    const approvals = found.decisions.filter((one) => one.approves && one.digest === found.digest).length
    if (approvals < NEEDED)
      return refused('too-few-approvals', `${approvals} of ${NEEDED} have approved`, 'wait for the others')
    const { rows } = await sql`update people.approval_requests set spent_at = ${stamp(now)}
      where id = ${id} and digest = ${found.digest} and spent_at is null returning id`.execute(tx)
    return rows.length === 1 ? given(null) : spent
  })
}

/** Why nothing more is done with a request; null while it is open. */
function ended({ spent_at, withdrawn_at, created_at, decisions }: RequestRow, now: number): Refusal | null {
  const over = (message: string) => refused('spent', message, 'ask anew').refusal
  if (spent_at) return spent.refusal
  if (withdrawn_at) return over('this was withdrawn')
  if (decisions.some(({ approves }) => !approves)) return over('this was refused')
  return now - created_at.getTime() > LIVES_MS ? over('this was asked too long ago') : null
}

/** Readers read, and recorders speak for nobody else. */
const mayDecide = ({ roles }: Actor) =>
  roles.some((role) => role === 'reviewer' || role === 'releaser' || role === 'administrator')

async function ownOrganisation(tx: Tx, { organisation }: Actor): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from people.organisations where id = ${organisation}`.execute(tx)
  return rows[0]?.name ?? ''
}

const spent = refused('spent', 'this has been used', 'ask anew')
const notTheirs = refused('not-allowed', 'this is for whoever asked', 'ask them, or an administrator of your desk')
const notDecider = refused(
  'not-allowed',
  'approvals are given by reviewers, releasers and administrators',
  'ask one of them at your desk',
)
