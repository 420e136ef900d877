// Heads: who signed one, who witnessed it, and whether two of one log can both be true.
import { headOf, parseCheckpoint, type Checkpoint } from '../checkpoint.ts'
import { sameBytes } from '../bytes.ts'
import { verifyConsistency } from '../proofs.ts'
import { cosignaturesOf, openParsedNote, parseNote, type Note, type VerifierKey } from '../notes/index.ts'
import { quorumOf } from '../policy/index.ts'
import { parseReceipt } from '../receipts/index.ts'
import { parsed, refused, shown, type Parsed } from '../result.ts'
import { consistencyIn, type ConsistencyCase } from './proof-cases.ts'
import { sortOf } from './sorts.ts'
import { DISTRUST, fails, holds, NO_KEY_HELP, type Examination, type Examined, type NamedFile } from './types.ts'
import { entriesOf, listOf, timeOf } from './wording.ts'

/** A head signed by its log with one of the keys given. */
export interface SignedHead {
  readonly file: string
  readonly checkpoint: Checkpoint
}

/** Keys that a log of this origin may have signed with. */
function logKeysFor(origin: string, { keys, policy }: Examination): readonly VerifierKey[] {
  const all = [...keys.filter(({ type }) => type === 'ed25519'), ...(policy?.logs.map(({ key }) => key) ?? [])]
  const named = all.filter(({ name }) => name === origin)
  // The same key given twice, by option and by policy, is one key.
  return named.filter((key, at) => named.findIndex(({ publicKey }) => sameBytes(publicKey, key.publicKey)) === at)
}

/** The head in a note, or the reason why it is not known to be the log's. */
export function signedHead(note: Note, examination: Examination): Parsed<Checkpoint> {
  const claimed = parseCheckpoint(note.text)
  if (!claimed.ok) return claimed
  const { origin } = claimed.value
  const keys = logKeysFor(origin, examination)
  if (keys.length === 0) {
    const anyGiven = examination.keys.length > 0 || examination.policy !== undefined
    const message = anyGiven
      ? `not proved: the head says that it is of the log ${shown(origin)}, and no key of that log was given`
      : 'not proved: no key given'
    return refused(anyGiven ? 'log-unknown' : 'no-key', message, NO_KEY_HELP)
  }
  const opened = openParsedNote(note, keys, examination.verify)
  if (!opened.ok) return unsigned(origin, opened.reason)
  const head = headOf(opened.value, origin)
  return head.ok ? parsed(head.value.checkpoint) : head
}

function unsigned(origin: string, reason: string): Parsed<never> {
  if (reason === 'unverified') {
    const message = `the log ${shown(origin)} has not signed this head with the key given: it is another log's, or its signature line was changed`
    return refused(
      'log-signature-missing',
      message,
      'check that the key is the right one; if it is, do not rely on the file',
    )
  }
  const message = `the signature of ${shown(origin)} does not hold: the head was changed, or it is another log's`
  return refused('log-signature-invalid', message, DISTRUST)
}

/** What a note says as the head of a log; null for a note that is none. */
export function headItems(note: Note, name: string, examination: Examination): readonly Examined[] | null {
  if (!parseCheckpoint(note.text).ok) return null
  const head = signedHead(note, examination)
  if (!head.ok) return [fails('head', head.reason, head.message, head.help)]
  const { origin, size } = head.value
  return [
    holds('head', `the log ${shown(origin)} signed this head of ${entriesOf(size)}`),
    ...witnessItems(note, examination),
    ...comparedItems({ file: name, checkpoint: head.value }, examination),
  ]
}

/** Who witnessed a head, and when; and whether that is what the policy asks for. */
export function witnessItems(note: Note, { keys, policy, verify }: Examination): readonly Examined[] {
  const listed = policy?.witnesses.map(({ key }) => key) ?? []
  const more = keys.filter(
    ({ type, publicKey }) => type === 'cosignature/v1' && !listed.some((key) => sameBytes(key.publicKey, publicKey)),
  )
  const { valid, invalid } = cosignaturesOf(note.text, note.signatures, [...listed, ...more], verify)
  const items = valid.map(({ name, time }) =>
    holds('witness', `the witness ${shown(name)} saw this head at ${timeOf(time)}, and no fork of the log until then`),
  )
  for (const { name } of invalid) {
    const why = `the cosignature of ${shown(name)} does not hold: the head was changed, or it is over another head`
    items.push(fails('witness', 'cosignature-invalid', why, DISTRUST))
  }
  if (policy === undefined) return items
  const { met, why } = quorumOf(
    policy,
    valid.map(({ key }) => key),
  )
  const help = 'ask for a newer one, whose head has been witnessed'
  return [
    ...items,
    met
      ? holds('policy', `the head is witnessed as the policy asks: ${why}`)
      : fails('policy', 'quorum-missing', `too few witnesses have seen this head: ${why}`, help),
  ]
}

/** What the other files say of this head: a second history, or a proof that it continues an earlier head. */
export function comparedItems(head: SignedHead, examination: Examination): readonly Examined[] {
  const others = examination.others ?? []
  const heads = others.flatMap((file) => headIn(file, examination))
  const proofs = others.flatMap(proofsIn)
  return heads
    .filter(({ checkpoint }) => checkpoint.origin === head.checkpoint.origin)
    .flatMap((other) => comparison(head, other, proofs, examination))
}

function comparison(
  later: SignedHead,
  earlier: SignedHead,
  proofs: readonly (ConsistencyCase & { readonly file: string })[],
  { hash }: Examination,
): readonly Examined[] {
  const [one, other] = [later.checkpoint, earlier.checkpoint]
  const files = listOf([earlier.file, later.file])
  if (one.size === other.size) {
    if (sameBytes(one.root, other.root)) return []
    const why = `the log ${shown(one.origin)} signed two different heads of ${entriesOf(one.size)}, in ${files}: that is proof of a split view`
    const help =
      'keep both files and show them to everybody who relies on this log: nobody without its key could have made them'
    return [fails('split view', 'split-view', why, help)]
  }
  // Each pair is told of once, with its later head.
  if (one.size < other.size) return []
  const proof = proofs.find(({ oldSize, newSize }) => oldSize === other.size && newSize === one.size)
  if (proof === undefined) return []
  const claim = { oldSize: other.size, newSize: one.size, oldRoot: other.root, newRoot: one.root, proof: proof.proof }
  const sizes = `the head of ${entriesOf(one.size)} and that of ${entriesOf(other.size)}`
  if (verifyConsistency(hash, claim)) {
    return [holds('consistency', `${sizes}, in ${files}, are of one history: the later only adds to the earlier`)]
  }
  const why = `${sizes}, in ${files}, are not joined by the proof in ${shown(proof.file)}: the proof is of something else, or the two are a split view`
  const help = 'ask the log for the proof between these two heads: if it has none, they are proof of a split view'
  return [fails('consistency', 'not-consistent', why, help)]
}

function headIn({ name, bytes }: NamedFile, examination: Examination): readonly SignedHead[] {
  const { sort } = sortOf(bytes)
  if (sort !== 'note' && sort !== 'receipt') return []
  const receipt = sort === 'receipt' ? parseReceipt(bytes) : null
  if (receipt?.ok === false) return []
  const note = parseNote(receipt?.value.checkpoint ?? bytes)
  const head = note.ok ? signedHead(note.value, examination) : note
  return head.ok ? [{ file: name, checkpoint: head.value }] : []
}

function proofsIn({ name, bytes }: NamedFile): readonly (ConsistencyCase & { readonly file: string })[] {
  const file = sortOf(bytes)
  return file.sort === 'json' ? consistencyIn(file.json).map((claim) => ({ ...claim, file: name })) : []
}
