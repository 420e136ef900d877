// Signed notes as bytes: read strictly, and written so that the reader takes them.
import { decodeBase64, encodeBase64 } from '../base64.ts'
import { joinBytes, utf8Text } from '../bytes.ts'
import { parsed, refused, shown, type Parsed, type Refused } from '../result.ts'
import { isKeyName } from './keys.ts'
import type { Note, NoteSignature } from './types.ts'

/** Signatures in one note; the text asks verifiers for a limit of at least 16. */
export const MOST_SIGNATURES = 100
/** Of one note or answer. ML-DSA-44 signatures have 2,420 bytes, and there may be 100 of them. */
export const MOST_NOTE_BYTES = 1_000_000

const KEY_ID_LENGTH = 4
const LINE_START = '— '
const HELP = 'get the note again from where it was published, byte for byte'

/** Reads a note without checking any signature: until `openNote` has, its text must not be believed. */
export function parseNote(bytes: Uint8Array): Parsed<Note, 'malformed'> {
  if (bytes.length > MOST_NOTE_BYTES) return malformed(`the note has ${bytes.length} bytes, more than a note may have`)
  const whole = utf8Text(bytes)
  if (whole === null) return malformed('the note is not UTF-8 text')
  if (hasControls(whole)) return malformed('the note holds a control character other than a newline')
  const split = whole.lastIndexOf('\n\n')
  if (split < 0) return malformed('the note has no blank line before its signatures')
  const signatures = parseSignatureLines(whole.slice(split + 2))
  if (!signatures.ok) return signatures
  return parsed({ text: whole.slice(0, split + 1), signatures: signatures.value })
}

/** Reads signature lines alone, as they end a note and as a witness answers with them. */
export function parseSignatureLines(text: string): Parsed<readonly NoteSignature[], 'malformed'> {
  if (text === '') return malformed('the note has no signature')
  if (!text.endsWith('\n')) return malformed('the last signature line does not end in a newline')
  const lines = text.slice(0, -1).split('\n')
  if (lines.length > MOST_SIGNATURES) {
    return malformed(`the note has ${lines.length} signatures, more than ${MOST_SIGNATURES}`)
  }
  const signatures: NoteSignature[] = []
  for (const line of lines) {
    const signature = signatureOf(line)
    if (signature === null) return malformed(`${shown(line)} is no signature line`)
    signatures.push(signature)
  }
  return parsed(signatures)
}

function signatureOf(line: string): NoteSignature | null {
  if (!line.startsWith(LINE_START)) return null
  const [name, base64, more] = line.slice(LINE_START.length).split(' ')
  if (name === undefined || base64 === undefined || more !== undefined || !isKeyName(name)) return null
  const bytes = decodeBase64(base64)
  if (bytes === null || bytes.length <= KEY_ID_LENGTH) return null
  return { name, keyId: bytes.slice(0, KEY_ID_LENGTH), signature: bytes.slice(KEY_ID_LENGTH) }
}

/** `— name base64` and a newline. */
export function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  return `${LINE_START}${name} ${encodeBase64(joinBytes(keyId, signature))}\n`
}

/** The note as text, as `parseNote` reads its bytes. */
export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(formatSignatureLine).join('')}`
}

/** Whether text could be that of a note: it ends in a newline and holds no other control character. */
export function isNoteText(text: string): boolean {
  return text.endsWith('\n') && text.isWellFormed() && !hasControls(text)
}

function hasControls(text: string): boolean {
  return /[^\n -\u{10ffff}]/u.test(text)
}

function malformed(message: string): Refused<'malformed'> {
  return refused('malformed', message, HELP)
}
