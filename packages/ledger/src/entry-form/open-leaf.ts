// Puts what was disclosed back into an entry, believing nothing that its leaf does not vouch for.
import { takeEntry, type Entry } from '@trucekeeper/claims'
import { openDisclosures, type Disclosure, type JsonObject } from '@trucekeeper/merkle'
import { sha256 } from '../sha256.ts'
import { fieldAt, withFieldAs } from './fields.ts'
import { ALWAYS_OPEN, BYTES_32, isFields, mayBeWithheld, reservedName, type Fields, type OpenEntry } from './form.ts'
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
  /** Names of the fields put back. */
  readonly disclosed: readonly string[]
}

const HELP = 'its author made it against the rules of the form: treat what it says as never said'

/** Any of the disclosures of a leaf, none included. One that is not the leaf's own refuses them all. */
export function openLeaf(leaf: Leaf, disclosures: readonly string[]): Formed<OpenedLeaf> {
  const { body, ...envelope } = leaf.open
  const fields = { ...envelope, body, agreement: leaf.agreement, key: leaf.key }
  const signed = leaf.digests.length > 0 ? { ...fields, _sd: leaf.digests, _sd_alg: 'sha-256' } : fields
  const opened = openDisclosures(signed as JsonObject, disclosures, { hash: sha256, alwaysOpen: ALWAYS_OPEN })
  if (!opened.ok) return unformed(opened.reason, opened.message, opened.help)
  const wrong = opened.value.disclosed.find((disclosure) => !isSound(disclosure))
  if (wrong)
    return unformed('field-reserved', `a disclosure cannot put this into ${shown(wrong.name ?? 'a list')}`, HELP)
  const disclosed = opened.value.disclosed.flatMap(({ name }) => name ?? [])
  const placed = withPositions(opened.value.body, disclosed)
  if (!placed.ok) return placed
  const { agreement: _agreement, key: _key, ...rest } = placed.value
  const open = rest as unknown as OpenEntry
  const taken = takeEntry(open)
  return formed({ open, entry: taken.ok ? taken.value : null, disclosed })
}

/** A field of the entry, under a salt of full length, with nothing in it that the form keeps for itself. */
function isSound({ salt, name, value }: Disclosure): boolean {
  if (name === null || !mayBeWithheld(name) || !BYTES_32.test(salt)) return false
  const steps = Object.fromEntries(name.split('.').map((step) => [step, null]))
  return reservedName(steps) === null && reservedName(value) === null
}

function withPositions(fields: Fields, disclosed: readonly string[]): Formed<Fields> {
  let placed = fields
  for (const holder of new Set(disclosed.flatMap(positionHolder))) {
    const parts = fieldAt(placed, holder)
    const only = isFields(parts) && Object.keys(parts).every((part) => disclosed.includes(`${holder}.${part}`))
    const position = only ? positionFrom(parts) : null
    if (position === null)
      return unformed(
        'position-malformed',
        `what was disclosed of the position ${shown(holder)} is no position, or its cells are not those of its point`,
        HELP,
      )
    placed = withFieldAs(placed, holder, position)
  }
  return formed(placed)
}

/** `body.point` for `body.point.cell4`. */
function positionHolder(name: string): string[] {
  const part = POSITION_PARTS.find((part) => name.endsWith(`.${part}`))
  return part === undefined ? [] : [name.slice(0, -part.length - 1)]
}
