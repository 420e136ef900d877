import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asked, depth, recordOf, seen, termsWith, time } from './fixture.ts'
import { BAND_POLICY, publicGround, type BandPolicy, type Position } from './index.ts'

const terms = termsWith(depth(), depth({ id: 'y', depth_m: 457, reading: '500 yards', side: 'either' }))
const LATER = time('25T12:00')
const published = (positions: readonly Position[], at = LATER, policy: BandPolicy = BAND_POLICY) =>
  publicGround(terms, recordOf(positions), asked({ at }), policy)

describe('what is published of positions', () => {
  it('says between which two distances weapons of a party were reported on a day', () => {
    const answer = published([seen(1234)])
    expect(answer.ok && answer.ground.bands).toEqual([
      {
        line: 'road',
        party: 'north-party',
        weapon_class: 'tank',
        from_m: 1000,
        to_m: 2500,
        window_from: time('16T03:00'),
        window_to: time('17T03:00'),
      },
    ])
  })

  it('is silent until the window has been over for the delay', () => {
    const over = time('20T03:00')
    for (const [at, count] of [
      [over - 1, 0],
      [over, 1],
    ] as const) {
      const answer = published([seen(1234)], at)
      expect(answer.ok && answer.ground.bands.length).toBe(count)
    }
  })

  it('lets nothing exact be inferred: any positions in one band and one window give the same bytes', () => {
    const edges = [0, ...BAND_POLICY.edges_m, 9000]
    const band = fc.integer({ min: 0, max: edges.length - 2 })
    const inside = fc.record({
      share: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      north: fc.boolean(),
      along: fc.double({ min: -0.05, max: 0.05, noNaN: true }),
      error: fc.integer({ min: 1, max: 5000 }),
      minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
      unit: fc.string({ maxLength: 3 }),
      observer: fc.constantFrom('monitor', 'guarantor'),
    })
    fc.assert(
      fc.property(
        band,
        fc.array(inside, { minLength: 1, maxLength: 4 }),
        fc.array(inside, { minLength: 1, maxLength: 4 }),
        (at, one, other) => {
          const [from, to] = [edges[at]!, edges[at + 1]!]
          const placed = (some: typeof one) =>
            some.map(({ share, north, along, error, minute, unit, observer }) => {
              const metres = from + (to - from) * share
              const row = seen(north ? metres : -metres, { errorRadius_m: error, unit, observer })
              const place: Position['place'] = [37 + along, row.place![1]]
              return { ...row, place, observedAt: time('16T03:00') + minute * 60_000 }
            })
          expect(JSON.stringify(published(placed(one)))).toBe(JSON.stringify(published(placed(other))))
        },
      ),
    )
  })

  it.each([
    ['bands narrower than 500 m', { edges_m: [500, 800] }],
    ['no bands', { edges_m: [] }],
    ['bands that do not rise', { edges_m: [1000, 400] }],
    ['a first band too narrow', { edges_m: [100] }],
    ['an edge that is no number', { edges_m: [Number.NaN] }],
    ['a window of an hour', { window_h: 1 }],
    ['no delay', { delay_h: 0 }],
  ] as [string, Partial<BandPolicy>][])('is refused with %s', (_, finer) => {
    expect(published([seen(1234)], LATER, { ...BAND_POLICY, ...finer }).ok).toBe(false)
  })
})
