import { resolve } from 'node:path'
import { geohash, geohashBox, metresBetween, stripTest, type Position } from '@trucekeeper/geo'
import { openWorkspace } from '@trucekeeper/workspace'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkedApp } from './checked.ts'
import type { Workspace } from './deps.ts'
import { fixtureDeps } from './fixture.ts'
import { discAround, discOutline, ringAround, stripOutline } from './map-outline.ts'
import type { MapColumnsHead, MapIncident } from './map-incidents.ts'
import type { MapAnswer, MapIncidentsAnswer } from './map.ts'

const EVENING = '2016-09-16T23:00:00%2B03:00'
const LATER = '2016-09-21T00:00:00%2B03:00'

let workspace: Workspace

beforeAll(async () => {
  const opened = await openWorkspace(resolve(import.meta.dirname, '../../../examples/aleppo-2016'))
  if (!opened.ok) throw new Error('the example does not open')
  workspace = opened.workspace
})

const ask = (query: string, now?: number, path = '/api/map') =>
  checkedApp({ ...fixtureDeps().deps, workspace, ...(now !== undefined && { now: () => now }) }).request(
    `${path}?${query}`,
  )
const ground = async (query: string, now?: number) => (await (await ask(query, now)).json()) as MapAnswer

interface Told extends MapColumnsHead {
  /** Of each row: since when, until when, the id of its spot, its flags. */
  readonly rows: readonly (readonly [number, number, string | null, readonly string[]])[]
  readonly incidents: readonly MapIncident[]
}

/** The columns, and every incident of every spot. */
async function told(query: string): Promise<Told> {
  const bytes = await (await ask(query, undefined, '/api/map/columns')).arrayBuffer()
  const view = new DataView(bytes)
  const begins = 4 + view.getUint32(0, true)
  const head = JSON.parse(new TextDecoder().decode(bytes.slice(4, begins))) as MapColumnsHead
  const { size, spots, flags } = head
  expect([begins % 8, bytes.byteLength]).toEqual([0, begins + 21 * size])
  const rows = Array.from({ length: size }, (_, row): Told['rows'][number] => {
    const number = view.getUint32(begins + 16 * size + 4 * row, true)
    const bits = view.getUint8(begins + 20 * size + row)
    return [
      view.getFloat64(begins + 8 * row, true),
      view.getFloat64(begins + 8 * (size + row), true),
      spots[number]?.id ?? null,
      flags.filter((_flag, bit) => bits & (1 << bit)),
    ]
  })
  const pages = [...spots.map(({ id }) => id), 'nowhere'].map((spot) => page(`${query}&spot=${spot}&limit=1000`))
  return { ...head, rows, incidents: (await Promise.all(pages)).flatMap(({ incidents }) => incidents) }
}

const page = async (query: string) =>
  (await (await ask(query, undefined, '/api/map/incidents')).json()) as MapIncidentsAnswer

describe('an incident on the map', () => {
  it('is drawn as the area it is named after, and as nothing where no name is on the map', async () => {
    const { incidents, spots } = await told(`at=${EVENING}`)
    const strike = incidents.find(({ places }) => places.includes('Aleppo'))!
    expect(spots.find(({ id }) => id === strike.spot)).toMatchObject({ name: 'Aleppo', as: 'area' })
    expect(incidents.find(({ places }) => places.includes('east of Damascus'))!.spot).toBe(null)
  })

  it('at a named point is a circle around the middle of a coarse cell, never the point', async () => {
    const { spots } = await told(`at=${LATER}`)
    const { agreement } = await workspace.known()
    const circle = spots.find(({ name }) => name === 'Urum al-Kubra')!
    const { geometry } = agreement.places.find(({ name }) => name === 'Urum al-Kubra')!
    const point = geometry.coordinates as Position
    const ring = (circle.shape.coordinates as Position[][])[0]!
    expect(circle.as).toBe('circle')
    expect(metresBetween(circle.label, point) + 2000).toBeLessThan(metresBetween(circle.label, ring[0]!))
    for (const corner of [circle.label, ...ring]) expect(corner).not.toEqual(point)
  })

  it('has for each ban the finding that the receipt of the clause has, and whose words', async () => {
    const { incidents } = await told(`at=${EVENING}`)
    const sniper = incidents.find(({ kind }) => kind === 'sniper_fire')!
    expect(sniper.findings).toEqual([{ clause: 'cessation.government', finding: 'contested' }])
    expect(sniper.apart.map(({ decision }) => decision)).toEqual(['not_covered_actor'])
    expect(sniper.says.map(({ side, stance }) => [side, stance])).toEqual([['monitor', 'asserts']])
  })

  it('is weighed by another account when that is asked', async () => {
    const { accounts } = (await workspace.known()).agreement
    const findings = await Promise.all(
      accounts.map(async ({ id }) => {
        const { incidents, account } = await told(`at=${EVENING}&account=${id}`)
        return [account, incidents.find(({ kind }) => kind === 'sniper_fire')!.findings[0]?.finding ?? null]
      }),
    )
    expect(findings.map(([account]) => account)).toEqual(accounts.map(({ id }) => id))
    expect(new Set(findings.map(([, finding]) => finding)).size).toBeGreaterThan(1)
  })

  it('is in the columns as it is told of at its spot, with every finding that some ban has', async () => {
    for (const query of [`at=${EVENING}`, `at=${LATER}&account=monitors`, `at=${LATER}&known_at=${EVENING}`]) {
      const { rows, incidents } = await told(query)
      const instantOf = (text: string | null, none: number) => (text === null ? none : Date.parse(text))
      const own = incidents.map(({ from, to, spot, findings }) => {
        const found = new Set<string>(findings.length === 0 ? ['none'] : findings.map(({ finding }) => finding))
        const flags = ['met', 'breached', 'contested', 'unknown', 'none'].filter((flag) => found.has(flag))
        return [instantOf(from, -Infinity), instantOf(to, Infinity), spot, flags]
      })
      const inOrder = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).toSorted()
      expect(inOrder(rows)).toEqual(inOrder(own))
      expect(rows.length).toBeGreaterThan(3)
    }
  })

  it('is told of page by page, the earliest first, and only where its stretch may lie in the one asked for', async () => {
    const all = await page(`at=${LATER}&spot=nowhere&limit=1000`)
    expect(all.matched).toBe(all.incidents.length)
    const pages = await Promise.all(
      all.incidents.map((_, after) => page(`at=${LATER}&spot=nowhere&limit=1&after=${after}`)),
    )
    expect(pages.flatMap(({ incidents }) => incidents)).toEqual(all.incidents)
    const since = Date.parse('2016-09-16T00:00:00+03:00')
    const late = await page(`at=${LATER}&spot=nowhere&limit=1000&since=2016-09-16T00:00:00%2B03:00&until=${EVENING}`)
    const may = ({ from, to }: MapIncident) =>
      (from === null || from <= '2016-09-16T23:00:00+03:00') && Date.parse(to!) > since
    expect(late.incidents).toEqual(all.incidents.filter(may))
    expect(late.matched).toBeLessThan(all.matched)
  })

  it('is not there before it happened, or before it was known', async () => {
    const kinds = async (query: string) => (await told(query)).incidents.map(({ kind }) => kind)
    expect(await kinds(`at=${EVENING}`)).not.toContain('attack_on_aid')
    expect(await kinds(`at=${LATER}`)).toContain('attack_on_aid')
    expect(await kinds(`at=${LATER}&known_at=${EVENING}`)).not.toContain('attack_on_aid')
  })
})

describe('what is published late', () => {
  it('is on the map only after its delay, by the clock of the server and not by the instant asked about', async () => {
    const late = await ground(`at=${LATER}`)
    expect(late.bands.length).toBeGreaterThan(0)
    expect(late.convoys.length).toBeGreaterThan(0)
    const early = await ground(`at=${LATER}`, Date.parse('2016-09-16T23:00:00+03:00'))
    expect([early.bands, early.convoys]).toEqual([[], []])
  })

  it('has convoys in cells of four letters and whole hours alone', async () => {
    for (const { cell, box, hour, made_up: madeUp } of (await ground(`at=${LATER}`)).convoys) {
      expect(madeUp).toBe(true)
      expect(cell).toMatch(/^[0-9a-z]{4}$/)
      expect(box).toEqual(geohashBox(cell))
      expect(hour).toMatch(/T\d\d:00:00/)
    }
  })
})

describe('an outline', () => {
  const ROAD: Position[] = [
    [37.083, 36.269],
    [37.135, 36.259],
    [37.166, 36.25],
  ]

  it.each(['north', 'south'] as const)('of a strip %s of a line is as deep as the strip, and on its side', (side) => {
    const [ring] = stripOutline(ROAD, side, 1000)!.coordinates as Position[][]
    for (const corner of ring!) expect(stripTest(corner, ROAD, side, 1000, 30)).toBe('edge')
    expect(ring!.at(-1)).toEqual(ring![0])
    expect(ring!.filter((corner) => stripTest(corner, ROAD, side, 1000, 0.1) !== 'outside').length).toBeGreaterThan(5)
  })

  it('of a band has the nearer distance for a hole', () => {
    const area = ringAround(ROAD, 500, 1000)!
    expect(area.coordinates).toHaveLength(2)
  })

  it('of a point says the same for every point of its cell, and holds each with its tolerance', () => {
    const points: Position[] = [
      [36.936, 36.145],
      [36.93, 36.14],
    ]
    const discs = points.map((point) => discAround(point, 2000))
    expect(new Set(points.map((point) => geohash(point, 5))).size).toBe(1)
    expect(discs[0]).toEqual(discs[1])
    for (const point of points) expect(metresBetween(point, discs[0]!.centre) + 2000).toBeLessThan(discs[0]!.radius_m)
    expect(discOutline(discs[0]!).coordinates[0]).toHaveLength(49)
  })
})

it('refuses an account that the agreement has not', async () => {
  for (const path of ['/api/map/columns', '/api/map/incidents']) {
    const response = await ask(`account=nobody${path.endsWith('incidents') ? '&spot=nowhere' : ''}`, undefined, path)
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([404, '404.4'])
  }
})

it('holds no exact position of a table and no point of the gazetteer', async () => {
  const { agreement } = await workspace.known()
  const tables = await workspace.tables()
  const exact = [
    ...agreement.places.flatMap(({ geometry }) => (geometry.type === 'Point' ? [geometry.coordinates] : [])),
    ...tables.access!.tracks.map(({ point }) => point),
    ...tables.ground!.record.positions.flatMap(({ place }) => (place ? [place] : [])),
  ]
  expect(exact.length).toBeGreaterThan(10)
  // A vehicle of the example stands at the very end of a road, and the road is no secret.
  const roads = JSON.stringify(Object.values(await workspace.agreementPlaces()))
  const incidents = (spot: string) => [`at=${LATER}&limit=1000&spot=${spot}`, '/api/map/incidents'] as const
  const { spots } = await told(`at=${LATER}`)
  const asked = [
    [`at=${LATER}`, '/api/map'],
    [`at=${LATER}`, '/api/map/columns'],
    ...[...spots.map(({ id }) => id), 'nowhere'].map(incidents),
  ] as const
  const texts = asked.map(async ([query, path]) => (await ask(query, undefined, path)).text())
  const answer = (await Promise.all(texts)).join('\n')
  for (const [lon, lat] of exact)
    if (!roads.includes(`${lon},${lat}`)) expect(answer.includes(`${lon},${lat}`), `${lon},${lat}`).toBe(false)
})
