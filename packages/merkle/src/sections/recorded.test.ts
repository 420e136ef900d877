// A version, its proof and the receipt of what committed to it: one bit of any of them is another, and all of them are refused with a reason.
import { describe, expect, it } from 'vitest'
import {
  commitSections,
  disclosureDigest,
  encodeBase64Url,
  encodeDisclosure,
  hexOf,
  publishSections,
  rootInReceipt,
  rootOf,
  verifyPublished,
  type CommittedText,
  type Section,
} from '../index.ts'
import { flipped, hmac, keyOf, sha256, utf8, verify } from '../testing/crypto.ts'
import { entry, entryOf, LOG, receipt } from '../testing/log.ts'
import { hashOfLeaf } from './leaves.ts'

const SECTIONS: readonly Section[] = [
  { names: ['Pact'], text: '# Pact\n\n' },
  { names: ['calm'], text: 'Nobody shoots — on either side.\n\n' },
  { names: ['gold'], text: 'The gold is in the well.\n\n' },
]
const committed = (seed: number) => commitSections(SECTIONS, { hash: sha256, hmac, key: new Uint8Array(32).fill(seed) })
const minuteOf = (version: string, { root, leaves }: Pick<CommittedText, 'root' | 'leaves'>) =>
  entryOf('minute', {
    at: '2016-09-13T20:00+03:00',
    does: 'commit-text',
    id: 'min_0123456789abcdef0123',
    lang: 'en',
    leaves: leaves.length,
    of: ['east', 'west'],
    root: hexOf(root),
    version,
  })

const [FIRST, SECOND] = [committed(1), committed(2)]
const LOGGED = [entry('Shells fell.'), minuteOf('v1', FIRST), minuteOf('v2', SECOND), entry('Fire ceased.')]
const made = publishSections(FIRST, SECTIONS, { version: 'v1', lang: 'en' }, ({ names }) =>
  names[0] === 'gold' ? 'told' : 'shown',
)
const FILES = { document: utf8(made.document), proof: utf8(made.proof), receipt: receipt(LOGGED, 1) }

interface Proof {
  readonly version: string
  readonly root: string
  readonly leaves: readonly { readonly digests: readonly string[]; readonly shows: readonly string[] }[]
}
const PROOF = JSON.parse(made.proof) as Proof

/** As it is said offline: of the document by its proof, and of the proof by the receipt. */
function said({ document, proof, receipt: ofRecord }: typeof FILES): string {
  const text = verifyPublished(document, proof, sha256)
  const found = text.ok ? rootInReceipt(text.value, ofRecord, { hash: sha256, verify, logKey: keyOf(LOG) }) : text
  if (found.ok) return 'holds'
  expect([found.message, found.help]).not.toContain('')
  return found.reason
}
const withProof = (change: (proof: Proof) => Proof, more: Partial<typeof FILES> = {}) =>
  said({ ...FILES, ...more, proof: utf8(JSON.stringify(change(PROOF))) })
const leavesChanged = (change: (leaves: Proof['leaves']) => Proof['leaves']) =>
  withProof((proof) => ({ ...proof, leaves: change(proof.leaves) }))
/** Whoever changes a proof can work out its root anew. */
const rooted = (leaves: Proof['leaves']): Proof => ({
  ...PROOF,
  leaves,
  root: hexOf(
    rootOf(
      sha256,
      leaves.map(({ digests }) => hashOfLeaf(sha256, digests)),
    ),
  ),
})

describe('a publication checked offline', () => {
  it('holds as it was published', () => {
    expect(said(FILES)).toBe('holds')
  })

  it.each(['document', 'proof', 'receipt'] as const)('is refused with any one byte of the %s another', (name) => {
    const bytes = FILES[name]
    for (let at = 0; at < bytes.length; at++) {
      const bit = at * 8 + (at % 8)
      expect(said({ ...FILES, [name]: flipped(bytes, bit) }), `byte ${at}`).not.toBe('holds')
    }
  })

  it('is refused with any of the files cut short, or with more behind them', () => {
    for (const name of ['document', 'proof', 'receipt'] as const) {
      expect(said({ ...FILES, [name]: FILES[name].slice(0, -2) }), name).not.toBe('holds')
      expect(said({ ...FILES, [name]: Uint8Array.of(...FILES[name], 0x41) }), name).not.toBe('holds')
    }
  })

  it('is refused with disclosures swapped, between leaves or within one', () => {
    const [a, b] = PROOF.leaves.flatMap(({ shows }, at) => (shows.length === 3 ? [at] : [])) as [number, number]
    const swapped = leavesChanged((leaves) =>
      leaves.with(a, { ...leaves[a]!, shows: leaves[b]!.shows }).with(b, { ...leaves[b]!, shows: leaves[a]!.shows }),
    )
    expect(swapped).toBe('disclosure-refused')
    const turned = leavesChanged((leaves) => leaves.with(a, { ...leaves[a]!, shows: leaves[a]!.shows.toReversed() }))
    expect(turned).toBe('disclosure-refused')
  })

  it('is refused with digests or leaves in another order, though its root is worked out anew', () => {
    const { leaves } = PROOF
    const turned = leaves.map((leaf) => ({ ...leaf, digests: leaf.digests.toReversed(), shows: [] }))
    const blank = { document: utf8('') }
    expect(leavesChanged((all) => all.toReversed())).toBe('root-differs')
    expect(leavesChanged(() => turned)).toBe('root-differs')
    expect(withProof(() => rooted(turned), blank)).toBe('commitment-differs')
    expect(withProof(() => rooted(leaves.toReversed().map((leaf) => ({ ...leaf, shows: [] }))), blank)).toBe(
      'commitment-differs',
    )
  })

  it('is refused where a salt is used twice, whose digests could be held against each other', () => {
    const salt = encodeBase64Url(new Uint8Array(32).fill(5))
    const shows = ['section', ['calm'], 'Nobody shoots.\n\n'].map((value) =>
      encodeDisclosure({ salt, name: null, value }),
    )
    const digests = shows.map((one) => disclosureDigest(sha256, one))
    expect(withProof(() => rooted([{ digests, shows }]), { document: utf8('Nobody shoots.\n\n') })).toBe(
      'salt-malformed',
    )
  })

  it('is refused with the root, the proof or the receipt of another version', () => {
    expect(withProof((proof) => ({ ...proof, root: hexOf(SECOND.root) }))).toBe('root-differs')
    expect(withProof((proof) => ({ ...proof, version: 'v2' }))).toBe('commitment-differs')
    expect(said({ ...FILES, receipt: receipt(LOGGED, 2) })).toBe('commitment-differs')
    const other = publishSections(SECOND, SECTIONS, { version: 'v1', lang: 'en' }, () => 'shown')
    expect(said({ ...FILES, document: utf8(other.document), proof: utf8(other.proof) })).toBe('commitment-differs')
    expect(said({ ...FILES, proof: utf8(other.proof) })).toBe('text-differs')
    expect(said({ ...FILES, receipt: receipt(LOGGED, 0) })).toBe('no-commitment')
  })
})
