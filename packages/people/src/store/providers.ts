// Providers: the sign-in of an organisation, entered by whoever has the machine, and who is known to it.
import { sql } from 'kysely'
import { asking, isDuplicate, stamp, type Db, type Tx } from '../database.ts'
import { nameKey } from '../names.ts'
import type { ProviderSetting } from '../oidc/provider-file.ts'
import { absent, given, refused, type Result } from '../result.ts'
import type { Actor } from '../roles.ts'

export interface StoredProvider {
  readonly id: string
  readonly organisation: string
  readonly setting: ProviderSetting
}

/** A provider of one's own organisation, and since when one is known to it; null for not yet. */
export interface ProviderInfo {
  readonly id: string
  readonly issuer: string
  readonly linked_at: string | null
}

export interface Entered {
  /** Part of its address here: small letters, digits and hyphens. */
  readonly id: string
  /** The name of an organisation that is here already. */
  readonly organisation: string
  readonly setting: ProviderSetting
}

/** By whoever has the machine. One for each organisation; entering it again changes it, and keeps who is known to it. */
export async function enterProvider(
  db: Db,
  { id, organisation, setting }: Entered,
  now: number,
): Promise<Result<null>> {
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(id))
    return refused('name', `\`${id}\` cannot be part of an address`, 'use small letters, digits and hyphens')
  try {
    return await asking(db, { operator: 'yes' }, async (tx): Promise<Result<null>> => {
      const { rows } = await sql<{ id: string }>`
        select id from people.organisations where name_key = ${nameKey(organisation)}`.execute(tx)
      if (!rows[0])
        return refused('absent', `there is no organisation \`${organisation}\``, 'invite somebody of it first')
      const before = await sql<{ issuer: string }>`
        select issuer from people.providers where id = ${id}`.execute(tx)
      if (before.rows[0] && before.rows[0].issuer !== setting.issuer)
        return refused(
          'name',
          'a provider keeps its issuer: those known to one are not known to another',
          'remove it first',
        )
      const entered = await sql`insert into people.providers (id, organisation_id, issuer, setting, created_at)
        values (${id}, ${rows[0].id}, ${setting.issuer}, ${JSON.stringify(setting)}, ${stamp(now)})
        on conflict (id) do update set setting = excluded.setting
        where people.providers.organisation_id = excluded.organisation_id returning id`.execute(tx)
      if (entered.rows.length === 0)
        return refused('name', `\`${id}\` is of another organisation`, 'choose another id, or remove that one first')
      return given(null)
    })
  } catch (error) {
    if (isDuplicate(error))
      return refused('name', 'this organisation or this issuer has another provider', 'remove that one first')
    throw error
  }
}

/** With all who are known to it. */
export function removeProvider(db: Db, id: string): Promise<Result<null>> {
  return asking(db, { operator: 'yes' }, async (tx): Promise<Result<null>> => {
    const { rows } = await sql`delete from people.providers where id = ${id} returning id`.execute(tx)
    return rows.length === 1 ? given(null) : absent
  })
}

/** The caller asks with the id in hand. */
export async function providerIn(tx: Tx, id: string): Promise<StoredProvider | null> {
  const { rows } = await sql<{ id: string; organisation_id: string; setting: string }>`
    select id, organisation_id, setting from people.providers where id = ${id}`.execute(tx)
  const [row] = rows
  return row ? { id, organisation: row.organisation_id, setting: JSON.parse(row.setting) as ProviderSetting } : null
}

export function ownProviders(db: Db, { person, organisation }: Actor): Promise<ProviderInfo[]> {
  return asking(db, { person, organisation }, async (tx) => {
    const { rows } = await sql<{ id: string; issuer: string; linked_at: Date | null }>`
      select p.id, p.issuer, i.linked_at from people.providers p
      left join people.identities i on i.provider_id = p.id and i.person_id = ${person}
      where p.organisation_id = ${organisation} order by p.id`.execute(tx)
    return rows.map(({ linked_at, ...row }) => ({ ...row, linked_at: linked_at?.toISOString() ?? null }))
  })
}

/** From then on one is not known to it; the passkey stays the way in. */
export function unlink(db: Db, { person }: Actor, provider: string): Promise<Result<null>> {
  return asking(db, { person }, async (tx): Promise<Result<null>> => {
    const { rows } = await sql`delete from people.identities
      where provider_id = ${provider} and person_id = ${person} returning provider_id`.execute(tx)
    return rows.length === 1 ? given(null) : absent
  })
}
