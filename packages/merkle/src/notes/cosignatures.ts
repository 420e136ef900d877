// The cosignatures of known witnesses, picked out of whatever signature lines come with a head.
import { checkSignature, isBy, type VerifiedSignature } from './open.ts'
import { parseTimedSignature } from './cosignature.ts'
import type { NoteSignature, VerifierKey, Verify } from './types.ts'

/** A cosignature that holds. */
export interface Cosignature extends VerifiedSignature {
  /** POSIX seconds. */
  readonly time: bigint
}

export interface Cosignatures {
  /** At most one for each witness: the latest. */
  readonly valid: readonly Cosignature[]
  /** Of a known witness and well formed, but not over this text: somebody is wrong or lies. */
  readonly invalid: readonly NoteSignature[]
  /** Of other keys and types, or not of the form of a cosignature. */
  readonly ignored: readonly NoteSignature[]
}

/** Sorts signature lines by what they say of `text` (the text of a head) under the keys of `witnesses`. */
export function cosignaturesOf(
  text: string,
  signatures: readonly NoteSignature[],
  witnesses: readonly VerifierKey[],
  verify: Verify,
): Cosignatures {
  const latest = new Map<VerifierKey, Cosignature>()
  const invalid: NoteSignature[] = []
  const ignored: NoteSignature[] = []
  for (const signature of signatures) {
    const key = witnesses.find((known) => known.type === 'cosignature/v1' && isBy(signature, known))
    if (key === undefined || parseTimedSignature(signature.signature) === null) {
      ignored.push(signature)
      continue
    }
    const checked = checkSignature(text, signature, key, verify)
    if (checked?.time === undefined) {
      invalid.push(signature)
      continue
    }
    const { time } = checked
    if (time >= (latest.get(key)?.time ?? time)) latest.set(key, { ...checked, time })
  }
  return { valid: [...latest.values()], invalid, ignored }
}
