// Asking one witness to cosign a head, and believing nothing of its answer that does not verify.
import { given, nodeCrypto, refused, type Refusal, type Result } from '@trucekeeper/keys'
import {
  cosignaturesOf,
  decimal,
  parseCheckpoint,
  parseNote,
  parseSignatureLines,
  type Cosignature,
  type VerifierKey,
} from '@trucekeeper/merkle'
import { formatAddCheckpoint, MOST_PROOF_LINES } from '../request.ts'
import { exchange, shown, type Answer, type ExchangeRefusal, type Reach } from './exchange.ts'

export interface HeadToWitness {
  /** The head, signed by its log. */
  readonly note: Uint8Array
  /** The size that the witness cosigned last, as far as is known; 0 where it is not. */
  readonly oldSize: bigint
  /** The consistency proof from a smaller size to that of the head; null where none can be made. */
  proofFrom(oldSize: bigint): readonly Uint8Array[] | null | Promise<readonly Uint8Array[] | null>
}

/** `witness-ahead`, `forked` and `proof-refused` say that the witness has seen a history of this log that is not ours. */
export type AskRefusal =
  | ExchangeRefusal
  | Refusal<
      | 'head-malformed'
      | 'key-unusable'
      | 'proof-missing'
      | 'forked'
      | 'proof-refused'
      | 'log-unknown'
      | 'log-untrusted'
      | 'request-refused'
      | 'witness-failed'
      | 'answer-malformed'
      | 'cosignature-missing'
      | 'cosignature-invalid'
      | 'size-unsettled'
    >
  | AheadRefusal

/** The witness has seen more than we hold. */
export interface AheadRefusal extends Refusal<'witness-ahead'> {
  /** That of the head it says it has cosigned. */
  readonly size: bigint
}

export interface AskOptions extends Reach {
  /** Of the witness. */
  readonly key: VerifierKey
}

const LATER = 'ask who runs the witness'
const STOP =
  'sign nothing more: compare the log with its copies and with the head that the witness has, which `headSeenBy` gives'

/** Has the witness at `url` (its submission prefix) cosign a head. Where it names another size, it is asked once more. */
export async function askWitness(
  url: string,
  head: HeadToWitness,
  { key, ...reach }: AskOptions,
): Promise<Result<Cosignature, AskRefusal>> {
  if (key.type !== 'cosignature/v1')
    return refused(
      'key-unusable',
      `keys such as that of \`${key.name}\` are not checked here`,
      'use an Ed25519 witness',
    )
  const note = parseNote(head.note)
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note
  if (!note.ok || !checkpoint.ok)
    return refused('head-malformed', checkpoint.ok ? 'the head is no note' : checkpoint.message, 'sign the head again')
  const { size } = checkpoint.value

  async function post(oldSize: bigint): Promise<Result<Answer, AskRefusal>> {
    const proof = oldSize === 0n || oldSize === size ? [] : await head.proofFrom(oldSize)
    if (proof === null || proof.length > MOST_PROOF_LINES)
      return refused('proof-missing', `no proof can be made from ${oldSize} entries`, 'bring back the tiles of the log')
    return exchange(url, 'add-checkpoint', formatAddCheckpoint(oldSize, proof, head.note), reach)
  }

  // What we believed may be from another log, or ahead of it; the witness will say.
  let oldSize = head.oldSize > size ? 0n : head.oldSize
  let answer = await post(oldSize)
  const named = answer.ok ? sizeIn(answer.value) : null
  if (named !== null && named <= size && named !== oldSize) {
    oldSize = named
    answer = await post(oldSize)
  }
  if (!answer.ok) return answer
  const { status, body } = answer.value
  if (status === 200) return cosignatureIn(body, note.value.text, key)
  const differs = sizeIn(answer.value)
  if (differs !== null) return differs > size ? ahead(differs, size) : unsettled(differs)
  if (status === 409 || status === 422) return oldSize === size ? forked() : notGrown()
  return refusedWith(status, body)
}

/** The size that a witness names because ours is not the one it knows; null for any other answer. */
function sizeIn({ status, contentType, body }: Answer): bigint | null {
  if (status !== 409 || contentType !== 'text/x.tlog.size' || body.at(-1) !== 0x0a) return null
  return decimal(Buffer.from(body).toString('latin1', 0, body.length - 1))
}

function cosignatureIn(body: Uint8Array, text: string, key: VerifierKey): Result<Cosignature, AskRefusal> {
  const lines = parseSignatureLines(Buffer.from(body).toString('utf8'))
  if (!lines.ok) return refused('answer-malformed', `the answer holds no cosignatures: ${lines.message}`, LATER)
  const { valid, invalid } = cosignaturesOf(text, lines.value, [key], nodeCrypto.verify)
  const [cosignature] = valid
  if (cosignature !== undefined) return given(cosignature)
  return invalid.length > 0
    ? refused('cosignature-invalid', `the cosignature of \`${key.name}\` does not fit the head`, LATER)
    : refused(
        'cosignature-missing',
        `the answer holds no cosignature of \`${key.name}\``,
        'check the key of the witness',
      )
}

function ahead(theirs: bigint, ours: bigint): { readonly ok: false; readonly refusal: AheadRefusal } {
  const message = `the witness has seen more than we hold: ${theirs} entries, and our head has ${ours}`
  const help = `unless another process has signed a newer head meanwhile, this log was put back from an older copy or runs twice; ${STOP}`
  return { ok: false, refusal: { ...refused('witness-ahead', message, help).refusal, size: theirs } }
}

function unsettled(named: bigint) {
  const message = `the witness names ${named} entries as what it knows, and does not take a proof from there`
  return refused('size-unsettled', message, 'ask again: another head may be on its way to this witness')
}

/** Witnesses say it with 422 or, as version 1.0.0 of the text has it, with a 409 that bears no size. */
function forked() {
  return refused('forked', 'the witness has cosigned another tree of the same size', STOP)
}

function notGrown() {
  return refused('proof-refused', 'the witness does not find that our head only adds to what it has seen', STOP)
}

function refusedWith(status: number, body: Uint8Array): { readonly ok: false; readonly refusal: AskRefusal } {
  const said = body.length > 0 ? `, saying ${shown(Buffer.from(body).toString('utf8').trim())}` : ''
  if (status === 404)
    return refused('log-unknown', `the witness does not know this log${said}`, 'have it add the key of the log')
  if (status === 403)
    return refused('log-untrusted', `the witness has another key for this log${said}`, 'have it take the right one')
  if (status >= 500) return refused('witness-failed', `the witness failed with ${status}${said}`, LATER)
  return refused('request-refused', `the witness answers with ${status}${said}`, LATER)
}
