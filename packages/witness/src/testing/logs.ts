// Logs and witnesses for tests: their keys, their trees, and the requests they would send.
import { generateKeyPairSync, sign } from 'node:crypto'
import { nodeCrypto } from '@trucekeeper/keys'
import {
  consistencyProofOf,
  leafHash,
  rootOf,
  signCheckpoint,
  verifierKey,
  type NoteSigner,
  type VerifierKey,
} from '@trucekeeper/merkle'
import { formatAddCheckpoint } from '../request.ts'

export function testSigner(name: string, type: NoteSigner['type'] = 'ed25519'): NoteSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  return { name, type, publicKey: Uint8Array.from(raw), sign: (message) => sign(null, message, privateKey) }
}

export function keyOf({ name, type, publicKey }: NoteSigner): VerifierKey {
  const key = verifierKey(nodeCrypto.hash, name, type, publicKey)
  if (!key.ok) throw new Error(key.message)
  return key.value
}

export interface TestLog {
  readonly signer: NoteSigner
  readonly key: VerifierKey
  root(size: number): Uint8Array
  head(size: number): Uint8Array
  proof(from: number, to: number): Uint8Array[]
  /** The request that an honest log sends. */
  request(from: number, to: number): Uint8Array
}

/** A log whose leaves are `content` and their index: another content is another history. */
export function testLog(origin: string, content = 'entry', signer = testSigner(origin)): TestLog {
  const leaf = (at: number) => leafHash(nodeCrypto.hash, new TextEncoder().encode(`${content} ${at}`))
  const leaves = (size: number) => Array.from({ length: size }, (_, at) => leaf(at))
  const root = (size: number) => Uint8Array.from(rootOf(nodeCrypto.hash, leaves(size)))
  const head = (size: number) =>
    signCheckpoint(nodeCrypto.hash, { origin, size: BigInt(size), root: root(size), extensions: [] }, [signer])
  const proof = (from: number, to: number) =>
    from === 0 || from === to ? [] : consistencyProofOf(nodeCrypto.hash, from, leaves(to))
  return {
    signer,
    key: keyOf(signer),
    root,
    head,
    proof,
    request: (from, to) => formatAddCheckpoint(BigInt(from), proof(from, to), head(to)),
  }
}
