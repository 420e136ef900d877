// What somebody writes down in the field, and the claims and the document that it becomes.
import type { OfferedClaims } from '@trucekeeper/api'

export const FORMS = ['incident', 'seal', 'access'] as const
export type Form = (typeof FORMS)[number]

/** The kinds an incident can be of: those of `docs/claims.md` that somebody on the spot can see or hear. */
export const INCIDENT_KINDS = [
  'shelling',
  'air_strike',
  'sniper_fire',
  'ground_clash',
  'explosive_device',
  'weapon_use',
  'attack_on_infrastructure',
  'attack_on_aid',
  'abduction',
  'casualties',
  'violence_general',
] as const
export type IncidentKind = (typeof INCIDENT_KINDS)[number]

/** What became of aid; `none` is said by no claim. */
export const AID_KINDS = ['aid_approval', 'aid_convoy_waiting', 'aid_denial', 'aid_delivery', 'attack_on_aid'] as const
export type AidKind = (typeof AID_KINDS)[number]

export const SEAL_STATES = ['intact', 'broken', 'replaced', 'missing'] as const
export type SealState = (typeof SEAL_STATES)[number]

export const SIDES = [
  'monitor',
  'un',
  'outlet',
  'us',
  'russia',
  'turkey',
  'syria_gov',
  'opposition',
  'unknown',
] as const
export type Side = (typeof SIDES)[number]

export interface Fields {
  readonly form: Form
  readonly who: string
  readonly side: Side
  /** When it happened: `2016-09-17T10:05+03:00`. */
  readonly at: string
  readonly place: string
  /** The exact words that are kept, and quoted. */
  readonly words: string
  readonly incident: IncidentKind
  readonly blamed: string
  readonly killed: string
  readonly injured: string
  readonly aid: AidKind | 'none'
  readonly consignment: string
  readonly seal: string
  readonly seal_state: SealState
}

/** The names of the fields in the language in which the words are written. */
export interface Labels {
  readonly title: string
  readonly rows: readonly (readonly [label: string, value: string])[]
}

export interface Made {
  /** A name of its own, so that two who write the same write two documents. */
  readonly id: string
  /** When it was written down, to the minute. */
  readonly at: string
}

/** The body of the request: a document with the form's words, and a claim where one of the kinds is said. */
export function offeredOf(fields: Fields, { title, rows }: Labels, { id, at }: Made): OfferedClaims {
  const words = fields.words.trim()
  const above = [title, ...rows.filter(([, value]) => value !== '').map(([label, value]) => `${label}: ${value}`)]
  const head = `${above.map((line) => line.replaceAll(/\s+/g, ' ').trim()).join('\n')}\n\n`
  const text = `${head}${words}\n\n${id}\n`
  const kind = kindOf(fields)
  const claim = kind && {
    quote: words,
    start: head.length,
    end: head.length + words.length,
    speaker: orNull(fields.who),
    speaker_side: fields.side,
    via: null,
    kind,
    modality: 'asserted',
    negated: false,
    places: [fields.place.trim()].filter((place) => place !== ''),
    date: fields.at,
    date_basis: 'explicit',
    actor_blamed: fields.form === 'incident' ? orNull(fields.blamed) : null,
    target: null,
    figures: fields.form === 'incident' ? figuresOf(fields) : [],
  }
  // By its name the screen on access finds what belongs there.
  const document = { name: `field-${fields.form}-${id}.txt`, text, outlet: null, published: at }
  return { document, claims: claim === null ? [] : [claim] }
}

function kindOf({ form, incident, aid }: Fields): string | null {
  if (form === 'incident') return incident
  return aid === 'none' ? null : aid
}

function figuresOf({ killed, injured }: Fields) {
  return (
    [
      ['killed', killed],
      ['injured', injured],
    ] as const
  ).flatMap(([what, count]) => (/^\d+$/.test(count) ? [{ what, value: Number(count), unit: 'people' }] : []))
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

/** An instant as this device's clock has it, to the minute: `2016-09-17T10:05+03:00`. */
export function minuteOf(date: Date): string {
  const offset = -date.getTimezoneOffset()
  const two = (n: number) => String(Math.trunc(Math.abs(n))).padStart(2, '0')
  return `${localMinute(date)}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`
}

/** As a field for date and time takes it: `2016-09-17T10:05`. */
export function localMinute(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}
