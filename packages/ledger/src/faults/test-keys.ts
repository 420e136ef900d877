// Keys for tests, the same at every run, and a ledger opened with them.
import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { openLedger, type Ledger, type LedgerOptions } from '../ledger.ts'
import type { SigningKeys } from '../log-keys.ts'
import type { Result } from '../refusal.ts'
import { hex, nodeVerify, sha256 } from '../sha256.ts'

const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

function keyPair(seed: number) {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, new Uint8Array(32).fill(seed)]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)
  return { publicKey, sign: (message: Uint8Array) => sign(null, message, privateKey) }
}

/** An author of tests, by a number from 0 to 255. */
export function testAuthor(seed: number): SigningKeys['author'] & { readonly publicKey: Uint8Array } {
  const pair = keyPair(seed)
  return { id: `key_${hex(sha256(pair.publicKey)).slice(0, 20)}`, ...pair }
}

const [log, author] = [keyPair(1), testAuthor(2)]

export const TEST_KEYS: SigningKeys = {
  log: { name: 'ledger.example/test', type: 'ed25519', ...log },
  author,
  verify: nodeVerify,
}

export const TEST_ORIGIN = TEST_KEYS.log.name

/**
 * Keys whose signatures are digests, a hundred times quicker: for simulations of disks, which are not about signing and
 * in which nobody forges.
 */
export const QUICK_KEYS: SigningKeys = {
  log: { ...TEST_KEYS.log, sign: digested(log.publicKey) },
  author: { ...TEST_KEYS.author, sign: digested(author.publicKey) },
  verify: (publicKey, message, signature) => Buffer.compare(digested(publicKey)(message), signature) === 0,
}

function digested(publicKey: Uint8Array): (message: Uint8Array) => Uint8Array {
  return (message) => {
    const half = sha256(Buffer.concat([publicKey, message]))
    return Buffer.concat([half, half])
  }
}

export function openTestLedger(dir: string, options: Partial<LedgerOptions> = {}): Promise<Result<Ledger>> {
  return openLedger(dir, { keys: TEST_KEYS, ...options })
}
