// Heads of a log (tlog-checkpoint): a signed note that says how large the tree is and what its root is.
import { decodeBase64, encodeBase64 } from './base64.ts'
import { utf8Text } from './bytes.ts'
import { decimal, isUint64 } from './decimal.ts'
import { isNoteText } from './notes/parse.ts'
import {
  openNote,
  signNote,
  type NoteSigner,
  type OpenedNote,
  type OpenRefusal,
  type VerifierKey,
  type Verify,
} from './notes/index.ts'
import { parsed, refused, shown, type Parsed } from './result.ts'
import type { Hash } from './tree.ts'

export interface Checkpoint {
  /** Which log this is. */
  readonly origin: string
  /** Leaves in the tree, below 2^64. */
  readonly size: bigint
  readonly root: Uint8Array
  /** Lines after the root, opaque; most logs have none. */
  readonly extensions: readonly string[]
}

const HELP = 'get the head again from the log, byte for byte'

/**
 * Reads the text of a head, up to and with its last newline: no sign, space, hex digit or leading zero in the size, no
 * lax base64. The length of the root is left to `openCheckpoint`, which knows of SHA-256.
 */
export function parseCheckpoint(text: string | Uint8Array): Parsed<Checkpoint, 'malformed'> {
  const whole = typeof text === 'string' ? text : utf8Text(text)
  if (whole === null || !isNoteText(whole)) {
    const message = 'the head is not text that ends in a newline and has no other control character'
    return refused('malformed', message, HELP)
  }
  const [origin, sizeText, rootText, ...extensions] = whole.slice(0, -1).split('\n')
  if (!origin || sizeText === undefined || !rootText || extensions.includes('')) {
    return refused('malformed', 'a head has an origin, a size and a root, and no empty line', HELP)
  }
  const size = decimal(sizeText)
  if (size === null) return refused('malformed', `${shown(sizeText)} is no tree size`, HELP)
  const root = decodeBase64(rootText)
  if (root === null) return refused('malformed', `${shown(rootText)} is no root hash in base64`, HELP)
  return parsed({ origin, size, root, extensions })
}

/** The text of a head. Throws a RangeError for one that `parseCheckpoint` would not take. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const text = [origin, size, encodeBase64(root), ...extensions].map((line) => `${line}\n`).join('')
  const lines = [origin, ...extensions]
  if (!isUint64(size) || root.length === 0 || lines.some((line) => line === '' || line.includes('\n'))) {
    throw new RangeError('a head has an origin, a size, a root, and no empty line')
  }
  if (!isNoteText(text)) throw new RangeError('a head has no control character')
  return text
}

/** The head as a signed note. `time` is for cosigners among the signers. */
export function signCheckpoint(
  hash: Hash,
  checkpoint: Checkpoint,
  signers: readonly NoteSigner[],
  time?: bigint,
): Uint8Array {
  return signNote(hash, formatCheckpoint(checkpoint), signers, time)
}

/** A head that its log has signed. */
export interface OpenedCheckpoint extends OpenedNote {
  readonly checkpoint: Checkpoint
}

export type CheckpointRefusal = OpenRefusal | 'other-origin'

/** SHA-256, which tlog-tiles and tlog-proof lay down. */
const ROOT_LENGTH = 32

/**
 * Reads a head and checks that it is signed by `logKey`, and that it is of the log which that key is for: `origin`,
 * which is the name of the key unless the log has it otherwise.
 */
export function openCheckpoint(
  bytes: Uint8Array,
  logKey: VerifierKey,
  verify: Verify,
  origin: string = logKey.name,
): Parsed<OpenedCheckpoint, CheckpointRefusal> {
  const note = openNote(bytes, [logKey], verify)
  return note.ok ? headOf(note.value, origin) : note
}

/** The head that an opened note is, of the log `origin`. */
export function headOf(note: OpenedNote, origin: string): Parsed<OpenedCheckpoint, 'malformed' | 'other-origin'> {
  const checkpoint = parseCheckpoint(note.text)
  if (!checkpoint.ok) return checkpoint
  if (checkpoint.value.root.length !== ROOT_LENGTH) {
    return refused('malformed', `the root has ${checkpoint.value.root.length} bytes, not ${ROOT_LENGTH}`, HELP)
  }
  if (checkpoint.value.origin !== origin) {
    const message = `the head is of the log ${shown(checkpoint.value.origin)}, not of ${shown(origin)}`
    return refused('other-origin', message, 'give the key of the log that the head is of')
  }
  return parsed({ ...note, checkpoint: checkpoint.value })
}
