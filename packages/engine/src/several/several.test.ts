import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, mirrored, mirroredClaim, record, recordOf, said } from '../../../../test/arbitraries/record.ts'
import type { Claim } from '@trucekeeper/claims'
import { CALM, mirroredPact, on, pact } from '../testing/pact.ts'
import { statusOf } from '../index.ts'
import { numbersOf, overviewOf, scopesOf, type IncidentScopes } from './index.ts'

const WHOLE = pact(CALM)
const LOCAL = pact(
  `
ban town-calm
  on           south
  act          attack
  in           town
  during       from 2016-09-04T00:00+03:00
`,
  (head) => head.replace('agreement pact', 'agreement local'),
)
const FLIGHTS = pact(
  `
ban flights
  on           north and south, each
  act          fly-combat-missions
  in           town
  during       from 2016-09-10T00:00+03:00
`,
  (head) => head.replace('agreement pact', 'agreement sky'),
)
const BOTH = [WHOLE, LOCAL]

/** The decision of each agreement on the one incident that there is. */
function decisionsOn(claim: Claim, agreements = BOTH) {
  const rows = scopesOf(agreements, recordOf([claim]), on(12))
  expect(rows).toHaveLength(1)
  return rows[0]!.under.map(({ agreement, decision, clause }) => [agreement, decision, clause])
}

describe('one incident under several agreements', () => {
  it('has a decision under each, with the clause and the reason', () => {
    const [row] = scopesOf(BOTH, recordOf([said({ actor_blamed: 'Southern army' })]), on(12))
    expect(row!.under).toMatchObject([
      { agreement: 'pact', decision: 'covered', clause: 'calm.south', heading: 'Pact › 1. All of it' },
      { agreement: 'local', decision: 'covered', clause: 'town-calm' },
    ])
    expect(row!.under.every(({ reason }) => reason.length > 0)).toBe(true)
  })

  it('counts under one and not under the other for its area, its actor or its time', () => {
    expect(decisionsOn(said({ actor_blamed: 'Southern army', places: ['Hamlet'] }))).toEqual([
      ['pact', 'covered', 'calm.south'],
      ['local', 'not_covered_area', 'town-calm'],
    ])
    expect(decisionsOn(said({ actor_blamed: 'Northern army' }))).toEqual([
      ['pact', 'covered', 'calm.north'],
      ['local', 'not_covered_actor', 'town-calm'],
    ])
    expect(decisionsOn(said({ actor_blamed: 'Southern army', date: '2016-09-03' }))).toEqual([
      ['pact', 'covered', 'calm.south'],
      ['local', 'not_covered_time', 'town-calm'],
    ])
  })

  it('is no matter of one that has no clause about such acts', () => {
    expect(decisionsOn(said({ actor_blamed: 'Southern army' }), [WHOLE, FLIGHTS])).toEqual([
      ['pact', 'covered', 'calm.south'],
      ['sky', 'no_clause', null],
    ])
    expect(scopesOf([FLIGHTS], recordOf([said()]), on(12))).toEqual([])
  })

  it('is one row, whichever of them comes first', () => {
    fc.assert(
      fc.property(record, instant, ({ claims, acts }, at) => {
        const decisions = (rows: readonly IncidentScopes[], id: string) =>
          rows.map(({ under }) => under.find(({ agreement }) => agreement === id)!.decision).toSorted()
        const [one, other] = [BOTH, BOTH.toReversed()].map((all) => scopesOf(all, recordOf(claims, acts), at))
        for (const id of ['pact', 'local']) expect(decisions(one!, id)).toEqual(decisions(other!, id))
      }),
      { numRuns: 60 },
    )
  })

  it('has the same decisions with the parties swapped', () => {
    const swapped = mirroredPact(CALM)
    fc.assert(
      fc.property(record, instant, ({ claims, acts }, at) => {
        const gist = (rows: readonly IncidentScopes[], name: (words: string) => string) =>
          rows
            .map(({ kind, from, to, places, under }) =>
              JSON.stringify([
                kind,
                from,
                to,
                places,
                under.map(({ decision, by_clause }) => [
                  decision,
                  by_clause.map(({ clause, decision: own }) => [name(clause), own]).toSorted(),
                ]),
              ]),
            )
            .toSorted()
        const one = scopesOf([WHOLE], recordOf(claims, acts), at)
        const two = scopesOf([swapped], recordOf(claims.map(mirroredClaim), acts), at)
        expect(gist(two, (id) => id)).toEqual(gist(one, mirrored))
      }),
      { numRuns: 60 },
    )
  })
})

describe('the numbers of a duty', () => {
  const AGREEMENT = pact(`
duty leave-town
  on           south
  act          evacuation
  in           town
  number       about 700 fighters
  number       8000 residents
  toward       land
  from         day-d
`)
  const people = (value: number | null, quote: string, more: Partial<Claim['figures'][number]> = {}) =>
    said({
      kind: 'evacuation',
      quote,
      figures: [{ what: 'people evacuated', value, low: null, high: null, unit: 'people', ...more }],
    })

  it('stand beside what is reported of those whom the text names, as a span', () => {
    const claims = [
      people(6500, '6,500 residents of Town were brought out'),
      people(null, 'more than 8,000 residents left', { low: 8000 }),
      people(300, 'about 300 fighters left'),
      said({ quote: 'shells fell on fighters and residents' }),
    ]
    const [fighters, residents] = numbersOf(AGREEMENT, { claims })
    expect(fighters).toMatchObject({ asked: { count: 700, about: true, of: 'fighters' }, low: 300, high: 300 })
    expect(residents).toMatchObject({ asked: { count: 8000, about: false }, low: 6500, high: null, toward: ['land'] })
    expect(residents!.reported.map(({ claim }) => claim)).toEqual([claims[0]!.id, claims[1]!.id])
  })

  it('are nothing known where nobody gives a figure, and no figure of another place is theirs', () => {
    const elsewhere = said({ ...people(90, '90 residents left Hamlet'), places: ['Hamlet'] })
    const numbers = numbersOf(AGREEMENT, { claims: [elsewhere] })
    expect(numbers.map(({ low, high, reported }) => [low, high, reported])).toEqual([
      [null, null, []],
      [null, null, []],
    ])
  })
})

describe('an agreement beside others', () => {
  const DUE = pact(`${CALM}
duty aid-in
  on           north
  act          deliver-aid
  in           town
  from         day-d
  by           day-d + 1 day
  silence      breached

line path
  geometry     places.geojson#road

zone belt
  along        path
  depth        1000 m
  length       about 22 km
`)
  const at = (day: number, claims: readonly Claim[] = []) => {
    const record = recordOf(claims)
    return overviewOf(DUE, statusOf(DUE, record, { at: on(day), knownAt: null }), record)
  }

  it('says who is in it, who stands outside, and whether it is in force', () => {
    const overview = at(5)
    expect(overview.parties.map(({ id }) => id)).toEqual(['east', 'west', 'north', 'south'])
    expect(overview.excluded.map(({ id }) => id)).toEqual(['raiders'])
    expect([at(1).standing, overview.standing, at(30).standing]).toEqual(['dormant', 'in_force', 'ended'])
  })

  it('gives a strip by its length and its depth, measured, with what the text says', () => {
    const belt = at(5).zones.find(({ id }) => id === 'belt')!.strip!
    expect(belt).toMatchObject({ said_m: 22_000, said_about: true, depth_m: 1000, side: 'either', length_m: 22_264 })
    expect(belt.area_m2 / (2 * 22_264 * 1000)).toBeCloseTo(1, 4)
    expect(at(5).zones.find(({ id }) => id === 'town')!.strip).toBeNull()
  })

  it('names what needs somebody: breaches before what is contested', () => {
    expect(at(1).attention).toEqual([])
    const hit = said({ actor_blamed: 'Southern army' })
    const denied = said({
      actor_blamed: 'Southern army',
      negated: true,
      speaker: 'Southern army',
      speaker_side: 'opposition',
    })
    expect(at(12, [hit, denied]).attention.map(({ clause, concern }) => [clause, concern])).toEqual([
      ['aid-in', 'breached'],
      ['calm.south', 'contested'],
    ])
  })
})
