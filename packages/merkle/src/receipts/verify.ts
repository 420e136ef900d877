// Whether a receipt holds: with the file, the key of the log and a policy, and nothing else.
import { headOf, parseCheckpoint, type Checkpoint } from '../checkpoint.ts'
import {
  cosignaturesOf,
  openParsedNote,
  parseNote,
  type Cosignature,
  type Note,
  type VerifiedSignature,
  type VerifierKey,
  type Verify,
} from '../notes/index.ts'
import { quorumOf, type Policy } from '../policy/index.ts'
import { verifyInclusion } from '../proofs.ts'
import { parsed, refused, shown, type Parsed } from '../result.ts'
import { leafHash, type Hash } from '../tree.ts'
import { sameBytes } from '../bytes.ts'
import { parseReceipt, type Receipt } from './format.ts'

/** What a verifier brings: everything it trusts, and the functions that check. */
export interface ReceiptTrust {
  readonly hash: Hash
  readonly verify: Verify
  /** The key of the log; may be left out when the policy lists logs. */
  readonly logKey?: VerifierKey
  /** Who must have cosigned. Without one, the log's own word is enough. */
  readonly policy?: Policy
  /** The bytes of the leaf. When left out, the receipt's extra data is taken for them. */
  readonly entry?: Uint8Array
  /** What the head's origin must be; the name of the log's key unless said. */
  readonly origin?: string
}

/** A receipt that holds. */
export interface VerifiedReceipt {
  readonly receipt: Receipt
  readonly checkpoint: Checkpoint
  readonly index: bigint
  /** The bytes of the leaf, of which the log has committed to every one. */
  readonly entry: Uint8Array
  readonly log: VerifiedSignature
  /** Of the policy's witnesses. */
  readonly cosignatures: readonly Cosignature[]
  /** Names of those witnesses, as the policy calls them. */
  readonly cosigned: readonly string[]
}

/**
 * `malformed`: it is no receipt. `log-unknown`: the head is of a log that is not trusted. `log-not-in-policy`: the key
 * given is not one of the policy's. `log-signature-missing`, `log-signature-invalid`: the log did not sign this head.
 * `cosignature-invalid`: a witness's line does not fit. `quorum-missing`: too few witnesses. `entry-missing`: nothing
 * to look for. `index-outside`: the head is of a tree without such an entry. `not-included`: the entry is not there.
 */
export type ReceiptRefusal =
  | 'malformed'
  | 'log-unknown'
  | 'log-not-in-policy'
  | 'log-signature-missing'
  | 'log-signature-invalid'
  | 'cosignature-invalid'
  | 'quorum-missing'
  | 'entry-missing'
  | 'index-outside'
  | 'not-included'

const DISTRUST = 'do not rely on it, and keep it: it shows that something was changed'

/** Whether a receipt holds, offline. Gives what it proves, or the first reason why it proves nothing. */
export function verifyReceipt(bytes: Uint8Array, trust: ReceiptTrust): Parsed<VerifiedReceipt, ReceiptRefusal> {
  const receipt = parseReceipt(bytes)
  if (!receipt.ok) return receipt
  const note = parseNote(receipt.value.checkpoint)
  if (!note.ok) return note
  const head = signedHead(note.value, trust)
  if (!head.ok) return head
  const { checkpoint, log } = head.value
  const witnessed = witnessing(note.value, trust)
  if (!witnessed.ok) return witnessed

  const { extra, index, proof } = receipt.value
  const entry = trust.entry ?? extra
  if (entry === null) {
    const help = 'give the entry that the receipt is for'
    return refused('entry-missing', 'the receipt does not hold the entry it is for', help)
  }
  if (index >= checkpoint.size) {
    const message = `the head is of a tree with ${checkpoint.size} entries, which has none at ${index}`
    return refused('index-outside', message, DISTRUST)
  }
  const claim = { index, size: checkpoint.size, leafHash: leafHash(trust.hash, entry), root: checkpoint.root, proof }
  if (!verifyInclusion(trust.hash, claim)) {
    const message = `this entry is not the one at ${index} of the tree with ${checkpoint.size} entries`
    return refused('not-included', message, DISTRUST)
  }
  return parsed({ receipt: receipt.value, checkpoint, index, entry, log, ...witnessed.value })
}

interface SignedHead {
  readonly checkpoint: Checkpoint
  readonly log: VerifiedSignature
}

function signedHead(note: Note, trust: ReceiptTrust): Parsed<SignedHead, ReceiptRefusal> {
  const claimed = parseCheckpoint(note.text)
  if (!claimed.ok) return claimed
  const { origin } = claimed.value
  const keys = trustedLogs(trust)
  if (keys === null) {
    const message = `the key ${shown(trust.logKey?.name ?? '')} is none of the logs of the policy`
    return refused('log-not-in-policy', message, 'use the policy that was made for this log')
  }
  const fitting = keys.filter((key) => (trust.origin ?? key.name) === origin)
  if (fitting.length === 0) {
    const message = `the head is of the log ${shown(origin)}, which is not among those trusted here`
    return refused('log-unknown', message, 'give the key of that log, from a source that you trust')
  }
  const opened = openParsedNote(note, fitting, trust.verify)
  if (!opened.ok) {
    if (opened.reason === 'unverified') {
      const message = `the log ${shown(origin)} has not signed this head with the key known here`
      return refused(
        'log-signature-missing',
        message,
        'check that the key is the right one; if it is, do not rely on it',
      )
    }
    const message = `the signature of the log ${shown(origin)} does not fit this head`
    return refused('log-signature-invalid', message, DISTRUST)
  }
  const head = headOf(opened.value, origin)
  if (!head.ok) return refused('malformed', head.message, head.help)
  return parsed({ checkpoint: head.value.checkpoint, log: opened.value.verified[0]! })
}

/** The keys a log may have signed with, or null when key and policy contradict each other. */
function trustedLogs({ logKey, policy }: ReceiptTrust): readonly VerifierKey[] | null {
  const listed = policy?.logs.map(({ key }) => key) ?? []
  if (logKey === undefined) return listed
  const isListed = listed.some(({ publicKey }) => sameBytes(publicKey, logKey.publicKey))
  return listed.length === 0 || isListed ? [logKey] : null
}

function witnessing(
  note: Note,
  { policy, verify }: ReceiptTrust,
): Parsed<Pick<VerifiedReceipt, 'cosignatures' | 'cosigned'>, ReceiptRefusal> {
  if (policy === undefined) return parsed({ cosignatures: [], cosigned: [] })
  const witnesses = policy.witnesses.map(({ key }) => key)
  const { valid, invalid } = cosignaturesOf(note.text, note.signatures, witnesses, verify)
  const [bad] = invalid
  if (bad !== undefined) {
    return refused('cosignature-invalid', `the cosignature of ${shown(bad.name)} does not fit this head`, DISTRUST)
  }
  const { met, cosigned, why } = quorumOf(
    policy,
    valid.map(({ key }) => key),
  )
  if (!met) {
    const help = 'ask for a receipt with a head that has been witnessed'
    return refused('quorum-missing', `too few witnesses have seen this head: ${why}`, help)
  }
  return parsed({ cosignatures: valid, cosigned })
}
