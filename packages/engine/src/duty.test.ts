// Duties: due, overdue, done and done late; one that waits for another; what silence means.
import { describe, expect, it } from 'vitest'
import { acted, clauseAt, on, pact, said, time } from './testing/pact.ts'

const AID = `
duty aid
  on           north and south jointly
  act          deliver-aid
  in           town
  from         day-d
  by           day-d + 48 hours
  silence      breached
`
const agreement = pact(AID)
const aid = (claims: ReturnType<typeof said>[], at = on(4), of = agreement) => clauseAt(of, 'aid', at, claims)
const delivered = (more: Parameters<typeof said>[0] = {}) =>
  said({ kind: 'aid_delivery', date: '2016-09-02', published: time(2, 20), ...more })
const notYet = (more: Parameters<typeof said>[0] = {}) => delivered({ negated: true, ...more })
const verdict = (clause: ReturnType<typeof aid>) => clause.verdicts['all-reported']!

describe('a duty', () => {
  it('has no verdict until it is due', () => {
    expect(verdict(aid([notYet()], on(3, 11)))).toMatchObject({
      verdict: null,
      timing: 'due',
      reason: 'due by 3 September, 12:00; not done so far',
    })
  })

  it('is overdue and breached when it is not done by then', () => {
    const found = aid([notYet({ date: '2016-09-03', published: time(3, 20) })])
    expect([found.timing, verdict(found).verdict]).toEqual(['overdue', 'breached'])
    expect(verdict(found).residual.met[0]).toContain('watch no longer denies it')
  })

  it('is done, ended and closed when it is done in time', () => {
    const found = aid([delivered()])
    expect([found.standing, found.ended, found.timing, verdict(found).verdict]).toEqual([
      'ended',
      'fulfilled',
      'closed',
      'met',
    ])
    expect(found.timing_reason).toBe('done in time: it was due by 3 September, 12:00')
  })

  it('is ended, late and met when it is done late', () => {
    const found = aid([delivered({ date: '2016-09-04', published: time(4, 9) })], on(4, 10))
    expect([found.standing, found.ended, found.timing, verdict(found).verdict]).toEqual([
      'ended',
      'fulfilled',
      'closed',
      'met',
    ])
    expect(found.timing_reason).toBe('done late: it was due by 3 September, 12:00')
  })

  it('is done, nobody can tell whether in time, on the day on which it was due', () => {
    const found = aid([delivered({ date: '2016-09-03', published: time(3, 20) })])
    expect(found.timing_reason).toBe('done, in time or late: it was due by 3 September, 12:00')
  })

  it('is contested when it is said to be done and later not to be', () => {
    const found = aid([
      delivered(),
      notYet({ speaker: 'Relief', speaker_side: 'un', date: '2016-09-03', published: time(3, 20) }),
    ])
    expect(verdict(found)).toMatchObject({
      verdict: 'contested',
      reason: 'done, by the word of watch; not done, by the word of relief',
    })
  })

  it('is done though somebody said “not yet” before', () => {
    expect(verdict(aid([delivered(), notYet({ date: '2016-09-01', published: time(1, 20) })])).verdict).toBe('met')
  })

  it('is not done where it was hindered, and elsewhere', () => {
    expect(
      verdict(aid([said({ kind: 'aid_convoy_waiting', date: '2016-09-03', published: time(3, 20) })])).verdict,
    ).toBe('breached')
    expect(verdict(aid([delivered({ places: ['Hamlet'] })])).for).toEqual([])
  })

  it('was not done before it was owed', () => {
    expect(verdict(aid([delivered({ date: '2016-08-30', published: time(1, 6) })])).for).toEqual([])
  })
})

describe('silence about a duty', () => {
  it.each([
    ['unknown', 'unknown', 'nobody whose word counts reported whether it was done'],
    ['breached', 'breached', 'nobody whose word counts reported whether it was done; silence means breached'],
    ['met', 'met', 'nobody whose word counts reported whether it was done; silence means met'],
  ])('means %s where the clause says so', (silence, expected, reason) => {
    const found = aid([], on(4), pact(AID.replace('breached', silence)))
    expect(found.timing).toBe('overdue')
    expect(verdict(found)).toMatchObject({ verdict: expected, reason })
  })

  it('says what would settle it', () => {
    expect(verdict(aid([], on(4), pact(AID.replace('breached', 'unknown')))).residual).toEqual({
      met: ['someone whose word counts says so (somebody delivered aid)'],
      breached: ['someone whose word counts denies it (somebody delivered aid)'],
    })
  })
})

describe('a duty that ends before it is due', () => {
  it('is no breach', () => {
    const short = pact(`${AID}  during       term truce\n`.replace('+ 48 hours', '+ 5 days'))
    const out = acted({ power: 'stop', by: ['east'], at: time(2) })
    const found = clauseAt(short, 'aid', on(9), [notYet()], [out])
    expect([found.standing, found.ended, found.timing, verdict(found).verdict]).toEqual([
      'ended',
      'terminated',
      'closed',
      null,
    ])
    expect(verdict(found).reason).toContain('it ended before it was due')
  })

  it('is none either where those bound were released', () => {
    const released = pact(`${AID}
power let-off
  held-by      east and west jointly
  effect       waive aid
`)
    const waived = acted({ power: 'let-off', by: ['east', 'west'], at: time(2) })
    const found = clauseAt(released, 'aid', on(9), [notYet()], [waived])
    expect([found.standing, found.ended, verdict(found).verdict]).toEqual(['ended', 'waived', null])
  })
})

describe('two duties that run together', () => {
  const back = (side: string, other: string) => `
duty ${side}-back
  on           ${side}
  act          pull-back
  in           town
  from         day-d
  together     ${other}-back within 24 hours
  silence      breached
`
  const both = pact(back('north', 'south') + back('south', 'north'))
  const moved = (who: string, more: Parameters<typeof said>[0] = {}) =>
    said({
      kind: 'withdrawal',
      quote: `the ${who} army pulled back`,
      date: '2016-09-02',
      published: time(2, 20),
      ...more,
    })
  const duty = (id: string, claims: ReturnType<typeof said>[], at = on(5)) => clauseAt(both, id, at, claims)

  it('wait for each other, and neither is due', () => {
    for (const id of ['north-back', 'south-back']) {
      const found = duty(id, [])
      expect([found.timing, verdict(found).verdict]).toEqual(['not_yet_due', null])
      expect(verdict(found).reason).toContain('mutual wait: each waits for the other')
    }
  })

  it.each([
    ['Northern', 'north-back', 'south-back'],
    ['Southern', 'south-back', 'north-back'],
  ])('make the other due within a day once the %s army has moved', (who, done, owed) => {
    expect(verdict(duty(done, [moved(who)])).verdict).toBe('met')
    expect(duty(owed, [moved(who)], on(3)).timing).toBe('due')
    const late = duty(owed, [moved(who)])
    expect([late.timing, verdict(late).verdict]).toEqual(['overdue', 'breached'])
  })

  it('are not due while it is contested whether the other moved, and claims about the other stay the other’s', () => {
    const claims = [moved('Northern'), moved('Northern', { negated: true, speaker: 'Relief', speaker_side: 'un' })]
    expect(verdict(duty('north-back', claims)).verdict).toBe('contested')
    expect(verdict(duty('south-back', claims))).toMatchObject({ verdict: null, for: [], against: [] })
    expect(verdict(duty('south-back', claims)).reason).toContain('north-back is contested')
  })
})

describe('a duty after something', () => {
  const after = pact(`${AID}
duty reopen
  on           south
  act          pull-back
  after        met(aid)
  silence      unknown
`)

  it('is not yet due before', () => {
    const found = clauseAt(after, 'reopen', on(4), [])
    expect([found.timing, verdict(found).verdict]).toEqual(['not_yet_due', null])
    expect(found.timing_reason).toContain('waits until aid:')
  })

  it('is owed from then on, with no date', () => {
    const found = clauseAt(after, 'reopen', on(4), [delivered()])
    expect([found.timing, verdict(found).verdict]).toEqual(['due', 'unknown'])
  })
})

describe('who may attest', () => {
  it('is who the clause names', () => {
    const attested = pact(`${AID}  attest       relief\n`)
    expect(verdict(aid([delivered()], on(4), attested)).verdict).toBe('breached')
    expect(verdict(aid([delivered({ speaker: 'Relief', speaker_side: 'un' })], on(4), attested)).verdict).toBe('met')
  })
})
