// Texts that were committed to, each with the key of its salts: sealed, beside the ledger, so that the rest can be published later.
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { openKeyring, secretFrom } from '@trucekeeper/keys'
import type { Notice } from '@trucekeeper/ledger'
import { ledgerFolder } from './record.ts'

export interface VersionOfText {
  readonly version: string
  /** BCP 47. */
  readonly lang: string
}

export interface KeptText extends VersionOfText {
  readonly text: string
  /** Secret, 32 bytes: who has it can guess at what is withheld. */
  readonly key: Uint8Array
}

export type KeptOutcome<T> =
  | { readonly ok: true; readonly value: T; readonly notices: readonly Notice[] }
  | { readonly ok: false; readonly message: string; readonly help: string }

/** Keeps a text under a key drawn for it; the one that is kept already where it is the same text. Another is replaced only on demand. */
export async function keepText(
  dir: string,
  { version, lang, text }: VersionOfText & { readonly text: string },
  { replaces }: { readonly replaces: boolean },
): Promise<KeptOutcome<KeptText>> {
  const before = await keptText(dir, { version, lang })
  if (!before.ok) return before
  if (before.value?.text === text) return { ...before, value: before.value }
  if (before.value !== null && !replaces)
    return {
      ok: false,
      message: `another text was committed to as version \`${version}\` (${lang})`,
      help: 'give this one another version',
    }
  const sealer = await sealerOfTexts(dir)
  if (!sealer.ok) return sealer
  const key = randomBytes(32)
  const kept = JSON.stringify({ text, key: key.toString('base64url') })
  await mkdir(folderOf(dir), { recursive: true, mode: 0o700 })
  const path = pathOf(dir, { version, lang })
  const file = await open(`${path}.part`, 'w', 0o600)
  try {
    await file.writeFile(sealer.value.seal(Buffer.from(kept), contextOf({ version, lang })))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.part`, path)
  return { ok: true, value: { version, lang, text, key }, notices: sealer.notices }
}

/** Null where none is kept. */
export async function keptText(dir: string, of: VersionOfText): Promise<KeptOutcome<KeptText | null>> {
  const bytes = await readFile(pathOf(dir, of)).catch(() => null)
  if (bytes === null) return { ok: true, value: null, notices: [] }
  const sealer = await sealerOfTexts(dir)
  if (!sealer.ok) return sealer
  const opened = sealer.value.open(bytes, contextOf(of))
  if (opened === null)
    return {
      ok: false,
      message: `the text kept as version \`${of.version}\` (${of.lang}) does not open with the keys of this folder`,
      help: 'restore it together with the keys beside the ledger',
    }
  const { text, key } = JSON.parse(Buffer.from(opened).toString('utf8')) as { text: string; key: string }
  return {
    ok: true,
    value: { version: of.version, lang: of.lang, text, key: Buffer.from(key, 'base64url') },
    notices: [],
  }
}

async function sealerOfTexts(dir: string) {
  const secret = await secretFrom(process.env)
  if (!secret.ok) return { ok: false as const, message: secret.refusal.message, help: secret.refusal.help }
  const { notice } = secret.value
  const ring = await openKeyring(`${ledgerFolder(dir)}-keys`, secret.value.secret)
  const sealer = ring.ok ? await ring.value.sealer('texts') : ring
  if (!sealer.ok) return { ok: false as const, message: sealer.refusal.message, help: sealer.refusal.help }
  return { ok: true as const, value: sealer.value, notices: notice ? [notice] : [] }
}

const folderOf = (dir: string) => `${ledgerFolder(dir)}-texts`

/** Named by a digest: a version may be called anything. */
function pathOf(dir: string, of: VersionOfText): string {
  return join(folderOf(dir), `${createHash('sha256').update(contextOf(of)).digest('hex').slice(0, 20)}.sealed`)
}

function contextOf({ version, lang }: VersionOfText): Buffer {
  return Buffer.from(`trucekeeper text v1\n${JSON.stringify([version, lang])}`)
}
