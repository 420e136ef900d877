// Bans: who is said to have broken them, who denies it, and what a day means on which nobody spoke.
import { describe, expect, it } from 'vitest'
import { CALM, clauseAt, kept, on, pact, said, shelled, statusAt, time, violations } from './testing/pact.ts'

const agreement = pact(CALM)
const evening = on(3, 23)
const north = (claims: ReturnType<typeof said>[], account = 'all-reported', at = evening) =>
  clauseAt(agreement, 'calm.north', at, claims).verdicts[account]!
const calm = [kept(1), kept(2)]
const denial = (more: Parameters<typeof said>[0] = {}) =>
  said({
    speaker: 'Eastland',
    speaker_side: 'russia',
    kind: 'truce_compliance',
    quote: 'the Northern army has fully complied',
    date: '2016-09-03',
    published: time(3, 20),
    places: [],
    ...more,
  })

describe('a ban', () => {
  it('is kept when somebody speaks for every day and nobody reports a breach', () => {
    expect(north(calm)).toMatchObject({ verdict: 'met', reason: 'kept, by the word of watch' })
  })

  it('is breached when a violation is supported and denied by nobody', () => {
    const found = north([...calm, shelled(3)])
    expect(found.verdict).toBe('breached')
    expect(found.reason).toBe('evidence supports a breach: reported by watch, denied by nobody whose word counts')
    expect(found.for).toHaveLength(1)
  })

  it('is contested when it is reported and denied', () => {
    expect(north([...calm, shelled(3), denial()])).toMatchObject({
      verdict: 'contested',
      reason: 'reported by watch; denied by east',
    })
  })

  it('has no verdict before it is in force', () => {
    expect(north([shelled(1)], 'all-reported', on(1, 6)).verdict).toBeNull()
  })

  it('has a verdict for each account, of the same record', () => {
    const claims = [...calm, shelled(3), denial()]
    expect(north(claims, 'monitors').verdict).toBe('breached')
    expect(north(claims, 'north').verdict).toBe('unknown')
    expect(north(claims, 'corroborated').verdict).toBe('unknown')
  })
})

describe('a day nobody spoke about', () => {
  const silent = (silence: string) => pact(CALM.replace('unknown', silence))
  const verdict = (silence: string, claims: ReturnType<typeof said>[] = [kept(1), kept(3)]) =>
    clauseAt(silent(silence), 'calm.north', evening, claims).verdicts['all-reported']!

  it.each([
    ['unknown', 'unknown'],
    ['met', 'met'],
    ['breached', 'breached'],
  ])('means what the clause says: %s', (silence, expected) => expect(verdict(silence).verdict).toBe(expected))

  it('is named in the reason and in what would settle it', () => {
    expect(verdict('unknown').reason).toBe('nobody whose word counts reported on 2 September; silence means unknown')
    expect(verdict('unknown').residual).toEqual({
      met: ['someone whose word counts reports that it was kept on 2 September'],
      breached: ['someone whose word counts reports that it was not kept on 2 September'],
    })
  })

  it('hides no breach on another day', () => expect(verdict('unknown', [shelled(3)]).verdict).toBe('breached'))

  it('is spoken of by enough independent sources, where an account asks for them', () => {
    const both = (date: number) => [
      kept(date),
      kept(date, 'the Northern army', { speaker: 'Relief', speaker_side: 'un' }),
    ]
    expect(north(both(2), 'corroborated', on(2, 23)).verdict).toBe('met')
    expect(north([kept(2)], 'corroborated', on(2, 23)).verdict).toBe('unknown')
  })
})

describe('a general denial', () => {
  it('speaks against every violation in its time, and only there', () => {
    expect(north([kept(1), shelled(2), denial()]).verdict).toBe('breached')
    expect(north([kept(1), shelled(2), denial({ date: '2016-09-01/2016-09-03' })]).verdict).toBe('contested')
  })

  it('speaks for those it names, and for nobody else', () => {
    const other = denial({ quote: 'the Southern army has fully complied' })
    expect(north([...calm, shelled(3), other]).verdict).toBe('breached')
  })

  it('on the day without an hour, said after the report, still meets it', () => {
    const undated = denial({ date: null })
    expect(north([...calm, shelled(3, 'Northern army', { published: time(3, 12) }), undated]).verdict).toBe('contested')
  })

  it('is for itself, from a party that denies and names nobody', () => {
    const own = denial({
      speaker: 'Northern army',
      speaker_side: 'syria_gov',
      kind: 'truce_violation',
      modality: 'denied',
      quote: 'that is not so',
    })
    expect(north([...calm, shelled(3), own]).verdict).toBe('contested')
    expect(
      clauseAt(agreement, 'calm.south', evening, [...calm, shelled(3, 'Southern army'), own]).verdicts['all-reported']!
        .verdict,
    ).toBe('breached')
  })

  it('decides nothing alone where two sources are asked for', () => {
    expect(north([denial({ date: '2016-09-01/2016-09-03' })], 'corroborated').verdict).toBe('unknown')
  })
})

describe('one happening told of in several ways', () => {
  const opposed = { speaker: 'Southern army', speaker_side: 'opposition' } as const

  it('is contested when each blames the other', () => {
    const claims = [
      ...calm,
      shelled(3, 'Northern army', opposed),
      shelled(3, 'Southern army', { speaker: 'Northern army', speaker_side: 'syria_gov' }),
    ]
    expect(north(claims).verdict).toBe('contested')
  })

  it('is contested when one counter-claims that the other did it, and alleges that of the other', () => {
    const counter = shelled(3, 'Southern army', {
      speaker: 'Northern army',
      speaker_side: 'syria_gov',
      stance: 'counter_claims',
    })
    const claims = [...calm, shelled(3, 'Northern army', opposed), counter]
    expect(north(claims).verdict).toBe('contested')
    expect(clauseAt(agreement, 'calm.south', evening, claims).verdicts['all-reported']!.for).toContain(counter.id)
  })

  it('is contested when one says that it was aimed at a group outside the cessation', () => {
    const aimed = shelled(3, 'Northern army', { speaker: 'Eastland', speaker_side: 'russia', target: 'Raiders' })
    expect(north([...calm, aimed]).verdict).toBe('met')
    expect(north([...calm, aimed, shelled(3, 'Northern army', opposed)]).verdict).toBe('contested')
  })

  it('leaves it unknown who it was when nobody says', () => {
    const found = north([...calm, shelled(3, null)])
    expect(found).toMatchObject({ verdict: 'unknown', reason: 'cannot be told: nobody is named as the one who did it' })
    expect(found.undetermined).toHaveLength(1)
    expect(north([...calm, shelled(3, null), denial()]).verdict).toBe('unknown')
  })

  it('keeps those apart who looked and could not tell', () => {
    const unsure = shelled(3, 'Northern army', {
      modality: 'reported-unconfirmed',
      negated: true,
      speaker: 'Relief',
      speaker_side: 'un',
    })
    const found = north([...calm, shelled(3), unsure])
    expect(found.verdict).toBe('breached')
    expect(found.cannot_confirm).toEqual([unsure.id])
  })
})

describe('two independent sources', () => {
  const twice = [shelled(3), shelled(3, 'Northern army', { speaker: 'Relief', speaker_side: 'un' })]

  it('support what one alone does not', () => {
    expect(north(twice, 'corroborated').verdict).toBe('breached')
    expect(north([shelled(3)], 'corroborated').verdict).toBe('unknown')
    expect(north([shelled(3)], 'corroborated').reason).toBe('not said by 2 independent sources: reported by watch')
  })

  it('refute what only one says', () => {
    const days = [1, 2, 3].flatMap((date) => [
      kept(date),
      kept(date, 'the Northern army', { speaker: 'Relief', speaker_side: 'un' }),
    ])
    const alone = shelled(3, 'Northern army', { speaker: 'Southern army', speaker_side: 'opposition' })
    expect(north([...days, alone], 'corroborated').verdict).toBe('met')
  })
})

describe('a tally', () => {
  const tally = (claims: ReturnType<typeof said>[], at = evening) =>
    statusAt(agreement, at, claims).tallies.find(({ party }) => party === 'north')!
  const bulk = (count: number, date: string, more: Parameters<typeof said>[0] = {}) =>
    said({
      kind: 'truce_violation',
      figures: violations(count),
      date,
      published: time(3, 22),
      places: [],
      actor_blamed: 'Northern army',
      speaker: 'Westland',
      speaker_side: 'us',
      ...more,
    })

  it('does not add a bulk figure to the incidents its speaker lists, nor to a figure it holds', () => {
    const listed = shelled(2, 'Northern army', { speaker: 'Westland', speaker_side: 'us' })
    expect(tally([bulk(4, '2016-09-02'), bulk(9, '2016-09-01/2016-09-03'), listed]).alleged).toBe(9)
  })

  it('adds what others list beside it, and says who claims how much', () => {
    const found = tally([bulk(4, '2016-09-02'), shelled(2)])
    expect(found.alleged).toBe(5)
    expect(found.by_claimant.map(({ side, alleged }) => [side, alleged])).toEqual([
      ['us', 4],
      ['monitor', 1],
    ])
  })

  it('counts a source that repeats itself once', () => {
    const again = { doc: 'another.txt', outlet: 'Courier' }
    expect(tally([shelled(2), shelled(2, 'Northern army', again)]).alleged).toBe(1)
    expect(tally([bulk(4, '2016-09-02'), bulk(4, '2016-09-02', again)]).alleged).toBe(4)
  })

  it('alleges of nobody what nobody says of them, nor what may still be to come', () => {
    expect(tally([shelled(2, null)]).alleged).toBe(0)
    expect(tally([bulk(9, '2016-09-01/2016-09-03')], on(2, 12)).alleged).toBe(0)
  })

  it('verifies what two independent sources say, or a reviewer found so', () => {
    expect(tally([shelled(2)]).verified).toBe(0)
    expect(tally([shelled(2), shelled(2, 'Northern army', { speaker: 'Relief', speaker_side: 'un' })]).verified).toBe(1)
    expect(tally([shelled(2, 'Northern army', { verification_state: 'verified' })]).verified).toBe(1)
  })

  it('counts as reported only days of which somebody spoke', () => {
    expect(tally([]).coverage).toEqual({ days: 3, days_reported: 0 })
    expect(tally([kept(2)]).coverage).toEqual({ days: 3, days_reported: 1 })
  })
})

describe('incidents', () => {
  it('are shown with the decision of every ban that forbids acts of their kind, and of no other', () => {
    const both = pact(`${CALM}
ban no-theft
  on           north
  act          impede-aid
  during       term truce
`)
    const [incident] = statusAt(both, evening, [shelled(2)]).incidents
    expect(incident!.scope).toEqual([
      { clause: 'calm.north', decision: 'covered', reason: 'actor, area and time are the clause’s own' },
      { clause: 'calm.south', decision: 'not_covered_actor', reason: '`north` is not bound by this clause' },
    ])
  })
})
