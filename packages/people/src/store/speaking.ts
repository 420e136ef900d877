// For whom of the agreement an organisation speaks: said by whoever has the machine, asked of each who writes.
import { sql } from 'kysely'
import { asking, type Db } from '../database.ts'
import { nameKey } from '../names.ts'
import { given, refused, type Result } from '../result.ts'
import type { Actor } from '../roles.ts'

/** Speaks for everybody: whoever keeps the minutes for all, such as a secretariat. */
export const EVERYBODY = '*'

export interface Organisation {
  readonly name: string
  /** Ids of the agreement, or `*` alone. */
  readonly speaks_for: readonly string[]
}

/** Ids of those for whom the organisation of the asker speaks, as the agreement names them; `*` for everybody. */
export function speaksFor(db: Db, { organisation }: Pick<Actor, 'organisation'>): Promise<readonly string[]> {
  return asking(db, { organisation }, async (tx) => {
    const { rows } = await sql<{ speaks_for: string[] }>`
      select speaks_for from people.organisations where id = ${organisation}`.execute(tx)
    return rows[0]?.speaks_for ?? []
  })
}

/** By whoever has the machine. None to let it speak for nobody any more. Whether the agreement names them is for the caller. */
export function letSpeak(
  db: Db,
  { organisation, speaks_for: wanted }: { readonly organisation: string; readonly speaks_for: readonly string[] },
): Promise<Result<Organisation>> {
  const ids = wanted.includes(EVERYBODY) ? [EVERYBODY] : [...new Set(wanted)].toSorted()
  return asking(db, { operator: 'yes' }, async (tx): Promise<Result<Organisation>> => {
    const { rows } = await sql<Organisation>`update people.organisations set speaks_for = ${ids}
      where name_key = ${nameKey(organisation)} returning name, speaks_for`.execute(tx)
    if (rows[0]) return given(rows[0])
    return refused('absent', `there is no organisation \`${organisation}\``, 'invite somebody of it first')
  })
}

/** All there are, for whoever has the machine. */
export function organisationsAsOperator(db: Db): Promise<readonly Organisation[]> {
  return asking(db, { operator: 'yes' }, async (tx) => {
    const { rows } = await sql<Organisation>`
      select name, speaks_for from people.organisations order by name_key`.execute(tx)
    return rows
  })
}

/** Those of `ids` for whom nobody of that organisation speaks. */
export function unspoken(speaking: readonly string[], ids: readonly string[]): readonly string[] {
  return speaking.includes(EVERYBODY) ? [] : ids.filter((id) => !speaking.includes(id))
}
