// GET /api/map: the ground of the agreement with bands and convoys as published; its incidents, in columns and by their place.
import { formatInstant, type Instant } from '@trucekeeper/time'
import type { Area, Position } from '@trucekeeper/geo'
import { mapAnswer, mapColumnsQuery, mapIncidentsAnswer, mapIncidentsQuery, mapQuery } from './answers/map.ts'
import type { WhatIsKnown, KnownAt, Workspace } from './deps.ts'
import { mapBands, mapConvoys, CONVOY_DELAY_H, type MapBand, type MapConvoy } from './map-convoys.ts'
import { mapColumns, mapIncident, type MapIncident } from './map-incidents.ts'
import { spotsOf, zoneOutline } from './map-spots.ts'
import { json, Noun, text } from './noun.ts'
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
  readonly zones: readonly MapZone[]
  readonly lines: readonly MapLine[]
  readonly bands: readonly MapBand[]
  readonly convoys: readonly MapConvoy[]
  readonly convoy_delay_h: number
}

/** Of a spot, or of what is on no map, the earliest first. */
export interface MapIncidentsAnswer {
  readonly matched: number
  readonly incidents: readonly MapIncident[]
}

/** What is asked for in place of a spot for what is on no map. */
const NOWHERE = 'nowhere'

type Agreement = WhatIsKnown['agreement']

export function mapRoutes(workspace: Workspace, now: () => Instant): Noun {
  const asked = async (at: Instant | undefined, knownAt: KnownAt | undefined) => {
    const { agreement } = await workspace.known()
    const lookback = await workspace.lookback()
    const known = knownAt === undefined ? {} : { knownAt }
    const instants = lookback.asked({ ...known, ...(at !== undefined && { at }) })
    const say = (instant: Instant) => formatInstant(instant, agreement.zone)
    const said = { at: say(instants.at), known_at: instants.knownAt === null ? null : say(instants.knownAt) }
    return { agreement, lookback, known, instants, say, said }
  }
  const ground = {
    summary: 'zones and lines, bands and convoys as published; no exact site',
    query: mapQuery,
    gives: json(mapAnswer),
    pace: SLOW_PACE,
  } as const
  const columns = {
    summary: 'where and when everything happened that is on the map, as coarsely as it is named, in columns',
    query: mapColumnsQuery,
    gives: text('application/vnd.trucekeeper.map-columns'),
    problems: ['404.4'],
    steady: true,
    pace: SLOW_PACE,
  } as const
  const told = {
    summary: 'incidents of one spot, with findings and words',
    query: mapIncidentsQuery,
    gives: json(mapIncidentsAnswer),
    problems: ['404.4'],
    steady: true,
    pace: SLOW_PACE,
  } as const
  return new Noun('/api/map')
    .get('/', ground, async (c, { at, known_at: knownAt }) => {
      const { agreement, instants, say, said } = await asked(at, knownAt)
      const { accounts, decidedBy } = agreement
      const tables = await workspace.tables()
      const late = { ...instants, now: now() }
      const deciding = accounts.find(({ id }) => id === decidedBy)!
      const answer: MapAnswer = {
        ...said,
        zones: agreement.zones.map(({ id, name, tolerance_m, ground: shape }) => {
          return { id, name, tolerance_m, shape: zoneOutline(shape) }
        }),
        lines: agreement.places.flatMap(({ id, name, tolerance_m, geometry }) =>
          geometry.type === 'LineString' ? [{ id, name, tolerance_m, positions: geometry.coordinates }] : [],
        ),
        bands: mapBands(tables, deciding, late, say),
        convoys: mapConvoys(tables, late, say),
        convoy_delay_h: CONVOY_DELAY_H,
      }
      return c.json(answer)
    })
    .get('/columns', columns, async (c, { at, known_at: knownAt, account }) => {
      const { agreement, lookback, known, instants, said } = await asked(at, knownAt)
      refuseUnknown(agreement, account)
      const about = { ...said, account: account ?? null }
      const query = { ...known, at: instants.at, ...(account !== undefined && { account }) }
      const body = await lookback.happened(query, (happened) => mapColumns(happened, spotsOf(agreement), about))
      return c.body(body, 200, { 'content-type': columns.gives.type })
    })
    .get(
      '/incidents',
      told,
      async (c, { at, known_at: knownAt, account, spot, since, until, after = 0, limit = 25 }) => {
        const { agreement, lookback, known, instants } = await asked(at, knownAt)
        refuseUnknown(agreement, account)
        const spots = spotsOf(agreement)
        const isThere = remembered((names) => spot === undefined || (spots.of(names)?.id ?? NOWHERE) === spot)
        const { matched, incidents } = await lookback.incidents({
          ...known,
          at: instants.at,
          ...(account !== undefined && { account }),
          isWanted: ({ when, places }) =>
            when.from <= (until ?? Infinity) && when.to > (since ?? -Infinity) && isThere(places),
          after,
          limit,
        })
        const answer: MapIncidentsAnswer = { matched, incidents: incidents.map((one) => mapIncident(one, spots)) }
        return c.json(answer)
      },
    )
}

function refuseUnknown({ accounts }: Agreement, account: string | undefined): void {
  if (account === undefined || accounts.some(({ id }) => id === account)) return
  const there = accounts.map(({ id }) => quoted(id)).join(', ')
  throw new Refused('404.4', `the agreement has no account ${quoted(account)}`, `there are: ${there}`)
}

/** Hundreds of thousands of incidents name a few hundred places. */
function remembered(test: (names: readonly string[]) => boolean): (names: readonly string[]) => boolean {
  const known = new Map<string, boolean>()
  return (names) => {
    const key = names.length === 1 ? names[0]! : JSON.stringify(names)
    const found = known.get(key) ?? test(names)
    known.set(key, found)
    return found
  }
}
