// Fields withheld from an object that will be signed: each replaced by a digest that says nothing.
import { encodeBase64Url } from '../base64.ts'
import { utf8 } from '../bytes.ts'
import { parsed, refused, shown, type Parsed } from '../result.ts'
import type { Hash } from '../tree.ts'
import { disclosureDigest, encodeDisclosure } from './disclosures.ts'
import { isTooDeep, type Json, type JsonObject } from './json.ts'
import { stepsOf, valueAt, without } from './names.ts'

/** HMAC, injected: `(key, message) => code`. */
export type Hmac = (key: Uint8Array, message: Uint8Array) => Uint8Array

export interface Withholding {
  readonly hash: Hash
  readonly hmac: Hmac
  /** Secret, 32 bytes, of this entry alone: who has it can guess at fields, so destroying it erases them. */
  readonly entryKey: Uint8Array
  /** Fields at the top that a reader needs to place the entry: refused when they are to be withheld. */
  readonly alwaysOpen?: readonly string[]
}

export interface WithheldField {
  /** Dotted: `body.claim.text`. */
  readonly name: string
  /** What shows the field to who is given it. Secret until then. */
  readonly disclosure: string
  readonly digest: string
}

export interface Withheld {
  /** Without the fields, with `_sd` and `_sd_alg` in their place. */
  readonly body: JsonObject
  /** In the order of the names given. */
  readonly fields: readonly WithheldField[]
}

/** Digests come by eights, so that their number says little of how much is withheld. */
const DIGESTS_AT_A_TIME = 8
const ENTRY_KEY_LENGTH = 32
const HELP = 'name fields that the entry has, each once, and none inside another'

/**
 * The body without the fields named, and a disclosure for each. Salts are HMACs under the entry's key and so are the
 * decoys, so the same call gives the same body; nobody without the key can tell a decoy from a field.
 * With no names the body stays as it is.
 */
export function withhold(
  body: JsonObject,
  names: readonly string[],
  { hash, hmac, entryKey, alwaysOpen = [] }: Withholding,
): Parsed<Withheld, 'not-withheld'> {
  if (entryKey.length !== ENTRY_KEY_LENGTH) throw new RangeError(`an entry key has ${ENTRY_KEY_LENGTH} bytes`)
  if (Object.hasOwn(body, '_sd') || Object.hasOwn(body, '_sd_alg') || isTooDeep(body)) {
    return refused('not-withheld', 'the body has digests already, or nests too deep', 'start from the whole entry')
  }
  if (names.length === 0) return parsed({ body, fields: [] })
  const within = names.find((name) => names.some((other) => name.startsWith(`${other}.`)))
  if (within !== undefined) {
    return refused('not-withheld', `${shown(within)} is inside another field that is to be withheld`, HELP)
  }
  let rest: Json = body
  const fields: WithheldField[] = []
  for (const name of names) {
    const steps = stepsOf(name)
    const value = steps === null ? undefined : valueAt(body, steps)
    const left: Json | null = steps === null || value === undefined ? null : without(rest, steps)
    if (value === undefined || left === null) {
      return refused('not-withheld', `${shown(name)} is no field that can be withheld`, HELP)
    }
    if (alwaysOpen.includes(steps![0]!) && steps!.length === 1) {
      return refused('not-withheld', `${shown(name)} is read by everybody and cannot be withheld`, 'leave it open')
    }
    rest = left
    const salt = encodeBase64Url(hmac(entryKey, utf8(`salt\n${name}`)))
    const disclosure = encodeDisclosure({ salt, name, value })
    fields.push({ name, disclosure, digest: disclosureDigest(hash, disclosure) })
  }
  const wanted = Math.ceil(fields.length / DIGESTS_AT_A_TIME) * DIGESTS_AT_A_TIME
  const decoys = Array.from({ length: wanted - fields.length }, (_, at) =>
    encodeBase64Url(hash(hmac(entryKey, utf8(`decoy\n${at}`)))),
  )
  // Sorted, so that the order of fields is not told either. Base64url sorts the same by code unit everywhere.
  const digests = [...fields.map(({ digest }) => digest), ...decoys].toSorted((a, b) => (a < b ? -1 : 1))
  return parsed({ body: { ...(rest as JsonObject), _sd: digests, _sd_alg: 'sha-256' }, fields })
}
