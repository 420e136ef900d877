// A text shown in part, with a proof that what is hidden is what was committed to.
import { sectionsOf } from '@trucekeeper/centre'
import { commitSections, publishSections, verifyPublished } from '@trucekeeper/merkle'
import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import { Compare, kind } from '../kind.ts'

const hash = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const hmac = (key: Uint8Array, bytes: Uint8Array) => new Uint8Array(createHmac('sha256', key).update(bytes).digest())
/** Everything that is proved here is made up and thrown away. */
const KEY = new Uint8Array(32).fill(7)
const ABOUT = { version: 'made up', lang: 'en' }

export const redaction = kind(
  'redaction',
  'The text without some clauses, and whether its proof holds.',
  {
    redaction: z.array(z.string()).min(1).describe('ids of the clauses that are left out'),
    proof: z.enum(['holds', 'fails']),
    withheld: z.int().optional().describe('how many passages are left out'),
    hides: z.string().optional().describe('words that stand in the whole text and nowhere in what is published'),
    changed: z
      .tuple([z.string(), z.string()])
      .optional()
      .describe('words of what was published, and what somebody made of them afterwards'),
  },
  ({ source }, expected) => {
    const sections = sectionsOf(source).map(({ clauses, heading, text }) => ({
      names: [...clauses, ...heading.slice(-1)],
      text,
    }))
    const committed = commitSections(sections, { hash, hmac, key: KEY })
    const left = new Set(expected.redaction)
    const { document, proof } = publishSections(committed, sections, ABOUT, ({ names }) =>
      names.some((name) => left.has(name)) ? 'told' : 'shown',
    )
    const [from, to] = expected.changed ?? ['', '']
    const bytes = new TextEncoder()
    const checked = verifyPublished(bytes.encode(document.replace(from, to)), bytes.encode(proof), hash)
    const { hides } = expected
    const isHidden =
      hides !== undefined && source.includes(hides) && !document.includes(hides) && !proof.includes(hides)
    return new Compare()
      .is('proof', checked.ok ? 'holds' : 'fails', expected.proof)
      .is('withheld', checked.ok ? checked.value.withheld.length : 0, expected.withheld)
      .is(`“${hides}” is hidden`, isHidden, hides === undefined ? undefined : true).found
  },
)
