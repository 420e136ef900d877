// Whether a published text is what was committed to: what it shows, what it withholds, and where.
import { decodeBase64Url } from '../base64.ts'
import { hexOf, utf8Text } from '../bytes.ts'
import { isObject, strictJson, type Json } from '../disclosure/json.ts'
import { decodeDisclosure, disclosureDigest } from '../disclosure/disclosures.ts'
import { parsed, refused, shown, type Parsed } from '../result.ts'
import { rootOf, type Hash } from '../tree.ts'
import { FIELDS, hashOfLeaf } from './leaves.ts'
import { PROOF_FORM, withheldLine } from './publish.ts'

export type TextRefusal =
  | 'proof-malformed'
  | 'digest-repeated'
  | 'salt-malformed'
  | 'disclosure-refused'
  | 'root-differs'
  | 'text-differs'

export interface VerifiedText {
  readonly version: string
  readonly lang: string
  /** Lower-case hex. */
  readonly root: string
  readonly leaves: number
  /** Sections in full, in order. */
  readonly shown: readonly { readonly names: readonly string[]; readonly text: string }[]
  /** Sections of which only the commitment is told, lower-case hex. */
  readonly withheld: readonly string[]
  /** Leaves of which nothing is told: sections, or nothing. None where every section has its place. */
  readonly silent: number
}

interface Proof {
  readonly version: string
  readonly lang: string
  readonly root: string
  readonly leaves: readonly { readonly digests: readonly string[]; readonly shows: readonly string[] }[]
}

const DISTRUST =
  'do not rely on it, and keep it: it is not the text that was committed to, or not all of what was published'
const BYTES = 32
const MOST_LEAVES = 4096
const MOST_PROOF_BYTES = 64_000_000

/** Holds a document and its proof against each other; whether the root is in a record is for `rootInReceipt` to say. */
export function verifyPublished(
  document: Uint8Array,
  proofFile: Uint8Array,
  hash: Hash,
): Parsed<VerifiedText, TextRefusal> {
  const text = utf8Text(document)
  const proof = proofIn(proofFile)
  if (proof === null || text === null)
    return refused(
      'proof-malformed',
      text === null ? 'the document is no UTF-8 text' : 'the proof is not of the form that proofs of texts have',
      'get the document and its proof again, byte for byte',
    )
  const digests = proof.leaves.flatMap((leaf) => leaf.digests)
  if (new Set(digests).size < digests.length)
    return refused('digest-repeated', 'a digest stands in the proof twice', DISTRUST)
  const hashes = proof.leaves.map((leaf) => hashOfLeaf(hash, leaf.digests))
  const root = hexOf(rootOf(hash, hashes))
  if (root !== proof.root)
    return refused(
      'root-differs',
      `the sections lead to the root ${shown(root)}, not to ${shown(proof.root)}`,
      DISTRUST,
    )
  const salts = new Set<string>()
  const found: VerifiedText = { ...proof, root, leaves: hashes.length, shown: [], withheld: [], silent: 0 }
  let written = ''
  const shownSections: VerifiedText['shown'][number][] = []
  const withheld: string[] = []
  let silent = 0
  for (const [at, leaf] of proof.leaves.entries()) {
    const values: Json[] = []
    for (const [place, disclosure] of leaf.shows.entries()) {
      const decoded = decodeDisclosure(disclosure)
      // One digest for each place: what is shown there is the only thing that ever can be.
      if (decoded?.name !== null || disclosureDigest(hash, disclosure) !== leaf.digests[place])
        return refused('disclosure-refused', `what leaf ${at} shows is not what was committed to there`, DISTRUST)
      if (decodeBase64Url(decoded.salt)?.length !== BYTES || salts.has(decoded.salt))
        return refused('salt-malformed', `a salt of leaf ${at} is not 32 bytes of its own`, DISTRUST)
      salts.add(decoded.salt)
      values.push(decoded.value)
    }
    const read = readLeaf(values)
    if (read === null)
      return refused('disclosure-refused', `leaf ${at} shows what no section holds, or a part of one`, DISTRUST)
    if (read === 'silent') silent += 1
    else if (read === 'withheld') {
      withheld.push(hexOf(hashes[at]!))
      written += withheldLine(hashes[at]!)
    } else if (read !== 'nothing') {
      shownSections.push(read)
      written += read.text
    }
  }
  if (written !== text) {
    const line = firstDifference(written, text)
    return refused(
      'text-differs',
      `from line ${line} on the document is not what the proof shows, section by section`,
      DISTRUST,
    )
  }
  return parsed({ ...found, shown: shownSections, withheld, silent })
}

function readLeaf(values: readonly Json[]): 'silent' | 'withheld' | 'nothing' | VerifiedText['shown'][number] | null {
  const [is, names, text] = values
  if (values.length === 0) return 'silent'
  if (values.length === 1) return is === 'nothing' ? 'nothing' : is === 'section' ? 'withheld' : null
  if (values.length !== FIELDS || is !== 'section') return null
  return typeof text === 'string' && text !== '' && isTexts(names) ? { names, text } : null
}

function proofIn(file: Uint8Array): Proof | null {
  const text = file.length > MOST_PROOF_BYTES ? null : utf8Text(file)
  const json = text === null ? null : strictJson(text)
  const proof = json?.value
  if (!isObject(proof) || Object.keys(proof).length !== 5) return null
  const { form, version, lang, root, leaves } = proof
  if (form !== PROOF_FORM || typeof version !== 'string' || typeof lang !== 'string') return null
  if (typeof root !== 'string' || !/^[0-9a-f]{64}$/.test(root)) return null
  if (!Array.isArray(leaves) || leaves.length === 0 || leaves.length > MOST_LEAVES) return null
  const read = (leaves as readonly Json[]).map((leaf) => {
    if (!isObject(leaf) || Object.keys(leaf).length !== 2) return null
    const { digests, shows } = leaf
    if (!isTexts(digests) || !isTexts(shows) || digests.length !== FIELDS || shows.length > FIELDS) return null
    return digests.every((one) => decodeBase64Url(one)?.length === BYTES) ? { digests, shows } : null
  })
  const whole = read.filter((leaf) => leaf !== null)
  return whole.length === read.length ? { version, lang, root, leaves: whole } : null
}

function isTexts(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && (value as readonly Json[]).every((one) => typeof one === 'string')
}

function firstDifference(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return one.slice(0, at).split('\n').length
}
