// Passkeys: signing in with one, adding another, seeing them and taking one away.
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { sql } from 'kysely'
import { askAs, asking, isDuplicate, stamp, type Db, type Tx } from '../database.ts'
import { absent, given, notAccepted, refused, type Result } from '../result.ts'
import type { Actor } from '../roles.ts'
import {
  challengeIn,
  creationOptions,
  madePasskey,
  NOBODYS,
  requestOptions,
  usedPasskey,
  type NewPasskey,
  type RelyingParty,
  type StoredPasskey,
} from '../webauthn/relying-party.ts'
import { keepChallenge, spendChallenge } from './challenges.ts'
import { beginSession, endPresented, type Begun } from './sessions.ts'

/** How long after holding a passkey to it somebody may do what matters most. */
export const FRESH_MS = 5 * 60_000

export const notFresh = refused(
  'not-fresh',
  'this needs your passkey again',
  'sign in again with your passkey, then do it within five minutes',
)

export const isFresh = ({ freshAt }: Actor, now: number) => now - freshAt <= FRESH_MS

export interface Keys {
  readonly db: Db
  readonly party: RelyingParty
  readonly now: number
}

interface KeyRow {
  readonly id: string
  readonly person_id: string
  readonly public_key: string
  readonly counter: string | number
  readonly transports: string[]
}

export interface PasskeyInfo {
  readonly id: string
  readonly label: string
  readonly device_bound: boolean
  readonly created_at: string
  readonly used_at: string
}

export async function signInOptions({ db, party, now }: Keys, browser: string) {
  const options = await requestOptions(party)
  await keepChallenge(db, { challenge: options.challenge, purpose: 'sign-in', browser }, now)
  return options
}

export interface SigningIn {
  readonly response: AuthenticationResponseJSON
  readonly browser: string
  readonly device: string
  /** The session that the browser has, which ends. */
  readonly before: string | null
}

/** A session for whoever holds a passkey that is known. Every failure is one refusal, after the same work. */
export async function signIn({ db, party, now }: Keys, asked: SigningIn): Promise<Result<Begun>> {
  const { response, browser, device, before } = asked
  const challenge = challengeIn(response) ?? ''
  const open = await spendChallenge(db, { challenge, purpose: 'sign-in', browser }, now)
  return asking(db, { presented: response.id }, async (tx): Promise<Result<Begun>> => {
    const { rows } = await sql<KeyRow>`
      select id, person_id, public_key, counter, transports from people.passkeys where id = ${response.id}`.execute(tx)
    const [row] = rows
    const counter = await usedPasskey(party, response, challenge, row ? storedOf(row) : NOBODYS)
    await askAs(tx, { person: row?.person_id ?? 'nobody', presented: response.id })
    const people = await sql<{ user_handle: string }>`
      select user_handle from people.people where id = ${row?.person_id ?? 'nobody'} and ended_at is null`.execute(tx)
    const handle = people.rows[0]?.user_handle
    if (!open || !row || counter === null || handle === undefined || handle !== response.response.userHandle)
      return notAccepted
    // Compared again as it is written: of two uses with one count, one wins.
    const used = await sql`update people.passkeys set counter = ${counter}, used_at = ${stamp(now)}
      where id = ${row.id} and counter = ${Number(row.counter)} returning id`.execute(tx)
    if (used.rows.length !== 1) return notAccepted
    const ended = before === null ? null : await endPresented(tx, before, now)
    const desk = ended?.person === row.person_id ? ended.desk : null
    const begun = await beginSession(tx, { person: row.person_id, device, desk, now })
    return begun ? given(begun) : notAccepted
  })
}

/** What a browser needs for another passkey; only for somebody who has just held one to it. */
export async function addOptions({ db, party, now }: Keys, actor: Actor, browser: string) {
  if (!isFresh(actor, now)) return notFresh
  const { handle, known } = await asking(db, { person: actor.person }, async (tx) => {
    const people = await sql<{ user_handle: string }>`
      select user_handle from people.people where id = ${actor.person}`.execute(tx)
    return { handle: people.rows[0]!.user_handle, known: await keysOf(tx, actor.person) }
  })
  const options = await creationOptions(party, { handle, name: actor.name, known: known.map(storedOf) })
  await keepChallenge(db, { challenge: options.challenge, purpose: `add:${actor.person}`, browser }, now)
  return given(options)
}

export interface Adding {
  readonly response: RegistrationResponseJSON
  readonly browser: string
  readonly label: string
}

export async function addPasskey({ db, party, now }: Keys, actor: Actor, asked: Adding): Promise<Result<null>> {
  if (!isFresh(actor, now)) return notFresh
  const challenge = challengeIn(asked.response) ?? ''
  const purpose = `add:${actor.person}`
  if (!(await spendChallenge(db, { challenge, purpose, browser: asked.browser }, now))) return notAccepted
  const made = await madePasskey(party, asked.response, challenge)
  if (!made) return notAccepted
  try {
    await asking(db, { person: actor.person }, (tx) => keepPasskey(tx, actor.person, made, asked.label, now))
    return given(null)
  } catch (error) {
    if (isDuplicate(error)) return notAccepted
    throw error
  }
}

/** The caller asks as this person. */
export async function keepPasskey(tx: Tx, person: string, made: NewPasskey, label: string, now: number): Promise<void> {
  await sql`insert into people.passkeys
      (id, person_id, public_key, counter, transports, device_bound, label, created_at, used_at)
    values (${made.id}, ${person}, ${made.publicKey}, ${made.counter}, ${[...made.transports]}, ${made.deviceBound},
      ${label.slice(0, LABEL)}, ${stamp(now)}, ${stamp(now)})`.execute(tx)
}

const LABEL = 80

export function passkeysOf({ db }: Keys, { person }: Actor): Promise<PasskeyInfo[]> {
  return asking(db, { person }, async (tx) => {
    const { rows } = await sql<{ id: string; label: string; device_bound: boolean; created_at: Date; used_at: Date }>`
      select id, label, device_bound, created_at, used_at from people.passkeys
      where person_id = ${person} order by created_at, id`.execute(tx)
    return rows.map((row) => ({
      ...row,
      created_at: row.created_at.toISOString(),
      used_at: row.used_at.toISOString(),
    }))
  })
}

export function removePasskey({ db, now }: Keys, actor: Actor, id: string): Promise<Result<null>> {
  const { person } = actor
  return asking(db, { person }, async (tx): Promise<Result<null>> => {
    // Locked, so that two browsers do not each take away what the other took for the last but one.
    const { rows } = await sql<{ id: string }>`
      select id from people.passkeys where person_id = ${person} for update`.execute(tx)
    if (!rows.some((row) => row.id === id)) return absent
    if (!isFresh(actor, now)) return notFresh
    if (rows.length === 1)
      return refused('last-passkey', 'this is your last passkey', 'add another one first, then take this one away')
    await sql`delete from people.passkeys where id = ${id} and person_id = ${person}`.execute(tx)
    return given(null)
  })
}

async function keysOf(tx: Tx, person: string): Promise<KeyRow[]> {
  const { rows } = await sql<KeyRow>`
    select id, person_id, public_key, counter, transports from people.passkeys where person_id = ${person}`.execute(tx)
  return rows
}

const storedOf = ({ id, public_key, counter, transports }: KeyRow): StoredPasskey => ({
  id,
  publicKey: public_key,
  counter: Number(counter),
  transports,
})
