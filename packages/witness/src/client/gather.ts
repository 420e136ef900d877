// Asking all witnesses of a policy for their cosignatures of one head, at the same time.
import { given, nodeCrypto, refused, type Refusal, type Result } from '@trucekeeper/keys'
import {
  cosignaturesOf,
  formatNote,
  isBy,
  parseNote,
  quorumOf,
  type Cosignature,
  type Policy,
  type PolicyWitness,
  type QuorumAnswer,
} from '@trucekeeper/merkle'
import { askWitness, type AskRefusal, type HeadToWitness } from './ask.ts'
import type { Reach } from './exchange.ts'

export interface HeadToGather extends Omit<HeadToWitness, 'oldSize'> {
  /** What the witness that the policy calls so cosigned last, where it is known: spares asking twice. */
  readonly oldSizes?: ReadonlyMap<string, bigint>
}

/** A witness that did not cosign, and why. */
export interface NotCosigned {
  /** As the policy calls it. */
  readonly name: string
  readonly refusal: AskRefusal | Refusal<'url-missing'>
}

export interface Gathered {
  /** The head with the cosignatures added; those it had stay, unless the same witness gave a new one. */
  readonly note: Uint8Array
  /** Whether the cosignatures on `note` make the quorum. */
  readonly quorum: QuorumAnswer
  /** What came now, by the name that the policy gives the witness. */
  readonly cosignatures: ReadonlyMap<string, Cosignature>
  readonly notCosigned: readonly NotCosigned[]
  /** Those who have seen a history that is not ours. With any of these the log must not go on. */
  readonly alarms: readonly NotCosigned[]
}

const ALARMS: readonly string[] = ['witness-ahead', 'forked', 'proof-refused'] satisfies AskRefusal['code'][]

/** Never fails for what witnesses do; refuses a head that is no note. */
export async function gatherCosignatures(
  policy: Policy,
  { note: bytes, proofFrom, oldSizes }: HeadToGather,
  reach: Reach = {},
): Promise<Result<Gathered, Refusal<'head-malformed'>>> {
  const note = parseNote(bytes)
  if (!note.ok) return refused('head-malformed', note.message, 'sign the head again')
  const { text, signatures } = note.value

  async function ask({ name, key, url }: PolicyWitness): Promise<Result<Cosignature, NotCosigned['refusal']>> {
    if (url === undefined) {
      const help = 'add its submission prefix to its line of the policy'
      return refused('url-missing', `the policy has no address of the witness \`${name}\``, help)
    }
    return askWitness(url, { note: bytes, oldSize: oldSizes?.get(name) ?? 0n, proofFrom }, { key, ...reach })
  }

  const asked = await Promise.all(
    policy.witnesses.map(async (witness) => ({ name: witness.name, answer: await ask(witness) })),
  )
  const cosignatures = new Map<string, Cosignature>()
  const notCosigned: NotCosigned[] = []
  for (const { name, answer } of asked) {
    if (answer.ok) cosignatures.set(name, answer.value)
    else notCosigned.push({ name, refusal: answer.refusal })
  }
  const fresh = [...cosignatures.values()]
  const kept = signatures.filter((signature) => !fresh.some(({ key }) => isBy(signature, key)))
  const all = [...kept, ...fresh]
  const keys = policy.witnesses.map(({ key }) => key)
  const { valid } = cosignaturesOf(text, all, keys, nodeCrypto.verify)
  return given({
    note: new TextEncoder().encode(formatNote({ text, signatures: all })),
    quorum: quorumOf(
      policy,
      valid.map(({ key }) => key),
    ),
    cosignatures,
    notCosigned,
    alarms: notCosigned.filter(({ refusal }) => ALARMS.includes(refusal.code)),
  })
}
