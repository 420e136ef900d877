// The leaf of an entry: what is withheld gives way to salted digests, and the author signs the rest.
import { createHmac, randomBytes } from 'node:crypto'
import { canonicalText } from '@trucekeeper/claims'
import { encodeBase64Url, withhold, type Hmac, type JsonObject } from '@trucekeeper/merkle'
import { sha256 } from '../sha256.ts'
import { fieldAt, fieldsNaming, withFieldAs } from './fields.ts'
import {
  isOrigin,
  mayBeWithheld,
  MOST_LEAF_BYTES,
  reservedName,
  signedMessage,
  type Author,
  type EntryLike,
  type Fields,
} from './form.ts'
import { isPoint, POSITION_PARTS, positionFields } from './position.ts'
import { formed, shown, unformed, type Formed } from './refusal.ts'

const hmac: Hmac = (key, message) => createHmac('sha256', key).update(message).digest()

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
  const { origin, author, entryKey = randomBytes(32) } = options
  const { type, received_at, recorded_by, held_by, body: content } = entry
  if (!isOrigin(origin))
    return unformed(
      'agreement-malformed',
      `${shown(origin)} cannot be the origin of a log`,
      'use 1 to 255 characters without spaces, invisible characters or `+`, such as `trucekeeper.example/aleppo-2016`',
    )
  const reserved = reservedName(content)
  if (reserved !== null)
    return unformed(
      'field-reserved',
      `an entry cannot have a field called ${shown(reserved)}`,
      'names with a dot and `_sd`, `_sd_alg`, `...`, `__proto__` are kept for the form of a leaf',
    )
  const fields = { type, received_at, recorded_by, body: content, agreement: origin, key: author.id }
  const whole = held_by === undefined ? fields : { ...fields, held_by }
  const split = withPositionsSplit(whole, closed(whole, options))
  if (!split.ok) return split
  if (type === 'key' && split.value.names.length > 0)
    return unformed(
      'field-unknown',
      'an entry about a key withholds nothing',
      'leave all of it open: everybody has to be able to follow who may sign',
    )
  // What has a canonical text is JSON.
  const json = split.value.fields as JsonObject
  const { names } = split.value
  const taken = withhold(json, names, { hash: sha256, hmac, entryKey })
  if (!taken.ok) return unformed('field-unknown', taken.message, taken.help)
  const canonical = canonicalText(taken.value.body)
  const sig = encodeBase64Url(author.sign(signedMessage(canonical)))
  // `body` comes before `sig` in canonical order, and base64url needs no escapes.
  const bytes = new TextEncoder().encode(`{"body":${canonical},"sig":"${sig}"}`)
  if (bytes.length > MOST_LEAF_BYTES)
    return unformed(
      'leaf-too-large',
      `the leaf has ${bytes.length} bytes, and a leaf has at most ${MOST_LEAF_BYTES}`,
      'keep long content as evidence and enter the document that names its digest',
    )
  const disclosures = taken.value.fields.map(({ disclosure }) => disclosure)
  return formed({ bytes, sealed: names.length > 0 ? { entryKey, disclosures } : null })
}

/** The names to withhold, with those that follow from them. */
function closed(whole: Fields & { readonly body: Fields }, options: LeafOptions): string[] {
  const { withhold: given = [], withheldIds } = options
  const names = new Set([
    ...given,
    ...(withheldIds ? fieldsNaming(whole.body, withheldIds) : []),
    ...('held_by' in whole ? allOf(whole.body) : []),
  ])
  if (names.size > 0 && Object.hasOwn(whole.body, 'id')) names.add('body.id')
  // A field within a withheld field goes with it.
  return [...names].filter((name) => ![...names].some((other) => name.startsWith(`${other}.`))).toSorted()
}

/** What is left open of what a desk holds is that there is something, of which type, and when it came in. */
function allOf(body: Fields): string[] {
  const there = Object.keys(body).filter((field) => body[field] !== undefined)
  return ['held_by', 'recorded_by', ...there.map((field) => `body.${field}`)]
}

interface Split {
  readonly fields: Fields
  readonly names: readonly string[]
}

/** The fields with each withheld point as its parts, and their names in the place of its own. */
function withPositionsSplit(whole: Fields, withheld: readonly string[]): Formed<Split> {
  let fields = whole
  const names: string[] = []
  for (const name of withheld) {
    if (!mayBeWithheld(name))
      return unformed(
        'field-unknown',
        `${shown(name)} is no field that can be withheld`,
        'name fields of the entry such as `body.quote`; its type, its agreement, its key and its time stay open',
      )
    if (POSITION_PARTS.some((part) => name.endsWith(`.${part}`)))
      return unformed(
        'field-reserved',
        `${shown(name)} is named like a part of a position`,
        'withhold the field that holds the longitude and the latitude: its parts get names of their own',
      )
    const value = fieldAt(fields, name)
    if (!isPoint(value)) {
      names.push(name)
      continue
    }
    const position = positionFields(value.lon, value.lat)
    if (!position.ok) return position
    fields = withFieldAs(fields, name, position.value)
    names.push(...POSITION_PARTS.map((part) => `${name}.${part}`))
  }
  return formed({ fields, names })
}
