// What can be told from a claim alone: when, by whom, about whom.
import { parseInstant } from '@trucekeeper/time'
import { describe, expect, it } from 'vitest'
import { said } from '../../../test/arbitraries/record.ts'
import { hadHappened } from './facts.ts'
import { fact } from './testing/people.ts'

const at = (text: string) => parseInstant(`2016-09-${text}+03:00`)!

describe('when it happened', () => {
  it('is clipped by publication, for nothing is reported before it happens', () => {
    const { when } = fact(said({ date: '2016-09-05', published: '2016-09-05T12:00+03:00' }))
    expect(when).toEqual({ from: at('05T00:00'), to: at('05T12:00') + 1 })
  })

  it('is any time before, for an event without a date', () => {
    expect(fact(said({ date: null })).when).toEqual({ from: -Infinity, to: at('05T12:00') + 1 })
  })

  it('is the day of the report, for a state without a date', () => {
    const { when } = fact(said({ kind: 'aid_convoy_waiting', date: null }))
    expect(when).toEqual({ from: at('05T00:00'), to: at('05T12:00') + 1 })
  })

  it('is what was planned, though it lies ahead', () => {
    const planned = said({ date: '2016-09-08', modality: 'planned' })
    expect(fact(planned).when.from).toBe(at('08T00:00'))
  })

  it.each([
    ['2016-09-05', '05T00:30', 'yes'],
    ['2016-09-05', '04T23:59', 'no'],
    ['2016-09-03/2016-09-05', '04T12:00', 'perhaps'],
    ['2016-09-05T11:00+03:00', '05T10:00', 'no'],
    [null, '05T09:00', 'yes'],
    [null, '04T12:00', 'perhaps'],
  ] as const)('%s had happened on %s: %s', (date, instant, answer) => {
    expect(hadHappened(fact(said({ date })), at(instant))).toBe(answer)
  })
})

describe('who speaks', () => {
  it('is the one the claim names, else the only one of that side', () => {
    expect(fact(said({ speaker: 'Northern army', speaker_side: 'syria_gov' })).speaker).toBe('north')
    expect(fact(said({ speaker: 'a spokesman of the Northern army', speaker_side: 'syria_gov' })).speaker).toBe('north')
    expect(fact(said({ speaker: 'the minister', speaker_side: 'russia' })).speaker).toBe('east')
    expect(fact(said({ speaker: 'an official, on Eastland', speaker_side: 'us' })).speaker).toBe('west')
  })

  it('is no monitor of the agreement when another monitor is named', () => {
    const other = fact(said({ speaker: 'Documentation Centre', speaker_side: 'monitor' }))
    expect(other.speaker).toBeNull()
    expect(other.camp).toBe('speaker documentation centre')
    expect(fact(said({ speaker: null, speaker_side: 'monitor' })).speaker).toBe('watch')
  })

  it('carries the word of its camp: a party and the guarantor who answers for it are one', () => {
    expect(fact(said({ speaker: 'army', speaker_side: 'syria_gov' })).camp).toBe('east')
    expect(fact(said({ speaker: 'Eastland', speaker_side: 'russia' })).camp).toBe('east')
    expect(fact(said({ speaker: 'Westland', speaker_side: 'us' })).camp).toBe('west')
  })

  it('is its own camp as an outlet, and nobody’s when unnamed', () => {
    expect(fact(said({ speaker: null, speaker_side: 'outlet', outlet: 'Herald' })).camp).toBe('outlet herald')
    expect(fact(said({ speaker: 'residents', speaker_side: 'unknown' })).camp).toBeNull()
  })
})

describe('who did it', () => {
  const doers = (more: Parameters<typeof said>[0]) => fact(said(more)).doers

  it('is whom the claim blames', () => expect(doers({ actor_blamed: 'the Northern army' })).toEqual(['north']))

  it('is never guessed for an event from the words around', () => {
    expect(doers({ quote: 'the Northern army said that shells fell' })).toEqual([])
  })

  it('is the speaker who denies and names nobody', () => {
    const denial = { speaker: 'rebels', speaker_side: 'opposition', modality: 'denied', negated: true } as const
    expect(doers(denial)).toEqual(['south'])
    expect(doers({ ...denial, speaker: 'Watch', speaker_side: 'monitor' })).toEqual([])
  })

  it('is “we”, for a state, unless we only looked on', () => {
    const own = { kind: 'withdrawal', speaker: 'rebels', speaker_side: 'opposition' } as const
    expect(doers({ ...own, quote: 'We have moved back' })).toEqual(['south'])
    expect(doers({ ...own, quote: 'We have seen no withdrawal' })).toEqual([])
    expect(doers({ ...own, quote: 'that is for the US to say' })).toEqual([])
  })

  it('is the first party the words name, and for the truce all of them', () => {
    expect(doers({ kind: 'withdrawal', quote: 'the army left before the rebels' })).toEqual(['north'])
    expect(doers({ kind: 'truce_compliance', quote: 'the army and the rebels kept it' })).toEqual(['north', 'south'])
  })

  it('stays open where several are named and none chosen', () => {
    const { doers: all, alternatives } = fact(said({ actor_blamed: 'Eastland or unknown jets' }))
    expect(all).toEqual(['east'])
    expect(alternatives).toEqual([['east'], []])
  })
})
