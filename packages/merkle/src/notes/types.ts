// The kinds of note signatures, their keys, and the functions a caller injects to check and make them.

/** Ed25519 verification, injected: a 32-byte public key and a 64-byte signature. Must be strict (RFC 8032). */
export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

/**
 * `ed25519` signs the text itself; `cosignature/v1` signs it with a time (tlog-cosignature); a `subtree/v1`
 * cosignature (ML-DSA-44) is recognised and kept, and not checked here.
 */
export type KeyType = 'ed25519' | 'cosignature/v1' | 'subtree/v1'

interface KeyForm {
  /** The signature type identifier byte of signed-note. */
  readonly byte: number
  /** Bytes of a public key. */
  readonly length: number
  readonly isEd25519: boolean
}

export const KEY_FORMS: Readonly<Record<KeyType, KeyForm>> = {
  ed25519: { byte: 0x01, length: 32, isEd25519: true },
  'cosignature/v1': { byte: 0x04, length: 32, isEd25519: true },
  'subtree/v1': { byte: 0x06, length: 1312, isEd25519: false },
}

export function keyTypeOf(byte: number): KeyType | null {
  const types: readonly KeyType[] = ['ed25519', 'cosignature/v1', 'subtree/v1']
  return types.find((type) => KEY_FORMS[type].byte === byte) ?? null
}

/** A key that signatures are checked against. Made by `parseVerifierKey` or `verifierKey`, which refuse weak ones. */
export interface VerifierKey {
  readonly name: string
  readonly type: KeyType
  readonly publicKey: Uint8Array
  /** Four bytes that, with the name, say which key signed. */
  readonly keyId: Uint8Array
}

/** What signs notes. `sign` is Ed25519 over exactly the message it is given. */
export interface NoteSigner {
  readonly name: string
  readonly type: 'ed25519' | 'cosignature/v1'
  readonly publicKey: Uint8Array
  sign(message: Uint8Array): Uint8Array
}

/** One signature line, read and not yet checked. */
export interface NoteSignature {
  readonly name: string
  readonly keyId: Uint8Array
  /** Without the key id: for a cosignature the time and what was signed with it. */
  readonly signature: Uint8Array
}

export interface Note {
  /** Up to and with its final newline. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}
