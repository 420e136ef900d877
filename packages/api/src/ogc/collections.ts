// The collections that a map program can load: zones and lines of the agreement, and incidents as coarsely as they are named.
import type { Geometry } from '@trucekeeper/geo'
import { parseInstant, type Instant } from '@trucekeeper/time'
import type { Workspace } from '../deps.ts'
import { extentOf } from '../map-outline.ts'
import { spotsOf, zoneOutline, type Spot } from '../map-spots.ts'
import { wound, type Period } from './filter.ts'

export interface Feature {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: Exclude<Geometry, { type: 'Point' }> | null
  readonly properties: Readonly<Record<string, string | number | readonly string[] | null>>
}

/** A feature with the time that it is of; null for what has none. */
export interface Timed {
  readonly feature: Feature
  readonly period: Period | null
}

export interface Collection {
  readonly id: string
  readonly title: string
  readonly description: string
  features(): Promise<readonly Timed[]>
}

export function collectionsOf(workspace: Workspace): readonly Collection[] {
  return [
    {
      id: 'zones',
      title: 'Zones',
      description: 'areas and strips that clauses speak of; edges may be off by `tolerance_m`',
      features: async () =>
        (await workspace.known()).agreement.zones.map(({ id, name, tolerance_m, ground }) =>
          timeless(id, zoneOutline(ground), { name, tolerance_m }),
        ),
    },
    {
      id: 'lines',
      title: 'Lines',
      description: 'lines that clauses measure from; they may be off by `tolerance_m`',
      features: async () =>
        (await workspace.known()).agreement.places.flatMap(({ id, name, tolerance_m, geometry }) =>
          geometry.type === 'LineString' ? [timeless(id, geometry, { name, tolerance_m })] : [],
        ),
    },
    {
      id: 'incidents',
      title: 'Incidents',
      description:
        'what is reported to have happened, somewhere in the shape and known no more exactly; `breaks` by the account that decides each clause',
      features: () => incidents(workspace),
    },
  ]
}

const timeless = (id: string, shape: Feature['geometry'], properties: Feature['properties']): Timed => ({
  feature: { type: 'Feature', id, geometry: shape && wound(shape), properties },
  period: null,
})

async function incidents(workspace: Workspace): Promise<readonly Timed[]> {
  const spots = spotsOf((await workspace.known()).agreement)
  const lookback = await workspace.lookback()
  const { at } = lookback.asked({})
  const told = await lookback.incidents({ at, isWanted: () => true, after: 0, limit: Infinity })
  const drawn = new Map<string, { readonly spot: Spot; readonly shape: Feature['geometry'] }>()
  return told.incidents.map(({ status: { id, kind, from, to, places }, findings }): Timed => {
    const spot = spots.of(places)
    if (spot && !drawn.has(spot.id)) drawn.set(spot.id, { spot, shape: wound(spot.shape) })
    const found = spot ? drawn.get(spot.id) : undefined
    const clauses = (wanted: string) => findings.flatMap(({ clause, finding }) => (finding === wanted ? [clause] : []))
    const properties = {
      kind,
      from,
      to,
      places,
      where: found?.spot.name ?? null,
      where_prec: found ? precisionOf(found.spot) : null,
      tolerance_m: found?.spot.tolerance_m ?? null,
      breaks: clauses('breached'),
      contested: clauses('contested'),
      unknown: clauses('unknown'),
    }
    return {
      feature: { type: 'Feature', id, geometry: found?.shape ?? null, properties },
      period: { from: instantOf(from), to: instantOf(to ?? from) },
    }
  })
}

const instantOf = (text: string | null): Instant | null => (text === null ? null : parseInstant(text))

const NEAR_M = 50_000
const REGION_M = 250_000

/** How exact the place is, in UCDP's numbers. Nothing is 1: an exact place may be a site to protect. */
function precisionOf({ as, shape }: Spot): string {
  if (as === 'circle') return '2'
  if (as === 'line') return '5'
  const across = extentOf(shape)
  return across <= NEAR_M ? '2' : across <= REGION_M ? '4' : '6'
}
