import { nameClaim, nameMinute, type Claim, type ClaimBody, type MinuteBody } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayMinute } from '../may-minute.ts'
import { at, mirrored, on, PACT, recordOf } from '../testing/pact.ts'
import { casesOf, type Case } from './index.ts'

const opening: MinuteBody = {
  does: 'open-case',
  at: on(5),
  case: 'c-1',
  of: 'south',
  clause: 'calm.north',
  accused: 'north',
  claims: [],
  summary: 'Shells fell on the town.',
}
const asks = (of: string, date = 5): MinuteBody => ({
  does: 'case-step',
  at: on(date, 13),
  case: 'c-1',
  stage: 'tasked',
  step: 1,
  of,
  text: 'Asked its party what it knows.',
})
const finds = (
  of: string[],
  finding: 'supported' | 'refuted' | 'falsely_attributed' | 'self_defence_claimed',
  hour = 12,
) =>
  ({
    does: 'case-finding',
    at: on(6, hour),
    case: 'c-1',
    step: 2,
    of,
    finding,
    actor: null,
    reason: 'What was told of it.',
    claims: [],
  }) satisfies MinuteBody
const measures = (step: number | null, of: string[] = ['east', 'west']): MinuteBody => ({
  does: 'case-measure',
  at: on(7),
  case: 'c-1',
  of,
  step,
  measure: 'A letter to both.',
})
const replies = (of: string): MinuteBody => ({ does: 'case-reply', at: on(7), case: 'c-1', of, text: 'It was not us.' })
const closes = (of: string[] = ['east', 'west']): MinuteBody => ({
  does: 'close-case',
  at: on(8),
  case: 'c-1',
  of,
  outcome: 'noted',
  reason: 'Both found the same.',
})
const sends: MinuteBody = {
  ...asks('east', 7),
  does: 'case-step',
  stage: 'sent_to_parties',
  step: null,
  text: 'Sent.',
} as MinuteBody

const assessed = [opening, asks('east'), asks('west'), finds(['east'], 'supported'), finds(['west'], 'supported', 13)]

const refused = (before: readonly MinuteBody[], minute: MinuteBody) =>
  mayMinute(PACT, recordOf(before), nameMinute(minute)).map(({ code, clause, heading }) => [code, clause, heading])
const one = (minutes: readonly MinuteBody[], date = 9): Case => casesOf(PACT, recordOf(minutes), at(date)).cases[0]!

const PROCEDURE = ['complaints', 'Pact › 3. When it is broken › 3.1 Complaints']
const byProcedure = (...codes: string[]) => codes.map((code) => [code, ...PROCEDURE])

describe('a case', () => {
  it('has the steps of the procedure that the clause names, with whose they are and when each is due', () => {
    const { procedure, heading, stage, steps, next, assessors } = one([opening], 5)
    expect({ procedure, heading, stage, assessors }).toEqual({
      procedure: 'complaints',
      heading: 'Pact › 2. Calm',
      stage: 'received',
      assessors: ['east', 'west'],
    })
    expect(steps.map(({ who, due }) => [who, due])).toEqual([
      [['east', 'west'], '2016-09-06T12:00:00+03:00'],
      [['east', 'west'], '2016-09-08T12:00:00+03:00'],
      [['east', 'west'], null],
      [['east', 'west'], null],
    ])
    expect(next).toMatchObject({ step: 1, who: ['east', 'west'], due: '2016-09-06T12:00:00+03:00' })
  })

  it('says who is late now and by how much, and who was late when it was done', () => {
    const late = one([opening, asks('east')], 7).late
    expect(late).toEqual([
      {
        who: 'west',
        step: 1,
        does: 'ask its party for information',
        due: '2016-09-06T12:00:00+03:00',
        late_by_ms: 24 * 3_600_000,
      },
    ])
    const [first] = one([opening, asks('east'), asks('west', 6)], 7).steps
    expect(first!.done.map(({ by, late_by_ms }) => [by, late_by_ms])).toEqual([
      ['east', 0],
      ['west', 3_600_000],
    ])
    expect(one([opening, asks('east')], 6).late).toEqual([])
  })

  it('keeps two findings that differ as two, and is joint only once each has found the same', () => {
    const apart = [opening, finds(['east'], 'supported'), finds(['west'], 'refuted', 13)]
    expect(one(apart)).toMatchObject({ agreed: 'two', scope: 'undetermined' })
    expect(one(apart.slice(0, 2)).agreed).toBe('one')
    expect(one(assessed)).toMatchObject({ agreed: 'same', scope: 'as_alleged', stage: 'investigated' })
    expect(one([...assessed, finds(['east', 'west'], 'supported', 14)]).agreed).toBe('joint')
    expect(one([opening])).toMatchObject({ agreed: 'none', scope: 'undetermined' })
  })

  it('tells a true event of another actor, and self-defence, from the rest', () => {
    expect(one([opening, finds(['east'], 'falsely_attributed')]).scope).toBe('wrong_actor')
    expect(one([opening, finds(['west'], 'self_defence_claimed')]).scope).toBe('self_defence_claimed')
  })

  it('is open to a reply from when findings were sent until it is closed', () => {
    expect(one(assessed).reply.open).toBe(false)
    expect(one([...assessed, sends]).reply).toEqual({ open: true, until: null, replied: [] })
    const replied = one([...assessed, sends, replies('north'), closes()])
    expect(replied.reply).toMatchObject({ open: false, replied: [{ of: 'north', text: 'It was not us.' }] })
    expect(replied).toMatchObject({ stage: 'closed', closed: { reason: 'Both found the same.' }, late: [], next: null })
  })

  it('is the same in whatever order minutes of one instant came in', () => {
    const all = [
      ...assessed,
      finds(['east', 'west'], 'supported', 14),
      replies('north'),
      measures(3),
      measures(4),
      closes(),
    ]
    const together = all.map((body): MinuteBody => ({ ...body, at: on(6) }))
    const found = one(together, 6)
    expect(found).toMatchObject({ stage: 'closed', agreed: 'joint', measures: [{ step: 3 }, { step: 4 }] })
    expect(one(together.toReversed(), 6)).toMatchObject({ stage: 'closed', agreed: 'joint', measures: found.measures })
  })

  it('is seen as it was at an instant', () => {
    expect(casesOf(PACT, recordOf(assessed), at(4)).cases).toEqual([])
    expect(one(assessed, 5).findings).toEqual([])
  })

  it('has the visits made for it, the denied among them, and those that are related', () => {
    const visit: MinuteBody = {
      does: 'visit',
      at: on(6),
      of: 'watch',
      case: 'c-1',
      place: 'the town',
      planned_at: on(6),
      outcome: 'denied',
      denied_by: 'north',
      reason: 'No reason was given.',
    }
    const other: MinuteBody = { ...opening, case: 'c-2', at: on(5, 14) } as MinuteBody
    const relates: MinuteBody = { does: 'relate-cases', at: on(6), cases: ['c-1', 'c-2'], reason: 'One night.' }
    const found = one([opening, other, visit, relates])
    expect(found.visits).toMatchObject([{ outcome: 'denied', denied_by: 'north' }])
    expect(found.related).toEqual([{ case: 'c-2', reason: 'One night.' }])
    expect(refused([opening], { ...visit, reason: null } as MinuteBody)).toEqual(byProcedure('visit-unexplained'))
  })

  it('tells what each account makes of the incident', () => {
    const claim = (more: Partial<ClaimBody>): Claim =>
      nameClaim({ ...CLAIM, ...more, end: (more.quote ?? CLAIM.quote).length })
    const claims = [
      claim({ speaker: 'Watch', speaker_side: 'monitor' }),
      claim({ speaker: 'Northern side', speaker_side: 'syria_gov', quote: 'No shell was fired.', modality: 'denied' }),
    ]
    const minutes = recordOf([{ ...opening, claims: [claims[0]!.id] } as MinuteBody], { claims })
    const [incident] = casesOf(PACT, minutes, at(9)).cases[0]!.incidents
    expect(incident!.claims).toContain(claims[0]!.id)
    const verdicts = Object.fromEntries(incident!.verdicts.map(({ account, verdict }) => [account, verdict]))
    expect(verdicts).toMatchObject({ watchers: 'supported', pair: 'unknown' })
  })

  it('tells the incident from the side of the allegation, though most words say the contrary', () => {
    const said = (quote: string, kind: ClaimBody['kind'], speaker: string, side: ClaimBody['speaker_side']): Claim =>
      nameClaim({ ...CLAIM, quote, end: quote.length, kind, speaker, speaker_side: side })
    const alleged = said('They broke the truce.', 'truce_violation', 'Watch', 'monitor')
    const kept = [
      said('We kept the truce.', 'truce_compliance', 'Northern side', 'syria_gov'),
      said('The truce was kept.', 'truce_compliance', 'Somebody', 'unknown'),
    ]
    const minutes = recordOf([{ ...opening, claims: [alleged.id] } as MinuteBody], { claims: [alleged, ...kept] })
    const [incident] = casesOf(PACT, minutes, at(9)).cases[0]!.incidents
    expect(incident!.for).toEqual([alleged.id])
    expect(incident!.against.toSorted()).toEqual(kept.map(({ id }) => id).toSorted())
    expect(incident!.verdicts).toContainEqual({ account: 'watchers', verdict: 'supported' })
  })
})

const CLAIM: ClaimBody = {
  doc: 'report.txt',
  quote: 'Shells fell on the town.',
  start: 0,
  end: 24,
  speaker: 'Watch',
  speaker_side: 'monitor',
  via: null,
  outlet: null,
  published: '2016-09-05T12:00+03:00',
  kind: 'shelling',
  modality: 'asserted',
  negated: false,
  places: ['Town'],
  date: '2016-09-05',
  date_basis: 'explicit',
  actor_blamed: 'Northern side',
  target: null,
  figures: [],
}

describe('what a procedure does not allow is refused with its clause and heading', () => {
  it('a step by somebody that it does not name', () => {
    expect(refused([opening], asks('watch'))).toEqual(byProcedure('step-of-another'))
    expect(refused([opening], asks('nobody'))).toEqual(byProcedure('somebody-unknown'))
    expect(refused([opening], { ...asks('east'), step: 9 } as MinuteBody)).toEqual(byProcedure('step-unknown'))
    expect(refused([opening], { ...asks('east'), stage: 'closed' } as MinuteBody)).toEqual(
      byProcedure('stage-of-its-own'),
    )
    expect(refused([opening], asks('east'))).toEqual([])
  })

  it('a finding by a party, a joint one by one of those who assess, or against what one has found', () => {
    expect(refused([opening], { ...finds(['north'], 'refuted'), step: null })).toEqual(
      byProcedure('finding-of-another'),
    )
    const joint = finds(['east', 'west'], 'supported', 15)
    expect(refused([opening], joint)).toEqual(byProcedure('finding-not-joint'))
    expect(refused([opening, finds(['east'], 'supported')], joint)).toEqual(byProcedure('finding-not-joint'))
    expect(refused([opening, finds(['east'], 'supported'), finds(['west'], 'refuted')], joint)).toEqual(
      byProcedure('finding-not-joint'),
    )
    expect(refused(assessed, joint)).toEqual([])
    expect(refused([opening], { ...finds(['east'], 'falsely_attributed'), actor: 'north' })).toEqual(
      byProcedure('wrong-actor-unnamed'),
    )
  })

  it('the last means before those without force, and a joint measure by one', () => {
    expect(refused(assessed, measures(4))).toEqual(byProcedure('measure-before-means'))
    expect(refused([opening], measures(3))).toEqual(byProcedure('measure-before-means'))
    expect(refused(assessed, measures(3))).toEqual([])
    expect(refused([...assessed, measures(3)], measures(4))).toEqual([])
    expect(refused(assessed, measures(3, ['east']))).toEqual(byProcedure('measure-of-another'))
    expect(refused(assessed, measures(null))).toEqual(byProcedure('measure-before-means'))
  })

  it('a reply for another', () => {
    expect(refused(assessed, replies('south'))).toEqual(byProcedure('reply-for-another'))
    expect(refused(assessed, replies('west'))).toEqual(byProcedure('reply-for-another'))
    expect(refused(assessed, replies('north'))).toEqual([])
    expect(refused(assessed, replies('east'))).toEqual([])
  })

  it('closing before the accused was asked, by one alone, and anything after it', () => {
    expect(refused([opening], closes())).toEqual(byProcedure('closed-unasked'))
    expect(refused(assessed, closes(['east']))).toEqual(byProcedure('closed-by-another'))
    expect(refused(assessed, closes(['watch']))).toEqual(byProcedure('closed-by-another'))
    expect(refused(assessed, closes())).toEqual([])
    expect(refused([...assessed, closes()], { ...replies('north'), at: on(9) } as MinuteBody)).toEqual(
      byProcedure('case-closed'),
    )
  })

  it('a case of nothing that can be broken, of somebody who is not bound, or under a name in use', () => {
    expect(refused([], { ...opening, clause: 'truce' } as MinuteBody)[0]![0]).toBe('clause-unknown')
    expect(refused([], { ...opening, accused: 'south' } as MinuteBody)).toEqual([
      ['accused-not-bound', 'calm.north', 'Pact › 2. Calm'],
    ])
    expect(refused([opening], { ...opening, at: on(6) } as MinuteBody)[0]![0]).toBe('case-there-already')
    expect(refused([], asks('east'))).toEqual([['case-unknown', null, null]])
  })

  it('what is entered late and would take its effect from what was done since', () => {
    const backdated: MinuteBody = { ...closes(), at: on(5, 14) } as MinuteBody
    expect(refused(assessed, backdated)).toEqual(byProcedure('undoes-later'))
    expect(refused(assessed.slice(0, 3), backdated)).toEqual([])
  })

  it('and where it is in the record all the same, it is shown and has no effect', () => {
    const { cases, out_of_order } = casesOf(PACT, recordOf([opening, closes(['east'])]), at(9))
    expect(cases[0]!.closed).toBeNull()
    expect(out_of_order).toMatchObject([
      { does: 'close-case', refusals: [{ code: 'closed-by-another' }, { code: 'closed-unasked' }] },
    ])
  })
})

const anyMinute = fc.oneof(
  fc.constantFrom<MinuteBody>(opening, mirrored(opening), sends),
  fc.constantFrom('east', 'west', 'north', 'watch').map((of) => asks(of)),
  fc
    .tuple(
      fc.subarray(['east', 'west', 'south'], { minLength: 1 }),
      fc.constantFrom('supported', 'refuted', 'falsely_attributed'),
      fc.nat(9),
    )
    .map(([of, finding, hour]) => finds(of, finding, 10 + hour)),
  fc
    .tuple(fc.constantFrom(3, 4, null), fc.subarray(['east', 'west'], { minLength: 1 }))
    .map(([step, of]) => measures(step, of)),
  fc.constantFrom('north', 'south', 'east', 'west').map(replies),
  fc.subarray(['east', 'west'], { minLength: 1 }).map(closes),
)

const LEFT_OUT: ReadonlySet<string> = new Set(['minute', 'why', 'help'])

it('swapping the parties swaps the cases and nothing else', () => {
  // Ids are made of the content and sentences list by the agreement: what is left has to be the same, word for word.
  const told = (minutes: readonly MinuteBody[]): unknown =>
    JSON.parse(
      JSON.stringify(casesOf(PACT, recordOf(minutes), at(10)), (key, value) => (LEFT_OUT.has(key) ? undefined : value)),
    )
  fc.assert(
    fc.property(fc.array(anyMinute, { maxLength: 14 }), (minutes) => {
      const here = JSON.stringify(sorted(mirrored(told([opening, ...minutes]))))
      expect(here).toBe(JSON.stringify(sorted(told(mirrored([opening, ...minutes])))))
    }),
  )
})

/** Lists of names, and of what each did, in an order that no name decides. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    const parts = value.map(sorted)
    const byName = parts.every(
      (part) =>
        typeof part === 'string' ||
        (typeof part === 'object' && part !== null && ('by' in part || 'who' in part) && !('number' in part)),
    )
    return byName ? parts.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : parts
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, sorted(part)]))
}
