// Rapid, safe, unhindered, sustained: what is counted, and when nobody can tell.
import { describe, expect, it } from 'vitest'
import { accessOverview } from '../overview.ts'
import { recordsOf, sheetOf } from '../testing/sheets.ts'

const event = (status: string, at: string, cells = {}) => ({ consignment_id: 'c1', status, at, ...cells })

function verdicts(events: Record<string, string>[], at = '2016-09-20T00:00Z') {
  const requests = sheetOf('requests.csv', [
    { request_id: 'r1', requester: 'un', addressed_to: 'ministry', areas: 'east', submitted_at: '2016-09-10T00:00Z' },
  ])
  const records = recordsOf(requests, sheetOf('events.csv', events))
  const { indicators } = accessOverview(records, { at: Date.parse(at), knownAt: null, sources: null })
  return Object.fromEntries(indicators.map(({ id, verdict }) => [id, verdict]))
}

describe('the indicators', () => {
  it('are met by a convoy that came at once and unharmed', () => {
    const events = [
      event('loaded', '2016-09-14T00:00Z'),
      event('crossed', '2016-09-14T12:00Z'),
      event('delivered', '2016-09-15T00:00Z'),
    ]
    expect(verdicts(events)).toEqual({ rapid: 'met', safe: 'met', unhindered: 'unknown', sustained: 'met' })
  })

  it('are breached by one that certainly waited too long, and unknown while it may have moved on', () => {
    const waiting = (at: string) => event('waiting_at_crossing', at, { place: 'gate' })
    const loaded = event('loaded', '2016-09-14T00:00Z')
    expect(verdicts([loaded, waiting('2016-09-14T01:00Z'), waiting('2016-09-17T01:00Z')])).toMatchObject({
      rapid: 'breached',
      unhindered: 'breached',
    })
    expect(verdicts([loaded, waiting('2016-09-14T01:00Z')])).toMatchObject({ rapid: 'unknown', unhindered: 'unknown' })
  })

  it('take silence about attacks on a convoy under way for no word that there were none', () => {
    expect(verdicts([event('loaded', '2016-09-14T00:00Z')])).toMatchObject({ safe: 'unknown' })
    expect(verdicts([event('attacked', '2016-09-14T00:00Z')])).toMatchObject({ safe: 'breached' })
  })

  it('are contested where it is contested whether the aid arrived', () => {
    const events = [
      event('delivered', '2016-09-12T00:00Z', { source: 'army' }),
      event('delivery_not_completed', '2016-09-13T00:00Z'),
    ]
    expect(verdicts(events, '2016-09-18T12:00Z')).toMatchObject({ sustained: 'contested' })
  })
})

describe('repeated delays', () => {
  it('name the point that held up three consignments for more than a day', () => {
    const ids = ['c1', 'c2', 'c3']
    const wait = (consignment_id: string, day: string) => ({
      consignment_id,
      status: 'waiting_at_crossing',
      place: 'gate',
      at: `2016-09-${day}T00:00Z`,
    })
    const records = recordsOf(
      sheetOf(
        'consignments.csv',
        ids.map((consignment_id) => ({ consignment_id, destination: 'east' })),
      ),
      sheetOf(
        'vehicles.csv',
        ids.map((consignment_id) => ({ consignment_id, vehicle_id: `t-${consignment_id}` })),
      ),
      sheetOf(
        'events.csv',
        ids.flatMap((id) => [wait(id, '12'), wait(id, '14')]),
      ),
    )
    const question = { at: Date.UTC(2016, 8, 20), knownAt: null, sources: null }
    expect(accessOverview(records, question).repeated).toMatchObject([
      { where: 'gate', kind: 'point', times: 3, hours: [48, 48, 48] },
    ])
  })
})
