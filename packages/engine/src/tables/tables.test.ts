// What clauses ask of tables: aid rapid and safe enough, areas served alike, seals whole, depths kept.
import { describe, expect, it } from 'vitest'
import { Evaluation, statusOf } from '../index.ts'
import { on, pact, recordOf, time } from '../testing/pact.ts'
import { accessOf, answerTo, asking, groundOf, PULL_BACK, receiptTo, seen, tablesOf } from '../testing/tables.ts'
import { mirrored } from '../../../../test/arbitraries/record.ts'

type Cells = Readonly<Record<string, string>>

const AREAS = [{ area_id: 'left' }, { area_id: 'right' }]
const consignment = (id: string, more: Cells = {}) => ({ consignment_id: id, destination: 'left', ...more })
const truck = (id: string) => ({ consignment_id: id, vehicle_id: `${id}-truck` })
const event = (id: string, status: string, at: string, more: Cells = {}) => ({
  consignment_id: id,
  status,
  at,
  ...more,
})
const seal = (check: string, at: string, place: string, more: Cells = {}) => ({
  seal_no: 'S-1',
  consignment_id: 'one',
  vehicle_id: 'one-truck',
  check,
  place,
  at,
  by: 'Watch',
  ...more,
})

/** Loaded on the evening of the 5th, and there after so many hours. */
const journey = (hours: number, more: Cells = {}) => [
  event('one', 'loaded', time(5, 0), more),
  event('one', 'delivered', time(5 + Math.floor(hours / 24), hours % 24), { area_id: 'left', ...more }),
]
const convoy = (events: readonly Cells[], more: Readonly<Record<string, readonly Cells[]>> = {}) =>
  tablesOf({
    access: accessOf({ areas: AREAS, consignments: [consignment('one')], vehicles: [truck('one')], events, ...more }),
  })

describe('an indicator', () => {
  it('is met or not by the number that the clause gives', () => {
    expect(answerTo('indicator(rapid) <= 30', convoy(journey(30)))).toBe('met')
    expect(answerTo('indicator(rapid) <= 29', convoy(journey(30)))).toBe('breached')
    expect(answerTo('indicator(rapid) > 29', convoy(journey(30)))).toBe('met')
  })

  it('is unknown where the time told leaves it open', () => {
    const events = [
      event('one', 'loaded', time(5)),
      event('one', 'delivered', `${time(6)}/${time(7)}`, { area_id: 'left' }),
    ]
    expect(answerTo('indicator(rapid) <= 30', convoy(events))).toBe('unknown')
    expect(answerTo('indicator(rapid) <= 48', convoy(events))).toBe('met')
  })

  it('is contested where it hangs on an arrival that is', () => {
    const denied = event('one', 'waiting_at_crossing', time(8), { place: 'border', source: 'Relief' })
    const answer = answerTo('indicator(rapid) <= 30', convoy([...journey(40), denied]))
    expect(answer).toBe('contested')
  })

  it('of attacks is no word that there were none while a consignment is under way', () => {
    expect(answerTo('indicator(safe) <= 0', convoy(journey(30)))).toBe('met')
    expect(answerTo('indicator(safe) <= 0', convoy([event('one', 'loaded', time(5))]))).toBe('unknown')
    expect(answerTo('indicator(safe) <= 0', convoy([event('one', 'attacked', time(6)), ...journey(30)]))).toBe(
      'breached',
    )
  })

  it('with nothing to count is unknown, and says so', () => {
    const { tree } = receiptTo('indicator(unhindered) <= 24', convoy(journey(30)))
    expect(tree).toMatchObject({
      op: 'indicator',
      verdict: 'unknown',
      text: expect.stringContaining('nothing to count'),
    })
  })
})

describe('parity', () => {
  const rule = { parity_group_id: 'both', area_a: 'left', area_b: 'right', within_hours: '24', source: 'the agreement' }
  const two = (date: number, hour: number) =>
    tablesOf({
      access: accessOf({
        areas: AREAS,
        consignments: [consignment('one'), consignment('two', { destination: 'right' })],
        events: [
          event('one', 'delivered', time(5, 12), { area_id: 'left' }),
          event('two', 'delivered', time(date, hour), { area_id: 'right' }),
        ],
        parity: [rule],
      }),
    })

  it('is met where both areas were served within the tolerance, breached where they were not', () => {
    expect(answerTo('parity(both)', two(6, 12))).toBe('met')
    expect(answerTo('parity(both)', two(6, 13))).toBe('breached')
  })

  it('is unknown while there is still time for the other', () => {
    expect(answerTo('parity(both)', two(6, 12), { at: on(5, 18) })).toBe('unknown')
  })

  it('is held by every account to the tolerance that was agreed, whoever wrote it down', () => {
    expect(answerTo('parity(both)', two(6, 12), { account: 'monitors' })).toBe('met')
  })

  it('of a group that no row names is unknown', () => {
    expect(receiptTo('parity(none)', two(6, 12)).tree.text).toBe('no row names the parity group none')
  })
})

describe('seals', () => {
  const sealed = (...seals: Cells[]) => convoy([], { seals })
  const put = seal('applied', time(5), 'depot')
  const intact = seal('intact', time(6), 'bridge')
  const broken = seal('broken', time(7), 'gate')

  it('are whole, broken, or not looked at', () => {
    expect(answerTo('sealed(one)', sealed(put, intact))).toBe('met')
    expect(answerTo('sealed(one)', sealed(put, intact, broken))).toBe('breached')
    expect(answerTo('sealed(one)', sealed(put))).toBe('unknown')
  })

  it('are contested where another found the broken one intact', () => {
    const later = seal('intact', time(8), 'gate', { source: 'Relief', by: 'Relief' })
    const { tree } = receiptTo('sealed(one)', sealed(put, broken, later))
    expect(tree.verdict).toBe('contested')
    expect(tree.quotes.map(({ id, stance, speaker }) => [id, stance, speaker])).toEqual([
      ['seals.csv:3', 'against', 'Watch'],
      ['seals.csv:4', 'for', 'Relief'],
    ])
  })

  it('of all consignments are as good as the worst of them', () => {
    const tables = convoy([], {
      consignments: [consignment('one'), consignment('two')],
      seals: [put, intact],
    })
    expect(answerTo('sealed(all)', tables)).toBe('unknown')
    expect(receiptTo('sealed(all)', tables).tree.text).toBe('nobody names a vehicle of two')
  })
})

describe('depths', () => {
  const agreement = asking('cleared(north-back)', PULL_BACK)
  const cleared = (...positions: readonly Parameters<typeof seen>[]) =>
    tablesOf({
      ground: groundOf(
        agreement,
        positions.map((one) => seen(...one)),
      ),
    })
  const answer = (tables: ReturnType<typeof cleared>, account = 'all-reported', duty = 'north-back') =>
    answerTo(`cleared(${duty})`, tables, { clauses: PULL_BACK, account })

  it('are kept, not kept, contested or not observed', () => {
    expect(answer(cleared(['north', 1200]))).toBe('met')
    expect(answer(cleared(['north', 700]))).toBe('breached')
    expect(answer(cleared(['north', 700], ['north', 1200, { observer: 'relief' }]))).toBe('contested')
    expect(answer(cleared(['north', 990]))).toBe('unknown')
    expect(answer(cleared(['south', 700]))).toBe('unknown')
  })

  it('are judged by those whom an account trusts, and by as many as it asks for', () => {
    expect(answer(cleared(['north', 700], ['north', 1200, { observer: 'north' }]), 'monitors')).toBe('breached')
    expect(answer(cleared(['north', 700], ['north', 1200, { observer: 'north' }]), 'north')).toBe('met')
    expect(answer(cleared(['north', 700]), 'corroborated')).toBe('unknown')
    expect(answer(cleared(['north', 700], ['north', 720, { observer: 'relief' }]), 'corroborated')).toBe('breached')
  })

  it.each([1200, 700, 990])('are the same for either side when both are swapped: %i metres', (metres) => {
    const own = cleared(['north', metres])
    const other = cleared(['south', -metres])
    expect(answer(other, 'all-reported', mirrored('north-back'))).toBe(answer(own))
    expect(answer(other)).toBe('unknown')
  })

  it('show whose word stands for them and whose against', () => {
    const { tree } = receiptTo(
      'cleared(north-back)',
      cleared(['north', 700], ['north', 1200, { observer: 'relief' }]),
      {
        clauses: PULL_BACK,
      },
    )
    expect(tree.quotes.map(({ source, stance, quote }) => [source, stance, quote])).toEqual([
      ['row', 'for', 'we saw tanks'],
      ['row', 'against', 'we saw tanks'],
    ])
  })
})

describe('an account', () => {
  it('takes the rows of those whom it trusts under any of their names, and of nobody else', () => {
    const tables = (source: string) => convoy(journey(30, { source }))
    const asked = 'indicator(rapid) <= 30'
    expect(answerTo(asked, tables('Watch'), { account: 'monitors' })).toBe('met')
    expect(answerTo(asked, tables('northern-army'), { account: 'north' })).toBe('met')
    expect(answerTo(asked, tables('northern-army'), { account: 'monitors' })).toBe('unknown')
    expect(answerTo(asked, tables('example'), { account: 'monitors' })).toBe('unknown')
  })

  it('that asks for two sources is told nothing by one, by a party and its guarantor, or by what is made up', () => {
    const seals = (...sources: string[]) =>
      convoy([], {
        seals: sources.flatMap((source) => [
          seal('applied', time(5), 'depot', { source, by: source }),
          seal('intact', time(6), 'bridge', { source, by: source }),
        ]),
      })
    const answer = (...sources: string[]) => answerTo('sealed(one)', seals(...sources), { account: 'corroborated' })
    expect(answer('Watch')).toBe('unknown')
    expect(answer('Northern army', 'Eastland')).toBe('unknown')
    expect(answer('Watch', 'example')).toBe('unknown')
    expect(answer('Watch', 'Relief')).toBe('met')
  })
})

describe('rows', () => {
  it('that were recorded later are not known yet', () => {
    const tables = convoy(journey(30))
    expect(answerTo('indicator(rapid) <= 30', { ...tables, knownAt: on(8) })).toBe('unknown')
    expect(answerTo('indicator(rapid) <= 30', { ...tables, knownAt: on(9) })).toBe('met')
  })

  it('stand in a receipt with their words, and what is made up without any', () => {
    const quotes = (source: string) => receiptTo('indicator(rapid) <= 30', convoy(journey(30, { source }))).tree.quotes
    expect(quotes('Watch')[0]).toMatchObject({
      source: 'row',
      id: 'events.csv:2',
      doc: 'watch.txt',
      quote: 'so it was',
      speaker: 'Watch',
      entry: null,
    })
    expect(quotes('example')[0]).toMatchObject({ doc: 'access/events.csv', quote: '', speaker: 'example' })
  })

  it('that are not there leave every question unknown, and the words of the clause stand in for them', () => {
    for (const asked of ['indicator(safe) <= 0', 'parity(both)', 'sealed(all)']) {
      const { tree, residual } = receiptTo(asked, null)
      expect(tree).toMatchObject({ verdict: 'unknown', text: 'there are no access tables that could be read' })
      expect(tree.quotes).toMatchObject([{ source: 'agreement', id: 'ask' }])
      expect(residual).toEqual({ met: [], breached: [] })
    }
    const { tree } = receiptTo('cleared(north-back)', null, { clauses: PULL_BACK })
    expect(tree.text).toBe('there are no ground tables that could be read')
  })
})

describe('an evaluation that goes on', () => {
  const agreement = pact(`${PULL_BACK}
gate ask
  opens        centre
  when         indicator(rapid) <= 30 and not cleared(north-back)

duty aid
  on           north and south jointly
  act          deliver-aid
  after        cleared(south-back)
  silence      breached
`)
  const ground = groundOf(agreement, [seen('north', 700), seen('south', -1500)])
  const versions = [
    null,
    convoy(journey(30)),
    { ...convoy(journey(30)), ground },
    { ...convoy(journey(40)), ground },
    tablesOf({ ground: groundOf(agreement, [seen('north', 1500), seen('south', -700)]) }),
    null,
  ]

  it('says of tables that were replaced what one that begins with them says', () => {
    const evaluation = new Evaluation(agreement)
    const asked = { at: on(9, 12), knownAt: null }
    const states = versions.map((tables) => {
      const record = { ...recordOf([]), tables }
      evaluation.follow(record)
      const status = evaluation.status(record, asked)
      expect(status).toEqual(statusOf(agreement, record, asked))
      return [status.gates[0]!.state, status.clauses.find(({ id }) => id === 'aid')!.timing]
    })
    expect(states[2]).toEqual(['open', 'due'])
    expect(new Set(states.map(([state]) => state)).size).toBe(2)
    expect(states.at(-1)).toEqual(states[0])
  })

  it('lets no clock run into what tables tell of a later time', () => {
    const record = { ...recordOf([]), tables: { ...convoy(journey(30)), ground } }
    const { clauses } = statusOf(agreement, record, { at: on(5, 12), knownAt: null })
    expect(clauses.find(({ id }) => id === 'ask')!.next_change).toBeNull()
  })
})
