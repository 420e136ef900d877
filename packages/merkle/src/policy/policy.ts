// Whom a verifier trusts (tlog-policy): which logs, which witnesses, and how many of whom must have cosigned.
import { formatVerifierKey, type VerifierKey } from '../notes/index.ts'

export interface PolicyLog {
  readonly key: VerifierKey
  readonly url?: string
}

export interface PolicyWitness {
  /** What the policy calls it; the key has a name of its own. */
  readonly name: string
  readonly key: VerifierKey
  readonly url?: string
}

export interface PolicyGroup {
  readonly name: string
  /** Members that must have witnessed a head for the group to have. */
  readonly threshold: number
  /** Names of witnesses and of groups that stand before it. */
  readonly members: readonly string[]
}

export interface Policy {
  readonly logs: readonly PolicyLog[]
  readonly witnesses: readonly PolicyWitness[]
  /** In the order of the file: a group only has members that were named before it. */
  readonly groups: readonly PolicyGroup[]
  /** The witness or group that must have witnessed a head, or null when nobody has to. */
  readonly quorum: string | null
}

export interface QuorumAnswer {
  readonly met: boolean
  /** Names of the witnesses that cosigned, as the policy calls them. */
  readonly cosigned: readonly string[]
  /** Why it is or is not met: the end of a sentence, such as "2 of 3 of `north` have cosigned, and 2 have to". */
  readonly why: string
}

/** Whether the witnesses whose keys cosigned make the quorum. Pass only keys whose cosignatures were verified. */
export function quorumOf(policy: Policy, keys: Iterable<VerifierKey>): QuorumAnswer {
  const cosigners = new Set([...keys].map(formatVerifierKey))
  const cosigned = policy.witnesses.filter(({ key }) => cosigners.has(formatVerifierKey(key))).map(({ name }) => name)
  if (policy.quorum === null) return { met: true, cosigned, why: 'the policy asks for no witness' }
  const witnessed = new Set(cosigned)
  for (const { name, threshold, members } of policy.groups) {
    if (members.filter((member) => witnessed.has(member)).length >= threshold) witnessed.add(name)
  }
  return { met: witnessed.has(policy.quorum), cosigned, why: reason(policy, policy.quorum, witnessed) }
}

function reason({ groups }: Policy, quorum: string, witnessed: ReadonlySet<string>): string {
  const group = groups.find(({ name }) => name === quorum)
  if (group === undefined) return `the witness \`${quorum}\` ${witnessed.has(quorum) ? 'has' : 'has not'} cosigned`
  const { members, threshold } = group
  const having = members.filter((member) => witnessed.has(member)).length
  return `${having} of the ${members.length} in \`${quorum}\` cosigned, of which ${threshold} must`
}
