// A text shown in part: what is shown and what is withheld is what was committed to, and nothing else gets through.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  commitSections,
  disclosureDigest,
  encodeBase64Url,
  encodeDisclosure,
  hexOf,
  publishSections,
  rootOf,
  verifyPublished,
  type Section,
  type Showing,
} from '../index.ts'
import { hmac, sha256, utf8 } from '../testing/crypto.ts'
import { hashOfLeaf } from './leaves.ts'

const SECTIONS: readonly Section[] = [
  { names: ['Pact'], text: '# Pact\n\n' },
  { names: ['calm'], text: 'Nobody shoots.\n\n' },
  { names: ['1. Gold'], text: '## 1. Gold\n\n' },
  { names: ['gold'], text: 'The gold is in the well — 3,500 m from the road.\n\n' },
  { names: ['end'], text: 'It ends on Friday.' },
]
const ABOUT = { version: 'v1', lang: 'en' }
const key = new Uint8Array(32).fill(7)
const committed = commitSections(SECTIONS, { hash: sha256, hmac, key })

interface Proof {
  form: string
  version: string
  root: string
  leaves: { digests: string[]; shows: string[] }[]
}
function published(withheld: Readonly<Record<string, Showing>> = {}, of = SECTIONS, by = committed) {
  const { document, proof } = publishSections(by, of, ABOUT, ({ names }) => withheld[names[0]!] ?? 'shown')
  return { document, proof: JSON.parse(proof) as Proof, file: proof }
}
function verified(document: string, proof: unknown) {
  return verifyPublished(utf8(document), utf8(typeof proof === 'string' ? proof : JSON.stringify(proof)), sha256)
}
function reason(document: string, proof: unknown): string {
  const result = verified(document, proof)
  return result.ok ? 'verified' : result.reason
}

describe('a text published with a proof', () => {
  it('is the text itself where nothing is withheld, with a place for every section', () => {
    const { document, file } = published()
    expect(document).toBe(SECTIONS.map(({ text }) => text).join(''))
    const result = verified(document, file)
    expect(result).toMatchObject({ ok: true, value: { ...ABOUT, leaves: 8, withheld: [], silent: 0 } })
    expect(result.ok && result.value.shown).toEqual(SECTIONS)
  })

  it('shows no byte of what is withheld, in neither file, and tells that it is there', () => {
    const { document, file } = published({ gold: 'told', '1. Gold': 'told' })
    for (const text of [document, file, decodedShows(file)]) expect(text).not.toMatch(/gold|well|3,500/i)
    expect(verified(document, file)).toMatchObject({ ok: true, value: { silent: 0, withheld: { length: 2 } } })
    const marks = document.match(/`sha256:[0-9a-f]{64}`/g)
    expect(marks).toHaveLength(2)
  })

  it('does not tell what is kept silent from what is nothing', () => {
    const { document, file, proof } = published({ gold: 'silent' })
    expect(document).not.toMatch(/well|sha256/)
    // Three leaves stand for nothing, and the fourth looks like them.
    expect(proof.leaves.filter(({ shows }) => shows.length === 0)).toHaveLength(4)
    expect(verified(document, file)).toMatchObject({ ok: true, value: { silent: 4, withheld: [] } })
    const silent = proof.leaves.filter(({ shows }) => shows.length === 0).map((leaf) => JSON.stringify(leaf).length)
    expect(new Set(silent).size).toBe(1)
  })

  it('is under the same root when the rest is published later', () => {
    expect(published().proof.root).toBe(published({ gold: 'silent', end: 'told' }).proof.root)
  })

  it('is under another root when a byte of what was hidden changes, or a section moves', () => {
    const changed = SECTIONS.with(3, { names: ['gold'], text: SECTIONS[3]!.text.replace('3,500', '3,501') })
    const moved = [SECTIONS[0]!, SECTIONS[3]!, SECTIONS[2]!, SECTIONS[1]!, SECTIONS[4]!]
    for (const other of [changed, moved, SECTIONS.slice(0, 4)]) {
      const now = commitSections(other, { hash: sha256, hmac, key })
      const { document, proof } = published({}, other, now)
      expect(proof.root).not.toBe(published().proof.root)
      expect(reason(document, { ...proof, root: published().proof.root })).toBe('root-differs')
    }
  })

  it('fails with a section moved, missing or doubled, and with its commitment left out', () => {
    const { document, proof } = published({ gold: 'told' })
    const line = /\*\[…\]\*.*\n\n/.exec(document)![0]
    const wrong = [
      document.replace('Nobody', 'Somebody'),
      document.replace(line, ''),
      document.replace(line, line + line),
      document.replace('Nobody shoots.\n\n', '').replace('It ends', 'Nobody shoots.\n\nIt ends'),
      `${document} `,
    ]
    for (const one of wrong) expect(reason(one, proof)).toBe('text-differs')
    const without = { ...proof, leaves: proof.leaves.slice(1) }
    const swapped = { ...proof, leaves: [proof.leaves[1], proof.leaves[0], ...proof.leaves.slice(2)] }
    for (const one of [without, swapped]) expect(reason(document, one)).toBe('root-differs')
  })
})

describe('a hostile proof', () => {
  const { document, proof } = published({ gold: 'told' })
  const shownAt = proof.leaves.findIndex(({ shows }) => shows.length === 3)
  const changedLeaf = (change: (leaf: Proof['leaves'][number]) => Proof['leaves'][number]) => ({
    ...proof,
    leaves: proof.leaves.with(shownAt, change(proof.leaves[shownAt]!)),
  })

  it('is refused with digests more, fewer or twice, with salts of other lengths, and with fields that it does not have', () => {
    const [digest] = proof.leaves[shownAt]!.digests
    expect(
      reason(
        document,
        changedLeaf((leaf) => ({ ...leaf, digests: [...leaf.digests, digest!] })),
      ),
    ).toBe('proof-malformed')
    expect(
      reason(
        document,
        changedLeaf((leaf) => ({ ...leaf, digests: leaf.digests.slice(1) })),
      ),
    ).toBe('proof-malformed')
    expect(reason(document, { ...proof, leaves: [...proof.leaves, proof.leaves[0]] })).toBe('digest-repeated')
    expect(
      reason(
        document,
        changedLeaf((leaf) => ({ ...leaf, digests: leaf.digests.map((one) => `${one}=`) })),
      ),
    ).toBe('proof-malformed')
    expect(reason(document, { ...proof, more: 1 })).toBe('proof-malformed')
    expect(reason(document, JSON.stringify(proof).replace('"version"', '"root":"00","version"'))).toBe(
      'proof-malformed',
    )
    expect(
      reason(
        document,
        changedLeaf((leaf) => ({ ...leaf, shows: leaf.shows.slice(0, 2) })),
      ),
    ).toBe('disclosure-refused')
    expect(
      reason(
        document,
        changedLeaf((leaf) => ({ ...leaf, shows: leaf.shows.toReversed() })),
      ),
    ).toBe('disclosure-refused')
    for (const bytes of [0, 8, 31, 33]) {
      const salt = encodeBase64Url(new Uint8Array(bytes))
      const made = encodeDisclosure({ salt, name: null, value: 'section' })
      const leaves = committed.leaves.map(({ digests }) => ({ digests: [...digests], shows: [] as string[] }))
      leaves[0] = { digests: [disclosureDigest(sha256, made), ...leaves[0]!.digests.slice(1)], shows: [made] }
      const offered = { ...proof, leaves }
      const root = hexOf(
        rootOf(
          sha256,
          leaves.map(({ digests }) => hashOfLeaf(sha256, digests)),
        ),
      )
      expect(reason('', { ...offered, root })).toBe('salt-malformed')
    }
  })

  it('never shows two texts in one place under one root', () => {
    const other = encodeDisclosure({ salt: encodeBase64Url(new Uint8Array(32)), name: null, value: 'Another.\n\n' })
    const doubled = changedLeaf((leaf) => ({ ...leaf, shows: [...leaf.shows.slice(0, 2), other] }))
    expect(reason(document, doubled)).toBe('disclosure-refused')
  })

  it('is refused, and never thrown at, whatever is changed in it', () => {
    const text = JSON.stringify(proof)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', 'x', '"', '{', ']', ''), (at, put) => {
        const hostile = text.slice(0, at) + put + text.slice(at + 1)
        const result = verified(document, hostile)
        if (hostile !== text && result.ok) expect([result.value.version, result.value.lang]).not.toEqual(['v1', 'en'])
      }),
    )
    for (const file of ['', 'null', '[]', '{}', '\ud800']) expect(reason(document, file)).toBe('proof-malformed')
  })
})

describe('any text in any parts', () => {
  it('verifies as it was published, and shows of the hidden parts nothing', () => {
    const part = fc.record({ names: fc.array(fc.string()), text: fc.string({ minLength: 1, unit: 'grapheme' }) })
    const way = fc.constantFrom<Showing>('shown', 'told', 'silent')
    fc.assert(
      fc.property(fc.array(fc.tuple(part, way), { minLength: 1, maxLength: 20 }), (parts) => {
        const sections = parts.map(([one]) => one)
        const ways = new Map<Section, Showing>(parts.map(([one, how]) => [one, how]))
        const made = commitSections(sections, { hash: sha256, hmac, key })
        const { document, proof } = publishSections(made, sections, ABOUT, (one) => ways.get(one)!)
        const result = verified(document, proof)
        const count = (how: Showing) => parts.filter(([, each]) => each === how).length
        expect(result).toMatchObject({ ok: true, value: { withheld: { length: count('told') } } })
        expect(result.ok && result.value.shown).toEqual(sections.filter((one) => ways.get(one) === 'shown'))
        expect(result.ok && result.value.silent).toBe(
          count('silent') === 0 ? 0 : count('silent') + made.leaves.length - sections.length,
        )
      }),
    )
  })
})

/** What the disclosures of a proof say, as whoever decodes them reads it. */
function decodedShows(file: string): string {
  const { leaves } = JSON.parse(file) as Proof
  return leaves
    .flatMap(({ shows }) => shows)
    .map((one) =>
      new TextDecoder().decode(
        Uint8Array.from(atob(one.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)),
      ),
    )
    .join('\n')
}
