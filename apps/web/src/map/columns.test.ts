import type { MapAnswer } from '@trucekeeper/api'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf, countedBySpot, findingsOf, isShown, WINDOWS } from './columns.ts'

type Incident = MapAnswer['incidents'][number]
const SPOTS = [{ id: 'a' }, { id: 'b' }] as unknown as MapAnswer['spots']
const UNTIL = Date.parse('2016-09-16T23:00+03:00')

const incident = (change: Partial<Incident>): Incident => ({
  id: 'inc',
  kind: 'shelling',
  from: '2016-09-16T10:00:00+03:00',
  to: '2016-09-16T11:00:00+03:00',
  places: [],
  spot: 'a',
  findings: [],
  apart: [],
  says: [],
  ...change,
})
const counted = (incidents: Incident[], window: (typeof WINDOWS)[number] = 'all') =>
  countedBySpot(columnsOf({ incidents, spots: SPOTS }), SPOTS.length, UNTIL, window)

describe('incidents of a place', () => {
  it('are counted where they are named, and apart from the others where no place is on the map', () => {
    const all = counted([incident({}), incident({ spot: 'b' }), incident({ spot: null }), incident({ spot: null })])
    expect(all.map((one) => one.all)).toEqual([1, 1, 2])
  })

  it('are counted once for all and once for each finding that some clause has', () => {
    const [a] = counted([
      incident({
        findings: [
          { clause: 'x', finding: 'breached' },
          { clause: 'y', finding: 'contested' },
        ],
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
          const columns = columnsOf({ incidents, spots: SPOTS })
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
