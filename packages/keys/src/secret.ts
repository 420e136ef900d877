// The secret under which keys lie encrypted: where it comes from, and what is made of it. It cannot be printed.
import { hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { promisify } from 'node:util'
import { createFile, onlyOurs, privateFolder, readOrNull } from './files.ts'
import { given, refused, refusedByStorage, type KeyResult } from './result.ts'

/** How the key of a key file is made of a secret: slowly from what people choose, directly from what was drawn. */
export type Derivation = 'scrypt-131072-8-1' | 'hkdf-sha256'

const slowly = promisify<string, Uint8Array, number, object, Buffer>(scrypt)
const DRAWN = /^trucekeeper-secret-1:([A-Za-z0-9_-]{42}[AEIMQUYcgkosw048])$/
const SHORT = 12

/** A passphrase, or 32 drawn bytes. What it holds is reachable by deriving from it alone. */
export class Secret {
  readonly derivation: Derivation
  readonly #text: string

  /** `trucekeeper-secret-1:` and 43 digits is a drawn secret; any other text is a passphrase. */
  constructor(text: string) {
    this.#text = text
    this.derivation = DRAWN.test(text) ? 'hkdf-sha256' : 'scrypt-131072-8-1'
  }

  /** 32 bytes for a salt. From a passphrase this takes some tenths of a second, on purpose (OWASP's parameters). */
  async derive(salt: Uint8Array): Promise<Uint8Array> {
    const drawn = DRAWN.exec(this.#text)?.[1]
    if (drawn === undefined)
      return slowly(this.#text.normalize('NFKC'), salt, 32, { N: 131_072, r: 8, p: 1, maxmem: 160 * 2 ** 20 })
    return new Uint8Array(hkdfSync('sha256', Buffer.from(drawn, 'base64url'), salt, 'trucekeeper key folder v1', 32))
  }

  toJSON(): string {
    return '(secret)'
  }
}

export interface FoundSecret {
  readonly secret: Secret
  /** What the user should be told about it; null where nothing needs saying. */
  readonly notice: SecretNotice | null
}

export interface SecretNotice {
  readonly code: 'secret-drawn' | 'secret-short'
  /** One lower-case sentence, without the secret. */
  readonly message: string
}

/**
 * The secret of whoever runs the program: `TRUCE_KEY_SECRET`, else the file that `TRUCE_KEY_SECRET_FILE` names, else one
 * drawn once and kept in the user's own configuration folder, apart from the data. With `draws: false` none is drawn, for
 * who only opens what is there: no new secret opens it.
 */
export async function secretFrom(
  env: Readonly<Record<string, string | undefined>>,
  { draws = true }: { readonly draws?: boolean } = {},
): Promise<KeyResult<FoundSecret>> {
  const { TRUCE_KEY_SECRET: passphrase, TRUCE_KEY_SECRET_FILE: named } = env
  if (passphrase !== undefined) return secretOf(passphrase, '`TRUCE_KEY_SECRET`')
  const path = named ?? join(configFolder(env), 'secret')
  try {
    return named === undefined ? await ownSecret(path, draws) : await secretIn(path)
  } catch (error) {
    return refusedByStorage(error, path)
  }
}

async function secretIn(path: string): Promise<KeyResult<FoundSecret>> {
  const text = await readOrNull(path)
  if (text === null)
    return refused(
      'secret-missing',
      `there is no file \`${path}\``,
      'put the secret there; where there are no keys yet, leave `TRUCE_KEY_SECRET_FILE` out to have one drawn for you',
    )
  return secretOf(text.replace(/\r?\n$/, ''), `\`${path}\``)
}

async function ownSecret(path: string, draws: boolean): Promise<KeyResult<FoundSecret>> {
  if (!draws) return (await readOrNull(path)) === null ? secretIn(path) : ((await onlyOurs(path)) ?? secretIn(path))
  const folder = await privateFolder(join(path, '..'))
  if (!folder.ok) return folder
  const drawn = `trucekeeper-secret-1:${randomBytes(32).toString('base64url')}\n`
  if ((await readOrNull(path)) === null && (await createFile(path, drawn)))
    return given({
      secret: new Secret(drawn.trimEnd()),
      notice: {
        code: 'secret-drawn',
        message: `a secret that keys are encrypted with was made at \`${path}\`: keep a copy apart from the data, without it the keys are lost`,
      },
    })
  return (await onlyOurs(path)) ?? secretIn(path)
}

function secretOf(text: string, from: string): KeyResult<FoundSecret> {
  if (text.trim() === '' || !text.isWellFormed())
    return refused('secret-malformed', `${from} holds no secret`, 'set it to a passphrase of several words')
  const message = `${from} is short: whoever takes the key files can try all such passphrases`
  return given({
    secret: new Secret(text),
    notice: text.length < SHORT ? { code: 'secret-short', message } : null,
  })
}

function configFolder(env: Readonly<Record<string, string | undefined>>): string {
  const { XDG_CONFIG_HOME: config, HOME: home } = env
  // A relative path there is to be ignored (XDG Base Directory Specification).
  const base = config !== undefined && isAbsolute(config) ? config : join(home || homedir(), '.config')
  return join(base, 'trucekeeper')
}
