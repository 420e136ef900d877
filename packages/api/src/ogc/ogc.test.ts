// The example loaded as a map program loads it, by its links alone.
import { openWorkspace, type Workspace } from '@trucekeeper/workspace'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkedApp } from '../checked.ts'
import { fixtureDeps } from '../fixture.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../../examples/aleppo-2016')
let workspace: Workspace

beforeAll(async () => {
  const opened = await openWorkspace(EXAMPLE)
  if (!opened.ok) throw new Error('the example agreement does not open')
  workspace = opened.workspace
})

interface Linked {
  readonly links: readonly { readonly href: string; readonly rel: string; readonly type: string }[]
}
interface Features extends Linked {
  readonly numberMatched: number
  readonly numberReturned: number
  readonly features: readonly {
    readonly id: string
    readonly geometry: { readonly type: string } | null
    readonly properties: Record<string, unknown>
  }[]
}

const request = (address: string) => checkedApp({ ...fixtureDeps().deps, workspace }).request(address)
const ask = async <T>(address: string) => (await (await request(address)).json()) as T
const follow = ({ links }: Linked, rel: string) => links.find((link) => link.rel === rel)!.href
const items = (collection: string, query = '') => ask<Features>(`/ogc/collections/${collection}/items${query}`)

describe('a map program', () => {
  it('finds its way from the landing page to every feature, by links', async () => {
    const landing = await ask<Linked>('/ogc')
    const conformance = await ask<{ conformsTo: string[] }>(follow(landing, 'conformance'))
    expect(conformance.conformsTo).toContain('http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson')
    const { collections } = await ask<{ collections: (Linked & { id: string })[] }>(follow(landing, 'data'))
    expect(collections.map(({ id }) => id)).toEqual(['zones', 'lines', 'incidents'])
    for (const collection of collections) {
      const response = await request(follow(collection, 'items'))
      expect(response.headers.get('content-type')).toBe('application/geo+json')
      const { numberMatched, links } = (await response.json()) as Features
      expect(numberMatched).toBeGreaterThan(0)
      expect(links.map(({ rel }) => rel)).toEqual(expect.arrayContaining(['self', 'collection']))
      expect(follow({ links }, 'collection')).toBe(follow(collection, 'self'))
    }
    expect((await request(follow(landing, 'service-desc'))).status).toBe(200)
  })

  it('comes from page to page to every incident once', async () => {
    const whole = await items('incidents', '?limit=10000')
    const read: string[] = []
    let page = await items('incidents', '?limit=7&f=json')
    for (;;) {
      read.push(...page.features.map(({ id }) => id))
      const next = page.links.find(({ rel }) => rel === 'next')
      if (!next) break
      page = await ask<Features>(next.href)
    }
    expect(read).toEqual(whole.features.map(({ id }) => id))
    expect(read.length).toBe(whole.numberMatched)
    expect(read.length).toBeGreaterThan(7)
  })

  it('gets of each collection what touches its window', async () => {
    const { features } = await items('lines', '?bbox=37.08,36.24,37.17,36.28')
    expect(features.map(({ id }) => id)).toEqual(['castello-road'])
    expect((await items('lines', '?bbox=0,0,1,1')).numberMatched).toBe(0)
  })

  it('gets incidents of a time, and zones whatever the time', async () => {
    const evening = await items('incidents', '?datetime=2016-09-16T00:00:00Z/2016-09-17T00:00:00Z&limit=1000')
    const all = await items('incidents', '?limit=1000')
    expect(evening.numberMatched).toBeGreaterThan(0)
    expect(evening.numberMatched).toBeLessThan(all.numberMatched)
    expect((await items('incidents', '?datetime=../2000-01-01T00:00:00Z')).numberMatched).toBe(0)
    expect(await items('zones', '?datetime=2000-01-01T00:00:00Z')).toMatchObject({
      numberMatched: (await items('zones')).numberMatched,
    })
  })

  it('gets one feature by its id', async () => {
    const feature = await ask<{ id: string } & Linked>('/ogc/collections/lines/items/castello-road')
    expect(feature.id).toBe('castello-road')
    expect(follow(feature, 'self')).toBe('http://localhost/ogc/collections/lines/items/castello-road')
  })

  it.each([
    ['404.10', '/ogc/collections/sites/items', 'there is no collection `sites`'],
    ['404.11', '/ogc/collections/lines/items/nowhere', '`lines` has no feature `nowhere`'],
    ['400.5', '/ogc/collections/lines/items?bbox=1,2,3', '`1,2,3` is no box'],
    ['400.5', '/ogc/collections/lines/items?limit=0', '`0` is no number that can be asked for here'],
    ['400.1', '/ogc/collections/lines/items?datetime=../..', '`../..` is no time'],
    ['400.2', '/ogc?f=html', '`html` is no form of answer here'],
    ['404.1', '/ogc/nothing', 'there is nothing at `/ogc/nothing`'],
  ])('is refused with %s for %s', async (code, address, detail) => {
    expect(await ask(address)).toMatchObject({ code, detail })
  })
})

describe('places', () => {
  it('are never a point, and say how exact they are: never exact', async () => {
    const { features } = await items('incidents', '?limit=10000')
    for (const { geometry, properties } of features) {
      expect(geometry?.type).not.toBe('Point')
      expect(properties.where_prec).not.toBe('1')
      expect(properties.where_prec === null).toBe(geometry === null)
    }
  })

  it('of single points of the gazetteer are in no answer', async () => {
    const { features } = JSON.parse(await readFile(resolve(EXAMPLE, 'places.geojson'), 'utf8')) as {
      features: { geometry: { type: string; coordinates: [number, number] } }[]
    }
    const points = features.flatMap(({ geometry }) => (geometry.type === 'Point' ? [geometry.coordinates] : []))
    const pages = await Promise.all(
      ['zones', 'lines', 'incidents'].map(async (id) =>
        (await request(`/ogc/collections/${id}/items?limit=10000`)).text(),
      ),
    )
    expect(points.length).toBeGreaterThan(3)
    for (const page of pages) for (const [lon, lat] of points) expect(page).not.toContain(`[${lon},${lat}]`)
  })

  it('of the tables are in no answer', async () => {
    const [head, ...rows] = (await readFile(resolve(EXAMPLE, 'ground/positions.csv'), 'utf8')).trim().split('\n')
    const columns = ['lon', 'lat'].map((name) => head!.split(',').indexOf(name))
    const cells = rows
      .flatMap((row) => columns.map((column) => row.split(',')[column]!))
      .filter((cell) => /^\d+\.\d{3,}$/.test(cell))
    const text = await (await request('/ogc/collections/incidents/items?limit=10000')).text()
    expect(cells.length).toBeGreaterThan(3)
    for (const cell of cells) expect(text.includes(`${Number(cell)},`), cell).toBe(false)
  })
})
