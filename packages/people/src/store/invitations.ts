// Invitations: the only way in. One opens once, for a week, to one desk.
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { sql } from 'kysely'
import { askAs, asking, isDuplicate, stamp, type Asking, type Db } from '../database.ts'
import { nameKey, nameRefusal } from '../names.ts'
import { absent, given, notAccepted, refused, type Result } from '../result.ts'
import { isDesk, rolesInOrder, type Actor, type DeskId, type Role } from '../roles.ts'
import { kept, newId, newSecret } from '../secrets.ts'
import { challengeIn, creationOptions, madePasskey } from '../webauthn/relying-party.ts'
import { keepChallenge, spendChallenge } from './challenges.ts'
import { mayAdminister } from './members.ts'
import { keepPasskey, type Keys } from './passkeys.ts'
import { beginSession, endPresented, type Begun } from './sessions.ts'

const LIVES_MS = 7 * 24 * 60 * 60_000

export interface Invited {
  readonly name: string
  readonly desk: DeskId
  readonly roles: readonly Role[]
}

export interface InvitationInfo extends Invited {
  readonly id: string
  readonly created_at: string
  readonly expires_at: string
}

/** An invitation as it is handed over: whoever has the token is whom it names. */
export interface Handed {
  readonly id: string
  readonly token: string
  readonly expires_at: string
}

/** By an administrator, to their own desk and of their own organisation. */
export async function invite(
  db: Db,
  actor: Actor,
  invited: Omit<Invited, 'desk'>,
  now: number,
): Promise<Result<Handed>> {
  const refusal = mayAdminister(actor)
  if (refusal) return refusal
  return enter(db, { desk: actor.desk }, { ...invited, desk: actor.desk }, actor.organisation, now)
}

/** By whoever has the machine: the first person of each organisation is let in so. */
export async function inviteAsOperator(
  db: Db,
  invited: Invited & { readonly organisation: string },
  now: number,
): Promise<Result<Handed>> {
  const bad = nameRefusal(invited.organisation)
  if (bad) return { ok: false, refusal: bad }
  const organisation = await organisationNamed(db, invited.organisation, now)
  return enter(db, { desk: invited.desk, operator: 'yes' }, invited, organisation, now)
}

/** Names that readers take for one another are one organisation, so that nobody approves their own request under two. */
function organisationNamed(db: Db, name: string, now: number): Promise<string> {
  return asking(db, { operator: 'yes' }, async (tx) => {
    await sql`insert into people.organisations (id, name, name_key, created_at)
      values (${newId()}, ${name}, ${nameKey(name)}, ${stamp(now)}) on conflict (name_key) do nothing`.execute(tx)
    const { rows } = await sql<{ id: string }>`
      select id from people.organisations where name_key = ${nameKey(name)}`.execute(tx)
    return rows[0]!.id
  })
}

async function enter(
  db: Db,
  who: Asking,
  { name, desk, roles }: Invited,
  organisation: string,
  now: number,
): Promise<Result<Handed>> {
  const bad = nameRefusal(name)
  if (bad) return { ok: false, refusal: bad }
  if (roles.length === 0 || desk === 'public')
    return refused('name', 'an invitation names a desk and what may be done there', 'give at least one role')
  const [id, token, expires] = [newId(), newSecret(), now + LIVES_MS]
  await asking(db, who, async (tx) => {
    await sql`insert into people.invitations
        (id, token_hash, desk_id, organisation_id, name, roles, created_at, expires_at)
      values (${id}, ${kept(token)}, ${desk}, ${organisation}, ${name}, ${rolesInOrder(roles)}, ${stamp(now)},
        ${stamp(expires)})`.execute(tx)
  })
  return given({ id, token, expires_at: stamp(expires) })
}

export async function openInvitations(db: Db, actor: Actor, now: number): Promise<Result<InvitationInfo[]>> {
  const refusal = mayAdminister(actor)
  if (refusal) return refusal
  return asking(db, { desk: actor.desk }, async (tx) => {
    const { rows } = await sql<Invitation>`
      select id, desk_id, organisation_id, name, roles, created_at, expires_at from people.invitations
      where desk_id = ${actor.desk} and used_at is null and expires_at > ${stamp(now)}
      order by created_at, id`.execute(tx)
    return given(
      rows.map(({ id, name, roles, created_at, expires_at }) => ({
        id,
        name,
        desk: actor.desk,
        roles: rolesInOrder(roles),
        created_at: created_at.toISOString(),
        expires_at: expires_at.toISOString(),
      })),
    )
  })
}

export async function withdrawInvitation(db: Db, actor: Actor, id: string): Promise<Result<null>> {
  const refusal = mayAdminister(actor)
  if (refusal) return refusal
  return asking(db, { desk: actor.desk }, async (tx): Promise<Result<null>> => {
    const { rows } = await sql`delete from people.invitations
      where id = ${id} and desk_id = ${actor.desk} and used_at is null returning id`.execute(tx)
    return rows.length === 1 ? given(null) : absent
  })
}

interface Invitation {
  readonly id: string
  readonly desk_id: string
  readonly organisation_id: string
  readonly name: string
  readonly roles: string[]
  readonly created_at: Date
  readonly expires_at: Date
}

/** What stands in an invitation and what the browser needs to make a passkey for it. */
export async function acceptOptions({ db, party, now }: Keys, token: string, browser: string) {
  const presented = kept(token)
  const invitation = await asking(db, { presented }, async (tx) => {
    const { rows } = await sql<Invitation>`
      select id, desk_id, organisation_id, name, roles, created_at, expires_at from people.invitations
      where token_hash = ${presented} and used_at is null and expires_at > ${stamp(now)}`.execute(tx)
    return rows[0]
  })
  if (!invitation || !isDesk(invitation.desk_id)) return notAccepted
  const { name, desk_id: desk, roles } = invitation
  // The person does not exist before they come, so their handle is made from what they bring.
  const options = await creationOptions(party, { handle: handleFor(token), name, known: [] })
  await keepChallenge(db, { challenge: options.challenge, purpose: `invitation:${presented}`, browser }, now)
  return given({ invited: { name, desk, roles: rolesInOrder(roles) } satisfies Invited, options })
}

const handleFor = (token: string) => kept(`handle ${token}`)

export interface Accepting {
  readonly token: string
  readonly response: RegistrationResponseJSON
  readonly browser: string
  readonly device: string
  readonly before: string | null
}

/** Makes the person, their passkey, their roles and their session, all or nothing, and closes the invitation. */
export async function acceptInvitation({ db, party, now }: Keys, asked: Accepting): Promise<Result<Begun>> {
  const { token, response, browser, device, before } = asked
  const presented = kept(token)
  const challenge = challengeIn(response) ?? ''
  const open = await spendChallenge(db, { challenge, purpose: `invitation:${presented}`, browser }, now)
  const made = open ? await madePasskey(party, response, challenge) : null
  if (!made) return notAccepted
  try {
    return await asking(db, { presented }, async (tx): Promise<Result<Begun>> => {
      const { rows } = await sql<Invitation>`
        update people.invitations set used_at = ${stamp(now)}
        where token_hash = ${presented} and used_at is null and expires_at > ${stamp(now)}
        returning id, desk_id, organisation_id, name, roles, created_at, expires_at`.execute(tx)
      const [invitation] = rows
      if (!invitation) return notAccepted
      const person = newId()
      const { name, organisation_id: organisation, desk_id: desk } = invitation
      await askAs(tx, { person, organisation, desk })
      await sql`insert into people.people (id, name, organisation_id, user_handle, created_at)
        values (${person}, ${name}, ${organisation}, ${handleFor(token)}, ${stamp(now)})`.execute(tx)
      for (const role of rolesInOrder(invitation.roles))
        await sql`insert into people.roles (person_id, desk_id, role, granted_at)
          values (${person}, ${desk}, ${role}, ${stamp(now)})`.execute(tx)
      await keepPasskey(tx, person, made, device, now)
      if (before !== null) await endPresented(tx, before, now)
      const begun = await beginSession(tx, { person, device, desk: isDesk(desk) ? desk : null, now })
      return begun ? given(begun) : notAccepted
    })
  } catch (error) {
    if (isDuplicate(error)) return notAccepted
    throw error
  }
}
