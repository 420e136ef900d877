// The keys with which the ledger of a folder is written: kept beside it, made when it is begun.
import { existsSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { nameKey, possessionMessage, type Entry } from '@trucekeeper/claims'
import { nodeCrypto, openKeyring, secretFrom, type AuthorKey } from '@trucekeeper/keys'
import type { LedgerRefusal, Notice, SigningKeys } from '@trucekeeper/ledger'

export interface FolderKeys {
  readonly keys: SigningKeys
  /** Who signs entries here. */
  readonly holder: AuthorKey
  /** What somebody who runs this should be told about where the secret came from. */
  readonly notices: readonly Notice[]
}

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: LedgerRefusal }

/** Opens the keys beside a ledger, or makes them for the log `origin` and for whoever runs this on this machine. */
export async function keysBeside(ledger: string, origin: string): Promise<Outcome<FolderKeys>> {
  const secret = await secretFrom(process.env)
  if (!secret.ok) return refusedByKeys(secret.refusal)
  const { notice } = secret.value
  const opened = await openKeyring(`${ledger}-keys`, secret.value.secret)
  // A secret that was drawn for keys of another one is told of with the refusal: there will be no second time to say it.
  if (!opened.ok) return refusedByKeys(opened.refusal, notice?.code === 'secret-drawn' ? `; ${notice.message}` : '')
  const ring = opened.value
  const log = ring.logKeys[0] ? { ok: true as const, value: ring.logKeys[0] } : await ring.createLogKey(origin)
  if (!log.ok) return refusedByKeys(log.refusal)
  const author = ring.authorKeys[0]
    ? { ok: true as const, value: ring.authorKeys[0] }
    : await ring.createAuthorKey({ person: userInfo().username, device: hostname() })
  if (!author.ok) return refusedByKeys(author.refusal)
  const sealer = await ring.sealer('withheld')
  if (!sealer.ok) return refusedByKeys(sealer.refusal)
  const keys = {
    sealer: sealer.value,
    log: ring.noteSigner(log.value.id)!,
    author: ring.authorSigner(author.value.id)!,
    verify: nodeCrypto.verify,
  }
  return { ok: true, value: { keys, holder: author.value, notices: notice ? [notice] : [] } }
}

/** What opens the fields that a ledger withholds; null where it withholds none, or where its keys are not at hand. */
export async function sealerBeside(ledger: string): Promise<SigningKeys['sealer'] | null> {
  if (!existsSync(`${ledger}/sealed`) || !existsSync(`${ledger}-keys`)) return null
  const secret = await secretFrom(process.env, { draws: false })
  const ring = secret.ok ? await openKeyring(`${ledger}-keys`, secret.value.secret) : null
  const sealer = ring?.ok ? await ring.value.sealer('withheld') : null
  return sealer?.ok ? sealer.value : null
}

/** The entry that begins a record: the key of its author registers itself, and shows that it is at hand. */
export function firstEntry({ keys, holder }: FolderKeys, receivedAt: string): Entry {
  const key = Buffer.from(holder.publicKey).toString('base64url')
  const said = { does: 'register', key, person: holder.person, device: holder.device, organisation: null } as const
  const proof = Buffer.from(keys.author.sign(possessionMessage(keys.log.name, said))).toString('base64url')
  return { type: 'key', received_at: receivedAt, recorded_by: holder.person, body: nameKey({ ...said, proof }) }
}

function refusedByKeys(
  { message, help }: { readonly message: string; readonly help: string },
  more = '',
): { readonly ok: false; readonly refusal: LedgerRefusal } {
  return { ok: false, refusal: { code: 'keys-unusable', message, help: `${help}${more}` } }
}
