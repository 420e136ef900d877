import { pointInZone } from '@trucekeeper/corroborate'
import { tableOf, type EventRow } from '@trucekeeper/events'
import { dayNumber } from '@trucekeeper/time'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acted, CALM, pact, time } from '../testing/pact.ts'
import { backTest, type BackTestedClause } from './back-test.ts'
import { groundDecider } from './ground.ts'

const WINDOW = `
measure quiet
  counts       breaches of calm
  in           land
  per          calendar day, Asia/Damascus
  holds        while count <= 1
  from         day-d
  during       term truce
  silence      unknown

gate joint
  opens        centre
  when         held(quiet, 3 days, continuous)
  during       term truce
`
const agreement = pact(CALM + WINDOW)

const event = (day: string, more: Partial<EventRow> = {}): EventRow => ({
  id: `event ${day}`,
  from: dayNumber(day),
  to: dayNumber(day),
  sideA: 'Northern side',
  sideB: 'Southern side',
  oneSided: false,
  longitude: 37,
  latitude: 37,
  placePrecision: 1,
  deathsLow: 1,
  deathsBest: 2,
  deathsHigh: 3,
  ...more,
})
const until = Date.UTC(2016, 8, 30)
const tested = (rows: readonly EventRow[]) => backTest(agreement, [], tableOf(rows, 'a test'), { until }).clauses
const north = (rows: readonly EventRow[]): BackTestedClause => tested(rows).find(({ id }) => id === 'calm.north')!

describe('a back-test', () => {
  it.each([
    ['between the parties', event('2016-09-05'), 'covered', 'both sides are bound'],
    ['before the clause came into force', event('2016-08-31'), 'not_covered_time', 'before the clause came into force'],
    ['after it ended', event('2016-09-25'), 'not_covered_time', 'after the clause ended'],
    [
      'on the day it came into force',
      event('2016-09-01'),
      'undetermined',
      'its day is one on which the clause came into force or ended',
    ],
    [
      'of a whole year',
      event('2016-01-01', { to: dayNumber('2016-12-31') }),
      'undetermined',
      'its dates reach beyond the time for which the clause was in force',
    ],
    [
      'with a group outside the agreement',
      event('2016-09-05', { sideB: 'Raiders' }),
      'not_covered_actor',
      '`Raiders` is not party to the agreement',
    ],
    [
      'with nobody the agreement names',
      event('2016-09-05', { sideA: 'Sea people' }),
      'not_covered_actor',
      '`Sea people` is no one the agreement names',
    ],
    [
      'with one who is not bound',
      event('2016-09-05', { sideB: 'Westland' }),
      'not_covered_actor',
      '`Westland` is not bound by the clause',
    ],
    [
      'of which nobody says who did it',
      event('2016-09-05', { sideA: null, oneSided: true }),
      'undetermined',
      'nobody is named on one side',
    ],
    [
      'of which one side is not named and the other is not bound',
      event('2016-09-05', { sideA: null, sideB: 'Raiders' }),
      'not_covered_actor',
      '`Raiders` is not party to the agreement',
    ],
    ['within one side', event('2016-09-05', { sideB: 'Northern army' }), 'not_covered_actor', 'both sides are `north`'],
    ['outside the area', event('2016-09-05', { longitude: 39 }), 'not_covered_area', 'outside Land'],
    [
      'at its edge',
      event('2016-09-05', { longitude: 38.001 }),
      'undetermined',
      'at the edge of the clause’s area, within the tolerance of the map',
    ],
    ['without a place', event('2016-09-05', { longitude: Number.NaN }), 'undetermined', 'the source gives no place'],
  ])('takes an event %s as it should', (_, row, decision, reason) => {
    expect(north([row]).decisions).toEqual([{ decision, reason, count: 1 }])
  })

  it('lays what both fought at the door of neither, and what one did at its own', () => {
    const [fought, shelled] = [event('2016-09-05'), event('2016-09-06', { oneSided: true })]
    expect(tested([fought, shelled]).map(({ breaches }) => breaches)).toEqual([
      [1, 2],
      [0, 1],
    ])
  })

  it('counts as perhaps for everybody bound what nobody is named for, and not as between them', () => {
    const found = tested([event('2016-09-05', { sideA: null, sideB: null })])
    expect(found.map(({ breaches, begun }) => [breaches, begun])).toEqual([
      [[0, 1], { events: 1, between_parties: 0 }],
      [[0, 1], { events: 1, between_parties: 0 }],
    ])
  })

  it('finds the longest calm between two events and the first breach', () => {
    const found = north([event('2016-09-15'), event('2016-09-05')])
    expect(found.first_breach).toBe('2016-09-05')
    expect(found.longest_calm).toEqual({ days: 9, from: '2016-09-06', to: '2016-09-14' })
  })

  it('says whether a gate’s window would have held', () => {
    const everySecondDay = Array.from({ length: 10 }, (_, index) =>
      event(`2016-09-${String(2 * index + 2).padStart(2, '0')}`),
    )
    expect(north(everySecondDay).windows).toMatchObject([{ gate: 'joint', needed: 3, held: 'met' }])
    const twiceADay = everySecondDay.flatMap((row) => [row, { ...row, id: 'again' }])
    expect(north(twiceADay).windows).toMatchObject([{ longest: [1, 19], held: 'unknown' }])
  })

  it('swaps its answers when the parties are swapped', () => {
    const sides = fc.constantFrom('Northern side', 'Southern side', 'Raiders', 'Sea people', null)
    const day = fc.integer({ min: 1, max: 28 }).map((date) => `2016-09-${String(date).padStart(2, '0')}`)
    const rows = fc.array(
      fc
        .tuple(day, sides, sides, fc.boolean())
        .map(([on, sideA, sideB, oneSided]) => event(on, { sideA, sideB, oneSided })),
      { maxLength: 12 },
    )
    const swap = (text: string) =>
      text.replace(
        /North|South|north|south/g,
        (word) => ({ North: 'South', South: 'North', north: 'south', south: 'north' })[word]!,
      )
    fc.assert(
      fc.property(rows, (given) => {
        const mirrored = tested(
          given.map((row) => ({ ...row, sideA: row.sideA && swap(row.sideA), sideB: row.sideB && swap(row.sideB) })),
        )
        const expected = tested(given).map((clause) => JSON.parse(swap(JSON.stringify({ ...clause, decisions: [] }))))
        const byId = (clauses: readonly { id: string }[]) => clauses.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        expect(byId(mirrored.map((clause) => ({ ...clause, decisions: [] })))).toEqual(byId(expected))
      }),
    )
  })

  it('says how far it is, to the last event', () => {
    const heard: number[] = []
    const rows = Array.from({ length: 40_000 }, () => event('2016-09-05'))
    backTest(agreement, [], tableOf(rows, 'a test'), { until, onJudged: (events) => heard.push(events) })
    expect(heard.length).toBeGreaterThan(1)
    expect(heard).toEqual([...new Set(heard)].toSorted((a, b) => a - b))
    expect(heard.at(-1)).toBe(40_000)
  })
})

const PAUSE = `
power pause
  held-by      east or west
  effect       suspend calm

power release
  held-by      east or west
  effect       waive calm.north
`
const pausing = pact(CALM + WINDOW + PAUSE)
const paused = acted({ power: 'pause', by: ['east'], at: time(8) })
const lifted = acted({ power: 'pause', by: ['east'], at: time(11, 12), stage: 'lifted' })
const underPause = (rows: readonly EventRow[], acts = [paused, lifted]): BackTestedClause =>
  backTest(pausing, acts, tableOf(rows, 'a test'), { until }).clauses.find(({ id }) => id === 'calm.north')!

describe('a suspension', () => {
  it.each([
    ['on a day of it', event('2016-09-09'), 'not_covered_time', 'while the clause was suspended'],
    [
      'over days of it',
      event('2016-09-08', { to: dayNumber('2016-09-10') }),
      'not_covered_time',
      'while the clause was suspended',
    ],
    ['on the day it was lifted', event('2016-09-11'), 'undetermined', 'for part of its time the clause was suspended'],
    [
      'that began before it',
      event('2016-09-07', { to: dayNumber('2016-09-08') }),
      'undetermined',
      'for part of its time the clause was suspended',
    ],
    ['before it', event('2016-09-07'), 'covered', 'both sides are bound'],
    ['after it', event('2016-09-12'), 'covered', 'both sides are bound'],
  ])('takes an event %s as it should', (_, row, decision, reason) => {
    expect(underPause([row]).decisions).toEqual([{ decision, reason, count: 1 }])
  })

  it('has its days counted for themselves, and nothing of them against anybody', () => {
    const found = underPause([event('2016-09-09', { oneSided: true }), event('2016-09-12', { oneSided: true })])
    expect(found).toMatchObject({ suspended_days: 3, breaches: [1, 1], first_breach: '2016-09-12' })
    expect(found.begun).toEqual({ events: 1, between_parties: 1 })
    expect(found.dates).toEqual([{ day: '2016-09-12', count: [1, 1] }])
  })

  it('counts against a day in force what reaches into it, and not against its own days', () => {
    const found = underPause([event('2016-09-07', { to: dayNumber('2016-09-09') })])
    expect(found.dates).toEqual([{ day: '2016-09-07', count: [0, 1] }])
  })

  it('ends a run of calm days, which are counted on either side of it', () => {
    expect(underPause([]).longest_calm).toEqual({ days: 9, from: '2016-09-12', to: '2016-09-20' })
    expect(underPause([event('2016-09-16')]).longest_calm).toEqual({ days: 6, from: '2016-09-02', to: '2016-09-07' })
    expect(north([]).longest_calm).toEqual({ days: 19, from: '2016-09-02', to: '2016-09-20' })
  })

  it('gives a window no days', () => {
    const busy = ['13', '14', '15', '16', '17', '18', '19', '20'].flatMap((date) => [
      event(`2016-09-${date}`, { oneSided: true }),
      event(`2016-09-${date}`, { oneSided: true }),
    ])
    expect(underPause(busy).windows).toMatchObject([{ longest: [6, 6], held: 'met' }])
    const early = [acted({ power: 'pause', by: ['east'], at: time(4) }), lifted]
    expect(underPause(busy, early).windows).toMatchObject([{ longest: [2, 2], held: 'breached' }])
  })

  it('that nobody lifts runs to the end', () => {
    const found = underPause([event('2016-09-19')], [paused])
    expect(found.suspended_days).toBe(14)
    expect(found.decisions).toMatchObject([{ reason: 'while the clause was suspended' }])
  })

  it('of the whole clause from its beginning leaves nothing in force', () => {
    const found = underPause([event('2016-09-01')], [acted({ power: 'pause', by: ['east'], at: time(1, 6) })])
    expect(found).toMatchObject({ suspended_days: 21, longest_calm: { days: 0 } })
  })

  it('of one party’s clause leaves the other’s alone', () => {
    const alone = pact(CALM + PAUSE.replace('suspend calm', 'suspend calm.south'))
    const { clauses } = backTest(alone, [paused], tableOf([event('2016-09-09')], 'a test'), { until })
    expect(clauses.map(({ id, suspended_days }) => [id, suspended_days])).toEqual([
      ['calm.north', 0],
      ['calm.south', 14],
    ])
  })
})

it('a clause that was waived is tested up to then', () => {
  const waived = acted({ power: 'release', by: ['east'], at: time(10) })
  const found = underPause([event('2016-09-09'), event('2016-09-12')], [waived])
  expect(found.to).toBe('2016-09-10T00:00:00+03:00')
  expect(found.decisions.map(({ reason }) => reason).toSorted()).toEqual([
    'after the clause ended',
    'both sides are bound',
  ])
})

it('a patch of ground has the answer that each of its points has', () => {
  const land = agreement.zones.find(({ id }) => id === 'land')!
  const decide = groundDecider(agreement, ['land'])
  const degrees = fc.oneof(
    fc.double({ min: 35.5, max: 38.5, noNaN: true }),
    fc.double({ min: 37.98, max: 38.02, noNaN: true }),
  )
  const decisions = { inside: 'covered', edge: 'undetermined', outside: 'not_covered_area' }
  fc.assert(
    fc.property(degrees, degrees, (longitude, latitude) => {
      expect(decide(longitude, latitude).decision).toBe(decisions[pointInZone([longitude, latitude], land, 0)])
    }),
    { numRuns: 500 },
  )
})
