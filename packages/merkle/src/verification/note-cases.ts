// Cases about signed notes: notes with the keys to check them under, keys alone, cosignature lines over a head.
import { utf8 } from '../bytes.ts'
import type { Json, JsonObject } from '../disclosure/json.ts'
import {
  cosignaturesOf,
  openNote,
  parseSignatureLines,
  parseVerifierKey,
  verifierKey,
  type KeyType,
  type VerifierKey,
} from '../notes/index.ts'
import { shown } from '../result.ts'
import { bytesIn, fieldIn, textIn, textsIn } from './fields.ts'
import { DISTRUST, fails, holds, NO_KEY_HELP, type Examination, type Examined } from './types.ts'
import { listOf, timeOf } from './wording.ts'

const NOTE = ['noteHex', 'note']
const SEED = ['seedHex', 'ed25519SeedHex']
/** Members of a case with cosignature lines, whatever the case expects of them. */
const LINES = ['lines', 'line', 'good', 'bad', 'ignore', 'cosignatures']

export function isNoteCase(value: JsonObject): boolean {
  const hasKeys = ['vkeys', 'vkey', ...SEED].some((name) => Object.hasOwn(value, name))
  return hasKeys && textIn(value, NOTE) !== null
}

export function isCosignatureCase(value: JsonObject): boolean {
  return textIn(value, ['cosignedText', 'cosignedTextHex']) !== null
}

export function noteItem(value: JsonObject, examination: Examination): Examined {
  const text = textIn(value, ['note'])
  const bytes = text === null ? bytesIn(value['noteHex']) : utf8(text)
  if (bytes === null)
    return fails('signed note', 'malformed', 'the note is no hex', 'write its bytes in lower-case hex')
  const origin = text?.slice(0, Math.max(0, text.indexOf('\n'))) ?? ''
  const { keys, refusals } = keysOf(value, origin, 'ed25519', examination)
  const note = openNote(bytes, keys, examination.verify)
  if (!note.ok) {
    const [refusal] = refusals
    return fails(
      'signed note',
      note.reason,
      refusal === undefined ? note.message : `${note.message}; ${refusal}`,
      note.help,
    )
  }
  const names = listOf(note.value.verified.map(({ name }) => name))
  return holds('signed note', `signed by ${names}, under the keys that come with it`)
}

export function keyItem(value: JsonObject, { hash }: Examination): Examined {
  const key = parseVerifierKey(hash, textIn(value, ['vkey'])!)
  if (!key.ok) return fails('key', key.reason, key.message, key.help)
  return holds('key', `it is a key of ${shown(key.value.name)}, and its id is right`)
}

/** One item for each line. */
export function cosignatureItems(value: JsonObject, examination: Examination): readonly Examined[] {
  const hex = textIn(value, ['cosignedTextHex'])
  const text =
    hex === null ? textIn(value, ['cosignedText']) : new TextDecoder().decode(bytesIn(hex) ?? new Uint8Array())
  const { keys } = keysOf(value, textIn(value, ['keyName']) ?? '', 'cosignature/v1', examination)
  const witnesses = keys.length > 0 ? keys : examination.keys
  return LINES.flatMap((member) =>
    linesIn(value[member]).map(({ id, line }) => {
      const item = cosignatureItem(text ?? '', line, witnesses, examination)
      return { ...item, id: [member, ...id].join(': ') }
    }),
  )
}

function cosignatureItem(
  text: string,
  line: string,
  witnesses: readonly VerifierKey[],
  { verify }: Examination,
): Examined {
  const what = 'cosignature'
  if (witnesses.length === 0) return fails(what, 'no-key', 'not proved: no key given', NO_KEY_HELP)
  const lines = parseSignatureLines(line.endsWith('\n') ? line : `${line}\n`)
  if (!lines.ok) return fails(what, lines.reason, lines.message, lines.help)
  const { valid, invalid, ignored } = cosignaturesOf(text, lines.value, witnesses, verify)
  const [bad] = invalid
  if (bad !== undefined) {
    const why = `the cosignature of ${shown(bad.name)} does not hold: the head was changed, or it is over another head`
    return fails(what, 'cosignature-invalid', why, DISTRUST)
  }
  const [good] = valid
  if (good !== undefined) return holds(what, `the witness ${shown(good.name)} saw this head at ${timeOf(good.time)}`)
  const why = `the line of ${listOf(ignored.map(({ name }) => name))} is ignored: it is no cosignature of a witness that is known here`
  return fails(what, 'ignored', why, 'give the key of the witness')
}

interface Line {
  readonly id: readonly string[]
  readonly line: string
}

/** Lines alone, or each after what it is called. */
function linesIn(value: Json | undefined): readonly Line[] {
  if (typeof value === 'string') return [{ id: [], line: value }]
  if (!Array.isArray(value)) return []
  return (value as readonly Json[]).flatMap((member): readonly Line[] => {
    if (typeof member === 'string') return [{ id: [], line: member }]
    const texts = textsIn(member)
    return texts === null || texts.length === 0 ? [] : [{ id: texts.slice(0, -1), line: texts.at(-1)! }]
  })
}

interface CaseKeys {
  readonly keys: readonly VerifierKey[]
  /** Why keys of the case were refused. */
  readonly refusals: readonly string[]
}

/** The keys that a case names: as verifier keys, or by the seed of the one it is about. */
function keysOf(value: JsonObject, name: string, type: KeyType, { hash, publicKeyOf }: Examination): CaseKeys {
  const texts = [...(textsIn(value['vkeys']) ?? []), ...(textsIn([value['vkey'] ?? null]) ?? [])]
  const read = texts.map((text) => parseVerifierKey(hash, text))
  const seed = bytesIn(fieldIn(value, SEED))
  if (seed?.length === 32 && publicKeyOf !== undefined) read.push(verifierKey(hash, name, type, publicKeyOf(seed)))
  return {
    keys: read.flatMap((key) => (key.ok ? [key.value] : [])),
    refusals: read.flatMap((key) => (key.ok ? [] : [key.message])),
  }
}
