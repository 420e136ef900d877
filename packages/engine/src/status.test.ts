// The whole table: what changes next, what would settle a verdict, what was known when.
import { describe, expect, it } from 'vitest'
import { statusOf } from './index.ts'
import { acted, CALM, clauseAt, kept, on, pact, recordOf, said, shelled, statusAt, time } from './testing/pact.ts'

const AID = `
duty aid
  on           north and south jointly
  act          deliver-aid
  in           town
  from         day-d
  by           day-d + 48 hours
  silence      breached
`
const agreement = pact(CALM + AID)
const denial = said({
  speaker: 'Eastland',
  speaker_side: 'russia',
  kind: 'truce_compliance',
  quote: 'the Northern army has fully complied',
  date: '2016-09-03',
  published: time(3, 20),
})

describe('the next change', () => {
  it('is the deadline that passes, the millisecond after it', () => {
    const { next_change } = clauseAt(agreement, 'aid', on(2), [])
    expect(next_change).toEqual({
      at: '2016-09-03T12:00:00.001+03:00',
      what: 'due becomes overdue on 3 September, 12:00',
    })
  })

  it('is the day after the last of which somebody spoke, by the accounts by which it is', () => {
    const { next_change } = clauseAt(agreement, 'calm.north', on(3, 23), [kept(2), kept(3)])
    expect(next_change!.at).toBe('2016-09-05T00:00:00+03:00')
    expect(next_change!.what).toBe(
      'met becomes unknown by the accounts monitors and all-reported on 5 September, 00:00',
    )
  })

  it('is the end of the term, for every account, where nothing else comes before', () => {
    const { next_change } = clauseAt(agreement, 'calm.north', on(5), [])
    expect(next_change).toEqual({
      at: '2016-09-21T12:00:00+03:00',
      what: 'in force becomes ended on 21 September, 12:00',
    })
  })

  it('is the day on which what may have happened surely has', () => {
    const claim = shelled(4, 'Northern army', { date: '2016-09-03/2016-09-05', published: time(5, 20) })
    const { next_change } = clauseAt(agreement, 'calm.north', on(3, 12), [claim])
    expect(next_change!.at).toBe('2016-09-05T00:00:00+03:00')
    expect(next_change!.what).toContain('unknown becomes breached')
  })

  it('is none for what has ended', () => {
    const out = acted({ power: 'stop', by: ['east'], at: time(3) })
    expect(clauseAt(agreement, 'calm.north', on(4), [], [out]).next_change).toBeNull()
  })
})

describe('what would settle a verdict', () => {
  const residual = (claims: ReturnType<typeof said>[], account = 'all-reported') =>
    clauseAt(agreement, 'calm.north', on(3, 23), [kept(2), ...claims]).verdicts[account]!.residual

  it('is who would have to give way, where it is contested', () => {
    expect(residual([shelled(3), denial])).toEqual({
      met: ['watch no longer says it (shelling, Town: was it north)'],
      breached: ['east no longer denies it (shelling, Town: was it north)'],
    })
  })

  it('is who it was, where nobody says', () => {
    expect(residual([shelled(3, null)]).breached).toEqual([
      'it becomes known who, when and where (shelling, Town: was it north)',
    ])
  })

  it('is another source, where one is too few', () => {
    expect(residual([shelled(3)], 'corroborated').breached).toContain(
      'another independent source says the same (shelling, Town: was it north)',
    )
  })

  it('is nothing that would make a breach of a breach, or keep what is kept', () => {
    expect(residual([shelled(3)])).toEqual({
      met: ['watch no longer says it (shelling, Town: was it north)'],
      breached: [],
    })
    expect(residual([kept(3)])).toEqual({ met: [], breached: [] })
  })
})

describe('what is known later', () => {
  it('changes what was so then, and from then on only', () => {
    const late = shelled(2, 'Northern army', { published: time(9, 12) })
    const verdict = (at: number, claims: ReturnType<typeof said>[]) =>
      clauseAt(agreement, 'calm.north', at, claims).verdicts['all-reported']!.verdict
    const before = [kept(1), kept(3)]
    expect(verdict(on(2, 12), before)).not.toBe('breached')
    expect(verdict(on(2, 12), [...before, late])).toBe('breached')
    expect(verdict(on(1, 20), [...before, late])).toBe(verdict(on(1, 20), before))
  })
})

describe('an event that lies across a boundary', () => {
  it('makes the verdict unknown, and neither breached nor met', () => {
    const across = shelled(1, 'Northern army', { date: '2016-09-01' })
    const found = clauseAt(agreement, 'calm.north', on(1, 23, 30), [across]).verdicts['all-reported']!
    expect(found.verdict).toBe('unknown')
    expect(found.reason).toContain('`2016-09-01` reaches beyond the time for which the clause is in force')
    expect(found.undetermined).toEqual([across.id])
  })
})

describe('what is due next', () => {
  it('are duties that fall due and terms that end, soonest first', () => {
    expect(statusAt(agreement, on(2), []).deadlines).toEqual([
      { at: '2016-09-03T12:00:00+03:00', clause: 'aid', what: 'due' },
      { at: '2016-09-21T12:00:00+03:00', clause: 'truce', what: 'ends unless extended' },
    ])
  })
})

describe('asked for no account', () => {
  it('still says how terms, powers and clauses stand', () => {
    const found = statusOf(agreement, recordOf([]), { at: on(2), knownAt: null, accounts: [] })
    expect(found.accounts).toEqual([])
    expect(found.clauses.find(({ id }) => id === 'aid')).toMatchObject({
      timing: 'due',
      verdicts: {},
      next_change: null,
    })
  })
})

describe('a term', () => {
  it('tells every step by which it came to end when it does', () => {
    const both = acted({ power: 'extend', by: ['east', 'west'], at: time(5), length: '72 hours' })
    const [truce] = statusAt(agreement, on(6), [], [both]).terms
    expect(truce!.ends).toBe('2016-09-24T12:00:00+03:00')
    expect(truce!.steps.map(({ what, by }) => [what, by])).toEqual([
      ['begins', []],
      ['extend, 72 hours', ['east', 'west']],
    ])
  })

  it('has no end once it is extended without a length', () => {
    const both = acted({ power: 'extend', by: ['east', 'west'], at: time(5) })
    const [truce] = statusAt(agreement, on(6), [], [both]).terms
    expect(truce!.ends).toBeNull()
    expect(truce!.reason).toContain('with effect until it is ended')
  })
})
