import type { MapColumnsHead } from '@trucekeeper/api'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf, countedBySpot, findingsOf, isShown, WINDOWS } from './columns.ts'

interface Incident {
  readonly from: string | null
  readonly to: string | null
  readonly spot: string | null
  readonly findings: readonly MapColumnsHead['flags'][number][]
}

const SPOTS = [{ id: 'a' }, { id: 'b' }] as unknown as MapColumnsHead['spots']
/** Otherwise than the page has them. */
const FLAGS: MapColumnsHead['flags'] = ['met', 'breached', 'contested', 'unknown', 'none']
const UNTIL = Date.parse('2016-09-16T23:00+03:00')

const incident = (change: Partial<Incident>): Incident => ({
  from: '2016-09-16T10:00:00+03:00',
  to: '2016-09-16T11:00:00+03:00',
  spot: 'a',
  findings: [],
  ...change,
})

/** An answer as the server writes it. */
function bytesOf(incidents: readonly Incident[]): ArrayBuffer {
  const head = { at: '', known_at: null, account: null, size: incidents.length, spots: SPOTS, flags: FLAGS }
  const json = new TextEncoder().encode(JSON.stringify(head))
  const begins = Math.ceil((4 + json.length) / 8) * 8
  const bytes = new Uint8Array(begins + incidents.length * 21).fill(0x20)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, begins - 4, true)
  bytes.set(json, 4)
  incidents.forEach(({ from, to, spot, findings }, row) => {
    const size = incidents.length
    view.setFloat64(begins + 8 * row, from === null ? -Infinity : Date.parse(from), true)
    view.setFloat64(begins + 8 * (size + row), to === null ? Infinity : Date.parse(to), true)
    const number = SPOTS.findIndex(({ id }) => id === spot)
    view.setUint32(begins + 16 * size + 4 * row, number === -1 ? SPOTS.length : number, true)
    const own = findings.length === 0 ? (['none'] as const) : findings
    bytes[begins + 20 * size + row] = own.reduce((bits, finding) => bits | (1 << FLAGS.indexOf(finding)), 0)
  })
  return bytes.buffer
}

const counted = (incidents: Incident[], window: (typeof WINDOWS)[number] = 'all') =>
  countedBySpot(columnsOf(bytesOf(incidents)), SPOTS.length, UNTIL, window)

describe('incidents of a place', () => {
  it('are counted where they are named, and apart from the others where no place is on the map', () => {
    const all = counted([incident({}), incident({ spot: 'b' }), incident({ spot: null }), incident({ spot: null })])
    expect(all.map((one) => one.all)).toEqual([1, 1, 2])
  })

  it('are counted once for all and once for each finding that some clause has', () => {
    const [a] = counted([
      incident({
        findings: ['breached', 'contested'],
      }),
      incident({}),
    ])
    expect(a).toEqual({ all: 2, by: { breached: 1, contested: 1, unknown: 0, met: 0, none: 1 } })
  })

  it('are those that may have happened in the window, however long ago they were if nobody says since when', () => {
    const incidents = [
      incident({}),
      incident({ from: '2016-09-10T10:00:00+03:00', to: '2016-09-10T11:00:00+03:00' }),
      incident({ from: '2016-04-15T00:00:00+03:00', to: '2016-04-15T22:00:00+03:00' }),
      incident({ from: null }),
      incident({ from: '2016-09-17T10:00:00+03:00', to: null }),
    ]
    expect(WINDOWS.map((window) => counted(incidents, window)[0]!.all)).toEqual([4, 3, 2])
  })

  it('add up to everything that is shown, in any window and at any instant', () => {
    const some = fc.record({
      spot: fc.constantFrom('a', 'b', null),
      from: fc.integer({ min: 0, max: 1e6 }),
      length: fc.integer({ min: 1, max: 1e6 }),
    })
    fc.assert(
      fc.property(
        fc.array(some),
        fc.integer({ min: 0, max: 2e6 }),
        fc.constantFrom(...WINDOWS),
        (all, until, window) => {
          const incidents = all.map(({ spot, from, length }) =>
            incident({
              spot,
              from: new Date(from * 1000).toISOString(),
              to: new Date((from + length) * 1000).toISOString(),
            }),
          )
          const columns = columnsOf(bytesOf(incidents))
          const shown = incidents.filter((_, at) => isShown(columns, at, until * 1000, window)).length
          const sums = countedBySpot(columns, SPOTS.length, until * 1000, window)
          expect(sums.reduce((sum, one) => sum + one.all, 0)).toBe(shown)
        },
      ),
    )
  })
})

it('a flag says which findings there are', () => {
  expect(findingsOf(0b10011)).toEqual(['breached', 'contested', 'none'])
})
