// The form of what OGC API – Features answers. Strict: no shape is a point, so none can be the exact place of anything.
import { z } from 'zod'
import { ground } from '../answers/record.ts'

const link = z
  .strictObject({ href: z.string(), rel: z.string(), type: z.string(), title: z.string() })
  .meta({ id: 'OgcLink' })
const links = z.array(link)

export const landingAnswer = z
  .strictObject({ title: z.string(), description: z.string(), links })
  .meta({ id: 'OgcLanding' })

export const conformanceAnswer = z.strictObject({ conformsTo: z.array(z.string()) }).meta({ id: 'OgcConformance' })

const collection = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    itemType: z.literal('feature'),
    crs: z.array(z.string()),
    extent: z
      .strictObject({
        spatial: z.strictObject({ bbox: z.array(z.array(z.number()).length(4)), crs: z.string() }).optional(),
        temporal: z.strictObject({ interval: z.array(z.array(z.string().nullable()).length(2)) }).optional(),
      })
      .optional(),
    links,
  })
  .meta({ id: 'OgcCollection' })

export const collectionAnswer = collection
export const collectionsAnswer = z
  .strictObject({ collections: z.array(collection), links })
  .meta({ id: 'OgcCollections' })

const feature = {
  type: z.literal('Feature'),
  id: z.string(),
  geometry: ground.nullable(),
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]).nullable()),
}

export const featureAnswer = z.strictObject({ ...feature, links }).meta({ id: 'OgcFeature' })

export const featuresAnswer = z
  .strictObject({
    type: z.literal('FeatureCollection'),
    numberMatched: z.int(),
    numberReturned: z.int(),
    features: z.array(z.strictObject(feature)),
    links,
  })
  .meta({ id: 'OgcFeatures', description: 'a FeatureCollection (RFC 7946) with links to itself and to more' })
