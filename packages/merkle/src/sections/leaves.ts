// A text committed to section by section: each a leaf of salted digests, among leaves that stand for nothing.
import { encodeBase64Url } from '../base64.ts'
import { utf8 } from '../bytes.ts'
import { disclosureDigest, encodeDisclosure } from '../disclosure/disclosures.ts'
import type { Json } from '../disclosure/json.ts'
import type { Hmac } from '../disclosure/withhold.ts'
import { leafHash, rootOf, type Hash } from '../tree.ts'

/** A stretch of a text. The sections of a text, one after the other, are the text. */
export interface Section {
  /** What it is known by: ids of its clauses, its heading. */
  readonly names: readonly string[]
  readonly text: string
}

export interface Leaf {
  /** Which section it stands for, from 0; null where it stands for nothing. */
  readonly section: number | null
  /** Of what it is, its names and its text, in this order. */
  readonly digests: readonly string[]
  /** SHA-256 of the leaf in the tree. */
  readonly hash: Uint8Array
  /** What shows the first, or all of these. Secret until it is shown. */
  readonly disclosures: readonly string[]
}

export interface CommittedText {
  readonly root: Uint8Array
  readonly leaves: readonly Leaf[]
}

export interface Committing {
  readonly hash: Hash
  readonly hmac: Hmac
  /** Secret, 32 bytes, of this text in this version alone. */
  readonly key: Uint8Array
}

/** Leaves come by eights, one of them at least for nothing. */
const LEAVES_AT_A_TIME = 8
/** What it is, its names, its text. */
export const FIELDS = 3

/**
 * Salts, and the places of leaves that stand for nothing, are HMACs under the key: the same call gives the same root, and
 * without the key nobody tells a section that is not shown from nothing. The order of sections is that of their leaves.
 */
export function commitSections(sections: readonly Section[], { hash, hmac, key }: Committing): CommittedText {
  if (sections.length === 0 || sections.some(({ text }) => text === ''))
    throw new RangeError('a text to commit to has sections, and each of them words')
  const size = Math.ceil((sections.length + 1) / LEAVES_AT_A_TIME) * LEAVES_AT_A_TIME
  const drawn = Array.from({ length: size }, (_, at) => ({ at, lot: hmac(key, utf8(`place\n${at}`)) }))
  const empty = new Set(
    drawn
      .toSorted((one, other) => compared(one.lot, other.lot))
      .slice(0, size - sections.length)
      .map(({ at }) => at),
  )
  let next = 0
  const leaves = drawn.map(({ at }): Leaf => {
    const section = empty.has(at) ? null : next++
    const entryKey = hmac(key, utf8(`leaf\n${at}`))
    const held: readonly Json[] =
      section === null ? ['nothing'] : ['section', sections[section]!.names, sections[section]!.text]
    const disclosures = held.map((value, place) =>
      encodeDisclosure({ salt: encodeBase64Url(hmac(entryKey, utf8(`salt\n${place}`))), name: null, value }),
    )
    const digests = Array.from({ length: FIELDS }, (_, place) =>
      disclosures[place] === undefined
        ? encodeBase64Url(hash(hmac(entryKey, utf8(`decoy\n${place}`))))
        : disclosureDigest(hash, disclosures[place]),
    )
    return { section, digests, hash: hashOfLeaf(hash, digests), disclosures }
  })
  return {
    root: rootOf(
      hash,
      leaves.map((leaf) => leaf.hash),
    ),
    leaves,
  }
}

/**
 * The leaf in the form of RFC 9901: elements of a list, each in its place. Digests in a set, as fields have them, would let
 * whoever commits hold two texts ready under one root.
 */
export function hashOfLeaf(hash: Hash, digests: readonly string[]): Uint8Array {
  return leafHash(hash, utf8(JSON.stringify({ _sd_alg: 'sha-256', section: digests.map((one) => ({ '...': one })) })))
}

function compared(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, index) => byte !== other[index])
  return at < 0 ? 0 : one[at]! - other[at]!
}
