// Consignments as of an instant: where they are, how long they waited, and what two sources make of it.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccessRecords } from '../records/index.ts'
import { madeUpRecords, questions } from '../testing/made-up.ts'
import { recordsOf, sheetOf } from '../testing/sheets.ts'
import type { Question } from '../said.ts'
import { Convoys } from './index.ts'

const at = (text: string) => Date.parse(text)
const LATE: Question = { at: at('2016-09-30T00:00Z'), knownAt: null, sources: null }
const event = (status: string, when: string, cells: Record<string, string> = {}) => ({
  consignment_id: 'c1',
  status,
  at: when,
  ...cells,
})
const statusOf = (rows: Record<string, string>[], question = LATE) =>
  new Convoys(question, recordsOf(sheetOf('events.csv', rows))).of('c1')!

describe('the last word on a consignment', () => {
  it('is said with the code of UN/CEFACT Recommendation 24 beside ours', () => {
    const { status } = statusOf([event('loaded', '2016-09-12T08:00Z'), event('crossed', '2016-09-13T08:00Z')])
    expect(status).toMatchObject({ status: 'crossed', rec24: '16', row: 'events.csv:3' })
  })

  it('is that of the instant asked about, and of what was known then', () => {
    const rows = [
      event('loaded', '2016-09-12T08:00Z', { recorded_at: '2016-09-12T09:00Z' }),
      event('crossed', '2016-09-13T08:00Z', { recorded_at: '2016-09-15T09:00Z' }),
    ]
    expect(statusOf(rows, { ...LATE, at: at('2016-09-12T12:00Z') }).status?.status).toBe('loaded')
    expect(statusOf(rows, { ...LATE, knownAt: at('2016-09-14T00:00Z') }).status?.status).toBe('loaded')
    expect(statusOf(rows, { ...LATE, knownAt: at('2016-09-12T08:30Z') }).status).toBeNull()
  })

  it('takes a withdrawn row out from when that was recorded, and puts nothing in its place', () => {
    const delivered = event('delivered', '2016-09-13T08:00Z', { recorded_at: '2016-09-13T09:00Z', entry_id: 'd1' })
    const rows = [
      event('crossed', '2016-09-12T08:00Z', { recorded_at: '2016-09-12T09:00Z' }),
      delivered,
      { ...delivered, recorded_at: '2016-09-14T09:00Z', entry_id: 'd2', withdraws: 'd1' },
    ]
    const before = statusOf(rows, { ...LATE, knownAt: at('2016-09-14T08:00Z') })
    expect([before.status?.status, before.reached]).toEqual(['delivered', 'reached'])
    const after = statusOf(rows)
    expect([after.status?.status, after.reached]).toEqual(['crossed', 'not_reached'])
    expect(JSON.stringify(after)).not.toMatch(/"d[12]"/)
  })

  it('does not go back to what was corrected when the correction is withdrawn', () => {
    const first = event('delivered', '2016-09-13T08:00Z', { recorded_at: '2016-09-13T09:00Z', entry_id: 'a' })
    const second = event('turned_back', '2016-09-13T08:00Z', { recorded_at: '2016-09-14T09:00Z', entry_id: 'b' })
    const rows = [
      first,
      { ...second, corrects: 'a' },
      { ...second, recorded_at: '2016-09-15T09:00Z', entry_id: 'c', withdraws: 'b' },
    ]
    const statuses = ['2016-09-13T12:00Z', '2016-09-14T12:00Z', '2016-09-15T12:00Z'].map(
      (known) => statusOf(rows, { ...LATE, knownAt: at(known) }).status?.status,
    )
    expect(statuses).toEqual(['delivered', 'turned_back', undefined])
  })

  it('takes a corrected row out from when the correction was recorded', () => {
    const rows = [
      event('crossed', '2016-09-13T08:00Z', { recorded_at: '2016-09-13T09:00Z', entry_id: 'wrong' }),
      event('turned_back', '2016-09-13T08:00Z', { recorded_at: '2016-09-14T09:00Z', corrects: 'wrong' }),
    ]
    expect(statusOf(rows).status?.status).toBe('turned_back')
    expect(statusOf(rows, { ...LATE, knownAt: at('2016-09-14T00:00Z') }).status?.status).toBe('crossed')
  })

  it('leaves open what may have happened before or after the instant', () => {
    const rows = [event('attacked', '2016-09-19T00:00Z/2016-09-20T00:00Z')]
    expect(statusOf(rows, { ...LATE, at: at('2016-09-19T12:00Z') })).toMatchObject({
      status: null,
      undetermined: ['events.csv:2'],
    })
  })
})

describe('whether it reached where it was to go', () => {
  it('is contested when one source has it there and another, later, has not', () => {
    const rows = [
      event('delivered', '2016-09-13T08:00Z', { source: 'army' }),
      event('delivery_not_completed', '2016-09-14T08:00Z', { source: 'united-nations' }),
    ]
    expect(statusOf(rows)).toMatchObject({ reached: 'contested', contradictions: [['events.csv:2', 'events.csv:3']] })
    expect(statusOf(rows, { ...LATE, sources: ['army'] })).toMatchObject({ reached: 'reached' })
    expect(statusOf(rows, { ...LATE, sources: ['united-nations'] })).toMatchObject({ reached: 'not_reached' })
  })

  it('is elsewhere when it was handed over in another area', () => {
    const rows = [event('diverted', '2016-09-13T08:00Z'), event('delivered', '2016-09-14T08:00Z', { area_id: 'west' })]
    expect(statusOf(rows).reached).toBe('elsewhere')
  })

  it('is partly so while one of its trucks has not arrived', () => {
    const first = event('delivered', '2016-09-14T08:00Z', { vehicle_id: 't1' })
    expect(statusOf([first]).reached).toBe('partly')
    expect(statusOf([first, event('delivered', '2016-09-14T09:00Z', { vehicle_id: 't2' })]).reached).toBe('reached')
  })

  it('is so by the word of a receipt alone', () => {
    const receipt = {
      consignment_id: 'c1',
      stage: 'received',
      at: '2016-09-14T08:00Z',
      item: 'flour',
      unit: 'bag',
      qty: '5',
    }
    const reached = (condition: string) =>
      new Convoys(LATE, recordsOf(sheetOf('receipts.csv', [{ ...receipt, condition }]))).of('c1')!.reached
    expect(reached('good')).toBe('reached')
    expect(reached('removed_by_authority')).toBe('unknown')
  })

  it('shows two sources that have one truck in two places at once', () => {
    const here = event('at_checkpoint', '2016-09-13T08:00Z', { vehicle_id: 't1', place: 'gate' })
    const there = event('at_checkpoint', '2016-09-13T08:00Z', { vehicle_id: 't1', place: 'bridge', source: 'army' })
    expect(statusOf([here, there]).contradictions).toEqual([['events.csv:2', 'events.csv:3']])
  })

  it('is unknown where nobody speaks of it', () => {
    expect(new Convoys(LATE, recordsOf()).of('c1')!.reached).toBe('unknown')
  })
})

describe('a waiting clock', () => {
  const waiting = (when: string, cells = {}) => event('waiting_at_crossing', when, { place: 'gate', ...cells })

  it('covers at least what the words cover, and at most all the time until now', () => {
    const rows = [waiting('2016-09-13T16:00Z'), waiting('2016-09-16T16:00Z')]
    const [wait] = statusOf(rows, { ...LATE, at: at('2016-09-18T16:00Z') }).waits
    expect(wait).toMatchObject({ place: 'gate', ended: null, vehicles: ['t1', 't2'], hours: { low: 72, high: 120 } })
  })

  it('ends exactly when somebody saw it leave', () => {
    const [wait] = statusOf([waiting('2016-09-13T16:00Z'), event('crossed', '2016-09-14T04:00Z')]).waits
    expect(wait).toMatchObject({ hours: { low: 12, high: 12 }, ended: { status: 'crossed' } })
  })

  it('ends at some time before it is next heard of elsewhere', () => {
    const [wait] = statusOf([waiting('2016-09-13T16:00Z'), event('delivered', '2016-09-14T04:00Z')]).waits
    expect(wait).toMatchObject({ hours: { low: 0, high: 12 } })
  })

  it('is kept for each truck where trucks part', () => {
    const rows = [
      waiting('2016-09-13T16:00Z'),
      event('crossed', '2016-09-13T20:00Z', { vehicle_id: 't1', place: 'gate' }),
    ]
    const { waits } = statusOf(rows, { ...LATE, at: at('2016-09-14T16:00Z') })
    expect(waits.map(({ vehicles, hours }) => [vehicles, hours.low, hours.high])).toEqual([
      [['t1'], 4, 4],
      [['t2'], 0, 24],
    ])
  })

  it('starts anew at the next point', () => {
    const rows = [waiting('2016-09-13T16:00Z'), waiting('2016-09-13T20:00Z', { place: 'bridge' })]
    expect(statusOf(rows).waits.map(({ place }) => place)).toEqual(['gate', 'bridge'])
  })

  it('keeps the reasons that each source gives apart', () => {
    const rows = [
      waiting('2016-09-13T16:00Z', { by: 'army', reason: 'no permission' }),
      waiting('2016-09-14T16:00Z', { source: 'army', reason: 'awaiting guarantees' }),
    ]
    expect(statusOf(rows).waits[0]!.reasons).toEqual([
      { source: 'united-nations', by: 'army', reason: 'no permission', row: 'events.csv:2' },
      { source: 'army', by: null, reason: 'awaiting guarantees', row: 'events.csv:3' },
    ])
  })
})

describe('goods', () => {
  const items = (loaded: string) =>
    sheetOf('items.csv', [
      { consignment_id: 'c1', stage: 'listed', item: 'flour', qty: '100', unit: 'bag' },
      { consignment_id: 'c1', stage: 'loaded', item: 'flour', qty: loaded, unit: 'bag', source: 'monitor' },
    ])
  const receipts = sheetOf('receipts.csv', [
    {
      consignment_id: 'c1',
      stage: 'received',
      at: '2016-09-14T08:00Z',
      item: 'flour',
      unit: 'bag',
      condition: 'good',
      qty: '70',
    },
    {
      consignment_id: 'c1',
      stage: 'received',
      at: '2016-09-14T08:00Z',
      item: 'flour',
      unit: 'bag',
      condition: 'removed_by_authority',
      qty: '10',
    },
    {
      consignment_id: 'c1',
      stage: 'received',
      at: '2016-09-14T08:00Z',
      item: 'flour',
      unit: 'bag',
      condition: 'good',
      qty: '65',
      source: 'council',
    },
  ])

  it('are held from list to load to receipt, each by whose word', () => {
    const [line] = new Convoys(LATE, recordsOf(items('80'), receipts)).of('c1')!.items
    expect(line).toMatchObject({ loadedOfListed: 'less', arrivedOfLoaded: 'less', arrived: { state: 'contested' } })
    expect(line!.received.removed_by_authority.values).toMatchObject([{ value: 10, sources: ['united-nations'] }])
  })

  it('are as said when list and load agree', () => {
    expect(new Convoys(LATE, recordsOf(items('100'))).of('c1')!.items[0]).toMatchObject({
      loadedOfListed: 'as_said',
      arrivedOfLoaded: 'unknown',
    })
  })
})

const shuffled = (records: AccessRecords, key: number): AccessRecords =>
  Object.fromEntries(
    Object.entries(records).map(([kind, rows]) => [
      kind,
      rows.toSorted((a: { name: string }, b: { name: string }) => mixed(a.name, key) - mixed(b.name, key)),
    ]),
  ) as never

function mixed(name: string, key: number): number {
  let hash = key
  for (const letter of name) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0
  return hash
}

describe('the book of consignments', () => {
  it('says the same in whatever order the rows stand', () => {
    fc.assert(
      fc.property(madeUpRecords, questions, fc.integer(), (records, question, key) => {
        expect(new Convoys(question, shuffled(records, key)).all()).toEqual(new Convoys(question, records).all())
      }),
    )
  })

  it('says after each row what it would say from scratch', () => {
    fc.assert(
      fc.property(madeUpRecords, questions, (records, question) => {
        const book = new Convoys(question, { ...records, events: [], seals: [] })
        book.all()
        for (const event of records.events) {
          const before = new Map(book.all().map((one) => [one.consignmentId, one]))
          const touched = book.learn({ events: [event] })
          for (const one of book.all())
            if (!touched.includes(one.consignmentId)) expect(one).toBe(before.get(one.consignmentId))
        }
        book.learn({ seals: records.seals })
        expect(book.all()).toEqual(new Convoys(question, records).all())
      }),
    )
  })

  it('hears of a withdrawal when it comes in', () => {
    const records = recordsOf(sheetOf('events.csv', [event('delivered', '2016-09-13T08:00Z', { entry_id: 'e1' })]))
    const book = new Convoys(LATE, records)
    expect(book.learn({ events: [{ ...records.events[0]!, name: 'e2', withdraws: 'e1' }] })).toEqual(['c1'])
    expect(book.of('c1')!.reached).toBe('unknown')
  })

  it('follows a correction into the consignment that the row was about', () => {
    const rows = [event('delivered', '2016-09-13T08:00Z', { entry_id: 'e1' })]
    const records = recordsOf(sheetOf('events.csv', rows))
    const book = new Convoys(LATE, records)
    expect(book.of('c1')!.reached).toBe('reached')
    const correction = { ...records.events[0]!, name: 'e2', consignmentId: 'c2', corrects: 'e1' }
    expect(book.learn({ events: [correction] })).toEqual(['c1', 'c2'])
    expect(book.of('c1')!.reached).toBe('unknown')
  })
})
