// The body of an add-checkpoint request (tlog-witness): old size, consistency proof, blank line, signed head.
import {
  decimal,
  decodeBase64,
  encodeBase64,
  joinBytes,
  parseCheckpoint,
  parseNote,
  type Checkpoint,
  type Note,
} from '@trucekeeper/merkle'
import { given, refused, type Refusal, type Result } from '@trucekeeper/keys'

/** The text allows a client no more. */
export const MOST_PROOF_LINES = 63
/** Of a body: 63 lines, and a head with as many signatures as people have witnesses, ML-DSA-44's among them. */
export const MOST_REQUEST_BYTES = 131_072

const DIGEST_LENGTH = 32

export interface AddCheckpoint {
  readonly oldSize: bigint
  readonly proof: readonly Uint8Array[]
  /** Nothing in it has been verified. */
  readonly note: Note
  readonly checkpoint: Checkpoint
}

/** The bytes that are posted. Throws a RangeError for a proof that no witness may be sent. */
export function formatAddCheckpoint(oldSize: bigint, proof: readonly Uint8Array[], note: Uint8Array): Uint8Array {
  if (proof.length > MOST_PROOF_LINES) throw new RangeError(`a proof of ${proof.length} lines`)
  const lines = [`old ${oldSize}`, ...proof.map(encodeBase64), '', '']
  return joinBytes(new TextEncoder().encode(lines.join('\n')), note)
}

/** Reads a body strictly; signatures and proof are for later. */
export function parseAddCheckpoint(body: Uint8Array): Result<AddCheckpoint, Refusal<'malformed'>> {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length)
  const blank = bytes.indexOf('\n\n')
  if (blank < 0) return malformed('the request has no blank line before the head')
  const [first, ...proofLines] = bytes.toString('latin1', 0, blank).split('\n')
  const oldSize = first?.startsWith('old ') ? decimal(first.slice('old '.length)) : null
  if (oldSize === null) return malformed('the request does not begin with `old` and a tree size')
  if (proofLines.length > MOST_PROOF_LINES)
    return malformed(`the proof has ${proofLines.length} lines, more than ${MOST_PROOF_LINES}`)
  const proof: Uint8Array[] = []
  for (const line of proofLines) {
    const digest = decodeBase64(line)
    if (digest?.length !== DIGEST_LENGTH) return malformed(`line ${proof.length + 2} is no hash of 32 bytes in base64`)
    proof.push(digest)
  }
  const note = parseNote(bytes.subarray(blank + 2))
  if (!note.ok) return malformed(note.message)
  const checkpoint = parseCheckpoint(note.value.text)
  if (!checkpoint.ok) return malformed(checkpoint.message)
  if (checkpoint.value.root.length !== DIGEST_LENGTH) return malformed('the root of the head does not have 32 bytes')
  return given({ oldSize, proof, note: note.value, checkpoint: checkpoint.value })
}

function malformed(message: string) {
  return refused('malformed', message, 'see the form of the request at c2sp.org/tlog-witness')
}
