// What suffices for a verdict can be checked: evaluate it again on that alone.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, record } from '../../../test/arbitraries/record.ts'
import { Evaluation, receiptOf } from './index.ts'
import { EVERYTHING } from './testing/everything.ts'
import { CALM, kept, on, pact, receiptAt, recordOf, shelled } from './testing/pact.ts'

const agreement = pact(EVERYTHING)

describe('the claims that suffice', () => {
  it('give the same verdict alone, and without any one of them do not', () => {
    const clause = fc.constantFrom(...agreement.ruled.map(({ id }) => id))
    const account = fc.constantFrom('north', 'west', 'monitors', 'corroborated', 'all-reported')
    fc.assert(
      fc.property(record, instant, clause, account, ({ claims, acts }, at, asked, by) => {
        const verdictOn = (ids: readonly string[]) => {
          const evaluation = new Evaluation(agreement)
          evaluation.follow(
            recordOf(
              claims.filter(({ id }) => ids.includes(id)),
              acts,
            ),
          )
          return evaluation.verdicts(at).find((one) => one.clause === asked && one.account === by)!.verdict
        }
        const found = receiptOf(agreement, recordOf(claims, acts), { at, knownAt: null, clause: asked, account: by })
        if (!found.ok) throw new Error(found.message)
        const { verdict, suffices } = found.receipt
        if (verdict === null) {
          expect(suffices).toEqual([])
          return
        }
        expect(verdictOn(suffices)).toBe(verdict)
        for (const one of suffices) expect(verdictOn(suffices.filter((id) => id !== one))).not.toBe(verdict)
      }),
      { numRuns: 400 },
    )
  })

  it('are one report of a breach, however many there are', () => {
    const reports = [2, 3, 4].map((date) => shelled(date, 'Northern army'))
    const { verdict, suffices } = receiptAt(pact(CALM), 'calm.north', on(5), reports)
    expect(verdict).toBe('breached')
    expect(suffices).toHaveLength(1)
  })

  it('are a report and a denial where it is contested', () => {
    const denial = kept(3, 'the Northern army', { speaker: 'Northern army', speaker_side: 'syria_gov' })
    const { verdict, suffices } = receiptAt(pact(CALM), 'calm.north', on(4), [shelled(3, 'Northern army'), denial])
    expect(verdict).toBe('contested')
    expect(suffices).toHaveLength(2)
  })

  it('are a word for every day where it was kept', () => {
    const { verdict, suffices } = receiptAt(
      pact(CALM),
      'calm.north',
      on(5),
      [2, 3, 4].map((date) => kept(date)),
    )
    expect(verdict).toBe('met')
    expect(suffices).toHaveLength(3)
  })

  it('are none where nobody spoke', () => {
    const { verdict, suffices } = receiptAt(pact(CALM), 'calm.north', on(5), [])
    expect(verdict).toBe('unknown')
    expect(suffices).toEqual([])
  })
})
