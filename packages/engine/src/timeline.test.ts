// What acts under powers make of an agreement: terms extended and ended, clauses suspended and released, anchors set.
import { describe, expect, it } from 'vitest'
import { acted, clauseAt, on, pact, shelled, statusAt, time } from './testing/pact.ts'

const agreement = pact(`
ban calm
  on           north and south, each
  act          attack
  in           land
  during       term pause
  silence      unknown

term pause
  starts       day-d
  lasts        48 hours
  extends      longer

power longer
  held-by      east and west jointly
  effect       extend pause

power pull-out
  held-by      east or west
  effect       terminate pause

power hold
  held-by      east or west
  effect       suspend calm

power go-on
  held-by      east and west jointly
  effect       resume calm

power let-off
  held-by      east and west jointly
  effect       waive calm

power name-day
  held-by      east and west jointly
  effect       designate second-day

anchor second-day
  designated-by name-day

duty leave
  on           north
  act          pull-back
  from         second-day
  silence      unknown
`)
const ends = (...acts: ReturnType<typeof acted>[]) => {
  const [, pause] = statusAt(agreement, on(2, 20), [], acts).terms
  return pause!.ends
}
const extension = (by: string[], more: Partial<Parameters<typeof acted>[0]> = {}) =>
  acted({ power: 'longer', by, at: time(2, 10), length: '72 hours', ...more })

describe('a power held jointly', () => {
  it('has its effect once all its holders want the same', () => {
    expect(ends(extension(['east']))).toBe('2016-09-03T12:00:00+03:00')
    expect(ends(extension(['east']), extension(['west'], { at: time(2, 11) }))).toBe('2016-09-06T12:00:00+03:00')
    expect(ends(extension(['east', 'west']))).toBe('2016-09-06T12:00:00+03:00')
  })

  it('has none while they name different lengths', () => {
    expect(ends(extension(['east']), extension(['west'], { length: '48 hours' }))).toBe('2016-09-03T12:00:00+03:00')
  })

  it('takes the length of the proposal that the other accepts without naming one', () => {
    const accepted = extension(['west'], { stage: 'accepted', length: null, at: time(2, 11) })
    expect(ends(extension(['east'], { stage: 'proposed' }), accepted)).toBe('2016-09-06T12:00:00+03:00')
  })

  it('has none when a proposal was taken back before it was accepted', () => {
    const proposed = extension(['east'], { stage: 'proposed' })
    const back = extension(['east'], { stage: 'lifted', at: time(2, 11) })
    const accepted = extension(['west'], { stage: 'accepted', at: time(2, 12) })
    expect(ends(proposed, back, accepted)).toBe('2016-09-03T12:00:00+03:00')
  })

  it.each(['threatened', 'demanded', 'prepared'] as const)('has none when it is only %s', (stage) => {
    expect(ends(extension(['east', 'west'], { stage }))).toBe('2016-09-03T12:00:00+03:00')
  })

  it('is not used by those who do not hold it', () => {
    expect(ends(extension(['east', 'watch']))).toBe('2016-09-03T12:00:00+03:00')
  })
})

describe('a term', () => {
  it('is not extended once it is over, and the attempt is told', () => {
    const late = extension(['east', 'west'], { at: time(4, 10) })
    const pause = clauseAt(agreement, 'pause', on(4, 12), [], [late])
    expect(pause.standing).toBe('ended')
    expect(pause.ended).toBe('expired')
    expect(pause.standing_reason).toContain('too late to have effect')
  })

  it('is over at its end, and an extension of that very instant is too late', () => {
    const due = (at: string) => clauseAt(agreement, 'pause', on(5), [], [extension(['east', 'west'], { at })]).due
    expect(due('2016-09-03T11:59:59+03:00')).toBe('2016-09-06T12:00:00+03:00')
    expect(due('2016-09-03T12:00:00+03:00')).toBe('2016-09-03T12:00:00+03:00')
  })

  it('ends when it is terminated, whoever extends it afterwards', () => {
    const out = acted({ power: 'pull-out', by: ['east'], at: time(2, 8) })
    const pause = clauseAt(agreement, 'pause', on(2, 20), [], [out, extension(['east', 'west'])])
    expect(pause.ended).toBe('terminated')
    expect(pause.due).toBe('2016-09-02T08:00:00+03:00')
    expect(pause.standing_reason).toContain('too late to have effect')
  })

  it('never begins when it is terminated before', () => {
    const out = acted({ power: 'pull-out', by: ['east'], at: '2016-08-30T12:00+03:00' })
    const calm = clauseAt(agreement, 'calm.north', on(2, 20), [shelled(2)], [out])
    expect([calm.standing, calm.ended, calm.timing]).toEqual(['ended', 'terminated', 'closed'])
    expect(calm.verdicts['all-reported']!.verdict).toBeNull()
    expect(calm.standing_reason).toBe('pause was terminated on 30 August, 12:00, before it began')
  })
})

describe('an anchor', () => {
  const duty = (...acts: ReturnType<typeof acted>[]) => clauseAt(agreement, 'leave', on(5), [], acts)

  it('is not set before it is designated', () => {
    expect(duty().standing).toBe('dormant')
    expect(duty().standing_reason).toBe('second-day has not been designated')
  })

  it('is what its holders designate, the last time they do', () => {
    const designated = (at: string, sets: string) => acted({ power: 'name-day', by: ['east', 'west'], at, sets })
    expect(duty(designated(time(2), time(4))).standing).toBe('in_force')
    expect(duty(designated(time(2), time(4)), designated(time(3), time(6))).standing_reason).toBe(
      'begins on 6 September, 00:00',
    )
  })

  it('is not set when its holders name different moments', () => {
    const one = acted({ power: 'name-day', by: ['east'], at: time(2), sets: time(4) })
    const other = acted({ power: 'name-day', by: ['west'], at: time(2), sets: time(5) })
    expect(duty(one, other).standing).toBe('dormant')
  })
})

describe('a suspension', () => {
  const held = acted({ power: 'hold', by: ['east'], at: time(2, 6) })
  const standing = (...acts: ReturnType<typeof acted>[]) => clauseAt(agreement, 'calm.north', on(2, 20), [], acts)

  it('remembers who made it under which power', () => {
    expect(standing(held).standing).toBe('suspended')
    expect(standing(held).standing_reason).toBe('suspended by east under hold on 2 September, 06:00')
  })

  it('is lifted by who made it, or under a power to resume, and by nobody else', () => {
    const lifted = (by: string[]) => acted({ power: 'hold', by, stage: 'lifted', at: time(2, 9) })
    expect(standing(held, lifted(['east'])).standing).toBe('in_force')
    expect(standing(held, lifted(['west'])).standing).toBe('suspended')
    expect(standing(held, acted({ power: 'go-on', by: ['east', 'west'], at: time(2, 9) })).standing).toBe('in_force')
    expect(standing(held, acted({ power: 'go-on', by: ['west'], at: time(2, 9) })).standing).toBe('suspended')
  })

  it('stays when another made beside it is lifted', () => {
    const other = acted({ power: 'hold', by: ['west'], at: time(2, 7) })
    const lifted = acted({ power: 'hold', by: ['west'], stage: 'lifted', at: time(2, 9) })
    expect(standing(held, other, lifted).standing_reason).toContain('suspended by east')
  })

  it('covers what happens under it, and nothing before or after', () => {
    const lifted = acted({ power: 'hold', by: ['east'], stage: 'lifted', at: time(2, 9) })
    const verdict = (date: string) =>
      clauseAt(agreement, 'calm.north', on(2, 23), [shelled(2, 'Northern army', { date })], [held, lifted]).verdicts
        .monitors!
    expect(verdict('2016-09-02T07:00+03:00').verdict).toBe('unknown')
    expect(verdict('2016-09-02T05:00+03:00').verdict).toBe('breached')
    expect(verdict('2016-09-02T10:00+03:00').verdict).toBe('breached')
  })
})

describe('a waiver', () => {
  it('releases those bound from then on', () => {
    const waived = acted({ power: 'let-off', by: ['east', 'west'], at: time(2, 6) })
    const calm = (at: string) =>
      clauseAt(agreement, 'calm.north', on(2, 23), [shelled(2, 'Northern army', { date: at })], [waived])
    expect([calm(time(2, 5)).standing, calm(time(2, 5)).ended]).toEqual(['ended', 'waived'])
    expect(calm(time(2, 5)).standing_reason).toBe('waived by east and west under let-off on 2 September, 06:00')
    expect(calm(time(2, 5)).verdicts['all-reported']!.verdict).toBe('breached')
    expect(calm(time(2, 7)).verdicts['all-reported']!.verdict).not.toBe('breached')
  })
})

describe('a power spoken of', () => {
  it('says how far its use has gone', () => {
    const threat = acted({ power: 'hold', by: ['west'], stage: 'threatened', at: time(2, 6) })
    const hold = statusAt(agreement, on(2, 20), [], [threat]).powers.find(({ id }) => id === 'hold')!
    expect(hold.stage).toBe('threatened')
    expect(hold.reason).toBe('threatened by west on 2 September, 06:00; not exercised')
    expect(hold.notices.map(({ quote }) => quote)).toEqual(['as it was declared'])
  })
})
