// Agreements of as many bans, duties and accounts as asked for, over eight valleys, and reports of what happened in them.
import { parseAgreement, resolveAgreement, type Agreement } from '../../agreement/src/index.ts'
import { nameClaim, type Claim } from '../../claims/src/index.ts'
import { parsePlaces } from '../../geo/src/index.ts'
import { foldRecord, type LoggedEntry } from '../../ledger/src/index.ts'
import { numbersFrom } from './made-up.ts'

const VALLEYS = 8
const DAYS = 20

const feature = (id: string, name: string, type: string, coordinates: unknown) => ({
  type: 'Feature',
  id,
  properties: { name },
  geometry: { type, coordinates },
})
const PLACES = parsePlaces(
  JSON.stringify({
    type: 'FeatureCollection',
    features: Array.from({ length: VALLEYS }, (_, at) => [
      feature(`valley-${at}`, `Valley ${at}`, 'Polygon', [square(36 + at, 36.9 + at)]),
      feature(`village-${at}`, `Village ${at}`, 'Point', [36.5 + at, 36.5]),
    ]).flat(),
  }),
).places

function square(west: number, east: number) {
  const corners = [west, east, east, west, west]
  return corners.map((longitude, at) => [longitude, at < 2 || at === 4 ? 36 : 37])
}

const actor = (kind: string, id: string, fields: Readonly<Record<string, string>>) =>
  clause(kind, id, { name: `The ${id}`, ...fields })

const HEAD = [
  clause('agreement', 'pact', {
    title: 'Pact',
    clock: 'UTC',
    by: 'east and west jointly',
    'decided-by': 'all-reported',
  }),
  actor('guarantor', 'east', { side: 'russia', role: 'co_chair' }),
  actor('guarantor', 'west', { side: 'us', role: 'co_chair' }),
  actor('party', 'north', { side: 'syria_gov', 'answered-by': 'east' }),
  actor('party', 'south', { side: 'opposition', 'answered-by': 'west' }),
  actor('body', 'watch', { side: 'monitor', role: 'monitor' }),
  actor('body', 'relief', { side: 'un', role: 'monitor' }),
  ...Array.from({ length: VALLEYS }, (_, at) =>
    clause('zone', `valley-${at}`, { geometry: `places.geojson#valley-${at}`, tolerance: '100 m' }),
  ),
  clause('anchor', 'day-d', { at: '2016-09-01T00:00Z' }),
  clause('term', 'truce', { starts: 'day-d', lasts: `${DAYS} days` }),
]

/** Two bans, on one party and the other, then a duty, then again; seven standard accounts and those that are added. */
export function pactOf({ clauses, accounts = 0 }: { clauses: number; accounts?: number }): Agreement {
  const text = [
    ...HEAD,
    ...Array.from({ length: accounts }, (_, at) =>
      clause('account', `more-${at}`, {
        name: `More ${at}`,
        trusts: 'watch, relief, east',
        sources: String(1 + (at % 2)),
      }),
    ),
    ...Array.from({ length: clauses }, (_, at) => ruled(at)),
  ].join('\n')
  const parsed = parseAgreement(`# Pact\n\nWhat was agreed.\n\n\`\`\`truce\n${text}\`\`\`\n`, 'agreement.md')
  const resolved = resolveAgreement(parsed.text, new Map([['places.geojson', PLACES]]))
  const wrong = [...parsed.diagnostics, ...resolved.diagnostics].filter(({ severity }) => severity === 'error')
  if (!resolved.agreement || wrong.length > 0) throw new Error(wrong.map(({ message }) => message).join('\n'))
  return resolved.agreement
}

function ruled(at: number): string {
  const valley = `valley-${at % VALLEYS}`
  if (at % 3 === 2) {
    const when = { from: 'day-d', by: `day-d + ${24 * (1 + (at % DAYS))} hours` }
    return clause('duty', `aid-${at}`, {
      on: 'north and south jointly',
      act: 'deliver-aid',
      in: valley,
      ...when,
      silence: 'breached',
    })
  }
  const on = at % 3 === 0 ? 'north' : 'south'
  return clause('ban', `calm-${at}`, { on, act: 'attack', in: valley, during: 'term truce', silence: 'unknown' })
}

function clause(kind: string, id: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `  ${name.padEnd(12)} ${value}\n`)
  return `${kind} ${id}\n${lines.join('')}`
}

const SPEAKERS = [
  ['The watch', 'monitor'],
  ['The watch', 'monitor'],
  ['The relief', 'un'],
  ['The north', 'syria_gov'],
  ['The south', 'opposition'],
  ['The east', 'russia'],
  ['The west', 'us'],
  ['Another observer', 'monitor'],
] as const
const KINDS = ['shelling', 'shelling', 'air_strike', 'ground_clash', 'truce_compliance', 'aid_delivery'] as const

/** The record of such reports, each entered when it was made. */
export function recordOf(claims: readonly Claim[]) {
  return foldRecord(
    claims.map((body, index): LoggedEntry => ({
      index,
      entry: { type: 'claim', received_at: body.published, recorded_by: 'bench', body },
    })),
  )
}

/** So many reports of the twenty days, of two happenings in three blamed on a party, in no order. */
export function reports(number: number): Claim[] {
  const below = numbersFrom(5)
  return Array.from({ length: number }, (_, at) => {
    const [speaker, side] = SPEAKERS[below(SPEAKERS.length)]!
    const day = `2016-09-${String(1 + below(DAYS)).padStart(2, '0')}`
    const quote = `report ${at}`
    return nameClaim({
      doc: quote,
      quote,
      start: 0,
      end: quote.length,
      speaker,
      speaker_side: side,
      via: null,
      outlet: null,
      published: `${day}T${String(10 + below(14))}:00Z`,
      kind: KINDS[below(KINDS.length)]!,
      modality: below(5) === 0 ? 'denied' : 'asserted',
      negated: false,
      places: [`Village ${below(VALLEYS)}`],
      date: day,
      date_basis: 'explicit',
      actor_blamed: [null, 'The north', 'The south'][below(3)]!,
      target: null,
      figures: [],
    })
  })
}
