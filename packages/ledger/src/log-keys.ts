// The keys that a writer needs: one that signs heads, one that signs entries, and how both are proved.
import { openCheckpoint, type NoteSigner, type VerifierKey, type Verify } from '@trucekeeper/merkle'
import type { Author } from './entry-form/index.ts'
import type { Sealer } from './entry-form/sealed/index.ts'
import { verifierKeyOf } from './head.ts'

export interface SigningKeys {
  readonly log: NoteSigner
  readonly author: Author
  readonly verify: Verify
  /** Encrypts what entries withhold; without one nothing can be withheld. */
  readonly sealer?: Sealer | null
}

export interface LogKeys extends SigningKeys {
  readonly verifier: VerifierKey
  /** Whether a head signed by this log holds. */
  holds(note: Uint8Array): boolean
}

export function logKeys({ log, author, verify }: SigningKeys): LogKeys {
  const verifier = verifierKeyOf(log.name, log.publicKey)
  return {
    log,
    author,
    verify,
    verifier,
    holds: (note) => openCheckpoint(note, verifier, verify).ok,
  }
}
