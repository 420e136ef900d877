// Approvals: what takes two people of two organisations, neither of them the asker's, over one exact text, once.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { askAs, asking, isDuplicate, stamp, type Db } from '../database.ts'
import { absent, given, refused, type Result } from '../result.ts'
import type { Actor, DeskId } from '../roles.ts'
import { newId } from '../secrets.ts'
import { sitsAt } from './members.ts'
import { isFresh, notFresh } from './passkeys.ts'

/** Not a setting: what lowers it would itself need approving. */
export const NEEDED = 2

/** What approvers approve: SHA-256 of the text, in hex. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

export interface ApprovalRequest {
  readonly id: string
  readonly desk: string
  readonly subject: string
  readonly digest: string
  readonly approvals: number
}

/** Asks people of other desks to approve a text. */
export function askApproval(
  db: Db,
  actor: Actor,
  { subject, text, desks }: { subject: string; text: string; desks: readonly DeskId[] },
  now: number,
): Promise<ApprovalRequest> {
  const [id, digest] = [newId(), digestOf(text)]
  return asking(db, actor, async (tx) => {
    const others = desks.filter((desk) => desk !== actor.desk)
    await sql`insert into people.approval_requests
        (id, desk_id, person_id, organisation_id, subject, digest, asked_desks, created_at)
      values (${id}, ${actor.desk}, ${actor.person}, ${actor.organisation}, ${subject}, ${digest}, ${others},
        ${stamp(now)})`.execute(tx)
    return { id, desk: actor.desk, subject, digest, approvals: 0 }
  })
}

interface RequestRow {
  readonly id: string
  readonly desk_id: string
  readonly person_id: string
  readonly organisation_id: string
  readonly subject: string
  readonly digest: string
  readonly spent_at: Date | null
  readonly approvals: number
}

const request = (id: string) => sql<RequestRow>`
  select id, desk_id, person_id, organisation_id, subject, digest, spent_at,
    (select count(*)::integer from people.approvals a where a.request_id = q.id and a.digest = q.digest) as approvals
  from people.approval_requests q where id = ${id}`

export function approvalRequest(db: Db, actor: Actor, id: string): Promise<Result<ApprovalRequest>> {
  return asking(db, actor, async (tx): Promise<Result<ApprovalRequest>> => {
    const [found] = (await request(id).execute(tx)).rows
    if (!found) return absent
    const { desk_id: desk, subject, digest, approvals } = found
    return given({ id, desk, subject, digest, approvals })
  })
}

/** Changes the text while nobody has approved it. */
export function editRequest(db: Db, actor: Actor, id: string, text: string): Promise<Result<null>> {
  return asking(db, actor, async (tx): Promise<Result<null>> => {
    const [found] = (await request(id).execute(tx)).rows
    if (!found || found.desk_id !== actor.desk) return absent
    if (found.approvals > 0 || found.spent_at)
      return refused('approved-already', 'somebody has approved this as it stands', 'ask anew for the changed text')
    await sql`update people.approval_requests set digest = ${digestOf(text)} where id = ${id}`.execute(tx)
    return given(null)
  })
}

/** Approves exactly what was read: `digest` is that of the text the approver saw. */
export async function approve(
  db: Db,
  actor: Actor,
  { id, digest }: { id: string; digest: string },
  now: number,
): Promise<Result<null>> {
  try {
    return await asking(db, actor, async (tx): Promise<Result<null>> => {
      const [found] = (await request(id).execute(tx)).rows
      if (!found) return absent
      const sameDesk = found.desk_id === actor.desk || (await sitsAt(tx, actor.person, found.desk_id))
      await askAs(tx, actor)
      if (sameDesk || found.organisation_id === actor.organisation || found.person_id === actor.person)
        return refused('own-request', 'nobody approves for their own side', 'somebody of another organisation must')
      if (!isFresh(actor, now)) return notFresh
      if (found.spent_at) return refused('spent', 'this has been used', 'ask anew')
      if (found.digest !== digest)
        return refused('changed-since', 'the text is not what you read', 'read it again, then approve it')
      await sql`insert into people.approvals (request_id, person_id, organisation_id, digest, given_at)
        values (${id}, ${actor.person}, ${actor.organisation}, ${digest}, ${stamp(now)})`.execute(tx)
      return given(null)
    })
  } catch (error) {
    if (isDuplicate(error))
      return refused('approved-already', 'your organisation has approved this', 'another organisation must as well')
    throw error
  }
}

/** Uses the approvals for the text, once. */
export function spendApprovals(db: Db, actor: Actor, id: string, text: string, now: number): Promise<Result<null>> {
  return asking(db, actor, async (tx): Promise<Result<null>> => {
    const [found] = (await request(id).execute(tx)).rows
    if (!found || found.desk_id !== actor.desk) return absent
    if (found.digest !== digestOf(text))
      return refused('changed-since', 'the text is not what was approved', 'use the text as it was approved')
    if (found.approvals < NEEDED)
      return refused('too-few-approvals', `${found.approvals} of ${NEEDED} have approved`, 'wait for the others')
    const { rows } = await sql`update people.approval_requests set spent_at = ${stamp(now)}
      where id = ${id} and digest = ${found.digest} and spent_at is null returning id`.execute(tx)
    return rows.length === 1 ? given(null) : spent
  })
}

const spent = refused('spent', 'this has been used', 'ask anew')
