// The leaf of an entry: what is withheld gives way to salted digests, and the author signs the rest.
import { randomBytes } from 'node:crypto'
import { canonicalText } from '@trucekeeper/claims'
import { decoyFor, digestOf, disclosureText, saltFor } from './disclosure.ts'
import { fieldAt, fieldsNaming, withoutField } from './fields.ts'
import {
  DIGESTS_COME_IN,
  isOrigin,
  MOST_LEAF_BYTES,
  reservedName,
  signedMessage,
  type Author,
  type EntryLike,
  type Fields,
} from './form.ts'
import { isPoint, POSITION_PARTS, positionFields } from './position.ts'
import { formed, shown, unformed, type Formed } from './refusal.ts'

export interface LeafOptions {
  /** The origin of the log. A leaf belongs to one log alone. */
  readonly origin: string
  readonly author: Author
  /** Dotted names of the fields to withhold: `body.quote`, `recorded_by`. */
  readonly withhold?: readonly string[]
  /** Ids of withheld entries, and digests of withheld documents: a field that names one is withheld too. */
  readonly withheldIds?: ReadonlySet<string>
  /** 32 bytes, for this entry alone. Without one it is drawn. */
  readonly entryKey?: Uint8Array
}

/** What must be kept secret, and kept, of an entry that withholds something. */
export interface Sealed {
  readonly entryKey: Uint8Array
  /** One for each withheld field, by name. */
  readonly disclosures: readonly string[]
}

export interface MadeLeaf {
  /** The leaf: RFC 8785 text in UTF-8, at most 65,535 bytes. */
  readonly bytes: Uint8Array
  readonly sealed: Sealed | null
}

/**
 * Makes the leaf of an entry that has come through the door (`takeEntry`). Withholding anything withholds `body.id` as
 * well, because an id is made of content and would let it be guessed; a withheld point becomes three fields, a cell of 4
 * characters, one of 5 and the exact point.
 */
export function makeLeaf(entry: EntryLike, options: LeafOptions): Formed<MadeLeaf> {
  const { origin, author, withhold = [], withheldIds, entryKey = randomBytes(32) } = options
  if (!isOrigin(origin))
    return unformed(
      'agreement-malformed',
      `${shown(origin)} cannot be the origin of a log`,
      'use 1 to 255 characters without spaces, invisible characters or `+`, such as `trucekeeper.example/aleppo-2016`',
    )
  const reserved = reservedName(entry.body)
  if (reserved !== null)
    return unformed(
      'field-reserved',
      `an entry cannot have a field called ${shown(reserved)}`,
      'names with a dot and `_sd`, `_sd_alg`, `...`, `__proto__` are kept for the form of a leaf',
    )
  const { type, received_at, recorded_by, body: content } = entry
  const whole: Fields = { type, received_at, recorded_by, body: content, agreement: origin, key: author.id }
  const names = closed(whole, content, withhold, withheldIds)
  const taken = takeOut(whole, names)
  if (!taken.ok) return taken
  const sealed = names.length > 0 ? seal(entryKey, taken.value.fields) : null
  const body = sealed ? { ...taken.value.rest, _sd: digests(sealed), _sd_alg: 'sha-256' } : whole
  const canonical = canonicalText(body)
  const sig = Buffer.from(author.sign(signedMessage(canonical))).toString('base64url')
  // `body` comes before `sig` in canonical order, and base64url needs no escapes.
  const bytes = new TextEncoder().encode(`{"body":${canonical},"sig":"${sig}"}`)
  if (bytes.length > MOST_LEAF_BYTES)
    return unformed(
      'leaf-too-large',
      `the leaf has ${bytes.length} bytes, and a leaf has at most ${MOST_LEAF_BYTES}`,
      'keep long content as evidence and enter the document that names its digest',
    )
  return formed({ bytes, sealed })
}

/** The names to withhold, with those that follow from them. */
function closed(whole: Fields, body: Fields, withhold: readonly string[], ids?: ReadonlySet<string>): string[] {
  const names = new Set([...withhold, ...(ids ? fieldsNaming(body, ids) : [])])
  if (names.size > 0 && fieldAt(whole, 'body.id') !== undefined) names.add('body.id')
  // A field within a withheld field goes with it.
  return [...names].filter((name) => ![...names].some((other) => name.startsWith(`${other}.`))).toSorted()
}

interface Taken {
  readonly rest: Fields
  readonly fields: readonly (readonly [name: string, value: unknown])[]
}

function takeOut(whole: Fields, names: readonly string[]): Formed<Taken> {
  let rest = whole
  const fields: [string, unknown][] = []
  for (const name of names) {
    const value = fieldAt(rest, name)
    if (!mayBeWithheld(name) || value === undefined)
      return unformed(
        'field-unknown',
        `there is no field ${shown(name)} that could be withheld`,
        'name fields of the entry such as `body.quote`; its type, its agreement, its key and its time stay open',
      )
    if (POSITION_PARTS.some((part) => name.endsWith(`.${part}`)))
      return unformed(
        'field-reserved',
        `${shown(name)} is named like a part of a position`,
        'withhold the field that holds the longitude and the latitude: its parts get names of their own',
      )
    if (isPoint(value)) {
      const position = positionFields(value.lon, value.lat)
      if (!position.ok) return position
      for (const part of POSITION_PARTS) fields.push([`${name}.${part}`, position.value[part]])
    } else fields.push([name, value])
    rest = withoutField(rest, name)
  }
  return formed({ rest, fields })
}

/** `recorded_by` and everything within `body`: without the rest nobody could tell what a leaf is, or check it. */
export function mayBeWithheld(name: string): boolean {
  return name === 'recorded_by' || /^body(\.[^.]+)+$/.test(name)
}

function seal(entryKey: Uint8Array, fields: Taken['fields']): Sealed {
  const disclosures = fields.map(([name, value]) => disclosureText({ salt: saltFor(entryKey, name), name, value }))
  return { entryKey, disclosures }
}

function digests({ entryKey, disclosures }: Sealed): string[] {
  const real = disclosures.map(digestOf)
  const length = Math.ceil(real.length / DIGESTS_COME_IN) * DIGESTS_COME_IN
  const decoys = Array.from({ length: length - real.length }, (_, count) => decoyFor(entryKey, count))
  // Sorted, so that the order tells nothing.
  return [...real, ...decoys].toSorted()
}
