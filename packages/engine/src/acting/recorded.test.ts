// Acts that stand in a record: they stay there, and status says which of them changed nothing.
import type { Act } from '@trucekeeper/claims'
import { describe, expect, it } from 'vitest'
import { acted, on, statusAt, time } from '../testing/pact.ts'
import { agreement, both } from '../testing/powers.ts'
import { usedTogetherBy } from './together.ts'

describe('an act that is in the record', () => {
  const notices = (power: string, ...acts: Act[]) =>
    statusAt(agreement, on(25), [], acts)
      .powers.find(({ id }) => id === power)!
      .notices.map(({ without_effect }) => without_effect)

  it('stays there, and says by which clause it has no effect', () => {
    const late = acted({ power: 'extend', by: both, at: time(22), length: '72 hours' })
    expect(notices('extend', late)).toEqual([
      'truce: `truce` ran out on 21 September, 12:00; what is over cannot be extended',
    ])
    const held = acted({ power: 'hold', by: ['west'], at: time(4, 6) })
    const lifted = acted({ power: 'hold', by: ['east'], stage: 'lifted', at: time(4, 9) })
    expect(notices('hold', held, lifted)).toEqual([
      null,
      'hold: `joint` was suspended by west under `hold`; east cannot lift what west suspended',
    ])
    const out = (by: string, day: number) => acted({ power: 'stop', by: [by], at: time(day) })
    expect(notices('stop', out('east', 4), out('west', 5))[1]).toContain('stop: `truce` is over')
    expect(notices('rewrite', acted({ power: 'rewrite', by: both, at: time(4) }))[0]).toContain(
      'the text itself changes',
    )
  })

  it('of one of two has no effect until the other joins in', () => {
    const one = acted({ power: 'begin-again', by: ['east'], at: time(4, 6) })
    const other = acted({ power: 'begin-again', by: ['west'], at: time(4, 9) })
    expect(notices('begin-again', one)[0]).toContain('west has not joined in')
    expect(notices('begin-again', one, other)).toEqual([null, null])
  })

  it('is of all who used a power together once it has its effect, and of its maker alone before', () => {
    const one = acted({ power: 'begin-again', by: ['east'], at: time(4, 6) })
    const other = acted({ power: 'begin-again', by: ['west'], at: time(4, 9) })
    expect(usedTogetherBy(agreement, [one], one)).toBeNull()
    for (const act of [one, other])
      expect(usedTogetherBy(agreement, [one, other], act)?.toSorted()).toEqual(['east', 'west'])
    const alone = acted({ power: 'hold', by: ['west'], at: time(4, 6) })
    expect(usedTogetherBy(agreement, [alone], alone)).toBeNull()
  })

  it('was an offer that nobody took before the end has lapsed, and one that was taken has not', () => {
    const offers = (at: number, ...acts: Act[]) => {
      const status = statusAt(agreement, at, [], acts)
      const { notices } = status.powers.find(({ id }) => id === 'extend')!
      return [notices.map(({ lapsed }) => lapsed), status.terms.find(({ id }) => id === 'truce')!.reason] as const
    }
    const offered = acted({ power: 'extend', by: ['east'], stage: 'proposed', at: time(20), length: '72 hours' })
    const taken = acted({ ...offered, by: ['west'], stage: 'accepted', at: time(20, 6) })
    expect(offers(on(21, 11), offered)[0]).toEqual([null])
    const [[lapsed], reason] = offers(on(22), offered)
    expect(lapsed).toBe('truce: `truce` ran out on 21 September, 12:00; what is over cannot be extended')
    expect(reason).toContain('72 hours proposed by east, lapsed, for nobody joined in before the end')
    expect(offers(on(22), offered, taken)[0]).toEqual([null, null])
    expect(offers(on(26), offered, taken)[0]).toEqual([null, null])
    const late = acted({ ...taken, at: time(22) })
    expect(offers(on(25), offered, late)[0]).toEqual([null, null])
    expect(offers(on(25), offered, late)[1]).toContain('too late to have effect')
  })

  it('was only threatened is not said to lack an effect', () => {
    expect(notices('stop', acted({ power: 'stop', by: ['east'], stage: 'threatened', at: time(24) }))).toEqual([null])
  })

  it('has no effect on what it may not change: another term’s end, another’s suspension', () => {
    const status = (...acts: Act[]) => statusAt(agreement, on(10), [], acts)
    const truce = (...acts: Act[]) => status(...acts).terms.find(({ id }) => id === 'truce')!.ends
    expect(truce(acted({ power: 'other-way', by: both, at: time(4), length: '72 hours' }))).toBe(truce())
    expect(truce(acted({ power: 'extend', by: both, at: time(4), length: 'a while' }))).toBe(truce())
    const held = acted({ power: 'hold', by: ['west'], at: time(4, 6) })
    const gate = (...acts: Act[]) => status(held, ...acts).clauses.find(({ id }) => id === 'joint')!.standing
    expect(gate(acted({ power: 'go-on', by: ['east'], at: time(5) }))).toBe('suspended')
    expect(gate(acted({ power: 'go-on', by: ['west'], at: time(5) }))).not.toBe('suspended')
  })
})
