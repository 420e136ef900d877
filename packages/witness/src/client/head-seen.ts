// The last head that a witness cosigned for a log: evidence to hold against what the log shows.
import { given, nodeCrypto, refused, type Refusal, type Result } from '@trucekeeper/keys'
import {
  cosignaturesOf,
  openCheckpoint,
  type Checkpoint,
  type Cosignature,
  type VerifierKey,
} from '@trucekeeper/merkle'
import { originHash } from '../origin-hash.ts'
import { exchange, type ExchangeRefusal, type Reach } from './exchange.ts'

export interface HeadSeen {
  /** As the witness gave it, signed by the log. */
  readonly note: Uint8Array
  readonly checkpoint: Checkpoint
  /** Null where the answer bears none of this witness that holds. */
  readonly cosignature: Cosignature | null
}

export type HeadSeenRefusal = ExchangeRefusal | Refusal<'never-cosigned' | 'witness-failed' | 'not-by-the-log'>

export interface HeadSeenOptions extends Reach {
  /** Of the log; its name is the origin. */
  readonly logKey: VerifierKey
  /** Of the witness. */
  readonly key: VerifierKey
}

/**
 * What the witness at `url` (its monitoring prefix) has seen. A head given here is signed by the log's key, whatever the
 * witness is worth: a larger one than the log shows proves that the log was put back or runs twice.
 */
export async function headSeenBy(
  url: string,
  { logKey, key, ...reach }: HeadSeenOptions,
): Promise<Result<HeadSeen, HeadSeenRefusal>> {
  const answer = await exchange(url, `${originHash(logKey.name)}/checkpoint`, null, reach)
  if (!answer.ok) return answer
  const { status, body } = answer.value
  if (status === 404)
    return refused('never-cosigned', `the witness shows no head of \`${logKey.name}\``, 'have it cosign one first')
  if (status !== 200)
    return refused('witness-failed', `the witness answers with ${status}`, 'ask again later, or ask who runs it')
  const opened = openCheckpoint(body, logKey, nodeCrypto.verify)
  if (!opened.ok)
    return refused('not-by-the-log', `what the witness shows does not hold: ${opened.message}`, opened.help)
  const { checkpoint, text, unverified } = opened.value
  const [cosignature] = cosignaturesOf(text, unverified, [key], nodeCrypto.verify).valid
  return given({ note: body, checkpoint, cosignature: cosignature ?? null })
}
