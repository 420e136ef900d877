// A folder of keys: made, opened with the secret, and used by name. Private keys never come out of it.
import { randomBytes, sign, type KeyObject } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeBase64Url, encodeBase64Url, isKeyName, type NoteSigner } from '@trucekeeper/merkle'
import { createFile, onlyOurs, privateFolder, readOrNull } from './files.ts'
import { formatKeyFile, openKeyFile, parseKeyFile, type KeyHeader, type KeyKind } from './key-file.ts'
import { drawnKey, drawnPair, isPrivate, usable } from './private-keys.ts'
import {
  authorKey,
  fileName,
  keyId,
  noteKey,
  publicOf,
  storeId,
  type AuthorKey,
  type AuthorSigner,
  type NoteKey,
} from './public-keys.ts'
import { given, refused, refusedByStorage, type KeyResult } from './result.ts'
import type { Sealer } from './sealer.ts'
import type { Secret } from './secret.ts'

export interface Keyring {
  readonly logKeys: readonly NoteKey[]
  readonly witnessKeys: readonly NoteKey[]
  readonly authorKeys: readonly AuthorKey[]
  /** Makes the key of a log. Its name is the log's origin; a name has one key. */
  createLogKey(name: string): Promise<KeyResult<NoteKey>>
  createWitnessKey(name: string): Promise<KeyResult<NoteKey>>
  createAuthorKey(of: { readonly person: string; readonly device: string }): Promise<KeyResult<AuthorKey>>
  /** Signs the heads of a log, or cosigns with the key of a witness; null where there is no such key. */
  noteSigner(id: string): NoteSigner | null
  authorSigner(id: string): AuthorSigner | null
  /** Encrypts under a key made for `name` once and kept here. */
  sealer(name: string): Promise<KeyResult<Sealer>>
}

/**
 * Opens a key folder, making it where there is none. All its keys must open with the secret: a keyring with some of them
 * missing would make others in their place.
 */
export async function openKeyring(dir: string, secret: Secret): Promise<KeyResult<Keyring>> {
  try {
    const folder = await privateFolder(dir)
    return folder.ok ? await keyringOf(dir, secret) : folder
  } catch (error) {
    return refusedByStorage(error, dir)
  }
}

interface Held {
  readonly header: KeyHeader
  readonly key: KeyObject | Sealer
}

async function keyringOf(dir: string, secret: Secret): Promise<KeyResult<Keyring>> {
  const derived = new Map<string, Uint8Array>()
  async function folderKey(salt: string): Promise<Uint8Array> {
    const key = derived.get(salt) ?? (await secret.derive(decodeBase64Url(salt)!))
    derived.set(salt, key)
    return key
  }

  const held = new Map<string, Held>()
  const names = (await readdir(dir)).filter((name) => name.endsWith('.key'))
  for (const name of names.toSorted()) {
    const opened = await openFile(join(dir, name), name, secret, folderKey)
    if (!opened.ok) return opened
    held.set(opened.value.header.id, opened.value)
  }
  const salt = held.values().next().value?.header.salt ?? encodeBase64Url(randomBytes(16))

  async function keep(of: Pick<KeyHeader, 'kind' | 'name' | 'person' | 'device'>): Promise<KeyResult<KeyHeader>> {
    const { privateBytes, publicKey } = of.kind === 'store' ? drawnKey() : drawnPair()
    const id = of.kind === 'store' ? storeId(of.name) : keyId(publicKey)
    const header = { ...of, id, public: encodeBase64Url(publicKey), derivation: secret.derivation, salt }
    const path = join(dir, fileName(header))
    try {
      const text = formatKeyFile(header, privateBytes, await folderKey(salt))
      if (!(await createFile(path, text)))
        return refused(
          'key-exists',
          `there is a key for \`${of.name}\` already`,
          'open the key folder again to use it: a key is never written over',
        )
    } catch (error) {
      return refusedByStorage(error, path)
    }
    held.set(id, { header, key: usable(header, privateBytes) })
    privateBytes.fill(0)
    return given(header)
  }

  async function createNoteKey(kind: 'log' | 'witness', name: string): Promise<KeyResult<NoteKey>> {
    if (!isKeyName(name))
      return refused(
        'name-malformed',
        `\`${name}\` cannot name a key`,
        'use a name without spaces and `+`, such as `trucekeeper.example/aleppo-2016`',
      )
    const kept = await keep({ kind, name, person: '', device: '' })
    return kept.ok ? given(noteKey(kept.value)) : kept
  }

  const headers = (kind: KeyKind) => [...held.values()].flatMap(({ header }) => (header.kind === kind ? [header] : []))

  return given({
    get logKeys() {
      return headers('log').map(noteKey)
    },
    get witnessKeys() {
      return headers('witness').map(noteKey)
    },
    get authorKeys() {
      return headers('author').map(authorKey)
    },
    createLogKey: (name) => createNoteKey('log', name),
    createWitnessKey: (name) => createNoteKey('witness', name),
    async createAuthorKey({ person, device }) {
      if (!isLabel(person) || !isLabel(device))
        return refused(
          'name-malformed',
          `\`${isLabel(person) ? device : person}\` is no name of a person or a device`,
          'give 1 to 200 characters, none of them invisible',
        )
      const kept = await keep({ kind: 'author', name: '', person, device })
      return kept.ok ? given(authorKey(kept.value)) : kept
    },
    noteSigner(id) {
      const { header, key } = held.get(id) ?? {}
      if (!header || !isPrivate(key) || (header.kind !== 'log' && header.kind !== 'witness')) return null
      const type = header.kind === 'log' ? 'ed25519' : 'cosignature/v1'
      return { name: header.name, type, publicKey: publicOf(header), sign: (message) => sign(null, message, key) }
    },
    authorSigner(id) {
      const { header, key } = held.get(id) ?? {}
      if (header?.kind !== 'author' || !isPrivate(key)) return null
      return { id, publicKey: publicOf(header), sign: (message) => sign(null, message, key) }
    },
    async sealer(name) {
      const known = held.get(storeId(name))
      if (known && !isPrivate(known.key)) return given(known.key)
      const kept = await keep({ kind: 'store', name, person: '', device: '' })
      return kept.ok ? given(held.get(kept.value.id)!.key as Sealer) : kept
    },
  })
}

async function openFile(
  path: string,
  name: string,
  secret: Secret,
  folderKey: (salt: string) => Promise<Uint8Array>,
): Promise<KeyResult<Held>> {
  const exposed = await onlyOurs(path)
  if (exposed) return exposed
  const file = parseKeyFile((await readOrNull(path)) ?? '')
  // A file under the name of another would hand out another key in its place.
  if (!file || fileName(file.header) !== name || decodeBase64Url(file.header.salt)?.length !== 16)
    return refused(
      'key-malformed',
      `\`${path}\` is no key file, or not the one its name says`,
      'restore it from a copy, or move it out of the key folder',
    )
  const { header } = file
  const privateBytes = header.derivation === secret.derivation ? openKeyFile(file, await folderKey(header.salt)) : null
  if (!privateBytes)
    return refused(
      'secret-wrong',
      `the secret does not open \`${path}\`, or the file was changed`,
      'give the secret it was made with; see `TRUCE_KEY_SECRET` and `TRUCE_KEY_SECRET_FILE`',
    )
  const key = usable(header, privateBytes)
  privateBytes.fill(0)
  return given({ header, key })
}

function isLabel(text: string): boolean {
  return text.length > 0 && text.length <= 200 && !/\p{C}/u.test(text)
}
