// The form of what the record and the agreement say as they are: their size, their texts, their ground.
import { z } from 'zod'
import type { AgreementPlaces, AgreementText, DocumentText, RecordSummary } from '../deps.ts'
import { instant, sha256 } from './status.ts'

export const recordAnswer: z.ZodType<RecordSummary> = z
  .strictObject({
    entries: z.int(),
    first_received_at: instant.nullable(),
    last_received_at: instant.nullable(),
    suggested_at: instant,
    moments: z.array(z.strictObject({ at: instant, label: z.string() })),
  })
  .meta({ id: 'RecordSummary' })

export const documentAnswer: z.ZodType<DocumentText> = z
  .strictObject({
    doc: z.string(),
    outlet: z.string().nullable(),
    published: z.string().nullable(),
    text: z.string().describe('as it was read; quotes count in its UTF-16 units'),
    sha256,
  })
  .meta({ id: 'DocumentText' })

export const agreementAnswer: z.ZodType<AgreementText> = z
  .strictObject({ file: z.string(), text: z.string(), hash: sha256 })
  .meta({ id: 'AgreementText' })

const position = z.tuple([z.number(), z.number()]).meta({ id: 'Position', description: 'longitude, latitude; WGS 84' })
const ring = z.array(position)

export const point = z.strictObject({ type: z.literal('Point'), coordinates: position })

export const ground = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('LineString'), coordinates: ring }),
    z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
    z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
  ])
  .meta({ id: 'Ground', description: 'a line or an area as GeoJSON (RFC 7946) has it' })

const place = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    also: z.array(z.string()),
    tolerance_m: z.number(),
    geometry: ground,
  })
  .meta({ id: 'Place' })

/** Its form has no points: a point may be a site to protect. */
export const placesAnswer: z.ZodType<AgreementPlaces> = z
  .record(z.string(), z.array(place))
  .meta({ id: 'AgreementPlaces', description: 'by the file in which they are drawn' })

export const backTestAnswer = z
  .strictObject({
    agreement: z.looseObject({ id: z.string(), zones: z.array(z.unknown()), places: z.array(z.never()) }),
    acts: z.array(z.looseObject({ id: z.string(), power: z.string(), at: instant })),
  })
  .meta({ id: 'BackTestBasis', description: 'the agreement as linked and the acts of the record' })
