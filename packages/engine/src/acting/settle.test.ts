// What the past has settled: uses that came too early or too late, and gates that do not open again.
import type { Act, Claim } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mirrored, mirroredAct, mirroredClaim, claim as anyClaim } from '../../../../test/arbitraries/record.ts'
import { Evaluation, statusOf } from '../index.ts'
import { acted, CALM, kept, mirroredPact, on, pact, recordOf, statusAt, time } from '../testing/pact.ts'
import { agreement, both } from '../testing/powers.ts'

const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => kept(from + index))
const gateIn = (evaluation: Evaluation, claims: Claim[], acts: Act[], at: number) => {
  const record = recordOf(claims, acts)
  evaluation.follow(record)
  return evaluation.status(record, { at, knownAt: null, accounts: ['all-reported'] }).gates[0]!.state
}

describe('a certificate in the record', () => {
  const certificate = acted({ power: 'certify', by: both, at: time(5, 6) })

  it('counts from when it is learnt that the days had been calm, and no longer where that is taken back', () => {
    const evaluation = new Evaluation(agreement)
    const [early, late] = [[kept(2), kept(4)], days(2, 4)]
    for (const claims of [early, late, early, late])
      expect(gateIn(evaluation, claims, [certificate], on(5, 12))).toBe(
        gateIn(new Evaluation(agreement), claims, [certificate], on(5, 12)),
      )
    expect(gateIn(evaluation, early, [certificate], on(5, 12))).toBe('counting')
    expect(gateIn(evaluation, late, [certificate], on(5, 12))).toBe('open')
  })

  it('made by each at the same moment counts as one of both', () => {
    const apart = both.map((by) => acted({ power: 'certify', by: [by], at: time(5, 6) }))
    expect(statusAt(agreement, on(5, 12), days(2, 4), apart).gates[0]!.state).toBe('open')
    const early = both.map((by) => acted({ power: 'certify', by: [by], at: time(4, 6) }))
    const { gates, powers } = statusAt(agreement, on(5, 12), days(2, 4), early)
    expect(gates[0]!.state).toBe('counting')
    const { notices } = powers.find(({ id }) => id === 'certify')!
    for (const notice of notices) expect(notice.without_effect).toContain('cannot be certified yet')
  })

  it('of a gate that is over has no effect', () => {
    const out = acted({ power: 'stop', by: ['east'], at: time(5) })
    const status = statusAt(agreement, on(5, 12), days(2, 4), [out, acted({ ...certificate, at: time(5, 13) })])
    expect(status.gates[0]!.state).toBe('withdrawn')
  })
})

describe('a power that undoes what it waits for', () => {
  const text = `${CALM}
gate joint
  opens        centre
  when         passed(day-d + 1 day)

power hold
  held-by      east or west
  effect       suspend joint
  when         open(joint)
`
  it('is used with effect while that is so, and not before', () => {
    const own = pact(text)
    const standing = (...acts: Act[]) =>
      statusAt(own, on(6), [], acts).clauses.find(({ id }) => id === 'joint')!.standing
    expect(standing(acted({ power: 'hold', by: ['west'], at: time(4) }))).toBe('suspended')
    expect(standing(acted({ power: 'hold', by: ['west'], at: time(1, 15) }))).toBe('in_force')
  })
})

const FINAL = `${CALM}
measure quiet
  counts       breaches of calm
  in           land
  per          calendar day, Asia/Damascus
  holds        while count <= 0
  from         day-d
  during       term truce
  silence      unknown

gate joint
  opens        centre
  when         held(quiet, 2 days, continuous, reset on begin-again)
  reopens      never

power begin-again
  held-by      east and west jointly
  effect       trigger joint

power certify
  held-by      east and west jointly
  effect       certify joint
  when         open(joint)

power hold
  held-by      east or west
  effect       suspend joint
`

describe('a gate that never opens again', () => {
  const final = pact(FINAL)
  const held = acted({ power: 'hold', by: ['west'], at: time(5, 6) })
  const lifted = acted({ power: 'hold', by: ['west'], stage: 'lifted', at: time(5, 9) })
  const gate = (at: number, ...acts: Act[]) => statusAt(final, at, days(2, 9), acts).gates[0]!

  it('stays shut once it was open, and names the clause that says so', () => {
    expect(gate(on(5)).state).toBe('open')
    const found = gate(on(6), held, lifted)
    expect(found).toMatchObject({ state: 'closed', earliest: null })
    expect(found.missing).toEqual([
      '`joint` was open and shut on 5 September, 06:00, and does not open again (`reopens never`)',
    ])
    const again = acted({ power: 'begin-again', by: both, at: time(5, 6) })
    expect(gate(on(9), again).missing).toHaveLength(1)
    expect(gate(on(9), again).state).toBe('closed')
  })

  it('opens all the same where it was held up before it ever did', () => {
    const [early, soon] = [acted({ ...held, at: time(3, 6) }), acted({ ...lifted, at: time(3, 9) })]
    expect(gate(on(6), early, soon).state).toBe('open')
    const again = pact(FINAL.replace('reopens      never', 'reopens      again'))
    expect(statusAt(again, on(6), days(2, 9), [held, lifted]).gates[0]!.state).toBe('open')
  })

  it('is looked at by each account for itself', () => {
    const { accounts } = statusAt(final, on(6), days(2, 9), [held, lifted]).gates[0]!
    expect(accounts['all-reported']!.missing.join()).toContain('does not open again')
    expect(accounts.north!.missing.join()).not.toContain('does not open again')
  })
})

const act: fc.Arbitrary<Act> = fc
  .record({
    power: fc.constantFrom('certify', 'certify', 'begin-again', 'hold', 'stop'),
    stage: fc.constantFrom('proposed', 'accepted', 'exercised', 'exercised', 'lifted'),
    by: fc.constantFrom(['east'], ['west'], ['east', 'west']),
    at: fc.tuple(fc.integer({ min: 3, max: 8 }), fc.constantFrom(6, 12)).map(([day, hour]) => time(day, hour)),
  } as const)
  .map(({ by, ...rest }) => acted({ ...rest, by: [...by] }))
const claims = fc
  .tuple(
    fc.subarray(days(1, 9), { minLength: 5 }),
    fc.uniqueArray(anyClaim, { maxLength: 3, selector: ({ id }) => id }),
  )
  .map(([calm, others]) => [...calm, ...others])
// Which of two acts under one power at one moment came first nobody knows.
const acts = fc.uniqueArray(act, { minLength: 1, maxLength: 5, selector: ({ power, at }) => `${power} ${at}` })
const asked = { at: on(9, 12), knownAt: null, accounts: ['north', 'all-reported'] }

describe.each([
  ['powers of every kind', agreement],
  ['a gate that never opens again', pact(FINAL)],
])('what has been settled of %s', (_, one) => {
  it('is the same whatever was known before, and whatever was asked', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(claims, acts), { minLength: 2, maxLength: 4 }), (known) => {
        const evaluation = new Evaluation(one)
        for (const [index, [said, done]] of known.entries()) {
          const record = recordOf(said, done)
          evaluation.follow(record)
          const at = { ...asked, at: asked.at - index * 86_400_000 }
          expect(JSON.stringify(evaluation.status(record, at))).toBe(JSON.stringify(statusOf(one, record, at)))
        }
      }),
      { numRuns: 12 },
    )
  })

  it('is the same claim by claim, late or early, taken back and told again', () => {
    fc.assert(
      fc.property(claims, acts, fc.array(fc.nat({ max: 11 }), { minLength: 3, maxLength: 8 }), (all, done, which) => {
        const evaluation = new Evaluation(one)
        evaluation.follow(recordOf([], done))
        const known = new Set<Claim>()
        for (const index of which) {
          const told = all[index % all.length]!
          if (known.delete(told)) evaluation.withdraw([told.id])
          else evaluation.learn([...known.add(told)])
          const at = { ...asked, at: asked.at - (index % 3) * 86_400_000 }
          const record = recordOf([...known], done)
          expect(JSON.stringify(evaluation.status(record, at))).toBe(JSON.stringify(statusOf(one, record, at)))
        }
      }),
      { numRuns: 10 },
    )
  })
})

describe('the parties', () => {
  const [one, other] = [pact(FINAL), mirroredPact(FINAL)]

  it('swapped everywhere, swap what has been settled', () => {
    fc.assert(
      fc.property(claims, acts, (said, done) => {
        const here = statusOf(one, recordOf(said, done), asked)
        const there = statusOf(other, recordOf(said.map(mirroredClaim), done.map(mirroredAct)), {
          ...asked,
          accounts: ['south', 'all-reported'],
        })
        const gist = ({ gates, powers }: typeof here, name: (words: string) => string) => [
          ...gates.map(({ id, state, done: full, earliest }) => [name(id), state, full, earliest]),
          ...powers.map(({ id, notices }) => [
            name(id),
            ...notices.map(({ without_effect }) => without_effect === null),
          ]),
        ]
        expect(gist(there, (words) => words)).toEqual(gist(here, mirrored))
      }),
      { numRuns: 25 },
    )
  })
})
