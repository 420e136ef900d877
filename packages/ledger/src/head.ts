// The head: how much of the ledger is acknowledged, as a signed checkpoint, in a file that is replaced whole and last.
import {
  formatCheckpoint,
  formatVerifierKey,
  openCheckpoint,
  parseVerifierKey,
  signNote,
  verifierKey,
  type NoteSigner,
  type VerifierKey,
  type Verify,
} from '@trucekeeper/merkle'
import { rootOfEdge, type Edge } from './edge.ts'
import type { Layout } from './layout.ts'
import { given, refused, type Result } from './refusal.ts'
import { hex, sha256 } from './sha256.ts'
import type { Storage } from './storage.ts'

/** A prefix of the record by its length and the RFC 9162 root (SHA-256, hex) over what the log holds of its entries. */
export interface Checkpoint {
  readonly size: number
  readonly root_hash: string
}

/** A checkpoint as it was signed. */
export interface Head extends Checkpoint {
  /** The signed note (C2SP tlog-checkpoint), as it lies in the file. */
  readonly note: Uint8Array
}

export function checkpointOf(edge: Edge): Checkpoint {
  return { size: edge.tree.size, root_hash: hex(rootOfEdge(edge)) }
}

export function verifierBytes({ name, publicKey }: Pick<NoteSigner, 'name' | 'publicKey'>): Uint8Array {
  return new TextEncoder().encode(`${formatVerifierKey(verifierKeyOf(name, publicKey))}\n`)
}

/** The verifier key of a log. Throws for a name or a key that no log can have. */
export function verifierKeyOf(name: string, publicKey: Uint8Array): VerifierKey {
  const key = verifierKey(sha256, name, 'ed25519', publicKey)
  if (!key.ok) throw new TypeError(key.message)
  return key.value
}

/** Whose log it is; null where there is no log yet. */
export async function readVerifier(storage: Storage, layout: Layout): Promise<Result<VerifierKey | null>> {
  const bytes = await storage.read(layout.verifier)
  if (bytes === null) return given(null)
  const key = parseVerifierKey(sha256, new TextDecoder().decode(bytes).trim())
  if (!key.ok) return refused('damaged', `the file \`verifier-key\`: ${key.message}`, RESTORE)
  if (sameBytes(bytes, verifierBytes(key.value))) return given(key.value)
  return refused('damaged', 'the file `verifier-key` is not as it was written: a key and a line feed', RESTORE)
}

export function signHead(signer: NoteSigner, { size, root_hash }: Checkpoint): Head {
  const text = formatCheckpoint({
    origin: signer.name,
    size: BigInt(size),
    root: Buffer.from(root_hash, 'hex'),
    extensions: [],
  })
  return { size, root_hash, note: signNote(sha256, text, [signer]) }
}

/** The head in a file, proved by its signature; null where there is no file. */
export async function readHead(
  storage: Storage,
  path: string,
  key: VerifierKey,
  verify: Verify,
): Promise<Result<Head | null>> {
  const note = await storage.read(path)
  if (note === null) return given(null)
  const opened = openCheckpoint(note, key, verify)
  if (!opened.ok) return refused('damaged', `the head \`${path}\` does not hold: ${opened.message}`, RESTORE)
  const { size, root } = opened.value.checkpoint
  if (size > BigInt(Number.MAX_SAFE_INTEGER))
    return refused('damaged', `the head \`${path}\` is of more entries than there can be`, RESTORE)
  return given({ size: Number(size), root_hash: hex(root), note })
}

const RESTORE = 'run `truce ledger fsck` to see all of it, and restore the folder from a backup'

/**
 * Steps of replacing a file, in the only order that is safe: a name may only ever point to synced bytes, and once it
 * does what was there before is gone, so what was written is looked at first.
 */
export function replacement(
  storage: Storage,
  from: string,
  to: string,
  folder: string,
  bytes: Uint8Array,
  isSound: (held: Uint8Array) => boolean,
) {
  return {
    write: () => storage.write(from, bytes),
    sync: () => storage.sync(from),
    check: async (): Promise<Refused | null> => {
      const held = await storage.read(from)
      if (held === null || !sameBytes(held, bytes)) return READ_BACK_DIFFERS
      return isSound(held) ? null : OWN_SIGNATURE_FAILS
    },
    rename: () => storage.rename(from, to),
    settle: () => storage.syncFolder(folder),
  }
}

type Refused = ReturnType<typeof refused>

export const READ_BACK_DIFFERS = refused(
  'read-back-differs',
  'what was read back from disk is not what was written',
  'the disk or the memory is failing: move the ledger to another machine',
)

const OWN_SIGNATURE_FAILS = refused(
  'signature-fails',
  'the signature just made over the head does not hold',
  'the memory is failing, or the key is damaged: move the ledger to another machine',
)

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
