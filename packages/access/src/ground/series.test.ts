import { describe, expect, it } from 'vitest'
import { asked, recordOf, ROAD, seen, termsWith, time } from './fixture.ts'
import { groundStatus, seriesOf, type Site } from './index.ts'

describe('the history of a unit', () => {
  it('is its distances in order, each with its band, its side and whose word it is', () => {
    const record = recordOf([
      seen(-800, { observedAt: time('16T12:00') }),
      seen(30, { observedAt: time('15T12:00'), observer: 'guarantor' }),
    ])
    const [series] = seriesOf(ROAD, record, asked())
    expect(series!.points.map(({ observer, side }) => [observer, side])).toEqual([
      ['guarantor', null],
      ['monitor', 'south'],
    ])
    expect(series!.points[1]!.near_m).toBeCloseTo(750, 0)
    expect(series!.points[1]!.far_m).toBeCloseTo(850, 0)
  })

  it('tells east from west of a line that runs north', () => {
    const border = {
      ...ROAD,
      positions: [
        [36.99, -0.1],
        [36.99, 0.1],
      ] as const,
    }
    const [series] = seriesOf(border, recordOf([seen(500)]), asked())
    expect(series!.points[0]!.side).toBe('east')
  })
})

describe('weapons that were to go to a site', () => {
  const site: Site = {
    id: 'barracks',
    party: 'north-party',
    weapons: ['tank'],
    place: [37, 0.05],
    radius_m: 500,
    source: 'example',
    doc: null,
    quote: null,
    recordedAt: time('12T12:00'),
  }
  const found = (metresNorth: number) =>
    groundStatus(termsWith(), { ...recordOf([seen(metresNorth)]), sites: [site] }, asked()).redeployment

  it.each([
    [5600, 'at_site'],
    [6000, 'cannot_tell'],
    [3000, 'not_at_site'],
  ])('%d m north of the road are found %s', (metres, finding) => {
    expect(found(metres)).toMatchObject([{ unit: 'tanks-1', finding, sites: ['barracks'] }])
  })
})
