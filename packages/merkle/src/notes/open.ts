// Notes checked against known keys, and notes signed.
import { hexOf, sameBytes, utf8 } from '../bytes.ts'
import { parsed, refused, shown, type Parsed } from '../result.ts'
import type { Hash } from '../tree.ts'
import { cosignedMessage, formatTimedSignature, parseTimedSignature } from './cosignature.ts'
import { isKeyName, keyIdOf } from './keys.ts'
import { formatNote, isNoteText, parseNote } from './parse.ts'
import type { Note, NoteSignature, NoteSigner, Verify, VerifierKey } from './types.ts'

/** A signature that was checked with a known key and holds. */
export interface VerifiedSignature extends NoteSignature {
  readonly key: VerifierKey
  /** POSIX seconds, of a cosignature. */
  readonly time?: bigint
}

/** A note of which at least one signature of a known key holds, and none fails. */
export interface OpenedNote {
  readonly text: string
  /** At most one for each key: the first. */
  readonly verified: readonly VerifiedSignature[]
  /** Of keys or of types that are not known here: kept, and saying nothing. */
  readonly unverified: readonly NoteSignature[]
}

export type OpenRefusal = 'malformed' | 'unverified' | 'invalid-signature' | 'ambiguous-key'

/** Reads a note and checks every signature of a known key. One that fails spoils the whole note. */
export function openNote(
  bytes: Uint8Array,
  keys: readonly VerifierKey[],
  verify: Verify,
): Parsed<OpenedNote, OpenRefusal> {
  const note = parseNote(bytes)
  return note.ok ? openParsedNote(note.value, keys, verify) : note
}

/** The same for a note that has been read. */
export function openParsedNote(
  { text, signatures }: Note,
  keys: readonly VerifierKey[],
  verify: Verify,
): Parsed<OpenedNote, OpenRefusal> {
  const verified: VerifiedSignature[] = []
  const unverified: NoteSignature[] = []
  for (const signature of withoutRepeats(signatures)) {
    const [key, another] = keys.filter((known) => isBy(signature, known))
    if (another !== undefined) {
      const message = `two of the known keys are ${shown(`${signature.name}+${hexOf(signature.keyId)}`)}`
      return refused('ambiguous-key', message, 'give each key once')
    }
    if (key === undefined || key.type === 'subtree/v1') {
      unverified.push(signature)
      continue
    }
    const checked = checkSignature(text, signature, key, verify)
    if (checked === null) {
      const message = `the signature of ${shown(signature.name)} does not fit this text`
      return refused('invalid-signature', message, 'do not rely on it: the text or the signature has been changed')
    }
    if (!verified.some((earlier) => earlier.key === key)) verified.push(checked)
  }
  if (verified.length > 0) return parsed({ text, verified, unverified })
  const message = 'none of the signatures is by a key that is known here'
  return refused('unverified', message, 'give the key of who should have signed it')
}

/** The signature with its key and time when it holds for `text`; null when it does not, or has the wrong form. */
export function checkSignature(
  text: string,
  signature: NoteSignature,
  key: VerifierKey,
  verify: Verify,
): VerifiedSignature | null {
  if (!isBy(signature, key)) return null
  if (key.type === 'ed25519') {
    const bytes = signature.signature
    return bytes.length === 64 && verify(key.publicKey, utf8(text), bytes) ? { ...signature, key } : null
  }
  if (key.type === 'subtree/v1') return null
  const timed = parseTimedSignature(signature.signature)
  if (timed === null || !verify(key.publicKey, cosignedMessage(text, timed.time), timed.signature)) return null
  return { ...signature, key, time: timed.time }
}

/** Whether name and id are those of the key. One of the two alone says nothing. */
export function isBy(signature: NoteSignature, key: VerifierKey): boolean {
  return signature.name === key.name && sameBytes(signature.keyId, key.keyId)
}

function withoutRepeats(signatures: readonly NoteSignature[]): readonly NoteSignature[] {
  const seen = new Set<string>()
  return signatures.filter(({ name, keyId, signature }) => {
    const line = `${name} ${hexOf(keyId)} ${hexOf(signature)}`
    if (seen.has(line)) return false
    seen.add(line)
    return true
  })
}

/**
 * The note signed by each signer in turn; `time` (POSIX seconds) is what cosignatures bear and may be left out when
 * there is none. Throws a RangeError for a text or name that no note can hold, and for a cosigner without a time.
 */
export function signNote(hash: Hash, text: string, signers: readonly NoteSigner[], time?: bigint): Uint8Array {
  const signatures = signers.map((signer) => signatureBy(hash, text, signer, time))
  return utf8(formatNote({ text, signatures }))
}

/** One signature over `text`. */
export function signatureBy(hash: Hash, text: string, signer: NoteSigner, time?: bigint): NoteSignature {
  if (!isNoteText(text)) throw new RangeError('a note text ends in a newline and has no other control character')
  if (!isKeyName(signer.name)) throw new RangeError(`${shown(signer.name)} cannot name a key`)
  const { name, type, publicKey } = signer
  const keyId = keyIdOf(hash, name, type, publicKey)
  if (type === 'ed25519') return { name, keyId, signature: signer.sign(utf8(text)) }
  if (time === undefined) throw new RangeError('a cosignature bears a time')
  const signature = signer.sign(cosignedMessage(text, time))
  return { name, keyId, signature: formatTimedSignature({ time, signature }) }
}
