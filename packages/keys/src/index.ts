// Keys that sign the record: made, kept encrypted, used by name.
export { nodeCrypto } from './node-crypto.ts'
export { openKeyring, type Keyring } from './keyring.ts'
export { keyId, type AuthorKey, type AuthorSigner, type NoteKey } from './public-keys.ts'
export { Secret, secretFrom, type FoundSecret, type SecretNotice } from './secret.ts'
export { sealerOf, type Sealer } from './sealer.ts'
export {
  given,
  refused,
  refusedByStorage,
  systemCode,
  type KeyRefusal,
  type KeyRefusalCode,
  type KeyResult,
  type Refusal,
  type Result,
} from './result.ts'
