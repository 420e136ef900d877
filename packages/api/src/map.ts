// GET /api/map: the ground of the agreement, incidents as coarsely as they are named, bands and convoys as published.
import { formatInstant, parseInstant, type Instant } from '@trucekeeper/time'
import type { Area, Position } from '@trucekeeper/geo'
import { mapAnswer, mapQuery } from './answers/map.ts'
import type { Workspace } from './deps.ts'
import { mapBands, mapConvoys, CONVOY_DELAY_H, type MapBand, type MapConvoy } from './map-convoys.ts'
import { mapIncidents, type MapIncident } from './map-incidents.ts'
import { spotsOf, zoneOutline, type Spot } from './map-spots.ts'
import { json, Noun } from './noun.ts'
import { SLOW_PACE } from './pace.ts'
import { quoted, Refused } from './problems.ts'

export interface MapZone {
  readonly id: string
  readonly name: string
  /** How far off its edge may be, in metres. */
  readonly tolerance_m: number
  readonly shape: Area | null
}

export interface MapLine {
  readonly id: string
  readonly name: string
  readonly tolerance_m: number
  readonly positions: readonly Position[]
}

export interface MapAnswer {
  readonly at: string
  readonly known_at: string | null
  /** Null where each clause is decided by its own. */
  readonly account: string | null
  readonly zones: readonly MapZone[]
  readonly lines: readonly MapLine[]
  readonly spots: readonly Spot[]
  readonly incidents: readonly MapIncident[]
  readonly bands: readonly MapBand[]
  readonly convoys: readonly MapConvoy[]
  readonly convoy_delay_h: number
}

export function mapRoutes(workspace: Workspace, now: () => Instant): Noun {
  const about = {
    summary: 'zones and lines, incidents as coarsely as they are named, bands and convoys as published; no exact site',
    query: mapQuery,
    gives: json(mapAnswer),
    problems: ['404.4'],
    pace: SLOW_PACE,
  } as const
  return new Noun('/api/map').get('/', about, async (c, { at: asked, known_at: knownAt, account }) => {
    const { agreement } = await workspace.backTestBasis()
    const { accounts, decidedBy, zone } = agreement
    if (account !== undefined && !accounts.some(({ id }) => id === account)) {
      const there = accounts.map(({ id }) => quoted(id)).join(', ')
      throw new Refused('404.4', `the agreement has no account ${quoted(account)}`, `there are: ${there}`)
    }
    const status = await workspace.status({
      ...(asked !== undefined && { at: asked }),
      ...(knownAt !== undefined && { knownAt }),
    })
    const at = parseInstant(status.at)!
    const say = (instant: Instant) => formatInstant(instant, zone)
    const { incidents, spots } = await mapIncidents(workspace, spotsOf(agreement), { status, account, knownAt, at })
    const tables = await workspace.tables()
    const late = { at, knownAt: status.known_at === null ? null : parseInstant(status.known_at)!, now: now() }
    const deciding = accounts.find(({ id }) => id === decidedBy)!
    const answer: MapAnswer = {
      at: status.at,
      known_at: status.known_at,
      account: account ?? null,
      zones: agreement.zones.map(({ id, name, tolerance_m, ground }) => ({
        id,
        name,
        tolerance_m,
        shape: zoneOutline(ground),
      })),
      lines: agreement.places.flatMap(({ id, name, tolerance_m, geometry }) =>
        geometry.type === 'LineString' ? [{ id, name, tolerance_m, positions: geometry.coordinates }] : [],
      ),
      spots,
      incidents,
      bands: mapBands(tables, deciding, late, say),
      convoys: mapConvoys(tables, late, say),
      convoy_delay_h: CONVOY_DELAY_H,
    }
    return c.json(answer)
  })
}
