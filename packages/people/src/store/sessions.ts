// Sessions: a secret in one browser, kept as a hash, ended by time, by its person, or by a change of their roles.
import { sql } from 'kysely'
import { askAs, asking, millis, stamp, type Db, type Tx } from '../database.ts'
import { absent, given, type Result } from '../result.ts'
import { DESKS, isDesk, rolesInOrder, type Actor, type DeskId } from '../roles.ts'
import { kept, newId, newSecret } from '../secrets.ts'

export const IDLE_MS = 60 * 60_000
export const LONGEST_MS = 12 * 60 * 60_000
/** How often a session in use is written down as such. */
const SEEN_EVERY_MS = 60_000
const DEVICE_LABEL = 80

export interface SessionInfo {
  readonly id: string
  readonly device: string
  readonly desk: DeskId
  readonly created_at: string
  readonly seen_at: string
  readonly ends_at: string
}

interface SessionRow {
  readonly id: string
  readonly person_id: string
  readonly desk_id: string
  readonly device: string
  readonly created_at: Date
  readonly seen_at: Date
  readonly ends_at: Date
  readonly fresh_at: Date
}

/** Who holds a secret; null for one that was never given, has ended, or whose person or role is gone. */
export function actorOf(db: Db, secret: string, now: number): Promise<Actor | null> {
  const presented = kept(secret)
  return asking(db, { presented }, async (tx) => {
    const { rows } = await sql<SessionRow>`
      select id, person_id, desk_id, device, created_at, seen_at, ends_at, fresh_at from people.sessions
      where secret_hash = ${presented} and ${live(now)}`.execute(tx)
    const [session] = rows
    if (!session || !isDesk(session.desk_id)) return null
    const person = session.person_id
    await askAs(tx, { person, desk: session.desk_id })
    const people = await sql<{ name: string; organisation_id: string }>`
      select name, organisation_id from people.people where id = ${person} and ended_at is null`.execute(tx)
    const roles = await desksOf(tx, person)
    const here = roles.get(session.desk_id)
    const [found] = people.rows
    if (!found || !here) return null
    if (now - millis(session.seen_at) > SEEN_EVERY_MS)
      await sql`update people.sessions set seen_at = ${stamp(now)} where id = ${session.id}`.execute(tx)
    return {
      person,
      name: found.name,
      organisation: found.organisation_id,
      desk: session.desk_id,
      roles: rolesInOrder(here),
      session: session.id,
      freshAt: millis(session.fresh_at),
    }
  })
}

/** The desks somebody sits at, with their roles there. The caller asks as this person. */
export async function desksOf(tx: Tx, person: string): Promise<Map<DeskId, string[]>> {
  const { rows } = await sql<{ desk_id: string; role: string }>`
    select desk_id, role from people.roles where person_id = ${person}`.execute(tx)
  const found = new Map<DeskId, string[]>()
  for (const desk of DESKS) {
    const roles = rows.filter(({ desk_id }) => desk_id === desk).map(({ role }) => role)
    if (roles.length > 0) found.set(desk, roles)
  }
  return found
}

export interface Begun {
  /** For the browser's cookie; this is the only time it is told. */
  readonly secret: string
  readonly desk: DeskId
}

interface Beginning {
  readonly person: string
  readonly device: string
  readonly desk: DeskId | null
  readonly now: number
  /** When they held their passkey to it; just now unless told. */
  readonly freshAt?: number
}

/**
 * Begins a session of somebody who has just held their passkey to it; null where they sit at no desk. Whatever session the
 * browser had before ends, whoever's it was: two people never share one browser.
 */
export async function beginSession(
  tx: Tx,
  { person, device, desk, now, freshAt = now }: Beginning,
): Promise<Begun | null> {
  await askAs(tx, { person })
  const desks = [...(await desksOf(tx, person)).keys()]
  const at = desk !== null && desks.includes(desk) ? desk : desks[0]
  if (at === undefined) return null
  const secret = newSecret()
  await sql`insert into people.sessions
      (id, secret_hash, person_id, desk_id, device, created_at, seen_at, ends_at, fresh_at)
    values (${newId()}, ${kept(secret)}, ${person}, ${at}, ${device.slice(0, DEVICE_LABEL)}, ${stamp(now)},
      ${stamp(now)}, ${stamp(now + LONGEST_MS)}, ${stamp(freshAt)})`.execute(tx)
  return { secret, desk: at }
}

/** Whose session that has not ended a hash is of; null for none. */
export async function personBehind(tx: Tx, presented: string, now: number): Promise<string | null> {
  await askAs(tx, { presented })
  const { rows } = await sql<{ person_id: string }>`
    select person_id from people.sessions where secret_hash = ${presented} and ${live(now)}`.execute(tx)
  return rows[0]?.person_id ?? null
}

/** Ends what a browser had, and says at which desk and whose it was. */
export function endPresented(tx: Tx, secret: string, now: number) {
  return endKept(tx, kept(secret), now)
}

/** The same where only the hash of the secret is at hand. */
export async function endKept(tx: Tx, presented: string, now: number) {
  await askAs(tx, { presented })
  const { rows } = await sql<{ person_id: string; desk_id: string }>`
    select person_id, desk_id from people.sessions where secret_hash = ${presented} and ${live(now)}`.execute(tx)
  const [before] = rows
  if (!before) return null
  await askAs(tx, { person: before.person_id, presented })
  await sql`update people.sessions set ended_at = ${stamp(now)} where secret_hash = ${presented}`.execute(tx)
  return { person: before.person_id, desk: isDesk(before.desk_id) ? before.desk_id : null }
}

/** Whether a secret still opens a session. To be asked does not count as using it. */
export function sessionLasts(db: Db, secret: string, now: number): Promise<boolean> {
  const presented = kept(secret)
  return asking(db, { presented }, async (tx) => {
    const { rows } = await sql`select id from people.sessions
      where secret_hash = ${presented} and ${live(now)}`.execute(tx)
    return rows.length === 1
  })
}

export function endSession(db: Db, secret: string, now: number): Promise<void> {
  return asking(db, {}, async (tx) => void (await endPresented(tx, secret, now)))
}

/** To another desk, under a new secret: what was open at the one is not open at the other. */
export function switchDesk(db: Db, actor: Actor, secret: string, desk: string, now: number): Promise<Result<Begun>> {
  return asking(db, { person: actor.person }, async (tx): Promise<Result<Begun>> => {
    const desks = await desksOf(tx, actor.person)
    if (!isDesk(desk) || !desks.has(desk)) return absent
    const next = newSecret()
    const { rows } = await sql`update people.sessions
      set secret_hash = ${kept(next)}, desk_id = ${desk}, seen_at = ${stamp(now)}
      where secret_hash = ${kept(secret)} and ${live(now)} returning id`.execute(tx)
    return rows.length === 1 ? given({ secret: next, desk }) : absent
  })
}

/** Somebody's own sessions that have not ended, the newest first. */
export function sessionsOf(db: Db, { person }: Actor, now: number): Promise<SessionInfo[]> {
  return asking(db, { person }, async (tx) => {
    const { rows } = await sql<SessionRow>`
      select id, person_id, desk_id, device, created_at, seen_at, ends_at, fresh_at from people.sessions
      where person_id = ${person} and ${live(now)} order by created_at desc, id`.execute(tx)
    return rows.map(({ id, device, desk_id, created_at, seen_at, ends_at }) => ({
      id,
      device,
      desk: desk_id as DeskId,
      created_at: created_at.toISOString(),
      seen_at: seen_at.toISOString(),
      ends_at: ends_at.toISOString(),
    }))
  })
}

export function revokeSession(db: Db, { person }: Actor, id: string, now: number): Promise<Result<null>> {
  return asking(db, { person }, async (tx): Promise<Result<null>> => {
    const { rows } = await sql`update people.sessions set ended_at = ${stamp(now)}
      where id = ${id} and person_id = ${person} and ${live(now)} returning id`.execute(tx)
    return rows.length === 1 ? given(null) : absent
  })
}

/** Ends every session of somebody whose roles have changed. */
export async function endSessionsOf(tx: Tx, person: string, now: number): Promise<void> {
  await askAs(tx, { person })
  await sql`update people.sessions set ended_at = ${stamp(now)}
    where person_id = ${person} and ended_at is null`.execute(tx)
}

const live = (now: number) => sql<boolean>`(ended_at is null and ends_at > ${stamp(now)}
  and seen_at > ${stamp(now - IDLE_MS)})`
