import * as fc from 'fast-check'
import { geohash } from '@trucekeeper/geo'
import { describe, expect, it } from 'vitest'
import { time } from './fixture.ts'
import { askCell, CELL_POLICY, type Asked, type Asker, type CellPolicy, type ProtectedObject } from './index.ts'

const HOUR_MS = 3_600_000
const PARTY: Asker = { organisation: 'party-a', desk: 'party', revoked: false }
const PUBLIC: Asker = { organisation: 'public', desk: 'public', revoked: false }
const NOW = time('16T12:00')
const TOWN = [37.1, 36.2] as const

const site = (lon: number, lat: number, more: Partial<ProtectedObject> = {}): ProtectedObject => ({
  id: `${lon},${lat}`,
  place: [lon, lat],
  knownSince: 0,
  verifiedBy: ['owner', 'guarantor'],
  ...more,
})
const around = (count: number) => Array.from({ length: count }, (_, at) => site(TOWN[0] + at * 0.0001, TOWN[1]))
const cell5 = geohash(TOWN, 5)
const ask = (
  request: unknown,
  objects: readonly ProtectedObject[],
  asker = PARTY,
  ledger: readonly Asked[] = [],
  at = NOW,
) => askCell(asker, request, at, objects, ledger)

describe('a question about protected objects', () => {
  it('is answered for a cell that holds five, and never with how many or where', () => {
    const answer = { cell: cell5, in: cell5, at_least: 5, note: '' }
    expect(ask({ cell: cell5 }, around(5))).toMatchObject({ ok: true, answer })
    expect(ask({ cell: cell5 }, around(9))).toMatchObject({ ok: true, answer })
  })

  it('is answered for the larger cell where the one asked about holds fewer, be it none', () => {
    const larger = cell5.slice(0, 4)
    const beside = [37.0, 36.2] as const
    expect([geohash(beside, 4), geohash(beside, 5) === cell5]).toEqual([larger, false])
    const others = Array.from({ length: 5 }, (_, at) => site(beside[0], beside[1] + at * 0.0001))
    const replies = [0, 1, 4].map((here) => ask({ cell: cell5 }, [...around(here), ...others]))
    for (const reply of replies) expect(reply).toEqual(replies[0])
    expect(replies[0]).toMatchObject({ ok: true, answer: { in: larger, at_least: 5 } })
  })

  it('never says that there are none', () => {
    const [none, four] = [ask({ cell: cell5 }, []), ask({ cell: cell5 }, around(4))]
    expect(none).toEqual(four)
    expect(none).toMatchObject({ ok: true, answer: { in: null, at_least: null } })
  })

  it('counts only what two organisations verified, and what was known when the epoch began', () => {
    const four = around(4)
    const epoch_ms = CELL_POLICY.epoch_h * HOUR_MS
    const alone = site(...TOWN, { verifiedBy: ['owner', 'owner'] })
    const fresh = site(...TOWN, { knownSince: NOW - 1 })
    for (const fifth of [alone, fresh])
      expect(ask({ cell: cell5 }, [...four, fifth])).toEqual(ask({ cell: cell5 }, four))
    expect(ask({ cell: cell5 }, [...four, fresh], PARTY, [], NOW + epoch_ms)).toMatchObject({ answer: { in: cell5 } })
  })

  it.each([
    ['a radius', { cell: cell5, radius_m: 1 }],
    ['the nearest', { nearest: [37.1, 36.2] }],
    ['a shape', { polygon: [] }],
    ['a list of cells', { cell: [cell5] }],
    ['all of them', {}],
    ['a page', { cell: cell5, page: 2 }],
    ['a name', { name: 'hospital' }],
    ['a cell too small', { cell: `${cell5}x` }],
    ['a cell too large', { cell: cell5.slice(0, 4) }],
    ['letters that are none of a geohash', { cell: 'aaaaa' }],
    ['nothing', null],
  ])('is refused when it asks for %s, in words that no object changes, and is written down', (_, request) => {
    const [with9, without] = [ask(request, around(9)), ask(request, [])]
    expect(with9).toMatchObject({ ok: false, refusal: { code: 'not-a-cell' }, entry: { refused: 'not-a-cell' } })
    expect(with9).toEqual(without)
  })

  it('is asked by the public for larger cells only', () => {
    expect(ask({ cell: cell5 }, around(9), PUBLIC)).toMatchObject({ ok: false })
    expect(ask({ cell: cell5.slice(0, 4) }, around(9), PUBLIC)).toMatchObject({ ok: true })
  })

  it('is refused to those whose access was taken back, about cells asked before as well', () => {
    const { entry } = ask({ cell: cell5 }, around(9))
    const reply = ask({ cell: cell5 }, around(9), { ...PARTY, revoked: true }, [entry])
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'no-access' }, entry: { refused: 'no-access' } })
  })

  it('never opens more new cells than the budget, in whatever order and however often they are asked', () => {
    const policy: CellPolicy = { ...CELL_POLICY, new_cells: 3, cells_ever: 5 }
    const cells = fc.constantFrom(...[...'bcdefghjk'].map((digit) => `${cell5.slice(0, 4)}${digit}`))
    const asks = fc.array(fc.record({ cell: cells, minutes: fc.integer({ min: 0, max: 600 }) }), { maxLength: 40 })
    fc.assert(
      fc.property(asks, (questions) => {
        const ledger: Asked[] = []
        let at = NOW
        for (const { cell, minutes } of questions) {
          at += minutes * 60_000
          ledger.push(askCell(PARTY, { cell }, at, around(9), ledger, policy).entry)
        }
        expect(ledger).toHaveLength(questions.length)
        const opened = new Map<string, number>()
        for (const { cell, at: when, refused } of ledger)
          if (refused === null && !opened.has(cell!)) opened.set(cell!, when)
        const times = [...opened.values()]
        for (const end of times)
          expect(times.filter((when) => when <= end && end - when < policy.per_h * HOUR_MS).length).toBeLessThanOrEqual(
            3,
          )
      }),
    )
  })

  it('costs nothing when it was asked before in the epoch, and anew in the next', () => {
    const policy: CellPolicy = { ...CELL_POLICY, new_cells: 1, cells_ever: 1 }
    const first = askCell(PARTY, { cell: cell5 }, NOW, around(9), [], policy)
    expect(askCell(PARTY, { cell: cell5 }, NOW + HOUR_MS, around(9), [first.entry], policy).ok).toBe(true)
    const next = NOW + CELL_POLICY.epoch_h * HOUR_MS
    expect(askCell(PARTY, { cell: cell5 }, next, around(9), [first.entry], policy)).toMatchObject({
      refusal: { code: 'budget-spent' },
    })
    expect(
      askCell({ ...PARTY, organisation: 'party-b' }, { cell: cell5 }, NOW, around(9), [first.entry], policy).ok,
    ).toBe(true)
  })

  it('is answered alike wherever in their cells the objects lie', () => {
    const share = fc.double({ min: 0, max: 0.0001, noNaN: true })
    const some = fc.array(fc.tuple(share, share), { minLength: 0, maxLength: 12 })
    fc.assert(
      fc.property(some, (offsets) => {
        const moved = offsets.map(([east, north]) => site(TOWN[0] + east, TOWN[1] + north))
        expect(ask({ cell: cell5 }, moved)).toEqual(ask({ cell: cell5 }, around(offsets.length)))
      }),
    )
  })
})
