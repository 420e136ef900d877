// Reads a leaf strictly: one text for each content, nothing unknown, nothing twice.
import { canonicalText } from '@trucekeeper/claims'
import {
  BYTES_32,
  BYTES_64,
  DIGESTS_COME_IN,
  isFields,
  isOrigin,
  KEY_ID,
  MOST_LEAF_BYTES,
  reservedName,
  signedMessage,
  type Fields,
  type OpenEntry,
  type VerifySignature,
} from './form.ts'
import { formed, shown, unformed, type Formed } from './refusal.ts'

/** A leaf as anybody can read it. */
export interface Leaf {
  /** The origin of the log it was made for. */
  readonly agreement: string
  /** The id of its author's key. */
  readonly key: string
  /** What is not withheld. */
  readonly open: OpenEntry
  /** Digests of withheld fields and decoys, sorted; empty for an entry that withholds nothing. */
  readonly digests: readonly string[]
  /** At most so many fields are withheld: decoys are among them, and nobody can tell which. */
  readonly withheld: number
  /** The author's Ed25519 signature, 64 bytes. */
  readonly sig: Uint8Array
  /** The bytes it is over. */
  readonly signed: Uint8Array
}

const FIELDS: ReadonlySet<string> = new Set([
  'agreement',
  'key',
  'type',
  'received_at',
  'recorded_by',
  'body',
  '_sd',
  '_sd_alg',
])

/**
 * Reads the bytes of a leaf. Whether its author's key was good is for `verifyAuthor` and the history of keys, and
 * whether an open entry is sound for `openLeaf`.
 */
export function readLeaf(bytes: Uint8Array): Formed<Leaf> {
  if (bytes.length > MOST_LEAF_BYTES)
    return unformed(
      'leaf-too-large',
      `the leaf has ${bytes.length} bytes, and a leaf has at most ${MOST_LEAF_BYTES}`,
      HELP,
    )
  const text = textOrNull(bytes)
  if (text === null) return malformed('is no UTF-8')
  const parsed = parsedOrNull(text)
  if (!isFields(parsed) || !isFields(parsed.body) || typeof parsed.sig !== 'string')
    return malformed('is no body with a signature')
  const { body, sig } = parsed
  const canonical = canonicalOrNull(body)
  // Bytes that are not their own canonical form have a second spelling: a field given twice, spaces, 1.0 for 1.
  if (canonical === null || text !== `{"body":${canonical},"sig":${JSON.stringify(sig)}}`)
    return malformed('is not the canonical form (RFC 8785) of a body and a signature')
  const unknown = Object.keys(body).find((name) => !FIELDS.has(name))
  if (unknown !== undefined) return malformed(`has a field ${shown(unknown)}, which no leaf has`)
  if (!BYTES_64.test(sig)) return malformed(`has a signature ${shown(sig)}, which is not 64 bytes in base64url`)
  const digests = digestsOf(body)
  if (digests === null) return malformed('has digests that are no sorted list of different SHA-256 in eights')
  const open = openEntry(body, digests.length > 0)
  if (open === null) return malformed('lacks a field that every entry has, or has one of the wrong kind')
  if (open.type === 'key' && digests.length > 0) return malformed('is about a key, and withholds something')
  const { agreement, key } = body
  if (typeof agreement !== 'string' || !isOrigin(agreement)) return malformed('names no agreement')
  if (typeof key !== 'string' || !KEY_ID.test(key)) return malformed('names no key of its author')
  const reserved = reservedName(open)
  if (reserved !== null) return malformed(`has a field ${shown(reserved)}, a name kept for the form of a leaf`)
  return formed({
    agreement,
    key,
    open,
    digests,
    withheld: digests.length,
    sig: Buffer.from(sig, 'base64url'),
    signed: signedMessage(canonical),
  })
}

/** Whether the author's key, 32 bytes of Ed25519, signed this leaf. */
export function verifyAuthor(leaf: Leaf, publicKey: Uint8Array, verify: VerifySignature): boolean {
  return verify(publicKey, leaf.signed, leaf.sig)
}

function openEntry(fields: Fields, withholds: boolean): OpenEntry | null {
  const { type, received_at, recorded_by, body } = fields
  if (typeof type !== 'string' || typeof received_at !== 'string' || !isFields(body)) return null
  if (recorded_by === undefined) return withholds ? { type, received_at, body } : null
  return typeof recorded_by === 'string' ? { type, received_at, recorded_by, body } : null
}

/** The digests; none for a leaf without, null for a list that no leaf has. */
function digestsOf({ _sd, _sd_alg }: Fields): readonly string[] | null {
  if (_sd === undefined && _sd_alg === undefined) return []
  if (_sd_alg !== 'sha-256' || !Array.isArray(_sd)) return null
  if (_sd.length === 0 || _sd.length % DIGESTS_COME_IN !== 0) return null
  const digests: readonly unknown[] = _sd
  // Each greater than the one before, so none stands there twice.
  const sound = (digest: unknown, at: number): digest is string =>
    typeof digest === 'string' && BYTES_32.test(digest) && (at === 0 || String(digests[at - 1]) < digest)
  return digests.every(sound) ? digests : null
}

const HELP = 'take the leaf from the log again, or from a copy of it: not one byte of it may differ'

function malformed(what: string): Formed<never> {
  return unformed('leaf-malformed', `the leaf ${what}`, HELP)
}

function textOrNull(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Null for text with half a character, or nested deeper than any entry. */
function canonicalOrNull(value: unknown): string | null {
  try {
    return canonicalText(value)
  } catch {
    return null
  }
}
