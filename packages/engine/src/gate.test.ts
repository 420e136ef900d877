// Gates and held windows: which days count, what put them back, what is missing, and when it can open.
import { describe, expect, it } from 'vitest'
import { acted, CALM, kept, on, pact, said, shelled, statusAt, time } from './testing/pact.ts'

const MEASURE = `
measure quiet
  counts       breaches of calm
  in           land
  per          calendar day, Asia/Damascus
  holds        while count <= 1
  from         day-d
  during       term truce
  silence      unknown
`
const AID = `
duty aid
  on           north and south jointly
  act          deliver-aid
  in           town
  from         day-d
  by           day-d + 48 hours
  silence      breached
`
const GATE = `
gate joint
  opens        centre
  when         held(quiet, 3 days, continuous, reset on begin-again)
  during       term truce

power begin-again
  held-by      east and west jointly
  effect       trigger joint
`
const agreement = pact(CALM + MEASURE + GATE)
const gate = (at: number, claims: ReturnType<typeof said>[], acts: ReturnType<typeof acted>[] = [], of = agreement) =>
  statusAt(of, at, claims, acts).gates[0]!
const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => kept(from + index))
const two = (date: number) => [shelled(date), shelled(date, 'Northern army', { kind: 'air_strike' })]
const delivered = (date: number) =>
  said({ kind: 'aid_delivery', date: time(date).slice(0, 10), published: time(date, 20) })

describe('a gate that asks for three days of calm', () => {
  it('is closed before anything is counted, and can open three whole days after the first', () => {
    const found = gate(on(1, 18), [])
    expect([found.state, found.done, found.needed, found.earliest]).toEqual([
      'closed',
      0,
      3,
      '2016-09-05T00:00:00+03:00',
    ])
    expect(found.missing).toEqual(['quiet: 3 more days of 3'])
  })

  it('counts whole days, and the day under way once it is over', () => {
    const found = gate(on(3, 12), days(2, 2))
    expect([found.state, found.done, found.earliest]).toEqual(['counting', 1, '2016-09-05T00:00:00+03:00'])
    expect(found.days.map(({ day }) => day)).toEqual(['2016-09-02', '2016-09-03'])
  })

  it('opens once they are done', () => {
    const found = gate(on(5), days(2, 4))
    expect([found.state, found.done, found.missing, found.earliest]).toEqual(['open', 3, [], null])
  })

  it('is put back by a day that did not hold, and says which', () => {
    const found = gate(on(5), [...days(2, 3), ...two(4)])
    expect([found.state, found.done]).toEqual(['reset', 0])
    expect(found.resets).toEqual([
      { at: '2016-09-04T00:00:00+03:00', why: 'it did not hold on 4 September: 2 counted' },
    ])
    expect(found.earliest).toBe('2016-09-08T00:00:00+03:00')
  })

  it('is put back by nothing where there was nothing to put back', () => {
    expect(gate(on(5), [...two(2), ...two(3), ...days(4, 4)]).resets).toEqual([])
  })

  it('holds on a day with no more breaches than the measure allows', () => {
    expect(gate(on(5), [...days(2, 3), shelled(4), kept(4, 'the Southern army')]).state).toBe('open')
  })

  it('does not count the day under way when it is already lost', () => {
    expect(
      gate(on(4, 12), [...days(2, 3), ...two(4).map((claim) => ({ ...claim, published: time(4, 10) }))]).earliest,
    ).toBe('2016-09-08T00:00:00+03:00')
  })

  it('is neither open nor put back by a day nobody reported', () => {
    const found = gate(on(6), [kept(2), kept(4), kept(5)])
    expect([found.state, found.done, found.resets]).toEqual(['counting', 2, []])
    expect(found.missing).toEqual(['quiet: 1 more day of 3; 3 September is unknown'])
    expect(found.days[1]!.verdict).toBe('unknown')
  })

  it('needs a word about each side', () => {
    expect(
      gate(
        on(5),
        [2, 3, 4].map((date) => kept(date, 'the Northern army')),
      ).days[0]!.verdict,
    ).toBe('unknown')
  })

  it('shows contested days with what is counted at least and at most', () => {
    const denied = { speaker: 'Eastland', speaker_side: 'russia' } as const
    const found = gate(on(3), [...two(2), kept(2, 'the Northern army', denied), kept(2, 'the Southern army')])
    expect(found.days[0]).toMatchObject({ verdict: 'contested', count: [0, 2] })
  })

  it('begins again when those who may say so', () => {
    const again = acted({ power: 'begin-again', by: ['east', 'west'], at: time(4, 6) })
    const found = gate(on(6), days(2, 5), [again])
    expect([found.state, found.done]).toEqual(['counting', 1])
    expect(found.resets.map(({ why }) => why)).toEqual(['begun again by east and west on 4 September, 06:00'])
    expect(gate(on(6), days(2, 5), [{ ...again, by: ['east'] }]).state).toBe('open')
  })

  it('stays open when calm that was long enough is broken later', () => {
    const found = gate(on(6), [...days(2, 4), ...two(5)])
    expect([found.state, found.done]).toEqual(['open', 3])
  })

  it('reads differently by each account', () => {
    const claims = days(2, 4).map((claim) => claim)
    const { accounts } = gate(on(5), claims)
    expect([accounts.monitors!.state, accounts.north!.state, accounts.corroborated!.state]).toEqual([
      'open',
      'closed',
      'closed',
    ])
  })

  it('says that the days cannot be done before what is counted ends', () => {
    const short = pact(CALM + MEASURE + GATE, (head) => head.replace('20 days', '2 days'))
    expect(gate(on(2, 6), [], [], short).missing).toContain('more time: days are counted only until 3 September, 12:00')
    expect(gate(on(4), days(2, 2), [], short)).toMatchObject({ state: 'closed', earliest: null })
    const stopped = acted({ power: 'stop', by: ['east'], at: time(3) })
    expect(gate(on(4), days(2, 2), [stopped])).toMatchObject({ state: 'withdrawn', earliest: null })
  })
})

describe('a gate that asks for more', () => {
  const more = pact(
    CALM + MEASURE + AID + GATE.replace('reset on begin-again)', 'reset on begin-again)\n               and met(aid)'),
  )

  it('is closed, and counts, while the other is missing', () => {
    const found = gate(on(5), days(2, 4), [], more)
    expect([found.state, found.done]).toEqual(['closed', 3])
    expect(found.missing).toEqual([
      'aid: nobody whose word counts reported whether it was done; silence means breached',
    ])
  })

  it('opens when the other comes late', () => {
    expect(gate(on(6), [...days(2, 5), delivered(5)], [], more).state).toBe('open')
  })
})

describe('a gate that has to be certified', () => {
  const certified = pact(
    `${CALM}${MEASURE}${GATE.replace('during       term truce', 'certify      east and west jointly, within 24 hours\n  during       term truce')}
power certify
  held-by      east and west jointly
  effect       certify joint
  when         held(quiet, 3 days, continuous)
`,
  )

  it('waits for it once the days are done', () => {
    expect(gate(on(5), days(2, 4), [], certified)).toMatchObject({
      state: 'counting',
      done: 3,
      missing: ['certification by east and west'],
    })
  })

  it('opens with it', () => {
    const act = acted({ power: 'certify', by: ['east', 'west'], at: time(5, 6) })
    expect(gate(on(5, 12), days(2, 4), [act], certified).state).toBe('open')
    expect(gate(on(5, 12), days(2, 4), [{ ...act, by: ['west'] }], certified).state).toBe('counting')
  })

  it('does not open by one that came early, then or later, and the power says so', () => {
    const act = acted({ power: 'certify', by: ['east', 'west'], at: time(3, 6) })
    expect(gate(on(4), days(2, 3), [act], certified).state).toBe('counting')
    const power = statusAt(certified, on(4), days(2, 3), [act]).powers.find(({ id }) => id === 'certify')!
    expect(power.reason).toBe(
      'exercised by east and west on 3 September, 06:00; without effect: joint: `joint` cannot be certified yet: 1 of 3 days are done; missing: quiet: 2 more days of 3',
    )
    expect(power.notices[0]!.without_effect).toContain('`joint` cannot be certified yet')
    expect(gate(on(5, 12), days(2, 4), [act], certified).state).toBe('counting')
    const again = acted({ power: 'certify', by: ['east', 'west'], at: time(5, 6) })
    expect(gate(on(5, 12), days(2, 4), [act, again], certified).state).toBe('open')
  })

  it('does not open by one that came later than the text allows', () => {
    const act = acted({ power: 'certify', by: ['east', 'west'], at: time(6, 6) })
    expect(gate(on(6, 12), days(2, 5), [act], certified).state).toBe('counting')
  })

  it('asks for another once the days have been begun again', () => {
    const act = (day: number) => acted({ power: 'certify', by: ['east', 'west'], at: time(day, 6) })
    const again = acted({ power: 'begin-again', by: ['east', 'west'], at: time(5, 12) })
    const acts = [act(5), again]
    expect(gate(on(5, 9), days(2, 9), acts, certified).state).toBe('open')
    const found = gate(on(9, 3), days(2, 9), acts, certified)
    expect([found.done, found.missing]).toEqual([3, ['certification by east and west']])
    expect(gate(on(9, 12), days(2, 9), [...acts, act(9)], certified).state).toBe('open')
  })

  it('keeps the will of who proposed it in time while the other joined in too early', () => {
    const act = (by: string, stage: 'proposed' | 'accepted', day: number) =>
      acted({ power: 'certify', by: [by], stage, at: time(day, 6) })
    const early = [act('east', 'proposed', 3), act('west', 'accepted', 4)]
    expect(gate(on(5, 12), days(2, 4), early, certified).state).toBe('counting')
    expect(gate(on(5, 12), days(2, 4), [...early, act('west', 'accepted', 5)], certified).state).toBe('open')
  })
})

describe('a cumulative window', () => {
  const cumulative = pact(CALM + MEASURE + GATE.replace('continuous', 'cumulative'))

  it('adds up days apart', () => {
    const found = gate(on(7), [kept(2), ...two(3), kept(4), kept(5), ...two(6)], [], cumulative)
    expect([found.state, found.resets]).toEqual(['open', []])
  })

  it('stays open as long as days nobody reported could make up the number', () => {
    const condition = (claims: ReturnType<typeof said>[], at: number) => statusAt(cumulative, at, claims).gates[0]!
    expect(condition([kept(2), kept(3)], on(5)).missing).toEqual(['quiet: 1 more day of 3; 4 September is unknown'])
  })
})

describe('a gate that is suspended', () => {
  const paused = pact(`${CALM}${MEASURE}${GATE}
power hold
  held-by      east or west
  effect       suspend joint
`)

  it('is shut, and says who suspended it', () => {
    const held = acted({ power: 'hold', by: ['west'], at: time(4, 6) })
    const found = gate(on(5), days(2, 4), [held], paused)
    expect(found.state).toBe('closed')
    expect(found.missing).toEqual(['suspended by west under hold on 4 September, 06:00'])
  })
})

describe('a measure of acts', () => {
  const aid = (where: string) =>
    pact(`${CALM}
measure convoys
  counts       deliver-aid
  in           ${where}
  per          calendar day, Asia/Damascus
  holds        while count >= 1
  from         day-d
  silence      unknown

gate joint
  opens        centre
  when         held(convoys, 2 days, continuous)
`)

  it('counts them where it says', () => {
    const claims = [delivered(2), delivered(3)]
    expect(gate(on(4), claims, [], aid('town')).state).toBe('open')
    const elsewhere = claims.map((claim) => ({ ...claim, places: ['Hamlet'] }))
    expect(gate(on(4), elsewhere, [], aid('town')).days[0]!.verdict).toBe('unknown')
    expect(gate(on(4), elsewhere, [], aid('land')).state).toBe('open')
  })

  it('asks for as many sources as the account does', () => {
    const { accounts } = gate(on(4), [delivered(2), delivered(3)], [], aid('town'))
    expect(accounts.corroborated!.days[0]).toMatchObject({ count: [0, 1], verdict: 'unknown' })
  })
})

describe('a measure in a zone narrower than the ban', () => {
  it('counts only what happened there', () => {
    const town = pact(CALM + MEASURE.replace('in           land', 'in           town') + GATE)
    const outside = two(2).map((claim) => ({ ...claim, places: ['Hamlet'] }))
    expect(gate(on(3), [...outside, kept(2)], [], town).days[0]).toMatchObject({ count: [0, 0], verdict: 'met' })
    expect(gate(on(3), [...two(2), kept(3)], [], town).days[0]).toMatchObject({ verdict: 'breached' })
  })
})

describe('a count over the whole time', () => {
  const after = pact(
    `${CALM}${MEASURE}${AID.replace('by           day-d + 48 hours', 'after        count(quiet) <= 2')}`,
  )
  const duty = (claims: ReturnType<typeof said>[]) =>
    statusAt(after, on(4), claims).clauses.find(({ id }) => id === 'aid')!

  it('is not small while days are silent', () => {
    expect(duty([kept(2)]).timing).toBe('not_yet_due')
    expect(duty(days(1, 3)).timing).toBe('due')
  })

  it('is passed once there are more, whoever was silent', () => {
    expect(duty([...two(2), ...two(3)]).timing_reason).toBe('waits until quiet: 4 counted')
  })
})
