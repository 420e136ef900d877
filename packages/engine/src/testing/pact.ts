// For tests: a small agreement between north and south, answered for by east and west, to which a test adds its clauses.
import { parseAgreement, resolveAgreement, type Agreement } from '@trucekeeper/agreement'
import type { Act, Claim } from '@trucekeeper/claims'
import { parsePlaces } from '@trucekeeper/geo'
import { acted, mirrored, recordOf, said, violations } from '../../../../test/arbitraries/record.ts'
import { receiptOf, statusOf, type ClauseStatus, type Receipt, type Status } from '../index.ts'

const square = (from: number, to: number) => [
  [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ],
]
const feature = (id: string, name: string, type: string, coordinates: unknown) => ({
  type: 'Feature',
  id,
  properties: { name },
  geometry: { type, coordinates },
})

/** Land holds Town; Hamlet is in the land outside the town, Edge within the tolerance of the town, Border abroad; the Road runs along the equator. */
const PLACES = parsePlaces(
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      feature('land', 'Land', 'Polygon', square(36, 38)),
      feature('town', 'Town', 'Polygon', square(37, 37.2)),
      feature('hamlet', 'Hamlet', 'Point', [36.5, 36.5]),
      feature('edge', 'Edge', 'Point', [37.1, 37.2001]),
      feature('border', 'Border', 'Point', [39, 39]),
      feature('road', 'Road', 'LineString', [
        [36.9, 0],
        [37.1, 0],
      ]),
    ],
  }),
).places

const HEAD = `
agreement pact
  title        Pact
  clock        Asia/Damascus
  by           east and west jointly
  decided-by   all-reported

guarantor east
  name         Eastland
  side         russia
  role         co_chair

guarantor west
  name         Westland
  side         us
  role         co_chair

party north
  name         Northern side
  forces       Northern army
  side         syria_gov
  answered-by  east

party south
  name         Southern side
  forces       Southern army
  side         opposition
  answered-by  west

body relief
  name         Relief
  side         un
  role         monitor

body watch
  name         Watch
  side         monitor
  role         monitor

body raiders
  name         Raiders
  role         excluded_group

body centre
  name         Centre
  role         secretariat

zone land
  geometry     places.geojson#land
  tolerance    1000 m

zone town
  geometry     places.geojson#town
  within       land
  tolerance    1000 m

anchor day-d
  at           2016-09-01T12:00+03:00

term truce
  starts       day-d
  lasts        20 days
  extends      extend

power extend
  held-by      east and west jointly
  effect       extend truce

power stop
  held-by      east or west
  effect       terminate truce
`

/** The clauses of most tests. */
export const CALM = `
ban calm
  on           north and south, each
  act          attack
  in           land
  during       term truce
  silence      unknown
`

/** An agreement of the common clauses and those given. A text that does not read is a fault of the test. */
export function pact(clauses: string, head: (text: string) => string = (text) => text): Agreement {
  const source = `# Pact\n\n## 1. All of it\n\nWhat was agreed.\n\n\`\`\`truce\n${head(HEAD)}${clauses}\n\`\`\`\n`
  const parsed = parseAgreement(source, 'agreement.md')
  const resolved = resolveAgreement(parsed.text, new Map([['places.geojson', PLACES]]))
  const wrong = [...parsed.diagnostics, ...resolved.diagnostics].filter(({ severity }) => severity === 'error')
  if (!resolved.agreement || wrong.length > 0) throw new Error(wrong.map(({ message }) => message).join('\n'))
  return resolved.agreement
}

export function mirroredPact(clauses: string): Agreement {
  return pact(mirrored(clauses), mirrored)
}

export const on = (date: number, hour = 0, minute = 0) => Date.UTC(2016, 8, date, hour - 3, minute)

/** `2016-09-05T18:00+03:00` */
export const time = (date: number, hour = 0) =>
  `2016-09-${String(date).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00+03:00`

export function statusAt(
  agreement: Agreement,
  at: number,
  claims: readonly Claim[],
  acts: readonly Act[] = [],
): Status {
  return statusOf(agreement, recordOf(claims, acts), { at, knownAt: null })
}

export function clauseAt(
  agreement: Agreement,
  id: string,
  at: number,
  claims: readonly Claim[],
  acts: readonly Act[] = [],
): ClauseStatus {
  const found = statusAt(agreement, at, claims, acts).clauses.find((clause) => clause.id === id)
  if (!found) throw new Error(`no clause ${id}`)
  return found
}

export function receiptAt(
  agreement: Agreement,
  clause: string,
  at: number,
  claims: readonly Claim[],
  account = 'all-reported',
): Receipt {
  const found = receiptOf(agreement, recordOf(claims), { at, knownAt: null, clause, account })
  if (!found.ok) throw new Error(found.message)
  return found.receipt
}

/** Watch says, on the evening of a day, that a side, or both, kept the truce on it. */
export function kept(
  date: number,
  who = 'the Northern army and the Southern army',
  more: Parameters<typeof said>[0] = {},
) {
  return said({
    kind: 'truce_compliance',
    quote: `${who} kept the truce on day ${date}`,
    places: ['Land'],
    date: time(date).slice(0, 10),
    published: time(date, 23),
    ...more,
  })
}

/** Watch says, on the evening of a day, that a side shelled Town on it. */
export function shelled(date: number, who: string | null = 'Northern army', more: Parameters<typeof said>[0] = {}) {
  return said({ date: time(date).slice(0, 10), published: time(date, 23), actor_blamed: who, ...more })
}

export { acted, recordOf, said, violations }
