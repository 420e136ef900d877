// The policy file read line by line, and refused with the number of the line that is wrong.
import { decimal } from '../decimal.ts'
import { hexOf, utf8, utf8Text } from '../bytes.ts'
import { parseVerifierKey, type KeyType, type VerifierKey } from '../notes/index.ts'
import { parsed, refused, shown, type Parsed, type Refused } from '../result.ts'
import type { Hash } from '../tree.ts'
import type { Policy, PolicyGroup, PolicyLog, PolicyWitness } from './policy.ts'

/** Hundreds of keys: each is a calculation of a millisecond. */
const MOST_BYTES = 200_000
const HELP = 'see the form of a policy at c2sp.org/tlog-policy'
const NOBODY = 'none'

interface Reading {
  readonly logs: PolicyLog[]
  readonly witnesses: PolicyWitness[]
  readonly groups: PolicyGroup[]
  /** Names of witnesses and groups so far. */
  readonly names: Set<string>
  /** Names that are a member of some group: nobody counts twice. */
  readonly members: Set<string>
  quorum: string | null | undefined
}

/** Reads a policy file. A policy says whom to believe, so one doubtful line refuses all of it. */
export function parsePolicy(hash: Hash, file: Uint8Array | string): Parsed<Policy, 'policy-malformed'> {
  const bytes = typeof file === 'string' ? utf8(file) : file
  if (bytes.length > MOST_BYTES) return malformed(`the policy has ${bytes.length} bytes, more than a policy may have`)
  if (bytes.some((byte) => (byte < 0x20 && byte !== 0x09 && byte !== 0x0a) || byte === 0x7f)) {
    return malformed('the policy holds a control character other than tab and newline')
  }
  if (bytes.length > 0 && bytes.at(-1) !== 0x0a)
    return malformed('the last line of the policy does not end in a newline')
  const reading: Reading = {
    logs: [],
    witnesses: [],
    groups: [],
    names: new Set(),
    members: new Set(),
    quorum: undefined,
  }
  for (const [at, line] of octets(bytes).split('\n').entries()) {
    const problem = readLine(hash, reading, line)
    if (problem !== null) return refused('policy-malformed', `line ${at + 1}: ${problem}`, HELP)
  }
  const { logs, witnesses, groups, quorum } = reading
  if (quorum === undefined) return malformed('the policy has no `quorum` line')
  return parsed({ logs, witnesses, groups, quorum })
}

/** Each octet as one character: the text has names compared as octets, whatever encoding they are in. */
function octets(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** The characters that octets stand for: UTF-8, or themselves where they are none. */
function characters(text: string): string {
  return utf8Text(Uint8Array.from(text, (octet) => octet.charCodeAt(0))) ?? text
}

/** What is wrong with a line, or null when it has been taken into `reading`. */
function readLine(hash: Hash, reading: Reading, line: string): string | null {
  const [keyword, ...items] = line.split(/[ \t]+/).filter((item) => item !== '')
  if (keyword === undefined || keyword.startsWith('#')) return null
  const words = items.map(characters)
  if (keyword === 'log') return readLog(hash, reading, words)
  if (keyword === 'witness') return readWitness(hash, reading, words)
  if (keyword === 'group') return readGroup(reading, words)
  if (keyword === 'quorum') return readQuorum(reading, words)
  return `${shown(characters(keyword))} begins no line of a policy`
}

function readLog(hash: Hash, { logs }: Reading, [vkey, url, ...more]: readonly string[]): string | null {
  if (vkey === undefined || more.length > 0) return 'a log is `log <verifier key> [<url>]`'
  const key = parseVerifierKey(hash, vkey)
  if (!key.ok) return key.message
  if (isKnown(logs, key.value)) return `the key of ${shown(key.value.name)} is that of a log above`
  logs.push({ key: key.value, ...(url === undefined ? {} : { url }) })
  return null
}

const COSIGNING: readonly KeyType[] = ['cosignature/v1', 'subtree/v1']

function readWitness(hash: Hash, reading: Reading, [name, vkey, url, ...more]: readonly string[]): string | null {
  if (name === undefined || vkey === undefined || more.length > 0) {
    return 'a witness is `witness <name> <verifier key> [<url>]`'
  }
  const key = parseVerifierKey(hash, vkey)
  if (!key.ok) return key.message
  if (!COSIGNING.includes(key.value.type)) return `the key ${shown(key.value.name)} is not one that cosigns`
  if (isKnown(reading.witnesses, key.value)) return `the key of ${shown(name)} is that of a witness above`
  const problem = defined(reading, name)
  if (problem !== null) return problem
  reading.witnesses.push({ name, key: key.value, ...(url === undefined ? {} : { url }) })
  return null
}

function readGroup(reading: Reading, [name, threshold, ...members]: readonly string[]): string | null {
  if (name === undefined || threshold === undefined || members.length === 0) {
    return 'a group is `group <name> all|any|<number> <member>...`'
  }
  const needed = threshold === 'all' ? BigInt(members.length) : threshold === 'any' ? 1n : decimal(threshold)
  if (needed === null || needed < 1n || needed > members.length) {
    return `${shown(threshold)} of ${members.length} members is no threshold`
  }
  for (const member of members) {
    if (!reading.names.has(member)) return `${shown(member)} is not defined above`
    if (reading.members.has(member)) return `${shown(member)} is a member already, and nobody counts twice`
    reading.members.add(member)
  }
  const problem = defined(reading, name)
  if (problem !== null) return problem
  reading.groups.push({ name, threshold: Number(needed), members })
  return null
}

function readQuorum(reading: Reading, [name, ...more]: readonly string[]): string | null {
  if (name === undefined || more.length > 0) return 'a quorum is `quorum <name>`'
  if (reading.quorum !== undefined) return 'a policy has one `quorum` line'
  if (name !== NOBODY && !reading.names.has(name)) return `${shown(name)} is not defined above`
  reading.quorum = name === NOBODY ? null : name
  return null
}

function defined({ names }: Reading, name: string): string | null {
  if (name === NOBODY) return '`none` stands for nobody and names neither a witness nor a group'
  if (names.has(name)) return `${shown(name)} is defined above`
  names.add(name)
  return null
}

/** Keys are the same when their bytes are, whatever they are called. */
function isKnown(known: readonly { readonly key: VerifierKey }[], { publicKey }: VerifierKey): boolean {
  return known.some(({ key }) => hexOf(key.publicKey) === hexOf(publicKey))
}

function malformed(message: string): Refused<'policy-malformed'> {
  return refused('policy-malformed', message, HELP)
}
