// Two areas served alike, or not, within the tolerance.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessOverview } from '../overview.ts'
import { madeUpRecords, questions } from '../testing/made-up.ts'
import { recordsOf, sheetOf } from '../testing/sheets.ts'

const consignments = sheetOf('consignments.csv', [
  { consignment_id: 'c1', destination: 'east', people: '100' },
  { consignment_id: 'c2', destination: 'west', people: '300' },
])
const rule = sheetOf('parity.csv', [
  { parity_group_id: 'both', area_a: 'east', area_b: 'west', within_hours: '24', people_share: '0.5' },
])
const delivered = (consignment_id: string, at: string, cells = {}) => ({
  consignment_id,
  status: 'delivered',
  at,
  ...cells,
})

function parityOf(events: Record<string, string>[], at = '2016-09-30T00:00Z') {
  const sheets = [consignments, rule, ...(events.length > 0 ? [sheetOf('events.csv', events)] : [])]
  const question = { at: Date.parse(at), knownAt: null, sources: null }
  return accessOverview(
    recordsOf(...sheets, sheetOf('vehicles.csv', [{ consignment_id: 'c1', vehicle_id: 't1' }])),
    question,
  ).parity[0]!
}

describe('parity of two areas', () => {
  it('is kept when each delivery has its counterpart in time', () => {
    const events = [delivered('c1', '2016-09-13T08:00Z'), delivered('c2', '2016-09-14T07:00Z')]
    expect(parityOf(events)).toMatchObject({ time: 'within', alone: [] })
  })

  it('is not kept when the counterpart came late, or never', () => {
    const first = delivered('c2', '2016-09-13T08:00Z')
    expect(parityOf([first, delivered('c1', '2016-09-14T09:00Z')])).toMatchObject({ time: 'outside' })
    expect(parityOf([first])).toMatchObject({ time: 'outside', alone: [{ consignmentId: 'c2', area: 'west' }] })
  })

  it('is open until the time for the counterpart has run out', () => {
    expect(parityOf([delivered('c2', '2016-09-13T08:00Z')], '2016-09-13T20:00Z').time).toBe('open')
  })

  it('cannot be told where the counterpart is contested, or came at some time between two', () => {
    const first = delivered('c2', '2016-09-13T08:00Z')
    const denied = { consignment_id: 'c1', status: 'delivery_not_completed', at: '2016-09-15T08:00Z', source: 'beta' }
    expect(parityOf([first, delivered('c1', '2016-09-13T09:00Z'), denied]).time).toBe('cannot_tell')
    expect(parityOf([first, delivered('c1', '2016-09-14T06:00Z/2016-09-14T12:00Z')]).time).toBe('cannot_tell')
  })

  it('is no question where nobody was served', () => {
    expect(parityOf([]).time).toBe('nothing_served')
  })

  it('counts what was delivered elsewhere where it was delivered', () => {
    const elsewhere = delivered('c1', '2016-09-13T08:00Z', { area_id: 'west' })
    expect(parityOf([elsewhere]).areas.map(({ area, deliveries }) => [area, deliveries.length])).toEqual([
      ['east', 0],
      ['west', 1],
    ])
  })

  it('counts the trucks of one consignment as one delivery', () => {
    const trucks = [delivered('c1', '2016-09-13T08:00Z', { vehicle_id: 't1' }), delivered('c1', '2016-09-13T09:00Z')]
    expect(parityOf(trucks).areas[0]).toMatchObject({
      people: { low: 100, high: 100 },
      deliveries: [{ consignmentId: 'c1' }],
    })
  })

  it('holds the numbers of people against the share that is agreed', () => {
    const both = [delivered('c1', '2016-09-13T08:00Z'), delivered('c2', '2016-09-13T08:00Z')]
    expect(parityOf(both).amount).toBe('outside')
  })

  it('swaps its two areas and nothing else when the rule names them the other way round', () => {
    fc.assert(
      fc.property(madeUpRecords, questions, (records, question) => {
        const one = accessOverview(records, question).parity
        const parity = records.parity.map((row) => ({ ...row, areaA: row.areaB, areaB: row.areaA }))
        const other = accessOverview({ ...records, parity }, question).parity
        const byName = (list: readonly { consignmentId: string; area: string }[]) =>
          list.map(({ consignmentId, area }) => `${consignmentId} ${area}`).toSorted()
        expect(
          other.map((status) => ({ ...status, areas: status.areas.toReversed(), alone: byName(status.alone) })),
        ).toEqual(one.map((status) => ({ ...status, alone: byName(status.alone) })))
      }),
    )
  })

  it('swaps its answers when the areas change names everywhere', () => {
    const swap = (area: string | null) => (area === 'east' ? 'west' : 'east')
    fc.assert(
      fc.property(madeUpRecords, questions, (records, question) => {
        const swapped = {
          ...records,
          consignments: records.consignments.map((row) => ({ ...row, destination: swap(row.destination) })),
          events: records.events.map((row) => ({ ...row, areaId: row.areaId && swap(row.areaId) })),
        }
        const shape = (all: ReturnType<typeof accessOverview>['parity'], named: (area: string) => string) =>
          all.map(({ time, amount, areas, alone }) => ({
            time,
            amount,
            served: Object.fromEntries(
              areas.map(({ area, deliveries, people }) => [named(area), [deliveries.length, people]]),
            ),
            alone: alone.map(({ consignmentId, area }) => `${consignmentId} ${named(area)}`).toSorted(),
          }))
        expect(shape(accessOverview(swapped, question).parity, swap)).toEqual(
          shape(accessOverview(records, question).parity, (area) => area),
        )
      }),
    )
  })
})
