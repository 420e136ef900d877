// What people decide about happenings stands over what the rules make of them, and only there.
import { nameRuling, type Ruling } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claim, said } from '../../../test/arbitraries/record.ts'
import { RuledIncidents } from './ruled.ts'
import { incidentsOf, type Incident } from './incidents.ts'
import { facts } from './testing/people.ts'

const ruled = (does: Ruling['does'], ...claims: string[]) =>
  nameRuling({ does, claims, by: 'desk', reason: 'the place is the same' })

const groups = (incidents: Iterable<Incident>) =>
  [...incidents].map((incident) => incident.facts.map(({ claim: { id } }) => id).toSorted()).toSorted()

const [town, again, hamlet] = [
  said({}),
  said({ speaker: 'rebels', speaker_side: 'opposition', doc: 'second.txt' }),
  said({ places: ['Hamlet'], doc: 'third.txt' }),
]

function after(...rulings: Ruling[]): RuledIncidents {
  const incidents = new RuledIncidents()
  incidents.change(facts(town, again, hamlet), [])
  incidents.rule(rulings)
  return incidents
}

describe('a ruling', () => {
  it('makes one happening of two', () => {
    expect(groups(after())).toHaveLength(2)
    expect(groups(after(ruled('join', town.id, hamlet.id)))).toEqual([[town.id, again.id, hamlet.id].toSorted()])
  })

  it('makes two happenings of one', () => {
    expect(groups(after(ruled('part', town.id, again.id)))).toHaveLength(3)
  })

  it('is undone by a later one about the same claims', () => {
    const undone = after(ruled('join', town.id, hamlet.id), ruled('part', town.id, hamlet.id))
    expect(groups(undone)).toEqual(groups(after()))
  })

  it('waits for claims that are not known yet', () => {
    const incidents = new RuledIncidents()
    incidents.rule([ruled('join', town.id, hamlet.id)])
    expect(incidents.change(facts(town), []).made).toHaveLength(1)
    const { gone, made } = incidents.change(facts(hamlet), [])
    expect([gone.length, made.length]).toEqual([1, 1])
    expect(groups(incidents)).toEqual([[town.id, hamlet.id].toSorted()])
  })
})

describe('ruled incidents', () => {
  const ruling = fc.record({
    does: fc.constantFrom('join' as const, 'part' as const),
    which: fc.uniqueArray(fc.nat({ max: 11 }), { minLength: 2, maxLength: 3 }),
  })
  const lived = fc.record({
    claims: fc.uniqueArray(claim, { minLength: 4, maxLength: 12, selector: ({ id }) => id }),
    steps: fc.array(
      fc.oneof(
        fc.record({ toggles: fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 4 }) }),
        fc.record({ rules: fc.array(ruling, { maxLength: 3 }) }),
      ),
      { maxLength: 8 },
    ),
  })

  it('are the same whether claims or rulings came first, and keep every claim in one incident', () => {
    fc.assert(
      fc.property(lived, ({ claims, steps }) => {
        const all = facts(...claims)
        const known = new Set<(typeof all)[number]>()
        let rulings: Ruling[] = []
        const incidents = new RuledIncidents()
        const told = new Set<Incident>()
        for (const step of steps) {
          if ('rules' in step) {
            rulings = step.rules.flatMap(({ does, which }) => {
              const ids = [...new Set(which.map((index) => all[index % all.length]!.claim.id))]
              return ids.length < 2 ? [] : [ruled(does, ...ids)]
            })
          } else {
            const toggled = [...new Set(step.toggles.map((index) => all[index % all.length]!))]
            const [went, came] = [toggled.filter((one) => known.has(one)), toggled.filter((one) => !known.has(one))]
            for (const one of went) known.delete(one)
            for (const one of came) known.add(one)
            apply(incidents.change(came, went))
          }
          apply(incidents.rule(rulings))
          const anew = new RuledIncidents()
          anew.rule(rulings)
          anew.change([...known], [])
          expect(incidents.all()).toEqual(anew.all())
          expect(groups(told)).toEqual(groups(incidents))
          const everyone = incidentsOf([...known]).flatMap((one) => one.facts.map(({ claim: { id } }) => id))
          expect(groups(incidents).flat().toSorted()).toEqual(everyone.toSorted())
        }

        function apply({ gone, made }: { gone: readonly Incident[]; made: readonly Incident[] }): void {
          for (const one of gone) expect(told.delete(one)).toBe(true)
          for (const one of made) told.add(one)
        }
      }),
      { numRuns: 400 },
    )
  })
})
