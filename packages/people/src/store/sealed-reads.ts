// The log of sealed fields that were read: written before the field is shown, never changed, seen by the desk alone.
import { sql } from 'kysely'
import { asking, stamp, type Db } from '../database.ts'
import { absent, given, refused, type Result } from '../result.ts'
import type { Actor } from '../roles.ts'
import { newId } from '../secrets.ts'
import { isFresh, notFresh } from './passkeys.ts'

export interface SealedRead {
  readonly person: string
  readonly field: string
  readonly purpose: string
  readonly read_at: string
}

/** Notes that somebody is about to read a field. Only where this is given may the field be shown. */
export async function noteSealedRead(
  db: Db,
  actor: Actor,
  { field, purpose }: { field: string; purpose: string },
  now: number,
): Promise<Result<null>> {
  if (!isFresh(actor, now)) return notFresh
  if (purpose.trim() === '')
    return refused('name', 'a purpose is needed', 'say in a few words what the field is read for')
  await asking(db, actor, async (tx) => {
    await sql`insert into people.sealed_reads (id, desk_id, person_id, field, purpose, read_at)
      values (${newId()}, ${actor.desk}, ${actor.person}, ${field}, ${purpose}, ${stamp(now)})`.execute(tx)
  })
  return given(null)
}

/**
 * A field that `open` finds, once it is noted who reads it and what for. Somebody without a passkey at hand learns nothing of
 * whether it is there.
 */
export async function readSealedField<T>(
  db: Db,
  actor: Actor,
  read: { field: string; purpose: string },
  now: number,
  open: () => Promise<{ readonly found: T } | null>,
): Promise<Result<T>> {
  if (!isFresh(actor, now)) return notFresh
  const opened = await open()
  if (!opened) return absent
  const noted = await noteSealedRead(db, actor, read, now)
  return noted.ok ? given(opened.found) : noted
}

export function sealedReads(db: Db, actor: Actor): Promise<SealedRead[]> {
  return asking(db, actor, async (tx) => {
    const { rows } = await sql<{ person_id: string; field: string; purpose: string; read_at: Date }>`
      select person_id, field, purpose, read_at from people.sealed_reads
      where desk_id = ${actor.desk} order by read_at, id`.execute(tx)
    return rows.map(({ person_id, read_at, ...read }) => ({
      person: person_id,
      ...read,
      read_at: read_at.toISOString(),
    }))
  })
}
