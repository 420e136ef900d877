import { nameClaim, nameMinute, type Claim, type ClaimBody, type MinuteBody, type MinuteOf } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayMinute } from '../may-minute.ts'
import { at, mirrored, on, PACT, recordOf } from '../testing/pact.ts'
import { callsOf, hotlineLog, proposedUndertakings, undertakingsOf } from './index.ts'

const words = { doc: 'note.txt', quote: 'We will have them hold their fire.', start: 0, end: 34 }
const undertook = {
  does: 'undertaking',
  at: on(5),
  of: 'east',
  for: 'north',
  to_do: 'Have the north hold its fire.',
  clause: 'calm.north',
  due: on(6),
  ...words,
} satisfies MinuteBody
const { id } = nameMinute(undertook)
const presses = {
  does: 'pressed',
  at: on(5, 15),
  undertaking: id,
  of: 'east',
  party: 'north',
  channel: 'hotline',
} satisfies MinuteBody
const came = (outcome: 'kept' | 'not_kept', hour: number): Extract<MinuteBody, { does: 'outcome' }> => ({
  does: 'outcome',
  at: on(7, hour),
  undertaking: id,
  outcome,
  reason: 'By what was told of it.',
  claims: [],
})
const codes = (before: readonly MinuteBody[], minute: MinuteBody) =>
  mayMinute(PACT, recordOf(before), nameMinute(minute)).map(({ code }) => code)

describe('an undertaking', () => {
  it('is open, then pressed, then what came of it last', () => {
    const states = [[], [presses], [presses, came('kept', 9)], [presses, came('kept', 9), came('not_kept', 10)]].map(
      (more) => undertakingsOf(PACT, recordOf([undertook, ...more]), at(8)).undertakings[0]!.state,
    )
    expect(states).toEqual(['open', 'pressed', 'kept', 'not_kept'])
  })

  it('is late once its time has passed with nothing told of it', () => {
    const late = (date: number, more: MinuteBody[] = []) =>
      undertakingsOf(PACT, recordOf([undertook, ...more]), at(date)).undertakings[0]!.late_by_ms
    expect([late(6), late(7), late(8, [came('kept', 9)])]).toEqual([0, 24 * 3_600_000, 0])
  })

  it('is pressed by whoever undertook it, of the party it answers for', () => {
    expect(codes([undertook], presses)).toEqual([])
    expect(codes([undertook], { ...presses, of: 'west', party: 'south' })).toEqual(['pressed-by-another'])
    expect(codes([undertook], { ...presses, party: 'south' })).toEqual(['party-of-another'])
    expect(codes([], presses)).toEqual(['undertaking-unknown'])
    expect(codes([], { ...undertook, for: 'south' })).toEqual(['party-of-another'])
    expect(codes([], { ...undertook, clause: 'peace' })).toEqual(['clause-unknown'])
  })

  it('is as those tell it who tell it alike, and nobody’s word overrides another’s', () => {
    const by = (of: string, outcome: 'kept' | 'not_kept', hour: number): MinuteBody => ({ ...came(outcome, hour), of })
    const states = [
      [by('east', 'kept', 9), by('west', 'kept', 10)],
      [by('east', 'kept', 9), by('west', 'not_kept', 10)],
      [by('east', 'not_kept', 9), by('west', 'not_kept', 10), by('east', 'kept', 11)],
      [by('east', 'kept', 9), by('west', 'not_kept', 10), by('west', 'kept', 11)],
    ].map((told) => undertakingsOf(PACT, recordOf([undertook, ...told]), at(8)).undertakings[0]!.state)
    expect(states).toEqual(['kept', 'told_differently', 'told_differently', 'kept'])
    expect(codes([undertook], by('nobody', 'kept', 9))).toEqual(['somebody-unknown'])
  })

  it('that got in by another way than the agreement’s has no effect, and is listed with its refusals', () => {
    const stranger = { ...undertook, for: 'south' } satisfies MinuteBody
    const outside = { ...presses, of: 'west', party: 'south' } satisfies MinuteBody
    const found = undertakingsOf(
      PACT,
      recordOf([undertook, stranger, outside, { ...came('kept', 9), of: 'nobody' }]),
      at(8),
    )
    expect(found.undertakings.map(({ state, pressed }) => [state, pressed])).toEqual([['open', []]])
    expect(found.out_of_order.map(({ does, refusals }) => [does, refusals[0]!.code])).toEqual([
      ['undertaking', 'party-of-another'],
      ['pressed', 'pressed-by-another'],
      ['outcome', 'somebody-unknown'],
    ])
    const mirror = undertakingsOf(PACT, mirrored(recordOf([undertook, stranger, outside])), at(8))
    expect(mirror.out_of_order.map(({ does }) => does)).toEqual(['undertaking', 'pressed'])
  })

  it('comes out mirrored for mirrored sides, whatever was minuted in whatever order', () => {
    const pool: MinuteBody[] = [
      undertook,
      presses,
      { ...presses, of: 'west', party: 'south' },
      { ...undertook, of: 'west', for: 'south' },
      { ...undertook, for: 'south' },
      { ...came('kept', 9), of: 'east' },
      { ...came('not_kept', 10), of: 'west' },
      came('not_kept', 11),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(pool), (minutes) => {
        const record = recordOf(minutes)
        expect(undertakingsOf(PACT, mirrored(record), at(8))).toEqual(mirrored(undertakingsOf(PACT, record, at(8))))
      }),
    )
  })

  it('is proposed with its exact words where somebody of the agreement says what it will do, until it is entered', () => {
    const planned = told('Eastland', 'russia', 'We will open the road.', { modality: 'planned', date: '2016-09-06' })
    const record = recordOf([], {
      claims: [planned, told('Watch', 'monitor', 'Shells fell.'), { ...planned, negated: true }],
    })
    const [proposed, ...more] = proposedUndertakings(PACT, record, at(8))
    expect(more).toEqual([])
    expect(proposed).toMatchObject({ of: 'east', quote: planned.quote, start: 0, end: planned.end, doc: 'east.txt' })
    expect(proposedUndertakings(PACT, { ...record, minutes: [proposed!] }, at(8))).toEqual([])
  })
})

const call = {
  does: 'call',
  at: on(5),
  channel: 'phone',
  between: ['east', 'west'],
  read_outs: [
    { of: 'east', doc: 'east.txt' },
    { of: 'west', doc: 'west.txt' },
  ],
} satisfies MinuteBody

function told(speaker: string, side: ClaimBody['speaker_side'], quote: string, more: Partial<ClaimBody> = {}): Claim {
  return nameClaim({
    doc: speaker === 'Westland' ? 'west.txt' : 'east.txt',
    quote,
    start: 0,
    end: quote.length,
    speaker,
    speaker_side: side,
    via: null,
    outlet: null,
    published: '2016-09-05T12:00+03:00',
    kind: 'aid_delivery',
    modality: 'asserted',
    negated: false,
    places: [],
    date: '2016-09-05',
    date_basis: 'explicit',
    actor_blamed: null,
    target: null,
    figures: [],
    ...more,
  })
}

const east = (quote: string, more: Partial<ClaimBody> = {}) => told('Eastland', 'russia', quote, more)
const west = (quote: string, more: Partial<ClaimBody> = {}) => told('Westland', 'us', quote, more)

/** How the first sentence of the east stands in what the west says, and the other way round. */
function relations(...claims: Claim[]) {
  const [found] = callsOf(PACT, recordOf([call], { claims }), at(9))
  return found!.read_outs.map(
    ({ sentences }) => sentences?.flatMap(({ others }) => others.map(({ relation }) => relation)) ?? null,
  )
}

describe('two read-outs of a call', () => {
  it('agree where they speak of the same thing, whoever says it', () => {
    expect(
      relations(
        east('Eastland said the trucks reached the town.'),
        west('The trucks reached the town, Westland said.'),
      ),
    ).toEqual([['agrees'], ['agrees']])
  })

  it('contradict each other by a negation or by their numbers', () => {
    expect(relations(east('The trucks reached the town.'), west('The trucks have not reached the town.'))).toEqual([
      ['contradicts'],
      ['contradicts'],
    ])
    expect(relations(east('20 trucks reached the town.'), west('31 trucks reached the town.'))[0]).toEqual([
      'contradicts',
    ])
    expect(relations(east('20 trucks reached the town.'), west('Some 20 trucks reached it.'))[0]).toEqual(['agrees'])
  })

  it('are silent on what only one of them tells, and tell nothing where the record has no words of theirs', () => {
    expect(
      relations(east('The text is to be published.', { kind: 'agreement_publication' }), west('Trucks wait.')),
    ).toEqual([['silent'], ['silent']])
    expect(relations(east('Trucks wait.'))).toEqual([[], null])
  })

  it('are silent where one wishes what the other tells, or where a single word is the same', () => {
    const told = west('The trucks reached the town.')
    expect(relations(east('The trucks have to reach the town.', { modality: 'demanded' }), told)[0]).toEqual(['silent'])
    expect(relations(east('Trucks wait at the border.'), told)[0]).toEqual(['silent'])
  })

  it('are held against each other alike when the two are swapped', () => {
    const pair = [east('20 trucks reached the town.'), west('31 trucks reached the town.')]
    const swapped = [west('20 trucks reached the town.'), east('31 trucks reached the town.')]
    expect(relations(...swapped)).toEqual(relations(...pair))
    expect(codes([], mirrored(call))).toEqual(codes([], call))
  })

  it('are of those who were on the call', () => {
    const strange: MinuteOf<'call'>['read_outs'] = [{ of: 'watch', doc: 'x.txt' }]
    expect(codes([], { ...call, read_outs: strange })).toEqual(['read-out-of-another'])
    expect(codes([], call)).toEqual([])
  })
})

it('the hotline has a log of its own', () => {
  const log = hotlineLog(
    PACT,
    recordOf([call, { ...call, at: on(6), channel: 'hotline' }, undertook, presses, { ...presses, of: 'west' }]),
    at(9),
  )
  expect(log.map(({ does, at: when }) => [does, when])).toEqual([
    ['pressed', on(5, 15)],
    ['call', on(6)],
  ])
})
