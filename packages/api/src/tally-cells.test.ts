import { civilDay, civilDays } from '@trucekeeper/time'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PERIODS, talliesBy, tallyBy as inColumnsBy, type TallyCell } from './tally-cells.ts'
import { inColumns, plainTally, type PlainBan, type PlainlyTold } from './testing/plain-tally.ts'

const ZONE = 'Asia/Damascus'
const on = (date: number, hour = 0) => Date.UTC(2016, 8, date, hour - 3)
const [BEGUN, ENDED] = [on(5, 19), on(20, 12)]

const tallyBy = (kind: (typeof PERIODS)[number], bans: readonly PlainBan[], zone: string) =>
  inColumnsBy(kind, bans.map(inColumns), zone)

function told(more: Partial<PlainlyTold> = {}): PlainlyTold {
  const camp = ['opposition']
  return { from: on(6), to: on(7), bulk: null, verified: false, camps: camp, sides: camp, ...more }
}

function ban(violations: readonly PlainlyTold[], more: Partial<PlainBan> = {}): PlainBan {
  const [from, to] = [more.from ?? BEGUN, more.to ?? ENDED]
  const days = civilDays(civilDay(from, ZONE), civilDay(to - 1, ZONE)).map((day) => ({
    day,
    reported: day < '2016-09-09',
  }))
  return { clause: 'calm.north', party: 'north', from, to, days, violations, ...more }
}

function cells(kind: (typeof PERIODS)[number], one: PlainBan): readonly TallyCell[] {
  return tallyBy(kind, [one], ZONE).rows[0]!.cells.flatMap((cell) => cell ?? [])
}

describe('a tally by periods', () => {
  it('has a cell for each civil day, and weeks of seven days from the first', () => {
    const { periods } = tallyBy('week', [ban([])], ZONE)
    expect(periods).toEqual([
      { from: '2016-09-05', to: '2016-09-11' },
      { from: '2016-09-12', to: '2016-09-18' },
      { from: '2016-09-19', to: '2016-09-20' },
    ])
    expect(cells('day', ban([]))).toHaveLength(16)
  })

  it('counts what may have been on either of two days in neither for sure, and once in their week', () => {
    const either = ban([told({ from: on(6), to: on(8) })])
    expect(cells('day', either).map((cell) => cell.told)).toEqual(
      [5, 6, 7, ...Array.from({ length: 13 }, () => 8)].map((date) => ({
        low: 0,
        high: date === 6 || date === 7 ? 1 : 0,
      })),
    )
    expect(cells('week', either)[0]!.told).toEqual({ low: 1, high: 1 })
  })

  it('never adds a figure in bulk to the incidents of those who give it, nor to another figure of the same days', () => {
    const stated = ban([
      told({ from: on(6), to: on(7) }),
      told({ from: on(7), to: on(8) }),
      told({ from: BEGUN, to: on(9), bulk: 144 }),
      told({ from: on(6), to: on(7), bulk: 23 }),
    ])
    expect(cells('term', stated)[0]).toMatchObject({ told: { low: 2, high: 2 }, claimed: { low: 144, high: 144 } })
    expect(cells('day', stated)[1]).toMatchObject({ told: { low: 1, high: 1 }, claimed: { low: 23, high: 144 } })
    expect(cells('day', stated)[1]!.bulk.map(({ figure, within }) => [figure, within])).toEqual([
      [144, false],
      [23, true],
    ])
  })

  it('says where no day was in force, and of how many days in force anybody reported', () => {
    const late = ban([], { clause: 'late', from: on(18), to: ENDED })
    const { rows } = tallyBy('week', [ban([]), late], ZONE)
    expect(rows[0]!.cells.map((cell) => [cell?.days_in_force, cell?.days_reported])).toEqual([
      [7, 4],
      [7, 0],
      [2, 0],
    ])
    expect(rows[1]!.cells.map((cell) => cell?.days_in_force)).toEqual([undefined, 1, 2])
  })

  it('gives nothing where no ban was in force yet', () => {
    expect(tallyBy('day', [], ZONE)).toEqual({ periods: [], rows: [] })
  })

  it('takes a figure since nobody says when for one of the whole time', () => {
    const [cell] = cells('term', ban([told({ from: -8.64e15, to: on(9), bulk: 7 })]))
    expect(cell!.bulk).toMatchObject([{ figure: 7, from: null, within: true }])
    expect(cell!.claimed).toEqual({ low: 7, high: 7 })
  })
})

const violation = fc
  .record({
    from: fc.integer({ min: 1, max: 400 }),
    length: fc.integer({ min: 1, max: 200 }),
    bulk: fc.constantFrom(null, null, null, 3, 20),
    verified: fc.boolean(),
    camp: fc.constantFrom('north', 'south', 'watch'),
  })
  .map(({ from, length, bulk, verified, camp }) => {
    const hours = { from: on(4) + from * 3_600_000, to: on(4) + (from + length) * 3_600_000 }
    return told({ ...hours, bulk, verified, camps: [camp], sides: [camp] })
  })
const violations = fc.array(violation, { maxLength: 12 })
const HOUR = 3_600_000
const SWAP: Readonly<Record<string, string>> = { north: 'south', south: 'north' }
const swapped = (name: string) => SWAP[name] ?? name
const swappedIn = (one: PlainBan): PlainBan => ({
  ...one,
  party: swapped(one.party),
  violations: one.violations.map((each) => ({
    ...each,
    camps: each.camps.map(swapped),
    sides: each.sides.map(swapped),
  })),
})

describe('whatever is told', () => {
  it('is counted in columns as it is when each violation is held against each period', () => {
    const some = fc.array(
      fc
        .record({
          from: fc.oneof(
            fc.constant(-8.64e15),
            fc.integer({ min: 1, max: 60 }).map((step) => on(4) + step * 7 * HOUR),
          ),
          length: fc.constantFrom(HOUR, 12 * HOUR, 24 * HOUR, 30 * HOUR, 200 * HOUR),
          bulk: fc.constantFrom(null, null, null, 1, 3, 20),
          verified: fc.boolean(),
          camps: fc.subarray(['north', 'south', 'watch']),
        })
        .map(({ from, length, ...rest }) => {
          const to = from < 0 ? on(4) + length : from + length
          return told({ ...rest, from, to, sides: rest.camps })
        }),
      { maxLength: 14 },
    )
    const later = { clause: 'calm.south', from: on(11, 7), to: on(18, 9) }
    fc.assert(
      fc.property(some, some, (one, other) => {
        const bans = [ban(one), ban(other, later)]
        const plain = PERIODS.map((kind) => plainTally(kind, bans, ZONE))
        expect(talliesBy(PERIODS, bans.map(inColumns), ZONE)).toEqual(plain)
      }),
      { numRuns: 400 },
    )
  })

  it('is counted alike when the parties are swapped', () => {
    fc.assert(
      fc.property(violations, violations, fc.constantFrom(...PERIODS), (north, south, kind) => {
        const bans = [ban(north), ban(south, { clause: 'calm.south', party: 'south' })]
        const straight = tallyBy(kind, bans, ZONE)
        const mirrored = tallyBy(kind, bans.map(swappedIn), ZONE)
        const back = mirrored.rows.map((row) => ({
          ...row,
          party: swapped(row.party),
          cells: row.cells.map(
            (cell) => cell && { ...cell, bulk: cell.bulk.map((one) => ({ ...one, sides: one.sides.map(swapped) })) },
          ),
        }))
        expect({ ...mirrored, rows: back }).toEqual(straight)
      }),
    )
  })

  it('leaves no range upside down, and no less over the term than surely in any day of it', () => {
    fc.assert(
      fc.property(violations, (all) => {
        const [term] = cells('term', ban(all))
        for (const kind of PERIODS)
          for (const { told, claimed, verified } of cells(kind, ban(all)))
            for (const { low, high } of [told, claimed, verified]) expect(low).toBeLessThanOrEqual(high)
        for (const day of cells('day', ban(all))) {
          expect(day.told.low).toBeLessThanOrEqual(term!.told.low)
          expect(day.verified.low).toBeLessThanOrEqual(term!.verified.low)
          expect(day.claimed.low).toBeLessThanOrEqual(term!.claimed.low)
        }
      }),
    )
  })
})
