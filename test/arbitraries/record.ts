// Claims and acts for tests: a builder that fills in what a test does not care about, and generators of whole records.
import { nameAct, nameClaim, type Act, type Claim, type ClaimBody, type Ruling, type Side } from '@trucekeeper/claims'
import * as fc from 'fast-check'

/** A claim by a monitor at noon on 5 September 2016 that shells fell on Town that day; whatever a test says instead. */
export function said(more: Partial<ClaimBody> = {}): Claim {
  const quote = more.quote ?? 'as it was reported'
  return nameClaim({
    doc: 'report.txt',
    quote,
    start: 0,
    end: quote.length,
    speaker: 'Watch',
    speaker_side: 'monitor',
    via: null,
    outlet: null,
    published: '2016-09-05T12:00+03:00',
    kind: 'shelling',
    modality: 'asserted',
    negated: false,
    places: ['Town'],
    date: '2016-09-05',
    date_basis: 'explicit',
    actor_blamed: null,
    target: null,
    figures: [],
    ...more,
  })
}

/** The figure of a bulk claim. */
export function violations(value: number): ClaimBody['figures'] {
  return [{ what: 'truce violations', value, unit: 'violations' }]
}

export function acted(more: Partial<Omit<Act, 'id'>> & Pick<Act, 'power' | 'by' | 'at'>): Act {
  const quote = more.quote ?? 'as it was declared'
  return nameAct({ stage: 'exercised', doc: 'notice.txt', quote, start: 0, end: quote.length, ...more })
}

/** What the engine is handed of a record. */
export function recordOf(claims: readonly Claim[], acts: readonly Act[] = [], rulings: readonly Ruling[] = []) {
  const all = [...claims, ...acts, ...rulings]
  const received = all.map(
    ({ id }, index) => [id, { index, received_at: '2016-09-30T00:00:00+03:00', recorded_by: 'desk' }] as const,
  )
  return {
    claims,
    acts,
    rulings,
    size: all.length,
    digest: all
      .map(({ id }) => id)
      .toSorted()
      .join(),
    received: new Map(received),
  }
}

/** Those who speak in generated records, by names the agreement of the tests knows and by others. */
const SPEAKERS: readonly (readonly [string | null, Side])[] = [
  ['Northern army', 'syria_gov'],
  ['Southern army', 'opposition'],
  ['Eastland', 'russia'],
  ['Westland', 'us'],
  ['Watch', 'monitor'],
  ['Relief', 'un'],
  ['Another observer', 'monitor'],
  [null, 'unknown'],
]

const day = fc.integer({ min: 1, max: 9 }).map((date) => `2016-09-0${date}`)
const hour = fc.integer({ min: 0, max: 23 }).map((hours) => String(hours).padStart(2, '0'))
const dating = fc.oneof(
  { weight: 5, arbitrary: day },
  { weight: 1, arbitrary: fc.tuple(day, hour).map(([date, hours]) => `${date}T${hours}:00+03:00`) },
  { weight: 1, arbitrary: fc.tuple(day, day).map((pair) => pair.toSorted().join('/')) },
  { weight: 1, arbitrary: fc.constant(null) },
)
const doer = fc.constantFrom(null, null, 'Northern army', 'Southern army', 'Northern army or Southern army', 'Raiders')

/** A claim about something that the agreement of the tests speaks of, or about nothing that it does. */
export const claim: fc.Arbitrary<Claim> = fc
  .record({
    speaks: fc.constantFrom(...SPEAKERS),
    kind: fc.constantFrom(
      'shelling',
      'air_strike',
      'ground_clash',
      'offensive',
      'truce_violation',
      'truce_compliance',
      'aid_delivery',
      'aid_convoy_waiting',
      'withdrawal',
      'casualties',
    ),
    modality: fc.constantFrom('asserted', 'asserted', 'asserted', 'denied', 'reported-unconfirmed', 'threatened'),
    negated: fc.constantFrom(false, false, false, true),
    stance: fc.constantFrom(null, null, null, null, 'counter_claims', 'admits'),
    date: dating,
    published: fc.tuple(day, hour).map(([date, hours]) => `${date}T${hours}:30+03:00`),
    places: fc.constantFrom([], ['Town'], ['Hamlet'], ['Land'], ['Border'], ['Town', 'Hamlet'], ['Nowhere']),
    actor_blamed: doer,
    target: fc.constantFrom(null, null, null, 'Raiders', 'Northern army'),
    quote: fc.constantFrom('so it was said', 'the Northern army did', 'the Southern army did', 'we did'),
    count: fc.constantFrom(null, null, 2, 7),
    outlet: fc.constantFrom(null, 'Herald', 'Courier'),
  } as const)
  .map(({ speaks: [speaker, side], kind, count, places, ...rest }) =>
    said({
      ...rest,
      places: [...places],
      kind,
      speaker,
      speaker_side: side,
      figures: kind === 'truce_violation' && count !== null ? violations(count) : [],
    }),
  )

/** An act under one of the powers of that agreement. */
export const act: fc.Arbitrary<Act> = fc
  .record({
    power: fc.constantFrom('extend', 'stop', 'pause', 'begin-again', 'excuse'),
    stage: fc.constantFrom('proposed', 'accepted', 'exercised', 'exercised', 'lifted', 'threatened'),
    by: fc.constantFrom(['east'], ['west'], ['east', 'west']),
    at: fc.tuple(day, hour).map(([date, hours]) => `${date}T${hours}:15+03:00`),
    length: fc.constantFrom(null, '48 hours', '3 days'),
  } as const)
  .map(({ by, ...rest }) => acted({ ...rest, by: [...by] }))

export const record = fc.record({
  claims: fc.uniqueArray(claim, { maxLength: 12, selector: ({ id }) => id }),
  acts: fc.uniqueArray(act, { maxLength: 3, selector: ({ id }) => id }),
})

/** An instant of those days, on the hour. */
export const instant = fc.tuple(day, hour).map(([date, hours]) => Date.parse(`${date}T${hours}:00+03:00`))

const MIRROR: Readonly<Record<string, string>> = {
  north: 'south',
  south: 'north',
  North: 'South',
  South: 'North',
  east: 'west',
  west: 'east',
  East: 'West',
  West: 'East',
  syria_gov: 'opposition',
  opposition: 'syria_gov',
  russia: 'us',
  us: 'russia',
}

/** Words in which each party stands for the other, and each guarantor. */
export function mirrored(words: string): string {
  return words.replace(/syria_gov|opposition|\brussia\b|\bus\b|north|south|east|west/gi, (word) => MIRROR[word] ?? word)
}

export function mirroredClaim(one: Claim): Claim {
  return nameClaim(JSON.parse(mirrored(JSON.stringify(withoutId(one)))))
}

export function mirroredAct(one: Act): Act {
  return nameAct(JSON.parse(mirrored(JSON.stringify(withoutId(one)))))
}

export function withoutId<T extends { id: string }>(one: T): Omit<T, 'id'> {
  const { id, ...body } = one
  void id
  return body
}
