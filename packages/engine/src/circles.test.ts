import { describe, expect, it } from 'vitest'
import { clauseAt, on, pact, receiptAt, said, time } from './testing/pact.ts'

const GATE = (id: string, when: string) => `
gate ${id}
  opens        centre
  when         ${when}
`
const PULL = (after: string) => `
duty pull
  on           north
  act          pull-back
  from         day-d
  after        ${after}
`
const LEFT = said({
  kind: 'withdrawal',
  quote: 'The Northern army pulled back',
  actor_blamed: 'Northern army',
  date: '2016-09-03',
  published: time(3, 18),
})

describe('clauses that rest on themselves', () => {
  it.each([
    ['a gate that waits for itself', GATE('one', 'open(one)'), 'one'],
    ['two gates that wait for each other', GATE('one', 'open(two)') + GATE('two', 'open(one)'), 'one'],
    ['a duty and a gate that wait for each other', PULL('open(one)') + GATE('one', 'met(pull)'), 'one'],
  ])('are told, and no more: %s', (_, clauses, id) => {
    const agreement = pact(clauses)
    expect(clauseAt(agreement, id, on(5), []).standing).toBe('dormant')
    expect(JSON.stringify(receiptAt(agreement, id, on(5), []))).toContain('waits for itself')
  })

  it('are the same whichever stands first in the text', () => {
    const [pull, gate] = [PULL('in-force(truce) or open(one)'), GATE('one', 'met(pull)')]
    for (const clauses of [pull + gate, gate + pull]) {
      expect(clauseAt(pact(clauses), 'one', on(5), [LEFT]).standing).toBe('in_force')
    }
  })

  it('are decided in little time however many there are', () => {
    const names = Array.from({ length: 14 }, (_, index) => `g${index}`)
    const tangle = names
      .map((id) =>
        GATE(
          id,
          names
            .filter((other) => other !== id)
            .map((other) => `open(${other})`)
            .join(' or '),
        ),
      )
      .join('')
    expect(clauseAt(pact(tangle), 'g0', on(5), []).standing).toBe('dormant')
  })

  it.each(['first to last', 'last to first'])(
    'and chains of five hundred are followed to their ends, written from the %s',
    (order) => {
      const duties = Array.from(
        { length: 500 },
        (_, index) => `
duty d${index}
  on           north
  act          pull-back
  from         day-d
${index === 499 ? '' : `  after        met(d${index + 1})\n`}`,
      )
      const agreement = pact((order === 'first to last' ? duties : duties.toReversed()).join(''))
      expect(clauseAt(agreement, 'd0', on(5), [LEFT]).verdicts['all-reported']!.verdict).toBe('met')
      expect(receiptAt(agreement, 'd0', on(5), []).reason).toContain('waits until')
    },
  )
})
