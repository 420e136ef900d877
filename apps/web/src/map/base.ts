// The ground beneath everything: countries from a file of this page, so that nobody else learns what is looked at.
import type { FeatureCollection } from 'geojson'
import type { GeometryCollection, Topology } from 'topojson-specification'
import coarseUrl from 'world-atlas/countries-110m.json?url'
import fineUrl from 'world-atlas/countries-50m.json?url'

const loaded = new Map<string, Promise<FeatureCollection>>()

/** First to be shown quickly, then to be looked at closely. */
export const BASE_FILES = [coarseUrl, fineUrl]

export function countriesFrom(url: string): Promise<FeatureCollection> {
  const known = loaded.get(url)
  if (known) return known
  const countries = load(url)
  loaded.set(url, countries)
  // What failed once may be asked for again.
  countries.catch(() => loaded.delete(url))
  return countries
}

async function load(url: string): Promise<FeatureCollection> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  const topology = (await response.json()) as Topology<{ countries: GeometryCollection }>
  const { feature } = await import('topojson-client')
  return feature(topology, topology.objects.countries)
}
