// Receipts: every verdict goes down to words that somebody said, or that the agreement itself says.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { record } from '../../../test/arbitraries/record.ts'
import { receiptOf, type ReceiptNode } from './index.ts'
import { CALM, kept, on, pact, receiptAt, recordOf, shelled, statusAt } from './testing/pact.ts'
import { EVERYTHING } from './testing/everything.ts'

const agreement = pact(CALM)
const leaves = (node: ReceiptNode): ReceiptNode[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(leaves)

describe('a receipt', () => {
  it('quotes who speaks for and against, with its place in the record', () => {
    const claims = [shelled(3), kept(3, 'the Northern army', { speaker: 'Eastland', speaker_side: 'russia' })]
    const [leaf] = leaves(receiptAt(agreement, 'calm.north', on(3, 23), claims).tree)
    expect(leaf!.op).toBe('incident')
    expect(leaf!.quotes.map(({ stance, speaker }) => [stance, speaker])).toEqual([
      ['for', 'Watch'],
      ['against', 'Eastland'],
    ])
    expect(leaf!.quotes[0]!.entry).toMatchObject({ index: 0, recorded_by: 'desk' })
  })

  it('rests on the words of the agreement where nobody spoke', () => {
    const [leaf] = leaves(receiptAt(agreement, 'calm.north', on(3, 23), []).tree)
    expect(leaf!.quotes).toMatchObject([{ source: 'agreement', stance: 'rule', quote: 'What was agreed.' }])
  })

  it('says the same as the table', () => {
    const claims = [shelled(2), kept(3)]
    const { verdict, reason, residual } = receiptAt(agreement, 'calm.north', on(3, 23), claims)
    const clause = statusAt(agreement, on(3, 23), claims).clauses.find(({ id }) => id === 'calm.north')!
    expect({ verdict, reason, residual }).toEqual({
      verdict: clause.verdicts['all-reported']!.verdict,
      reason: clause.verdicts['all-reported']!.reason,
      residual: clause.verdicts['all-reported']!.residual,
    })
  })

  it('is refused for a clause or an account that is none, with those there are', () => {
    const ask = (clause: string, account: string) =>
      receiptOf(agreement, recordOf([]), { at: on(3), knownAt: null, clause, account })
    expect(ask('peace', 'monitors')).toMatchObject({ ok: false, message: 'no clause `peace` is in this agreement' })
    expect(ask('calm.north', 'moon')).toMatchObject({ ok: false, candidates: expect.arrayContaining(['monitors']) })
  })

  it('has words at every leaf of every clause, and is the same when asked again', () => {
    const everything = pact(EVERYTHING)
    fc.assert(
      fc.property(
        record,
        fc.constantFrom(...everything.ruled),
        fc.constantFrom(...everything.accounts),
        ({ claims, acts }, clause, account) => {
          const ask = () =>
            receiptOf(everything, recordOf(claims, acts), {
              at: on(8),
              knownAt: null,
              clause: clause.id,
              account: account.id,
            })
          const found = ask()
          if (!found.ok) throw new Error(found.message)
          for (const leaf of leaves(found.receipt.tree)) expect(leaf.quotes.length, leaf.text).toBeGreaterThan(0)
          expect(JSON.stringify(ask())).toBe(JSON.stringify(found))
        },
      ),
      { numRuns: 150 },
    )
  })
})
