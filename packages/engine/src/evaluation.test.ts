// What an evaluation that goes on says is what one that begins anew says, in whatever order things came and went.
import { nameRuling, type Act, type Claim, type Ruling } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { act, claim, instant } from '../../../test/arbitraries/record.ts'
import { runOf } from './evaluate.ts'
import { Evaluation, receiptOf, statusOf } from './index.ts'
import { Knowledge } from './knowledge.ts'
import { planOf } from './plan.ts'
import { EVERYTHING } from './testing/everything.ts'
import { kept, on, pact, recordOf, shelled } from './testing/pact.ts'

const agreement = pact(EVERYTHING)

type Step =
  | { readonly does: 'learn' | 'withdraw'; readonly which: readonly number[] }
  | {
      readonly does: 'go back or ahead'
      readonly which: readonly number[]
      readonly acts: readonly Act[]
      readonly joins: readonly (readonly number[])[]
    }
  | { readonly does: 'ask'; readonly at: number }

const which = fc.array(fc.nat({ max: 15 }), { minLength: 1, maxLength: 4 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('learn' as const), which }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('withdraw' as const), which }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('ask' as const), at: instant }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('go back or ahead' as const),
      which: fc.array(fc.nat({ max: 15 }), { maxLength: 14 }),
      acts: fc.uniqueArray(act, { maxLength: 3, selector: ({ id }) => id }),
      joins: fc.array(fc.array(fc.nat({ max: 15 }), { minLength: 2, maxLength: 3 }), { maxLength: 2 }),
    }),
  },
)
const history = fc.record({
  claims: fc.uniqueArray(claim, { minLength: 1, maxLength: 16, selector: ({ id }) => id }),
  steps: fc.array(step, { minLength: 1, maxLength: 12 }),
})

/** Lives through a history, and stops after each step to compare. */
function live(
  { claims, steps }: { readonly claims: readonly Claim[]; readonly steps: readonly Step[] },
  compare: (evaluation: Evaluation, record: ReturnType<typeof recordOf>, at: number) => void,
): void {
  const evaluation = new Evaluation(agreement)
  let known = new Set<Claim>()
  let acts: readonly Act[] = []
  let rulings: readonly Ruling[] = []
  let at = on(6, 12)
  for (const taken of steps) {
    const chosen = 'which' in taken ? taken.which.map((index) => claims[index % claims.length]!) : []
    switch (taken.does) {
      case 'learn':
        for (const one of chosen) known.add(one)
        evaluation.learn(chosen)
        break
      case 'withdraw':
        for (const one of chosen) known.delete(one)
        evaluation.withdraw(chosen.map(({ id }) => id))
        break
      case 'go back or ahead':
        known = new Set(chosen)
        acts = taken.acts
        rulings = taken.joins.map((joined, index) =>
          nameRuling({
            does: index === 0 ? 'join' : 'part',
            claims: joined.map((one) => claims[one % claims.length]!.id),
            by: 'desk',
            reason: 'seen on a map',
          }),
        )
        evaluation.follow(recordOf([...known], acts, rulings))
        break
      case 'ask':
        at = taken.at
    }
    compare(evaluation, recordOf([...known], acts, rulings), at)
  }
}

describe('an evaluation that goes on', () => {
  it('gives the verdicts of one that begins anew, whatever came late, was corrected or withdrawn', () => {
    fc.assert(
      fc.property(history, (lived) => {
        live(lived, (evaluation, record, at) => {
          const anew = new Evaluation(agreement)
          anew.follow(record)
          expect(evaluation.verdicts(at)).toEqual(anew.verdicts(at))
        })
      }),
      { numRuns: 150 },
    )
  })

  it('gives the whole table to the byte, reasons, days, tallies and next changes included', () => {
    fc.assert(
      fc.property(history, (lived) => {
        live(lived, (evaluation, record, at) => {
          const asked = { at, knownAt: null, accounts: ['north', 'corroborated', 'all-reported'] }
          expect(JSON.stringify(evaluation.status(record, asked))).toBe(
            JSON.stringify(statusOf(agreement, record, asked)),
          )
        })
      }),
      { numRuns: 40 },
    )
  })

  it('gives the same receipts', () => {
    fc.assert(
      fc.property(history, fc.constantFrom('calm.north', 'aid', 'joint', 'second', 'north-back'), (lived, clause) => {
        live(lived, (evaluation, record, at) => {
          const asked = { at, knownAt: null, clause }
          expect(evaluation.receipt(record, asked)).toEqual(receiptOf(agreement, record, asked))
        })
      }),
      { numRuns: 30 },
    )
  })

  it('does not mind what it knows already, or never knew', () => {
    const evaluation = new Evaluation(agreement)
    const one = shelled(5, 'Northern army')
    evaluation.learn([one, one])
    evaluation.withdraw(['clm_unknown'])
    const before = evaluation.verdicts(on(6))
    evaluation.learn([one])
    expect(evaluation.verdicts(on(6))).toEqual(before)
    evaluation.withdraw([one.id])
    expect(evaluation.verdicts(on(6))).toEqual(new Evaluation(agreement).verdicts(on(6)))
  })

  it('weighs again all that one denial covers, and again when it is withdrawn', () => {
    const evaluation = new Evaluation(agreement)
    evaluation.learn([3, 4, 5].map((date) => shelled(date, 'Northern army')))
    const verdict = () =>
      evaluation.verdicts(on(6)).find(({ clause, account }) => clause === 'calm.north' && account === 'all-reported')!
        .verdict
    expect(verdict()).toBe('breached')
    const denial = kept(5, 'the Northern army', {
      date: '2016-09-03/2016-09-05',
      speaker: 'Northern army',
      speaker_side: 'syria_gov',
    })
    evaluation.learn([denial])
    expect(verdict()).toBe('contested')
    evaluation.withdraw([denial.id])
    expect(verdict()).toBe('breached')
  })

  it('is asked for reasons before it learns more, or says that it was too late', () => {
    const knowledge = new Knowledge(planOf(agreement))
    knowledge.change([shelled(5, 'Northern army')])
    knowledge.moveTo(on(6))
    const run = runOf(
      knowledge,
      knowledge.plan.policies.find(({ id }) => id === 'all-reported')!,
    )
    const decided = run.decide(knowledge.plan.clauses.get('calm.north')!)
    expect(decided.told().reason).toContain('evidence supports a breach')
    const other = run.decide(knowledge.plan.clauses.get('calm.south')!)
    knowledge.change([shelled(4, 'Southern army')])
    expect(() => other.told()).toThrow('`calm.south` was asked for its reasons after they had changed')
  })
})
