// Leaving for the sign-in of one's organisation and coming back from it: bound to one browser, once, for ten minutes.
import { sql } from 'kysely'
import { askAs, asking, isDuplicate, stamp, type Db } from '../database.ts'
import { arrive, authorizationUrl, depart, type Departure } from '../oidc/authorization.ts'
import { exchangeCode, issuerKeys } from '../oidc/exchange.ts'
import { checkIdToken, type Identity } from '../oidc/id-token.ts'
import { absent, given, notAccepted, type Result } from '../result.ts'
import type { Actor } from '../roles.ts'
import { kept } from '../secrets.ts'
import { isFresh, notFresh, type Keys } from './passkeys.ts'
import { providerIn, type StoredProvider } from './providers.ts'
import { beginSession, endKept, personBehind, type Begun } from './sessions.ts'

const LIVES_MS = 10 * 60_000

export interface Leaving {
  /** The id of a provider. */
  readonly provider: string
  /** Ours, to come back to. */
  readonly redirectUri: string
  /** The secret in a cookie of the browser that leaves. */
  readonly browser: string
  /** The session that the browser has. */
  readonly before: string | null
}

/** The address to send a browser to, for somebody who wants to sign in. */
export async function leaveToSignIn(keys: Keys, leaving: Leaving): Promise<Result<string>> {
  const provider = await providerNamed(keys, leaving.provider)
  return provider ? given(await leave(keys, provider, leaving, null)) : notAccepted
}

/** The same for somebody who is signed in, has just held their passkey, and wants to be known to their organisation's own. */
export async function leaveToLink(keys: Keys, actor: Actor, leaving: Leaving): Promise<Result<string>> {
  const provider = await providerNamed(keys, leaving.provider)
  if (provider?.organisation !== actor.organisation) return absent
  if (!isFresh(actor, keys.now)) return notFresh
  return given(await leave(keys, provider, leaving, actor.person))
}

/** Where passkeys must not leave their device, a sign-in that says nothing of how it was made is no way in. */
async function providerNamed({ db, party }: Keys, id: string): Promise<StoredProvider | null> {
  const provider = await asking(db, { presented: id }, (tx) => providerIn(tx, id))
  const isWeak = provider?.setting.acr === undefined && provider?.setting.amr === undefined
  return party.deviceBound && isWeak ? null : provider
}

async function leave(
  { db, now }: Keys,
  { id, setting }: StoredProvider,
  { redirectUri, browser, before }: Leaving,
  person: string | null,
): Promise<string> {
  const provider = { ...setting, redirectUri }
  const departure = depart(provider)
  const hash = kept(departure.state)
  await asking(db, { presented: hash }, async (tx) => {
    await sql`delete from people.departures where expires_at < now() and expires_at < ${stamp(now)}`.execute(tx)
    await sql`insert into people.departures
        (state_hash, browser_hash, provider_id, departure, person_id, session_hash, expires_at)
      values (${hash}, ${kept(browser)}, ${id}, ${JSON.stringify(departure)}, ${person},
        ${before === null ? null : kept(before)}, ${stamp(now + LIVES_MS)})`.execute(tx)
  })
  return authorizationUrl(provider, departure)
}

export interface ComingBack {
  readonly provider: string
  /** The whole address to which the browser came back. */
  readonly address: string
  readonly browser: string
  readonly device: string
}

/** A session for whoever is known to the provider; null for somebody who is from now on. Every failure is one refusal. */
export async function comeBack(keys: Keys, back: ComingBack): Promise<Result<Begun | null>> {
  const { db, now } = keys
  const left = await spend(keys, back)
  const provider = left && (await providerNamed(keys, left.provider_id))
  const arrived = arrive(back.address, left?.departure ?? null)
  if (!left || !arrived.ok || !provider || provider.id !== back.provider) return notAccepted
  const asked = { ...provider.setting, redirectUri: left.departure.redirectUri }
  const [token, issuer] = await Promise.all([exchangeCode(asked, arrived), issuerKeys(asked)])
  const checked =
    token && issuer && checkIdToken(token, { provider: asked, departure: left.departure, keys: issuer, now })
  if (!checked || !checked.ok) return notAccepted
  const known = { db, now, provider, identity: kept(nameOf(checked.identity)), session: left.session_hash }
  return left.person_id === null ? signInKnown(known, back.device) : link(known, left.person_id)
}

/** Both together: a subject is a name at its issuer alone. */
const nameOf = ({ issuer, subject }: Identity) => `${issuer}\n${subject}`

interface Left {
  readonly provider_id: string
  readonly departure: Departure
  readonly person_id: string | null
  readonly session_hash: string | null
}

/** What was kept when this browser left. It is gone by being asked for, come what may. */
function spend({ db, now }: Keys, { address, browser }: ComingBack): Promise<Left | null> {
  const state = URL.canParse(address) ? (new URL(address).searchParams.get('state') ?? '') : ''
  return asking(db, { presented: kept(state) }, async (tx) => {
    const { rows } = await sql<Omit<Left, 'departure'> & { departure: string; browser_hash: string; live: boolean }>`
      delete from people.departures where state_hash = ${kept(state)}
      returning provider_id, departure, person_id, session_hash, browser_hash,
        expires_at > ${stamp(now)} as live`.execute(tx)
    const [found] = rows
    if (!found || !found.live || found.browser_hash !== kept(browser)) return null
    return { ...found, departure: JSON.parse(found.departure) as Departure }
  })
}

interface Known {
  readonly db: Db
  readonly now: number
  readonly provider: StoredProvider
  readonly identity: string
  readonly session: string | null
}

function signInKnown({ db, now, provider, identity, session }: Known, device: string): Promise<Result<Begun>> {
  return asking(db, { presented: identity }, async (tx): Promise<Result<Begun>> => {
    const { rows } = await sql<{ person_id: string }>`select person_id from people.identities
      where identity_hash = ${identity} and provider_id = ${provider.id}`.execute(tx)
    const person = rows[0]?.person_id
    if (person === undefined) return notAccepted
    await askAs(tx, { person })
    const people = await sql<{ organisation_id: string }>`
      select organisation_id from people.people where id = ${person} and ended_at is null`.execute(tx)
    if (people.rows[0]?.organisation_id !== provider.organisation) return notAccepted
    const ended = session === null ? null : await endKept(tx, session, now)
    const desk = ended?.person === person ? ended.desk : null
    // What matters most still takes a passkey: another house's word is none held here.
    const begun = await beginSession(tx, { person, device, desk, now, freshAt: 0 })
    return begun ? given(begun) : notAccepted
  })
}

async function link({ db, now, provider, identity, session }: Known, person: string): Promise<Result<null>> {
  try {
    return await asking(db, {}, async (tx): Promise<Result<null>> => {
      if (session === null || (await personBehind(tx, session, now)) !== person) return notAccepted
      await askAs(tx, { person })
      await sql`insert into people.identities (identity_hash, person_id, provider_id, linked_at)
        values (${identity}, ${person}, ${provider.id}, ${stamp(now)})`.execute(tx)
      return given(null)
    })
  } catch (error) {
    if (isDuplicate(error)) return notAccepted
    throw error
  }
}
