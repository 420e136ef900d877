// The question a map asks and the form of its answer: strict, so that nothing finer than this can be in it.
import { z } from 'zod'
import type { MapAnswer, MapIncidentsAnswer } from '../map.ts'
import { whole, whyQuery } from '../query.ts'
import { instant, verdict } from './status.ts'

const { at, known_at, account } = whyQuery.shape

export const mapQuery = z.strictObject({ at, known_at })

export const mapColumnsQuery = whyQuery

export const mapIncidentsQuery = z.strictObject({
  at,
  known_at,
  account,
  spot: z.optional(
    z.string().min(1).describe('the id of a spot, or `nowhere` for what is on no map; left out, wherever it was'),
  ),
  since: at.describe('only what may have gone on after this instant'),
  until: at.describe('only what may have begun by this instant'),
  after: z.optional(whole(0, 999_999_999).describe('how many to leave out, the earliest first')),
  limit: z.optional(whole(1, 1000).describe('how many at most; left out, 25')),
})

const position = z.tuple([z.number(), z.number()])
const area = z.union([
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position))) }),
])

const word = z.strictObject({
  claim: z.string(),
  stance: z.string().nullable(),
  speaker: z.string().nullable(),
  side: z.string(),
  outlet: z.string().nullable(),
  doc: z.string(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
})

const incident = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    from: instant.nullable(),
    to: instant.nullable(),
    places: z.array(z.string()).describe('as reports name them'),
    spot: z.string().nullable().describe('what it is drawn as; null where no name is on the map'),
    findings: z.array(z.strictObject({ clause: z.string(), finding: verdict })),
    apart: z.array(z.strictObject({ clause: z.string(), decision: z.string(), reason: z.string() })),
    says: z.array(word),
  })
  .meta({ id: 'MapIncident' })

const zone = z.strictObject({ id: z.string(), name: z.string(), tolerance_m: z.number(), shape: area.nullable() })
const line = z.strictObject({
  id: z.string(),
  name: z.string(),
  tolerance_m: z.number(),
  positions: z.array(position),
})

const band = z.strictObject({
  line: z.string(),
  party: z.string(),
  weapon_class: z.string().nullable(),
  window_from: instant,
  window_to: instant,
  from_m: z.number(),
  to_m: z.number().nullable(),
  shape: area.nullable(),
})

const convoy = z.strictObject({
  vehicle: z.string(),
  hour: instant,
  cell: z.string().describe('a geohash of four letters, about 39 by 20 km'),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  made_up: z.boolean().describe('whether the whole track of the vehicle was invented for an example'),
})

export const mapAnswer: z.ZodType<MapAnswer> = z
  .strictObject({
    at: instant,
    known_at: instant.nullable(),
    zones: z.array(zone),
    lines: z.array(line),
    bands: z.array(band),
    convoys: z.array(convoy),
    convoy_delay_h: z.number(),
  })
  .meta({ id: 'MapAnswer', description: 'the ground that a map shows, as coarsely as it may be told' })

export const mapIncidentsAnswer: z.ZodType<MapIncidentsAnswer> = z
  .strictObject({ matched: z.int(), incidents: z.array(incident) })
  .meta({ id: 'MapIncidentsAnswer', description: 'a page of the incidents of one spot, the earliest first' })
