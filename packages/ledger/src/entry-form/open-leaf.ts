// Puts what was disclosed back into an entry, believing nothing that its leaf does not vouch for.
import { takeEntry, type Entry } from '@trucekeeper/claims'
import { digestOf, readDisclosure } from './disclosure.ts'
import { fieldAt, withField, withoutField } from './fields.ts'
import { isFields, reservedName, type Fields, type OpenEntry } from './form.ts'
import { mayBeWithheld } from './make-leaf.ts'
import { POSITION_PARTS, positionFrom } from './position.ts'
import type { Leaf } from './read-leaf.ts'
import { formed, shown, unformed, type Formed } from './refusal.ts'

export interface OpenedLeaf {
  /** The entry with what was disclosed put back. */
  readonly open: OpenEntry
  /**
   * The entry, where all of it is open: its id is the name of the content that is there. Null while anything is withheld,
   * and for a leaf whose content is no sound entry.
   */
  readonly entry: Entry | null
  /** Names of the fields put back, in the order in which they were handed over. */
  readonly disclosed: readonly string[]
}

/** Any of the disclosures of a leaf, none included. One that is not the leaf's own refuses them all. */
export function openLeaf(leaf: Leaf, disclosures: readonly string[]): Formed<OpenedLeaf> {
  const digests = new Set(leaf.digests)
  const seen = new Set<string>()
  const disclosed: string[] = []
  let fields: Fields = { ...leaf.open }
  for (const text of disclosures) {
    const digest = digestOf(text)
    if (!digests.has(digest))
      return unformed(
        'disclosure-unknown',
        `the leaf has no digest of the disclosure ${shown(text)}`,
        'check that it belongs to this leaf, and that not one character of it differs',
      )
    if (seen.has(digest))
      return unformed('disclosure-repeated', `the disclosure ${shown(text)} was given twice`, 'give each one once')
    seen.add(digest)
    const read = readDisclosure(text)
    if (!read.ok) return read
    const { name, value } = read.value
    if (!mayBeWithheld(name) || reservedName(namesOf(name)) !== null || reservedName(value) !== null)
      return unformed(
        'field-reserved',
        `a disclosure cannot put anything into ${shown(name)}`,
        'its author made it against the rules of the form: treat what it says as never said',
      )
    const filled = withField(fields, name, value)
    if (filled === null)
      return unformed(
        'field-taken',
        `the disclosure of ${shown(name)} says what the leaf or another disclosure says already`,
        'its author made it against the rules of the form: treat what it says as never said',
      )
    fields = filled
    disclosed.push(name)
  }
  const placed = withPositions(fields, disclosed)
  if (!placed.ok) return placed
  const open = placed.value as unknown as OpenEntry
  const taken = takeEntry(open)
  return formed({ open, entry: taken.ok ? taken.value : null, disclosed })
}

/** The steps of a dotted name as an object, to be looked through like any other. */
function namesOf(name: string): Fields {
  return Object.fromEntries(name.split('.').map((step) => [step, null]))
}

function withPositions(fields: Fields, disclosed: readonly string[]): Formed<Fields> {
  const holders = new Set(disclosed.flatMap(positionHolder))
  let placed = fields
  for (const holder of holders) {
    const parts = fieldAt(placed, holder)
    const only = isFields(parts) && Object.keys(parts).every((part) => disclosed.includes(`${holder}.${part}`))
    const position = only ? positionFrom(parts) : null
    if (position === null)
      return unformed(
        'position-malformed',
        `what was disclosed of the position ${shown(holder)} is no position, or its cells are not those of its point`,
        'its author made it against the rules of the form: treat what it says as never said',
      )
    placed = withField(withoutField(placed, holder), holder, position)!
  }
  return formed(placed)
}

/** `body.point` for `body.point.cell4`. */
function positionHolder(name: string): string[] {
  const part = POSITION_PARTS.find((part) => name.endsWith(`.${part}`))
  return part === undefined ? [] : [name.slice(0, -part.length - 1)]
}
