import { nameMinute, type Minute, type MinuteBody } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayMinute } from '../may-minute.ts'
import { at, mirrored, on, PACT } from '../testing/pact.ts'
import { casesOf, jointNames, type Case } from './index.ts'

const minute = <B extends MinuteBody>(body: B) => nameMinute(body)
const opening = minute({
  does: 'open-case',
  at: on(5),
  case: 'c-1',
  of: 'south',
  clause: 'calm.north',
  accused: 'north',
  claims: [],
  summary: 'Shells fell on the town.',
})
const asked = minute({
  does: 'case-step',
  at: on(5, 13),
  case: 'c-1',
  stage: 'tasked',
  step: 1,
  of: 'east',
  text: 'Asked its party.',
})

interface Said {
  day?: number
  hour?: number
  joins?: string | null
  step?: number | null
  finding?: 'supported' | 'refuted'
  reason?: string
  claims?: string[]
}
const finding = (of: string, { day = 6, hour = 12, joins = null, ...said }: Said = {}) =>
  minute({
    does: 'joint-finding',
    at: on(day, hour),
    case: 'c-1',
    of,
    joins,
    step: 2,
    finding: 'supported',
    actor: null,
    reason: 'Two saw it.',
    claims: [],
    ...said,
  })
const own = (of: string[], said: 'supported' | 'refuted', hour = 14) =>
  minute({
    does: 'case-finding',
    at: on(6, hour),
    case: 'c-1',
    of,
    step: 2,
    finding: said,
    actor: null,
    reason: 'By itself.',
    claims: [],
  })
const closing = (of: string, hour: number, joins: string | null = null) =>
  minute({
    does: 'joint-closing',
    at: on(7, hour),
    case: 'c-1',
    of,
    joins,
    outcome: 'noted',
    reason: 'Both found the same.',
  })
const measure = (of: string, hour: number, step: number | null, joins: string | null = null) =>
  minute({ does: 'joint-measure', at: on(7, hour), case: 'c-1', of, joins, step, measure: 'A letter to both.' })
const back = (of: string, proposal: string, hour = 13) =>
  minute({ does: 'take-back', at: on(6, hour), case: 'c-1', of, proposal, reason: 'Not so sure.' })

const record = (minutes: readonly Minute[]) => ({ claims: [], rulings: [], minutes })
const one = (minutes: readonly Minute[], date = 9): Case =>
  casesOf(PACT, record([opening, ...minutes]), at(date)).cases[0]!
const refused = (before: readonly Minute[], next: Minute) =>
  mayMinute(PACT, record([opening, ...before]), next).map(({ code, clause, heading }) => [code, clause, heading])
const byProcedure = (...codes: string[]) =>
  codes.map((code) => [code, 'complaints', 'Pact › 3. When it is broken › 3.1 Complaints'])

const proposed = finding('east')
const joined = finding('west', { hour: 15, joins: proposed.id })

describe('a joint finding', () => {
  it('is nobody’s while it is proposed, and says of whom the joining is wanted, until when', () => {
    const found = one([proposed], 7)
    expect(found).toMatchObject({ agreed: 'none', findings: [], stage: 'received' })
    expect(found.proposals).toMatchObject([
      { minute: proposed.id, of: 'east', state: 'open', until: '2016-09-08T12:00:00+03:00', wanted: ['west'] },
    ])
    expect(found.steps[1]!.wanted).toEqual(['east', 'west'])
  })

  it('comes about with the word of the last, though neither found for itself before', () => {
    const found = one([proposed, joined])
    expect(found).toMatchObject({ agreed: 'joint', scope: 'as_alleged', stage: 'investigated' })
    expect(found.findings).toMatchObject([
      { minute: joined.id, of: ['east', 'west'], at: joined.at, reason: 'Two saw it.' },
    ])
    expect(found.steps[1]!.done.map(({ by, late_by_ms }) => [by, late_by_ms])).toEqual([
      ['east', 0],
      ['west', 0],
    ])
    expect(found.proposals).toMatchObject([
      { state: 'joined', wanted: [], joined: [{ of: 'west', minute: joined.id }], ended: { of: ['west'] } },
    ])
  })

  it('comes about too where each proposes it to the other in the same words', () => {
    const both = [finding('east', { claims: ['clm_1', 'clm_2'] }), finding('west', { claims: ['clm_2', 'clm_1'] })]
    expect(one(both)).toMatchObject({ agreed: 'joint', proposals: [{ state: 'joined' }, { state: 'joined' }] })
    expect(one([both[0]!, finding('west', { finding: 'refuted' })]).proposals.map(({ state }) => state)).toEqual([
      'lapsed',
      'lapsed',
    ])
  })

  it('is not joined in in other words, and is told in which they differ', () => {
    const other = finding('west', { hour: 15, joins: proposed.id, reason: 'One saw it.' })
    expect(refused([proposed], other)).toEqual(byProcedure('joined-in-other-words'))
    expect(mayMinute(PACT, record([opening, proposed]), other)[0]!.why).toContain('`reason`')
    expect(refused([proposed], joined)).toEqual([])
  })

  it('lapses with the time of its step, and cannot be proposed after it', () => {
    expect(refused([proposed], finding('west', { day: 8, joins: proposed.id }))).toEqual([])
    expect(refused([proposed], finding('west', { day: 8, hour: 13, joins: proposed.id }))).toEqual(
      byProcedure('proposal-over'),
    )
    expect(one([proposed], 9)).toMatchObject({ agreed: 'none', proposals: [{ state: 'lapsed', ended: null }] })
    expect(one([proposed], 9).late.map(({ who, step }) => [who, step])).toContainEqual(['east', 2])
    expect(refused([], finding('east', { day: 8, hour: 13 }))).toEqual(byProcedure('proposed-too-late'))
    expect(refused([], finding('east', { day: 8, hour: 13, step: null }))).toEqual([])
  })

  it('stands in the name of all once all have joined in, whoever’s word is asked about', () => {
    const names = (minutes: readonly Minute[], word: Minute) => jointNames(PACT, record([opening, ...minutes]), word)
    expect(names([proposed], proposed)).toBeNull()
    expect(names([proposed, joined], proposed)).toEqual(['east', 'west'])
    expect(names([proposed, joined], joined)).toEqual(['east', 'west'])
    expect(names([proposed, joined], asked)).toBeNull()
  })

  it('can be taken back by who proposed it while it is not joined in, and by nobody else', () => {
    const taken = back('east', proposed.id)
    expect(refused([proposed], taken)).toEqual([])
    expect(one([proposed, taken]).proposals).toMatchObject([{ state: 'taken_back', ended: { minute: taken.id } }])
    expect(refused([proposed, taken], joined)).toEqual(byProcedure('proposal-over'))
    expect(refused([proposed], back('west', proposed.id))).toEqual(byProcedure('taken-back-by-another'))
    expect(refused([proposed, joined], back('east', proposed.id, 16))).toEqual(byProcedure('proposal-over'))
    expect(refused([proposed, joined], taken)).toEqual(byProcedure('undoes-later'))
  })

  it('is answered by a finding that differs, and stands beside one that is the same', () => {
    expect(one([proposed, own(['west'], 'refuted')]).proposals).toMatchObject([
      { state: 'answered', ended: { of: ['west'] } },
    ])
    expect(refused([proposed, own(['west'], 'refuted')], joined)).toEqual(byProcedure('proposal-over'))
    expect(refused([proposed, own(['west'], 'supported')], joined)).toEqual([])
  })

  it('gives way to another of the same hand, and to one that it joins in', () => {
    const anew = finding('east', { hour: 13, reason: 'Three saw it.' })
    expect(one([proposed, anew], 7).proposals.map(({ state }) => state)).toEqual(['replaced', 'open'])
    const counter = finding('west', { hour: 13, finding: 'refuted' })
    const given = finding('east', { hour: 14, finding: 'refuted', joins: counter.id })
    expect(one([proposed, counter], 7).proposals.map(({ state }) => state)).toEqual(['open', 'open'])
    expect(one([proposed, counter, given]).proposals.map(({ state }) => state)).toEqual(['replaced', 'joined'])
    expect(one([proposed, counter, given]).findings).toMatchObject([{ of: ['east', 'west'], finding: 'refuted' }])
  })

  it('is for those who assess, of what there is, once', () => {
    expect(refused([], finding('north'))).toEqual(byProcedure('finding-of-another'))
    expect(refused([], finding('nobody'))).toEqual(byProcedure('somebody-unknown'))
    expect(refused([], finding('east', { step: 9 }))).toEqual(byProcedure('step-unknown'))
    expect(refused([proposed], finding('east', { hour: 13, joins: proposed.id }))).toEqual(
      byProcedure('proposed-already'),
    )
    expect(refused([proposed], finding('east', { hour: 13 }))).toEqual(byProcedure('proposed-already'))
    expect(refused([], joined)).toEqual(byProcedure('proposal-unknown'))
    expect(refused([proposed], closing('west', 12, proposed.id))).toEqual(byProcedure('proposal-unknown'))
  })

  it('may still be entered in one minute, once each has found the same', () => {
    const each = [own(['east'], 'supported', 12), own(['west'], 'supported', 13)]
    expect(one([...each, own(['east', 'west'], 'supported')]).agreed).toBe('joint')
    expect(refused([proposed], own(['east', 'west'], 'supported'))).toEqual(byProcedure('finding-not-joint'))
    expect(one([proposed, ...each, own(['east', 'west'], 'supported')]).proposals).toMatchObject([
      { state: 'answered' },
    ])
  })
})

describe('closing, and measures that are taken jointly', () => {
  const done = [asked, proposed, joined]

  it('come about by the word of each, in the order of the procedure', () => {
    const offer = closing('east', 12)
    expect(refused([...done, offer], closing('west', 13, offer.id))).toEqual([])
    const found = one([...done, offer, closing('west', 13, offer.id)])
    expect(found).toMatchObject({ stage: 'closed', closed: { of: ['east', 'west'], at: on(7, 13) } })
    const letter = measure('west', 12, 3)
    const west = minute({ ...asked, of: 'west' })
    expect(one([...done, west, letter, measure('east', 13, 3, letter.id)]).measures).toMatchObject([
      { of: ['east', 'west'], step: 3 },
    ])
  })

  it('may be proposed before what comes first is done, and not completed', () => {
    const offer = closing('east', 12)
    expect(refused([], offer)).toEqual([])
    expect(refused([offer], closing('west', 13, offer.id))).toEqual(byProcedure('closed-unasked'))
    const letter = measure('east', 12, 3)
    expect(refused([], letter)).toEqual([])
    expect(refused([letter], measure('west', 13, 3, letter.id))).toEqual(byProcedure('measure-before-means'))
  })

  it('leave nothing open once the case is closed', () => {
    const offer = closing('east', 12)
    const late = finding('east', { day: 7, hour: 11, reason: 'Four saw it.' })
    const found = one([...done, late, offer, closing('west', 13, offer.id)])
    expect(found.proposals.map(({ state }) => state)).toEqual(['joined', 'answered', 'joined'])
    expect(refused([...done, offer, closing('west', 13, offer.id)], closing('east', 14))).toEqual(
      byProcedure('case-closed'),
    )
  })
})

const anyWord = fc.record({
  does: fc.constantFrom('find', 'find', 'close', 'measure', 'own', 'back'),
  of: fc.constantFrom('east', 'west', 'north'),
  hour: fc.integer({ min: 10, max: 20 }),
  differs: fc.boolean(),
  joins: fc.option(fc.nat(3)),
})
type AnyWord = typeof anyWord extends fc.Arbitrary<infer T> ? T : never

/** Names by place, so that each side of the mirror joins in its own; what is taken back otherwise is in neither. */
function played(words: readonly AnyWord[], turned: (value: Minute) => Minute): Minute[] {
  const minutes: Minute[] = []
  for (const { does, of, hour, differs, joins } of words) {
    const earlier = minutes.filter((each) => 'joins' in each)
    const named = joins === null ? null : (earlier[joins % Math.max(1, earlier.length)]?.id ?? null)
    const said = differs ? ('refuted' as const) : ('supported' as const)
    const made =
      does === 'find'
        ? finding(of, { hour, joins: named, finding: said })
        : does === 'close'
          ? closing(of, hour, named)
          : does === 'measure'
            ? measure(of, hour, differs ? 3 : 4, named)
            : does === 'own'
              ? own([of], said, hour)
              : back(of, named ?? asked.id, hour)
    const { id: _, ...body } = turned(made)
    minutes.push(nameMinute(body as MinuteBody) as Minute)
  }
  return minutes
}

it('swapping the parties swaps what is proposed, joined in and refused, and nothing else', () => {
  const told = (minutes: readonly Minute[]) => {
    const { cases, out_of_order } = casesOf(PACT, record(minutes), at(10))
    const shape = ({ proposals, findings, agreed, closed, measures, stage }: Case) => ({
      proposals: proposals.map(({ of, state, wanted, until, ended }) => ({
        of,
        state,
        wanted: wanted.toSorted(),
        until,
        by: ended?.of.toSorted(),
      })),
      findings: findings.map(({ of, finding: found }) => [of.toSorted(), found]),
      agreed,
      stage,
      closed: closed && closed.at,
      measures: measures.map(({ step }) => step),
    })
    return {
      cases: cases.map(shape),
      refused: out_of_order.map(({ does, refusals }) => [does, refusals.map(({ code }) => code)]),
    }
  }
  const sorted = (text: unknown) => JSON.stringify(text).replaceAll('"west","east"', '"east","west"')
  fc.assert(
    fc.property(fc.array(anyWord, { maxLength: 12 }), (words) => {
      const start = (turned: (value: Minute) => Minute) => {
        const { id: _, ...body } = turned(opening)
        return [nameMinute(body as MinuteBody) as Minute, ...played(words, turned)]
      }
      expect(sorted(mirrored(told(start((value) => value))))).toBe(sorted(told(start(mirrored))))
    }),
    { numRuns: 300 },
  )
})
