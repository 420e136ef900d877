// What an entry about a key can say: who signs with it, what takes its place, from when it counts no longer.
import { z } from 'zod'
import { nameFault } from './names.ts'

const id = z.string().min(1)
/** 32 bytes in base64url without padding: the last of 43 digits has two spare bits, which are zero. */
const publicKey = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, {
  error: 'is no Ed25519 public key: write its 32 bytes in base64url, without padding',
})
const signature = z.string().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/, {
  error: 'is no Ed25519 signature: write its 64 bytes in base64url, without padding',
})
const keyId = z.string().regex(/^key_[0-9a-f]{20}$/, { error: 'is no id of a key: `key_` and 20 hex digits' })
const name = z.string().check((given) => {
  const fault = nameFault(given.value)
  if (fault !== null) given.issues.push({ code: 'custom', input: given.value, message: fault })
})
const index = z.int().nonnegative()

/** A key begins to count. The first entry of a log registers the key that signs it. */
export const keyRegistrationSchema = z.strictObject({
  /** `reg_` and 20 hex digits. */
  id,
  does: z.literal('register'),
  /** The public key. */
  key: publicKey,
  person: name,
  device: name,
  /** For whom they act, if for anybody. */
  organisation: name.nullable(),
  /** The new key's own signature over `possessionMessage`: who registers a key has it. */
  proof: signature,
})

/** One key takes the place of another, whose person, device and organisation it keeps. The old key signs the entry. */
export const keyRotationSchema = z.strictObject({
  id,
  does: z.literal('rotate'),
  key: publicKey,
  /** The id of the key replaced: the author of this entry. */
  replaces: keyId,
  proof: signature,
})

/** A key stops to count. */
export const keyRevocationSchema = z.strictObject({
  id,
  does: z.literal('revoke'),
  key: keyId,
  /** The first index at which it counts no longer. What it signed before this entry came in is doubtful at most. */
  from_index: index,
  reason: z.string().min(1),
})

/** Somebody else may have signed with a key. */
export const keyCompromiseSchema = z.strictObject({
  id,
  does: z.literal('compromised'),
  key: keyId,
  /** The first index at which what it signed is doubtful. */
  since_index: index,
  reason: z.string().min(1),
})

export const keySchema = z.discriminatedUnion('does', [
  keyRegistrationSchema,
  keyRotationSchema,
  keyRevocationSchema,
  keyCompromiseSchema,
])

export type KeyRegistration = z.infer<typeof keyRegistrationSchema>
export type KeyRotation = z.infer<typeof keyRotationSchema>
export type KeyEntry = z.infer<typeof keySchema>
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never
export type KeyEntryBody = WithoutId<KeyEntry>
