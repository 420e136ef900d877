// GET /ogc: OGC API – Features Part 1, so that a map program such as QGIS loads what the agreement's map shows.
import type { Geometry } from '@trucekeeper/geo'
import { formatInstant } from '@trucekeeper/time'
import type { Context } from 'hono'
import type { Workspace } from '../deps.ts'
import { json, Noun, type Body } from '../noun.ts'
import { SLOW_PACE } from '../pace.ts'
import { quoted, Refused } from '../problems.ts'
import {
  collectionAnswer,
  collectionsAnswer,
  conformanceAnswer,
  featureAnswer,
  featuresAnswer,
  landingAnswer,
} from './answers.ts'
import { collectionsOf, type Collection, type Timed } from './collections.ts'
import { boxAround, overlaps, touches } from './filter.ts'
import { formQuery, itemsQuery } from './query.ts'

const GEOJSON = 'application/geo+json'
const JSON_TYPE = 'application/json'
const WGS_84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
const CONFORMS_TO = ['core', 'geojson'].map((part) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${part}`)
const LIMIT = 100

const geojson = (schema: Body['schema']): Body => ({ type: GEOJSON, schema })

export function ogcRoutes(workspace: Workspace): Noun {
  const collections = collectionsOf(workspace)
  const named = (id: string | undefined): Collection => {
    const found = collections.find((one) => one.id === id)
    if (found) return found
    const there = collections.map((one) => quoted(one.id)).join(', ')
    throw new Refused('404.10', `there is no collection ${quoted(id ?? '')}`, `there are: ${there}`)
  }
  const form = { query: formQuery }
  const one = { problems: ['404.10'], parts: { collection: 'the id of a collection' } } as const
  return new Noun('/ogc')
    .get('/', { ...form, summary: 'what a map program finds here', gives: json(landingAnswer) }, (c) =>
      c.json({
        title: 'Trucekeeper',
        description: 'zones, lines and incidents of an agreement, no more exactly than they are named',
        links: [
          linkTo(c, '/ogc', 'self', JSON_TYPE, 'this page'),
          linkTo(c, '/api/openapi.json', 'service-desc', JSON_TYPE, 'the API for machines'),
          linkTo(c, '/api/docs', 'service-doc', 'text/html', 'the API for people'),
          linkTo(c, '/ogc/conformance', 'conformance', JSON_TYPE, 'what it keeps to'),
          linkTo(c, '/ogc/collections', 'data', JSON_TYPE, 'collections'),
        ],
      }),
    )
    .get('/conformance', { ...form, summary: 'what it keeps to', gives: json(conformanceAnswer) }, (c) =>
      c.json({ conformsTo: CONFORMS_TO }),
    )
    .get('/collections', { ...form, summary: 'its collections', gives: json(collectionsAnswer) }, async (c) =>
      c.json({
        collections: await Promise.all(collections.map(async (each) => described(c, each, await each.features()))),
        links: [linkTo(c, '/ogc/collections', 'self', JSON_TYPE, 'this page')],
      }),
    )
    .get(
      '/collections/:collection',
      { ...form, ...one, summary: 'one collection', gives: json(collectionAnswer) },
      async (c) => {
        const collection = named(c.req.param('collection'))
        return c.json(described(c, collection, await collection.features()))
      },
    )
    .get(
      '/collections/:collection/items',
      {
        ...one,
        query: itemsQuery,
        summary: 'features of a collection, by box and time, a page at a time',
        gives: geojson(featuresAnswer),
        steady: true,
        problems: ['404.10', '400.5', '400.1'],
        pace: SLOW_PACE,
      },
      async (c, { bbox, datetime, limit = LIMIT, offset = 0 }) => {
        const { id } = named(c.req.param('collection'))
        const all = await named(id).features()
        const matched = all.filter(
          ({ feature: { geometry }, period }) =>
            (bbox === undefined || (geometry !== null && touches(geometry, bbox))) &&
            (datetime === undefined || period === null || overlaps(period, datetime)),
        )
        const features = matched.slice(offset, offset + limit).map(({ feature }) => feature)
        const at = `/ogc/collections/${id}/items`
        const more = offset + limit < matched.length
        return answered(c, {
          type: 'FeatureCollection',
          numberMatched: matched.length,
          numberReturned: features.length,
          features,
          links: [
            linkTo(c, `${at}${new URL(c.req.url).search}`, 'self', GEOJSON, 'this page'),
            ...(more ? [linkTo(c, pageAt(c, at, offset + limit), 'next', GEOJSON, 'the next page')] : []),
            ...(offset > 0
              ? [linkTo(c, pageAt(c, at, Math.max(0, offset - limit)), 'prev', GEOJSON, 'the page before')]
              : []),
            linkTo(c, `/ogc/collections/${id}`, 'collection', JSON_TYPE, 'the collection'),
          ],
        })
      },
    )
    .get(
      '/collections/:collection/items/:feature',
      {
        ...form,
        summary: 'one feature',
        parts: { ...one.parts, feature: 'the id of a feature' },
        gives: geojson(featureAnswer),
        problems: ['404.10', '404.11'],
        pace: SLOW_PACE,
      },
      async (c) => {
        const { id, features } = named(c.req.param('collection'))
        const name = c.req.param('feature')
        const found = (await features()).find(({ feature }) => feature.id === name)
        if (!found) {
          throw new Refused(
            '404.11',
            `${quoted(id)} has no feature ${quoted(name)}`,
            `see \`/ogc/collections/${id}/items\``,
          )
        }
        const at = `/ogc/collections/${id}`
        return answered(c, {
          ...found.feature,
          links: [
            linkTo(c, `${at}/items/${encodeURIComponent(name)}`, 'self', GEOJSON, 'this feature'),
            linkTo(c, at, 'collection', JSON_TYPE, 'the collection'),
          ],
        })
      },
    )
}

function described(c: Context, { id, title, description }: Collection, features: readonly Timed[]): unknown {
  const at = `/ogc/collections/${id}`
  const bbox = boxAround(features.flatMap(({ feature: { geometry } }): Geometry[] => (geometry ? [geometry] : [])))
  const froms = features.flatMap(({ period }) => (period?.from == null ? [] : [period.from]))
  const tos = features.flatMap(({ period }) => (period?.to == null ? [] : [period.to]))
  const interval = froms.length === 0 ? null : [froms.reduce(least), tos.length === 0 ? null : tos.reduce(most)]
  return {
    id,
    title,
    description,
    itemType: 'feature',
    crs: [WGS_84],
    extent: {
      ...(bbox && { spatial: { bbox: [bbox], crs: WGS_84 } }),
      ...(interval && {
        temporal: { interval: [interval.map((end) => (end === null ? null : formatInstant(end, 'UTC')))] },
      }),
    },
    links: [linkTo(c, at, 'self', JSON_TYPE, title), linkTo(c, `${at}/items`, 'items', GEOJSON, `${title} as GeoJSON`)],
  }
}

const least = (a: number, b: number) => Math.min(a, b)
const most = (a: number, b: number) => Math.max(a, b)

function pageAt(c: Context, at: string, offset: number): string {
  const asked = new URL(c.req.url).searchParams
  asked.set('offset', String(offset))
  return `${at}?${asked}`
}

function linkTo(c: Context, path: string, rel: string, type: string, title: string) {
  return { href: `${new URL(c.req.url).origin}${path}`, rel, type, title }
}

function answered(c: Context, body: unknown): Response {
  return c.body(JSON.stringify(body), 200, { 'content-type': GEOJSON })
}
