// Whose word counts, and how many sources that makes.
import { describe, expect, it } from 'vitest'
import { said } from '../../../test/arbitraries/record.ts'
import { counts, independentSources, weighty, type AccountPolicy } from './account.ts'
import { fact, facts } from './testing/people.ts'

const account = (more: Partial<AccountPolicy> = {}): AccountPolicy => ({ id: 'a', trusts: null, sources: 1, ...more })
const north = said({ speaker: 'army', speaker_side: 'syria_gov' })
const east = said({ speaker: 'Eastland', speaker_side: 'russia' })
const watch = said()

describe('an account', () => {
  it('takes the word of those it trusts, and of nobody else', () => {
    expect(counts(account({ trusts: ['north'] }), fact(north))).toBe(true)
    expect(counts(account({ trusts: ['north'] }), fact(east))).toBe(false)
    expect(counts(account({ trusts: ['watch'] }), fact(said({ speaker: 'Another', speaker_side: 'monitor' })))).toBe(
      false,
    )
    expect(counts(account({ trusts: [] }), fact(north))).toBe(false)
    expect(counts(account(), fact(said({ speaker: null, speaker_side: 'unknown' })))).toBe(true)
  })

  it.each(['rejected', 'falsely_attributed'] as const)(
    'takes nothing that a reviewer found %s',
    (verification_state) => {
      expect(counts(account(), fact(said({ verification_state })))).toBe(false)
    },
  )

  it.each(['threatened', 'demanded', 'conditional', 'planned'] as const)(
    'takes nothing that is only %s',
    (modality) => {
      expect(counts(account(), fact(said({ modality })))).toBe(false)
    },
  )
})

describe('independent sources', () => {
  it('are camps: a party and its guarantor are one', () => {
    expect(independentSources(facts(north, east))).toBe(1)
    expect(independentSources(facts(north, east, watch))).toBe(2)
  })

  it('are speakers, not outlets: five papers that quote one monitor are one', () => {
    const papers = ['a', 'b', 'c', 'd', 'e'].map((outlet) => said({ outlet, doc: outlet, via: outlet }))
    expect(independentSources(facts(...papers))).toBe(1)
  })

  it('are nobody where nobody can be named', () => {
    expect(independentSources(facts(said({ speaker: 'residents', speaker_side: 'unknown' })))).toBe(0)
  })

  it('carry weight together or not at all', () => {
    const doubly = account({ sources: 2 })
    expect(weighty(doubly, facts(north, east))).toEqual([])
    expect(weighty(doubly, facts(north, watch))).toHaveLength(2)
    expect(weighty(account(), facts(north))).toHaveLength(1)
  })
})
