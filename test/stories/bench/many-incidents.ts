// Writes a folder with a made-up agreement, a year of it, and as many incidents as are asked for; the same for the same seed.
//   node test/stories/bench/many-incidents.ts FOLDER [incidents] [places] [days] [seed]
import { nameClaim, type ClaimBody, type Entry, type Side } from '@trucekeeper/claims'
import { openFolderLedger } from '@trucekeeper/workspace'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const ZONE_HOURS = 3
const DAY = 86_400_000
export const FIRST = Date.UTC(2030, 0, 1, -ZONE_HOURS)
/** Entered together; the log is signed once for each such batch. */
const BATCH = 5000

const WEST = 36
const SOUTH = 34
const [WIDE, HIGH] = [4, 3]

const text = (days: number) => `# A made-up truce

Made up to be measured. Nobody of it exists.

\`\`\`truce
agreement made-up
  title        A made-up truce of ${days} days
  clock        Asia/Damascus
  by           east and west jointly
  decided-by   all-reported

guarantor east
  name         Eastland
  side         russia
  role         co_chair

guarantor west
  name         Westland
  side         us
  role         co_chair

party north
  name         Northern side
  forces       Northern army
  side         syria_gov
  answered-by  east

party south
  name         Southern side
  forces       Southern army
  side         opposition
  answered-by  west

body watch
  name         Watch
  side         monitor
  role         monitor

body relief
  name         Relief
  side         un
  role         monitor

zone land
  geometry     places.geojson#land
  tolerance    1000 m

zone centre
  geometry     places.geojson#centre
  within       land
  tolerance    1000 m

anchor day-d
  at           2030-01-01T00:00+03:00

term truce "The truce"
  starts       day-d
  lasts        ${days} days
\`\`\`

## 1. No attacks

Neither side attacks the other anywhere in the land.

\`\`\`truce
ban calm "No attacks"
  on           north and south, each
  act          attack
  in           land
  during       term truce
  silence      unknown
\`\`\`

## 2. No taking of territory

Neither side takes territory in the centre.

\`\`\`truce
ban ground "No territory taken"
  on           north and south, each
  act          acquire-territory
  in           centre
  during       term truce
  silence      unknown
\`\`\`
`

/** The same numbers below 1 for the same seed (Park and Miller). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const square = (west: number, south: number, width: number, height: number) => [
  [
    [west, south],
    [west + width, south],
    [west + width, south + height],
    [west, south + height],
    [west, south],
  ],
]

function geojson(places: number, next: () => number): string {
  const feature = (id: string, name: string, type: string, coordinates: unknown) => {
    return { type: 'Feature', id, properties: { name }, geometry: { type, coordinates } }
  }
  const points = Array.from({ length: places }, (_, at) =>
    feature(`place-${at}`, `Place ${at}`, 'Point', [
      Number((WEST + next() * WIDE).toFixed(4)),
      Number((SOUTH + next() * HIGH).toFixed(4)),
    ]),
  )
  return JSON.stringify({
    type: 'FeatureCollection',
    features: [
      feature('land', 'Land', 'Polygon', square(WEST, SOUTH, WIDE, HIGH)),
      feature('centre', 'Centre', 'Polygon', square(WEST + 1.5, SOUTH + 1, 1, 1)),
      ...points,
    ],
  })
}

const SPEAKERS: readonly (readonly [string | null, Side])[] = [
  ['Northern army', 'syria_gov'],
  ['Southern army', 'opposition'],
  ['Eastland', 'russia'],
  ['Westland', 'us'],
  ['Watch', 'monitor'],
  ['Watch', 'monitor'],
  ['Relief', 'un'],
  [null, 'unknown'],
]
const KINDS = ['shelling', 'air_strike', 'sniper_fire', 'ground_clash', 'weapon_use', 'offensive'] as const
const DOERS = ['Northern army', 'Southern army', 'Northern army', 'Southern army', 'gunmen', null] as const

const iso = (instant: number) => `${new Date(instant + ZONE_HOURS * 3_600_000).toISOString().slice(0, 19)}+03:00`

/** Claims of so many incidents, in the order of their days: each of another place, kind or day, some told of by two. */
function* claimsOf(incidents: number, places: number, days: number, next: () => number): Generator<ClaimBody> {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)]!
  const base = (day: number): Pick<ClaimBody, 'doc' | 'start' | 'published' | 'modality' | 'negated'> => ({
    doc: `day-${day}.txt`,
    start: 0,
    published: iso(FIRST + day * DAY + 22 * 3_600_000),
    modality: 'asserted',
    negated: false,
  })
  const taken = new Set<string>()
  for (let at = 0; at < incidents; at += 1) {
    const day = Math.floor((at / incidents) * days)
    let [kind, hour, place] = [pick(KINDS), 0, 0]
    // One happening for the rules would be one incident fewer.
    for (let key = ''; key === '' || taken.has(key);) {
      kind = pick(KINDS)
      hour = Math.floor(next() * 22)
      place = Math.floor(next() ** 2 * places)
      key = `${day} ${kind} ${hour} ${place}`
      if (!taken.has(key)) {
        taken.add(key)
        break
      }
    }
    const [speaker, side] = pick(SPEAKERS)
    const blamed = pick(DOERS)
    const tell = (who: string | null, of: Side, more: Partial<ClaimBody> = {}): ClaimBody => {
      const quote = `${kind.replaceAll('_', ' ')} at Place ${place} (${at}), says ${who ?? 'somebody'}`
      return {
        ...base(day),
        quote,
        end: quote.length,
        speaker: who,
        speaker_side: of,
        via: null,
        outlet: 'Agency',
        kind,
        places: [`Place ${place}`],
        date: iso(FIRST + day * DAY + hour * 3_600_000),
        date_basis: 'explicit',
        actor_blamed: blamed,
        target: null,
        figures: [],
        ...more,
      }
    }
    yield tell(speaker, side)
    if (next() < 0.15) yield tell('Watch', 'monitor')
    if (next() < 0.05) yield tell(blamed, blamed?.startsWith('N') ? 'syria_gov' : 'opposition', { modality: 'denied' })
    // Every other day a monitor counts what was told of in the day, for either side.
    if (at % Math.max(1, Math.floor((2 * incidents) / days)) === 0) {
      const who = pick(['Northern army', 'Southern army'])
      const value = 5 + Math.floor(next() * 400)
      const quote = `${value} violations by the ${who} on day ${day}`
      yield {
        ...tell('Watch', 'monitor'),
        kind: 'truce_violation',
        quote,
        end: quote.length,
        places: ['Land'],
        date: iso(FIRST + day * DAY).slice(0, 10),
        actor_blamed: who,
        figures: [{ what: 'truce violations', value, unit: 'violations' }],
      }
    }
  }
}

export async function writeFolder(
  dir: string,
  {
    incidents = 200_000,
    places = 800,
    days = 360,
    seed = 7,
  }: Partial<Record<'incidents' | 'places' | 'days' | 'seed', number>>,
): Promise<void> {
  const next = numbersFrom(seed)
  await mkdir(dir, { recursive: true })
  await writeFile(join(dir, 'agreement.md'), text(days))
  await writeFile(join(dir, 'places.geojson'), geojson(places, next))
  const opened = await openFolderLedger(dir)
  if (!opened.ok) throw new Error(opened.refusal.message)
  let batch: Entry[] = []
  const put = async () => {
    const done = await opened.value.append(batch)
    if (!done.ok) throw new Error(done.refusal.message)
    batch = []
  }
  for (const body of claimsOf(incidents, places, days, next)) {
    batch.push({ type: 'claim', received_at: body.published, recorded_by: 'bench', body: nameClaim(body) })
    if (batch.length >= BATCH) await put()
  }
  if (batch.length > 0) await put()
  await opened.value.close()
}

if (import.meta.main) {
  const [dir, ...numbers] = process.argv.slice(2)
  if (dir === undefined) throw new Error('name a folder that is not there yet')
  const [incidents, places, days, seed] = numbers.map(Number)
  await writeFolder(dir, {
    ...(incidents && { incidents }),
    ...(places && { places }),
    ...(days && { days }),
    ...(seed && { seed }),
  })
}
