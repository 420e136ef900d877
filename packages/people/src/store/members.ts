// Who sits at a desk, and how an administrator changes that.
import { sql } from 'kysely'
import { askAs, asking, stamp, type Db, type Tx } from '../database.ts'
import { absent, given, refused, type Result } from '../result.ts'
import { rolesInOrder, SIDES, type Actor, type DeskId, type Role } from '../roles.ts'
import { desksOf, endSessionsOf } from './sessions.ts'

export interface Member {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly roles: readonly Role[]
}

/** Why somebody may not change who sits at their desk; null for an administrator. */
export function mayAdminister({ roles }: Actor) {
  if (roles.includes('administrator')) return null
  return refused(
    'not-allowed',
    'this takes an administrator of your desk',
    'ask one of them; the list of people says who they are',
  )
}

/** Everybody at the desk of the asker, and nobody else. */
export const membersOf = (db: Db, actor: Actor): Promise<Member[]> =>
  asking(db, actor, (tx) => membersIn(tx, actor.desk))

async function membersIn(tx: Tx, desk: DeskId): Promise<Member[]> {
  const { rows } = await sql<{ id: string; name: string; organisation: string; role: string }>`
    select id, name, organisation, role from people.members where desk_id = ${desk}`.execute(tx)
  const members = Map.groupBy(rows, ({ id }) => id)
  return [...members.values()]
    .map((roles) => ({
      id: roles[0]!.id,
      name: roles[0]!.name,
      organisation: roles[0]!.organisation,
      roles: rolesInOrder(roles.map(({ role }) => role)),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
}

/** The same for whoever has the machine. */
export const membersAsOperator = (db: Db, desk: DeskId): Promise<Member[]> =>
  asking(db, { desk, operator: 'yes' }, (tx) => membersIn(tx, desk))

/** The desks at which somebody sits. */
export function ownDesks(db: Db, { person }: Actor): Promise<{ id: DeskId; roles: Role[] }[]> {
  return asking(db, { person }, async (tx) =>
    [...(await desksOf(tx, person))].map(([id, roles]) => ({ id, roles: rolesInOrder(roles) })),
  )
}

/** Gives somebody at the desk other roles there, none to send them away. All their sessions end. */
export async function setRoles(
  db: Db,
  actor: Actor,
  person: string,
  roles: readonly Role[],
  now: number,
): Promise<Result<null>> {
  const refusal = mayAdminister(actor)
  if (refusal) return refusal
  return asking(db, actor, async (tx): Promise<Result<null>> => {
    const before = await rolesHere(tx, actor.desk)
    if (!before.some(({ person_id }) => person_id === person)) return absent
    const others = before.filter(({ person_id, role }) => role === 'administrator' && person_id !== person)
    if (others.length === 0 && !roles.includes('administrator'))
      return refused('last-administrator', 'the desk would have no administrator', 'make somebody else one first')
    await sql`delete from people.roles where person_id = ${person} and desk_id = ${actor.desk}`.execute(tx)
    await grant(tx, person, actor.desk, roles, now)
    await endSessionsOf(tx, person, now)
    return given(null)
  })
}

/** By whoever has the machine: one person at a second desk. Never at the desks of both sides. */
export async function seatAtDesk(
  db: Db,
  { person, desk, roles }: { person: string; desk: DeskId; roles: readonly Role[] },
  now: number,
): Promise<Result<null>> {
  return asking(db, { person, desk, operator: 'yes' }, async (tx): Promise<Result<null>> => {
    const desks = [...(await desksOf(tx, person)).keys()]
    if (desks.length === 0) return absent
    if (SIDES.includes(desk) && desks.some((other) => other !== desk && SIDES.includes(other)))
      return refused('both-sides', 'nobody sits at the desks of both sides', 'invite another person')
    await sql`delete from people.roles where person_id = ${person} and desk_id = ${desk}`.execute(tx)
    await grant(tx, person, desk, roles, now)
    await endSessionsOf(tx, person, now)
    return given(null)
  })
}

async function grant(tx: Tx, person: string, desk: DeskId, roles: readonly Role[], now: number): Promise<void> {
  for (const role of rolesInOrder(roles))
    await sql`insert into people.roles (person_id, desk_id, role, granted_at)
      values (${person}, ${desk}, ${role}, ${stamp(now)})`.execute(tx)
}

/** One change at a time at each desk, so that two administrators do not send each other away. */
async function rolesHere(tx: Tx, desk: DeskId) {
  await sql`select pg_advisory_xact_lock(hashtext(${desk}))`.execute(tx)
  const { rows } = await sql<{ person_id: string; role: string }>`
    select person_id, role from people.roles where desk_id = ${desk}`.execute(tx)
  return rows
}

/** Whether somebody may not approve for a desk because they, too, sit at it. Asked as that person. */
export async function sitsAt(tx: Tx, person: string, desk: string): Promise<boolean> {
  await askAs(tx, { person })
  const { rows } = await sql`
    select 1 from people.roles where person_id = ${person} and desk_id = ${desk}`.execute(tx)
  return rows.length > 0
}
