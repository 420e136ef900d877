import { describe, expect, it } from 'vitest'
import { takeEntry } from '../intake.ts'
import { namedByMinute, nameMinute, takeMinute, type MinuteBody } from './index.ts'

const AT = '2016-09-16T18:00+03:00'
const closing = {
  does: 'close-case' as const,
  at: AT,
  case: 'c-1',
  of: ['russia', 'united-states'],
  outcome: 'measures taken',
}
const answer = { does: 'answer-information', at: AT, request: `min_${'0'.repeat(20)}`, of: 'russia' } as const

const refusedFor = (offered: unknown): string[] => {
  const taken = takeMinute(offered)
  return taken.ok ? [] : taken.refusals.map(({ path }) => path)
}

describe('a minute', () => {
  it('has one name for one content, and goes into the record under it', () => {
    const body = { ...closing, reason: 'both found the same' } satisfies MinuteBody
    const minute = nameMinute(body)
    expect(minute.id).toMatch(/^min_[0-9a-f]{20}$/)
    expect(takeMinute(body)).toEqual({ ok: true, value: minute })
    const entry = { type: 'minute', received_at: AT, recorded_by: 'desk', body: minute }
    expect(takeEntry(entry)).toEqual({ ok: true, value: entry })
    expect(takeEntry({ ...entry, body: { ...minute, outcome: 'none' } }).ok).toBe(false)
  })

  it('closes nothing without a reason', () => {
    expect(refusedFor({ ...closing, reason: '' })).toEqual(['minute.reason'])
    expect(refusedFor({ ...closing, reason: '  ' })).toEqual(['minute.reason'])
    expect(refusedFor(closing)).toEqual(['minute.reason'])
  })

  it('of a kind that there is not is told which there are, and a blank one that it says nothing', () => {
    const said = (offered: unknown) => {
      const taken = takeMinute(offered)
      return taken.ok ? [] : taken.refusals.map(({ message, help }) => `${message}: ${help}`)
    }
    expect(said({ ...closing, does: 'close-cas', reason: 'so' })).toEqual([
      expect.stringMatching(/^`minute\.does` is `"close-cas"`, which is no value of it: here fits: .*`close-case`/),
    ])
    expect(said({ at: AT })).toEqual([expect.stringMatching(/^`minute\.does` is missing: here fits: .*`close-case`/)])
    expect(said({ ...closing, reason: ' ' })).toEqual([expect.stringContaining('`minute.reason` `" "` says nothing')])
  })

  it('answers, or says why not, and never both or neither', () => {
    expect(refusedFor({ ...answer, answer: 'none of our aircraft flew', refused_because: null })).toEqual([])
    expect(refusedFor({ ...answer, answer: null, refused_because: 'it would name a source' })).toEqual([])
    expect(refusedFor({ ...answer, answer: null, refused_because: null })).not.toEqual([])
    expect(refusedFor({ ...answer, answer: 'yes', refused_because: 'no' })).not.toEqual([])
  })

  it('proposes jointly in one name, and joins in a minute that is named', () => {
    const { of: _, ...words } = closing
    const proposal = { ...words, does: 'joint-closing', of: 'russia', joins: null, reason: 'both found the same' }
    expect(refusedFor(proposal)).toEqual([])
    expect(refusedFor({ ...proposal, of: ['russia', 'united-states'] })).toEqual(['minute.of'])
    expect(refusedFor({ ...proposal, joins: 'that one' })).toEqual(['minute.joins'])
    const taken = takeMinute({ ...proposal, joins: answer.request })
    expect(taken.ok && namedByMinute(taken.value).minutes).toEqual([answer.request])
    const back = takeMinute({
      does: 'take-back',
      at: AT,
      case: 'c-1',
      of: 'russia',
      proposal: answer.request,
      reason: 'x',
    })
    expect(back.ok && namedByMinute(back.value).minutes).toEqual([answer.request])
  })

  it('is refused with a field that it does not know, or of a kind that there is not', () => {
    expect(refusedFor({ ...closing, reason: 'so', guilty: true })).toEqual(['minute.guilty'])
    expect(refusedFor({ does: 'nominate-target', at: AT })).toEqual(['minute.does'])
    expect(refusedFor(null)).not.toEqual([])
  })

  it('tells what it rests on', () => {
    const found = nameMinute({
      does: 'case-finding',
      at: AT,
      case: 'c-1',
      of: ['russia'],
      step: 2,
      finding: 'supported',
      actor: null,
      reason: 'two sources',
      claims: ['clm_1'],
    })
    expect(namedByMinute(found)).toEqual({ claims: ['clm_1'], minutes: [], acts: [] })
    expect(namedByMinute(nameMinute({ ...answer, answer: 'no', refused_because: null }))).toEqual({
      claims: [],
      minutes: [answer.request],
      acts: [],
    })
  })

  it('shows a clause, an article, a claim or a field of it, and nothing else, to a level of the list', () => {
    const showing = { does: 'disclose', at: AT, of: ['russia'], level: 'public', embargo_until: null, told_of: true }
    const about = (subject: unknown) => refusedFor({ ...showing, reason: 'so', subject })
    const claim = 'clm_1'
    for (const subject of [
      { clause: 'a' },
      { article: '2. Calm' },
      { claim, field: null },
      { claim, field: 'speaker' },
    ])
      expect(about(subject)).toEqual([])
    for (const subject of [{}, { clause: '' }, { claim }, { clause: 'a', article: 'b' }, { place: 'a hospital' }])
      expect(about(subject)).not.toEqual([])
    expect(refusedFor({ ...showing, subject: { clause: 'a' }, reason: 'so', level: 'press' })).toEqual(['minute.level'])
    const taken = takeMinute({ ...showing, reason: 'so', subject: { claim, field: 'speaker' } })
    expect(taken.ok && namedByMinute(taken.value)).toEqual({ claims: [claim], minutes: [], acts: [] })
  })
})
