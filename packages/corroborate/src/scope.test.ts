// Scope decisions, each with the reason a reader gets.
import type { ClaimBody } from '@trucekeeper/claims'
import type { Geometry, Place } from '@trucekeeper/geo'
import { parseInstant } from '@trucekeeper/time'
import { describe, expect, it } from 'vitest'
import { said } from '../../../test/arbitraries/record.ts'
import { scopeOf, type ClauseScope } from './scope.ts'
import { CAST, fact, ZONE } from './testing/people.ts'
import type { ScopeMap, ScopeZone } from './whereabouts.ts'

const at = (text: string) => parseInstant(`2016-09-${text}+03:00`)!
const place = (id: string, name: string, geometry: Geometry): Place => ({
  id,
  name,
  also: [],
  tolerance_m: 0,
  geometry,
})
const square = (id: string, name: string, from: number, to: number, within: readonly string[]): ScopeZone => ({
  id,
  name,
  names: [name],
  within,
  tolerance_m: 1000,
  ground: {
    kind: 'area',
    place: place(id, name, {
      type: 'Polygon',
      coordinates: [
        [
          [from, from],
          [to, from],
          [to, to],
          [from, to],
          [from, from],
        ],
      ],
    }),
  },
})
const point = (name: string, x: number, y: number) =>
  place(name.toLowerCase(), name, { type: 'Point', coordinates: [x, y] })
const MAP: ScopeMap = {
  zones: [square('land', 'Land', 36, 38, []), square('town', 'Town', 37, 37.2, ['land'])],
  places: [
    point('Market', 37.1, 37.1),
    point('Edge', 37.1, 37.2001),
    point('Hamlet', 36.5, 36.5),
    point('Border', 39, 39),
  ],
}
const CLAUSE: ClauseScope = {
  debtors: ['north'],
  zones: ['town'],
  span: { from: at('02T12:00'), to: at('10T12:00') },
}
const scope = (more: Partial<ClaimBody>, clause: Partial<ClauseScope> = {}) =>
  scopeOf(fact(said({ actor_blamed: 'Northern army', ...more })), { ...CLAUSE, ...clause }, CAST, MAP, ZONE)

describe('a report within time, actor and area', () => {
  it('is covered', () => expect(scope({}).decision).toBe('covered'))
})

describe('its time', () => {
  it.each([
    ['2016-09-01', 'not_covered_time', 'it lies before 2016-09-02T12:00:00+03:00, when the clause came into force'],
    ['2016-09-11', 'not_covered_time', 'it lies after 2016-09-10T12:00:00+03:00, when the clause ended'],
    ['2016-09-02', 'undetermined', '`2016-09-02` reaches beyond the time for which the clause is in force'],
    ['2016-09-10', 'undetermined', '`2016-09-10` reaches beyond the time for which the clause is in force'],
    [null, 'undetermined', 'nobody says when it happened, so it cannot be told whether the clause covers it'],
  ] as const)('%s: %s', (date, decision, reason) => {
    const found = scope({ date, published: '2016-09-12T12:00+03:00' })
    expect(found.decision).toBe(decision)
    expect(found.reason).toContain(reason)
  })

  it('is none where the clause never came into force', () => {
    expect(scope({}, { span: null })).toEqual({
      decision: 'not_covered_time',
      reason: 'the clause has not come into force',
    })
  })

  it('is that of the truce for what is said of the truce', () => {
    const truce = { kind: 'truce_violation', date: '2016-09-02', published: '2016-09-03T12:00+03:00' } as const
    expect(scope(truce).decision).toBe('covered')
  })

  it('is surely that of the report for a state without a date', () => {
    const waiting = { kind: 'aid_convoy_waiting', date: null, published: '2016-09-02T18:00+03:00' } as const
    expect(scope(waiting).decision).toBe('covered')
  })

  it('is left out for as long as the clause was suspended', () => {
    const gaps = [{ from: at('05T00:00'), to: at('07T00:00') }]
    expect(scope({}, { gaps }).reason).toBe(
      'the clause was suspended from 2016-09-05T00:00:00+03:00 to 2016-09-07T00:00:00+03:00',
    )
    expect(scope({ date: '2016-09-04/2016-09-05' }, { gaps }).decision).toBe('undetermined')
    expect(scope({ date: '2016-09-04' }, { gaps }).decision).toBe('covered')
    const open = [{ from: at('05T00:00'), to: Infinity }]
    expect(scope({}, { gaps: open }).reason).toBe('the clause has been suspended since 2016-09-05T00:00:00+03:00')
  })
})

describe('its actor', () => {
  it.each([
    ['Southern army', 'not_covered_actor', '`south` is not bound by this clause'],
    ['bandits', 'undetermined', '`bandits` is no one the agreement names'],
    [null, 'undetermined', 'nobody is named as the one who did it'],
    [
      'Northern army or Southern army',
      'undetermined',
      '`Northern army or Southern army` names several and does not choose',
    ],
    [
      'Northern army or unknown jets',
      'undetermined',
      '`Northern army or unknown jets` names several and does not choose',
    ],
    [
      'Southern army or unknown jets',
      'undetermined',
      '`Southern army or unknown jets` names several and does not choose',
    ],
    ['Southern army or Eastland', 'not_covered_actor', '`south, east` is not bound by this clause'],
    ['army or government', 'covered', 'actor, area and time are the clause’s own'],
  ] as const)('%s: %s', (actor_blamed, decision, reason) => {
    expect(scope({ actor_blamed })).toEqual({ decision, reason })
  })

  it('does not matter where the clause binds whoever does it', () => {
    expect(scope({ actor_blamed: null }, { debtors: [] }).decision).toBe('covered')
  })

  it('is outside when only groups outside the cessation were aimed at, and open when others were too', () => {
    expect(scope({ target: 'Raiders' })).toEqual({
      decision: 'not_covered_actor',
      reason: 'it is said to have been aimed at `raiders`, which is not party to the cessation',
    })
    expect(scope({ target: 'Raiders and rebels' }).decision).toBe('undetermined')
  })
})

describe('its area', () => {
  it.each([
    [['Town'], 'covered', ''],
    [['the TOWN'], 'covered', ''],
    [['Market'], 'covered', ''],
    [['Edge'], 'undetermined', '`Edge` lies at the edge, within the tolerance of the map'],
    [['Land'], 'undetermined', '`Land` is larger than the clause’s area'],
    [['Hamlet'], 'not_covered_area', '`Hamlet` lies outside Town'],
    [['Border'], 'not_covered_area', '`Border` lies outside Town'],
    [['Nowhere'], 'undetermined', '`Nowhere` is on no map of this agreement'],
    [[], 'undetermined', 'no place is named'],
    [['Hamlet', 'Market'], 'covered', ''],
  ] as const)('%s: %s', (places, decision, reason) => {
    const found = scope({ places: [...places] })
    expect(found.decision).toBe(decision)
    if (reason) expect(found.reason).toBe(reason)
  })

  it('is taken for granted only where it is the widest there is', () => {
    expect(scope({ places: [] }, { zones: ['land'] }).decision).toBe('covered')
    expect(scope({ places: ['Border'] }, { zones: ['land'] }).decision).toBe('not_covered_area')
  })

  it('holds a part of what is said of the whole, where it is a state or denied', () => {
    expect(scope({ places: ['Land'], kind: 'aid_convoy_waiting' }).decision).toBe('covered')
    expect(scope({ places: ['Land'], modality: 'denied' }).decision).toBe('covered')
  })

  it('is everywhere where the clause names none', () => {
    expect(scope({ places: ['Border'] }, { zones: [] }).decision).toBe('covered')
  })
})

describe('the reason given', () => {
  it('is the first that takes it out: time before actor before area', () => {
    const all = { date: '2016-09-01', actor_blamed: 'rebels', places: ['Border'] }
    expect(scope(all).decision).toBe('not_covered_time')
    expect(scope({ ...all, date: '2016-09-05' }).decision).toBe('not_covered_actor')
    expect(scope({ ...all, date: '2016-09-05', actor_blamed: 'army' }).decision).toBe('not_covered_area')
  })

  it('is what takes it out rather than what leaves it open', () => {
    expect(scope({ date: null, places: ['Border'] }).decision).toBe('not_covered_area')
  })
})
