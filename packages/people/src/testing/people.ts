// People for the tests, who come in as everybody does: by an invitation and with a passkey.
import { randomUUID } from 'node:crypto'
import type { Db } from '../database.ts'
import type { Result } from '../result.ts'
import type { Actor, DeskId, Role } from '../roles.ts'
import { acceptInvitation, acceptOptions, inviteAsOperator } from '../store/invitations.ts'
import { signIn, signInOptions, type Keys } from '../store/passkeys.ts'
import { actorOf } from '../store/sessions.ts'
import { softPasskey, type Lies, type SoftPasskey } from './authenticator.ts'

export const ORIGIN = 'https://truce.example'
export const NOW = Date.parse('2026-11-22T12:00:00Z')

export const keysAt = (db: Db, now = NOW): Keys => ({ db, party: { origin: ORIGIN, deviceBound: false }, now })

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`)
  return result.value
}

export function codeOf(result: Result<unknown>): string {
  if (result.ok) throw new Error('Was given what was to be refused.')
  return result.refusal.code
}

export interface Someone {
  readonly actor: Actor
  readonly secret: string
  readonly passkey: SoftPasskey
  readonly browser: string
}

export interface Wanted {
  readonly desk?: DeskId
  readonly roles?: readonly Role[]
  readonly name?: string
  readonly organisation?: string
}

/** Somebody new at a desk, of an organisation of their own unless told. */
export async function someone(db: Db, wanted: Wanted = {}): Promise<Someone> {
  const { desk = 'party-a', roles = ['recorder', 'administrator'], name = 'Amal' } = wanted
  const { organisation = `Office ${letters(randomUUID())}` } = wanted
  const { token } = valueOf(await inviteAsOperator(db, { desk, roles, name, organisation }, NOW))
  const [passkey, browser] = [softPasskey(ORIGIN), randomUUID()]
  const { options } = valueOf(await acceptOptions(keysAt(db), token, browser))
  const response = passkey.create(options)
  const accepted = await acceptInvitation(keysAt(db), { token, response, browser, device: 'Firefox', before: null })
  const { secret } = valueOf(accepted)
  return { actor: (await actorOf(db, secret, NOW))!, secret, passkey, browser }
}

/** The same person again, in a session of its own. */
export async function signedIn(
  db: Db,
  { passkey, browser }: Pick<Someone, 'passkey' | 'browser'>,
  { lies = {}, now = NOW, before = null }: { lies?: Lies; now?: number; before?: string | null } = {},
) {
  const options = await signInOptions(keysAt(db, now), browser)
  return signIn(keysAt(db, now), { response: passkey.get(options, lies), browser, device: 'Firefox', before })
}

const letters = (text: string) => text.replace(/[^a-f]/g, '')
