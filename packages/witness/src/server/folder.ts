// The folder of a witness: whose it is, which logs it knows, and what it has cosigned.
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  given,
  nodeCrypto,
  refused,
  refusedByStorage,
  systemCode,
  type KeyRefusal,
  type Keyring,
  type Refusal,
  type Result,
} from '@trucekeeper/keys'
import { parseVerifierKey, type NoteSigner, type VerifierKey } from '@trucekeeper/merkle'
import { parseLogs, type KnownLogs } from './logs.ts'
import { openState, type StateRefusal, type WitnessState } from './state.ts'
import { nodeStorage } from './storage.ts'

export type FolderRefusal =
  | KeyRefusal
  | StateRefusal
  | Refusal<'no-witness' | 'witness-exists' | 'key-missing' | 'logs-malformed'>

const KEY_FILE = 'verifier-key'
const LOGS_FILE = 'logs'
const LOGS_HEADER = '# The verifier keys of the logs that this witness cosigns for, one a line. Read on start.\n'

/**
 * Makes a witness: a new key in `keyring`, and a folder around it. A key that is there already is refused, since it may
 * have cosigned heads that the new folder knows nothing of. Gives the verifier key that others put into their policies.
 */
export async function beginWitness(of: {
  readonly dir: string
  readonly keyring: Keyring
  readonly name: string
}): Promise<Result<string, FolderRefusal>> {
  const { dir, keyring, name } = of
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 })
    if ((await textOrNull(join(dir, KEY_FILE))) !== null)
      return refused('witness-exists', `there is a witness in \`${dir}\` already`, 'serve it, or take another folder')
    const key = await keyring.createWitnessKey(name)
    if (!key.ok) return key
    if ((await textOrNull(join(dir, LOGS_FILE))) === null) await create(join(dir, LOGS_FILE), LOGS_HEADER)
    await create(join(dir, KEY_FILE), `${key.value.verifierKey}\n`)
    await nodeStorage.syncFolder(dir)
    await nodeStorage.syncFolder(dirname(dir))
    return given(key.value.verifierKey)
  } catch (error) {
    return refusedByStorage(error, dir)
  }
}

export interface WitnessFolder {
  readonly signer: NoteSigner
  readonly key: VerifierKey
  /** `name+id+base64`, for the policies of others. */
  readonly verifierKey: string
  readonly logs: KnownLogs
  readonly state: WitnessState
}

/** Opens what `beginWitness` made. */
export async function openWitness(dir: string, keyring: Keyring): Promise<Result<WitnessFolder, FolderRefusal>> {
  try {
    const text = await textOrNull(join(dir, KEY_FILE))
    const verifierKey = text?.trim() ?? ''
    const key = parseVerifierKey(nodeCrypto.hash, verifierKey)
    if (text === null || !key.ok)
      return refused('no-witness', `\`${dir}\` is no folder of a witness`, 'begin a witness there first')
    const kept = keyring.witnessKeys.find((held) => held.verifierKey === verifierKey)
    const signer = kept === undefined ? null : keyring.noteSigner(kept.id)
    if (signer === null) {
      const message = `the key folder does not hold the key of the witness \`${key.value.name}\``
      return refused('key-missing', message, 'give the key folder that this witness was begun with')
    }
    const logs = parseLogs((await textOrNull(join(dir, LOGS_FILE))) ?? '')
    if (!logs.ok) return logs
    const state = await openState(dir, key.value)
    if (!state.ok) return state
    return given({ signer, key: key.value, verifierKey, logs: logs.value, state: state.value })
  } catch (error) {
    return refusedByStorage(error, dir)
  }
}

async function textOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

async function create(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
