// A version of a committed text that leaves sections out, with the proof that they are what was committed to.
import { hexOf } from '../bytes.ts'
import type { CommittedText, Leaf, Section } from './leaves.ts'

/** `told`: that a section stands there, and its commitment; `silent`: nothing, as of a leaf that stands for nothing. */
export type Showing = 'shown' | 'told' | 'silent'

export interface PublishedText {
  /** What is read. */
  readonly document: string
  /** JSON: what it takes to check the document against the root. */
  readonly proof: string
}

export const PROOF_FORM = 'trucekeeper text proof v1'

/**
 * The sections that are shown, a line with a commitment for each that is told of, and the proof. Where nothing is left
 * silent, leaves that stand for nothing are shown to do so, and the document is known to have a place for every section.
 */
export function publishSections(
  { leaves, root }: CommittedText,
  sections: readonly Section[],
  about: { readonly version: string; readonly lang: string },
  showing: (section: Section) => Showing,
): PublishedText {
  const ways = sections.map(showing)
  const leavesSilent = ways.includes('silent')
  const parts = leaves.map((leaf) => {
    const way = leaf.section === null ? (leavesSilent ? 'silent' : 'told') : ways[leaf.section]!
    return { leaf, way }
  })
  const proof = {
    form: PROOF_FORM,
    ...about,
    root: hexOf(root),
    leaves: parts.map(({ leaf: { digests, disclosures }, way }) => ({
      digests,
      shows: way === 'shown' ? disclosures : way === 'told' ? disclosures.slice(0, 1) : [],
    })),
  }
  const document = parts.map(({ leaf, way }) => lineOf(leaf, way, sections)).join('')
  return { document, proof: `${JSON.stringify(proof, null, 1)}\n` }
}

function lineOf({ section, hash }: Leaf, way: Showing, sections: readonly Section[]): string {
  if (section === null || way === 'silent') return ''
  return way === 'shown' ? sections[section]!.text : withheldLine(hash)
}

/** What stands where a section is withheld. */
export function withheldLine(leaf: Uint8Array): string {
  return `*[…]* \`sha256:${hexOf(leaf)}\`\n\n`
}
