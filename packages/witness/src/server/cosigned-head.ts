// The last head that a witness cosigned for a log, and the file it is kept in.
import { nodeCrypto } from '@trucekeeper/keys'
import {
  encodeBase64Url,
  joinBytes,
  openNote,
  parseCheckpoint,
  type NoteSignature,
  type VerifierKey,
} from '@trucekeeper/merkle'

export interface CosignedHead {
  readonly origin: string
  readonly size: bigint
  readonly root: Uint8Array
  /** What the log signed. */
  readonly text: string
  /** When, in POSIX seconds, as the cosignature says. */
  readonly time: bigint
  readonly cosignature: NoteSignature
  /** The text with the signature of the log and this cosignature. */
  readonly note: Uint8Array
}

/** The note, and a digest of all of it: the cosignature would not tell of a flipped bit in the log's own signature. */
export function formatCosignedHead({ note }: Pick<CosignedHead, 'note'>): Uint8Array {
  return joinBytes(note, new TextEncoder().encode(digestLine(note)))
}

const DIGEST_LINE_LENGTH = digestLine(new Uint8Array(0)).length

/** What `formatCosignedHead` wrote, cosigned by `key`; null for anything else. */
export function parseCosignedHead(bytes: Uint8Array, key: VerifierKey): CosignedHead | null {
  if (bytes.length < DIGEST_LINE_LENGTH) return null
  const note = Uint8Array.from(bytes.subarray(0, bytes.length - DIGEST_LINE_LENGTH))
  if (Buffer.compare(bytes, formatCosignedHead({ note })) !== 0) return null
  const opened = openNote(note, [key], nodeCrypto.verify)
  const checkpoint = opened.ok ? parseCheckpoint(opened.value.text) : null
  if (!opened.ok || !checkpoint?.ok) return null
  const { origin, size, root } = checkpoint.value
  const [cosignature] = opened.value.verified
  if (cosignature?.time === undefined) return null
  return { origin, size, root, text: opened.value.text, time: cosignature.time, cosignature, note }
}

function digestLine(note: Uint8Array): string {
  return `sha256:${encodeBase64Url(nodeCrypto.hash(note))}\n`
}
