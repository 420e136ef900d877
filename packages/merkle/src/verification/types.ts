// What is asked of an examination, and what it answers: one item for each thing that can hold or not.
import type { VerifierKey, Verify } from '../notes/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Hash } from '../tree.ts'

export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Examination {
  /** Keys of logs, of witnesses and of authors, from a source that the reader trusts. */
  readonly keys: readonly VerifierKey[]
  readonly policy?: Policy
  readonly hash: Hash
  readonly verify: Verify
  /** The entry that receipts are for, where they do not hold it themselves. */
  readonly entry?: Uint8Array
  /** Files handed over together with this one: other heads of the log, proofs between them, disclosures, receipts. */
  readonly others?: readonly NamedFile[]
  /** The Ed25519 public key of a seed, for test vectors that give seeds; without it their signatures are not checked. */
  readonly publicKeyOf?: (seed: Uint8Array) => Uint8Array
}

/** One thing that holds or does not. */
export interface Examined {
  /** `head`, `entry`, `inclusion proof`, … */
  readonly what: string
  readonly ok: boolean
  /** One sentence for people. */
  readonly why: string
  /** What to do about it. */
  readonly help?: string
  /** A stable word for programs, of what does not hold. */
  readonly reason?: string
  /** What a file of cases calls this one. */
  readonly id?: string
}

export function holds(what: string, why: string): Examined {
  return { what, ok: true, why }
}

export function fails(what: string, reason: string, why: string, help: string): Examined {
  return { what, ok: false, why, help, reason }
}

export const NO_KEY_HELP =
  'give the public key of the log, from a source that you trust and not from who handed you the file'
export const DISTRUST = 'do not rely on it, and keep it: it shows that something was changed'
