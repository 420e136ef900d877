// Signed notes of C2SP: keys, reading, checking, signing.
export { cosignedMessage, formatTimedSignature, parseTimedSignature, type TimedSignature } from './cosignature.ts'
export { cosignaturesOf, type Cosignature, type Cosignatures } from './cosignatures.ts'
export { formatVerifierKey, isKeyName, keyIdOf, parseVerifierKey, verifierKey, type KeyRefusal } from './keys.ts'
export {
  checkSignature,
  isBy,
  openNote,
  openParsedNote,
  signatureBy,
  signNote,
  type OpenedNote,
  type OpenRefusal,
  type VerifiedSignature,
} from './open.ts'
export {
  formatNote,
  formatSignatureLine,
  MOST_NOTE_BYTES,
  MOST_SIGNATURES,
  parseNote,
  parseSignatureLines,
} from './parse.ts'
export type { KeyType, Note, NoteSignature, NoteSigner, VerifierKey, Verify } from './types.ts'
