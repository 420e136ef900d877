// Whether a head follows on the last one that was cosigned, and the cosignature when it does.
import { given, nodeCrypto, refused, type Refusal, type Result } from '@trucekeeper/keys'
import {
  EMPTY_TREE,
  formatNote,
  openParsedNote,
  sameBytes,
  signatureBy,
  treeRoot,
  verifyConsistency,
  type NoteSigner,
  type OpenedNote,
} from '@trucekeeper/merkle'
import type { AddCheckpoint } from '../request.ts'
import type { CosignedHead } from './cosigned-head.ts'
import type { KnownLogs } from './logs.ts'

export type CosignRefusal =
  | Refusal<'log-unknown' | 'log-untrusted' | 'old-size-larger' | 'proof-fails' | 'root-differs'>
  /** `size` is that of the last head that was cosigned, 0 before the first. */
  | (Refusal<'old-size-differs'> & { readonly size: bigint })

const EMPTY_ROOT = treeRoot(nodeCrypto.hash, EMPTY_TREE)
const KEEP = 'keep the request: it can prove that the log shows different histories'

/** The note with the log's signature checked: what can be told without knowing what was cosigned before. */
export function signedByLog(
  { oldSize, note, checkpoint }: AddCheckpoint,
  logs: KnownLogs,
): Result<OpenedNote, CosignRefusal> {
  const keys = logs.get(checkpoint.origin)
  if (keys === undefined)
    return refused('log-unknown', 'this log is not known here', 'ask the operator of the witness to add its key')
  const opened = openParsedNote(note, keys, nodeCrypto.verify)
  if (!opened.ok) return refused('log-untrusted', opened.message, 'sign the head with the key that the witness has')
  if (oldSize > checkpoint.size)
    return refused('old-size-larger', 'the old size is larger than that of the head', 'send the newest head')
  return given(opened.value)
}

export interface Cosigning {
  readonly signer: NoteSigner
  /** Milliseconds since the Epoch. */
  now(): number
}

/** The head cosigned, provided that it only adds to `last`; `last` itself where this second it was cosigned already. */
export function cosigned(
  { oldSize, proof, checkpoint }: AddCheckpoint,
  { text, verified }: OpenedNote,
  last: CosignedHead | null,
  { signer, now }: Cosigning,
): Result<CosignedHead, CosignRefusal> {
  const { origin, size, root } = checkpoint
  const lastSize = last?.size ?? 0n
  if (oldSize !== lastSize) {
    const help = 'send a proof from that size'
    const { refusal } = refused('old-size-differs', `the last head cosigned here has the size ${lastSize}`, help)
    return { ok: false, refusal: { ...refusal, size: lastSize } }
  }
  if (size === oldSize && !sameBytes(root, last?.root ?? EMPTY_ROOT))
    return refused('root-differs', 'another tree of this size has been cosigned', KEEP)
  const claim = { oldSize, newSize: size, oldRoot: last?.root ?? EMPTY_ROOT, newRoot: root, proof }
  // Every tree begins with the empty one, for which there is no proof.
  const isConsistent = oldSize === 0n && size > 0n ? proof.length === 0 : verifyConsistency(nodeCrypto.hash, claim)
  if (!isConsistent) return refused('proof-fails', 'the proof does not show that the log only grew', KEEP)

  // A clock set back must not make a larger tree look older than a smaller one; and no cosignature bears the time zero.
  const clock = BigInt(Math.max(1, Math.floor(now() / 1000)))
  const time = last !== null && last.time > clock ? last.time : clock
  if (last !== null && last.text === text && last.time === time) return given(last)
  const cosignature = signatureBy(nodeCrypto.hash, text, signer, time)
  const note = new TextEncoder().encode(formatNote({ text, signatures: [...verified, cosignature] }))
  return given({ origin, size, root, text, time, cosignature, note })
}
