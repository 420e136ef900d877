// Drafts: what a desk writes before it says it, seen by nobody else.
import { sql } from 'kysely'
import { asking, stamp, type Db } from '../database.ts'
import { absent, given, refused, type Result } from '../result.ts'
import type { Actor } from '../roles.ts'
import { newId } from '../secrets.ts'

export interface Draft {
  readonly id: string
  /** The text of a proposal for a claim, as it was written. */
  readonly body: string
  /** Grows by one with each change. */
  readonly version: number
  readonly person: string
  readonly created_at: string
  readonly changed_at: string
}

interface DraftRow {
  readonly id: string
  readonly person_id: string
  readonly body: string
  readonly version: number
  readonly created_at: Date
  readonly changed_at: Date
}

const draftOf = ({ person_id, created_at, changed_at, ...rest }: DraftRow): Draft => ({
  ...rest,
  person: person_id,
  created_at: created_at.toISOString(),
  changed_at: changed_at.toISOString(),
})

const COLUMNS = sql`id, person_id, body, version, created_at, changed_at`

export function draftsOf(db: Db, actor: Actor): Promise<Draft[]> {
  return asking(db, actor, async (tx) => {
    const { rows } = await sql<DraftRow>`select ${COLUMNS} from people.drafts
      where desk_id = ${actor.desk} order by created_at, id`.execute(tx)
    return rows.map(draftOf)
  })
}

export function readDraft(db: Db, actor: Actor, id: string): Promise<Result<Draft>> {
  return asking(db, actor, async (tx): Promise<Result<Draft>> => {
    const { rows } = await sql<DraftRow>`select ${COLUMNS} from people.drafts
      where id = ${id} and desk_id = ${actor.desk}`.execute(tx)
    return rows[0] ? given(draftOf(rows[0])) : absent
  })
}

export async function writeDraft(db: Db, actor: Actor, body: string, now: number): Promise<Result<Draft>> {
  if (!mayWrite(actor)) return notWriter
  return asking(db, actor, async (tx) => {
    const { rows } = await sql<DraftRow>`
      insert into people.drafts (id, desk_id, person_id, body, version, created_at, changed_at)
      values (${newId()}, ${actor.desk}, ${actor.person}, ${body}, 1, ${stamp(now)}, ${stamp(now)})
      returning ${COLUMNS}`.execute(tx)
    return given(draftOf(rows[0]!))
  })
}

/** Replaces the text of the version that the writer saw, so that nobody's words are overwritten unread. */
export async function changeDraft(
  db: Db,
  actor: Actor,
  { id, body, version }: { id: string; body: string; version: number },
  now: number,
): Promise<Result<Draft>> {
  return asking(db, actor, async (tx): Promise<Result<Draft>> => {
    const before = await sql<{ version: number }>`select version from people.drafts
      where id = ${id} and desk_id = ${actor.desk}`.execute(tx)
    if (before.rows.length === 0) return absent
    if (!mayWrite(actor)) return notWriter
    const { rows } = await sql<DraftRow>`
      update people.drafts set body = ${body}, version = version + 1, changed_at = ${stamp(now)}
      where id = ${id} and desk_id = ${actor.desk} and version = ${version} returning ${COLUMNS}`.execute(tx)
    if (rows[0]) return given(draftOf(rows[0]))
    return refused('version', 'somebody has changed this draft since you read it', 'read it again, then change it')
  })
}

export function deleteDraft(db: Db, actor: Actor, id: string): Promise<Result<null>> {
  return asking(db, actor, async (tx): Promise<Result<null>> => {
    const before = await sql`select 1 from people.drafts
      where id = ${id} and desk_id = ${actor.desk}`.execute(tx)
    if (before.rows.length === 0) return absent
    if (!mayWrite(actor)) return notWriter
    await sql`delete from people.drafts where id = ${id} and desk_id = ${actor.desk}`.execute(tx)
    return given(null)
  })
}

const mayWrite = ({ roles }: Actor) => roles.some((role) => role === 'recorder' || role === 'reviewer')

const notWriter = refused(
  'not-allowed',
  'drafts are written by recorders and reviewers',
  'ask an administrator of your desk',
)
