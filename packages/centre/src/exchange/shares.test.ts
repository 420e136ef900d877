import { nameMinute, type MinuteBody } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayMinute } from '../may-minute.ts'
import { at, mirrored, on, PACT, recordOf } from '../testing/pact.ts'
import { exchangeOf } from './index.ts'

type Share = Extract<MinuteBody, { does: 'share' }>

const WORDS = 'Twenty trucks wait at the crossing; the road is mined.'
const told: Share = {
  does: 'share',
  at: on(5),
  of: 'east',
  to: [{ member: 'west', number: 1 }],
  matter: 'access',
  text: WORDS,
  place: { cell: 'sy7xq' },
  time: on(5, 9),
  claims: [],
  caveats: { pass_to: ['watch'], until: on(8), place: 'district', time: 'day' },
  passes_on: null,
}
const passed: Share = {
  ...told,
  at: on(6),
  of: 'west',
  to: [{ member: 'watch', number: 1 }],
  place: { district: 'Town' },
  time: '2016-09-05',
  caveats: { ...told.caveats, pass_to: [] },
  passes_on: nameMinute(told).id,
}

const refusals = (before: readonly MinuteBody[], minute: MinuteBody) =>
  mayMinute(PACT, recordOf(before), nameMinute(minute))
const codes = (before: readonly MinuteBody[], minute: MinuteBody) => refusals(before, minute).map(({ code }) => code)

describe('passing on what was shared', () => {
  it('is allowed within the caveat, and to nobody beyond it', () => {
    expect(codes([told], passed)).toEqual([])
    expect(codes([told], { ...passed, to: [{ member: 'south', number: 1 }] })).toEqual(['caveat-to'])
    expect(codes([told], { ...passed, at: on(9) })).toEqual(['caveat-until'])
    expect(codes([told], { ...passed, place: { cell: 'sy7x' } })).toEqual(['caveat-place'])
    expect(codes([told], { ...passed, time: on(5, 9) })).toEqual(['caveat-time'])
  })

  it('gives nobody more than one was given', () => {
    for (const wider of [{ pass_to: ['south'] }, { until: null }, { until: on(9) }, { place: 'cell_4' as const }])
      expect(codes([told], { ...passed, caveats: { ...passed.caveats, ...wider } })).toEqual(['caveat-widened'])
  })

  it('names the caveat by its minute, and says what to do instead', () => {
    const [refusal] = refusals([told], { ...passed, to: [{ member: 'south', number: 1 }] })
    expect(refusal!.why).toContain(nameMinute(told).id)
    expect(refusal!.help).toBe('it may be passed on to `watch`; for others ask `east`, who shared it')
  })

  it('is for those who were told alone', () => {
    expect(codes([told], { ...passed, of: 'north' })).toEqual(['share-of-others'])
    expect(codes([], passed)).toEqual(['share-unknown'])
    expect(codes([told], { ...passed, to: [{ member: 'west', number: 1 }] })).toEqual(['shared-with-itself'])
    expect(codes([told], { ...passed, to: [{ member: 'nobody', number: 1 }] })).toEqual(['somebody-unknown'])
  })

  it('is not done by saying the same words as one’s own, nor in an answer', () => {
    const own = { ...passed, passes_on: null, text: `So we hear: “${WORDS.toUpperCase()}”` }
    expect(codes([told], own)).toEqual(['caveat-unnamed'])
    expect(codes([told], { ...own, text: 'Twenty other trucks are on their way to the town.' })).toEqual([])
    const asks = { does: 'ask-information', at: on(6), of: 'south', to: 'west', about: 'the road', due: null } as const
    const answers = { does: 'answer-information', at: on(7), request: nameMinute(asks).id, of: 'west' } as const
    const answer = { ...answers, answer: WORDS, refused_because: null }
    expect(codes([told, asks], answer)).toEqual(['caveat-unnamed'])
    expect(codes([told, asks], { ...answer, answer: 'We may not say.' })).toEqual([])
    expect(
      codes([told, { ...asks, of: 'east' }], { ...answer, request: nameMinute({ ...asks, of: 'east' }).id }),
    ).toEqual([])
  })
})

describe('words that were shared with a caveat', () => {
  const others: readonly MinuteBody[] = [
    { does: 'ask-information', at: on(6), of: 'west', to: 'south', about: `Is it so: ${WORDS}`, due: null },
    {
      does: 'undertaking',
      at: on(6),
      of: 'west',
      for: null,
      to_do: WORDS,
      clause: null,
      due: null,
      doc: 'notice.txt',
      quote: 'we will',
      start: 0,
      end: 7,
    },
    {
      does: 'visit',
      at: on(6),
      of: 'west',
      case: null,
      place: 'the road',
      planned_at: on(6),
      outcome: 'done',
      denied_by: null,
      reason: WORDS,
    },
  ]
  it.each(others)('are said in no other minute either: $does', (minute) => {
    expect(codes([told], minute)).toContain('caveat-unnamed')
    expect(codes([], minute)).not.toContain('caveat-unnamed')
    expect(codes([told], { ...minute, of: 'east' } as MinuteBody)).not.toContain('caveat-unnamed')
  })

  it('are not passed on beside others by the id of those', () => {
    const more: Share = {
      ...told,
      at: on(5, 13),
      to: [{ member: 'west', number: 2 }],
      text: 'The bridge cannot carry trucks now.',
    }
    const wider: Share = { ...more, caveats: { ...more.caveats, pass_to: ['watch', 'south'] } }
    const both: Share = {
      ...passed,
      to: [{ member: 'south', number: 1 }],
      text: `${wider.text} ${WORDS}`,
      passes_on: nameMinute(wider).id,
    }
    expect(codes([told, wider], { ...both, text: wider.text })).toEqual([])
    expect(codes([told, wider], both)).toEqual(['caveat-unnamed'])
  })
})

describe('the exchange', () => {
  it('says what each was told and whom they may tell, until it has run out', () => {
    const found = (date: number, ...more: MinuteBody[]) => exchangeOf(PACT, recordOf([told, ...more]), at(date))
    const given = (date: number, ...more: MinuteBody[]) =>
      found(date, ...more).given.map(({ member, told: those }) => [member, those.map(({ may_tell }) => may_tell)])
    expect(given(6)).toEqual([['west', [['watch']]]])
    expect(given(7, passed)).toEqual([
      ['west', [[]]],
      ['watch', [[]]],
    ])
    expect(given(9)).toEqual([['west', [[]]]])
    expect(found(9).shares[0]).toMatchObject({ state: 'run_out', precision: { place: 'cell_5', time: 'hour' } })
    expect(found(4).shares).toEqual([])
  })

  it('lists what was passed on against a caveat, and lets nobody pass it on', () => {
    const against = { ...passed, to: [{ member: 'south', number: 1 }] }
    const found = exchangeOf(PACT, recordOf([told, against]), at(7))
    expect(found.shares.map(({ of }) => of)).toEqual(['east'])
    expect(found.against_caveats).toMatchObject([{ of: 'west', refusals: [{ code: 'caveat-to' }] }])
    expect(found.given.map(({ member }) => member)).toEqual(['west'])
    const onward = { ...passed, of: 'south', at: on(7), passes_on: nameMinute(against).id }
    expect(codes([told, against], onward)).toEqual(['share-unknown'])
  })

  it('numbers what one tells another, so that what is missing shows', () => {
    const second = { ...told, at: on(6), text: 'The road is open.', to: [{ member: 'west', number: 2 }] }
    expect(codes([told], second)).toEqual([])
    expect(codes([], second)).toEqual(['number-out-of-turn'])
    expect(codes([told], { ...second, to: [{ member: 'west', number: 1 }] })).toEqual(['number-out-of-turn'])
    const asks = { does: 'ask-information', at: on(7), of: 'east', to: 'west', about: 'the road', due: null } as const
    expect(codes([told, second], { ...asks, number: 2 })).toEqual(['number-out-of-turn'])
    expect(codes([told, second], { ...asks, number: 3 })).toEqual([])
    const { rows } = exchangeOf(PACT, recordOf([second, { ...asks, number: 4 }]), at(8))
    expect(rows).toEqual([{ of: 'east', to: 'west', next: 5, missing: [1, 3] }])
  })

  it('swaps with the parties, and changes in nothing else', () => {
    const members = ['east', 'west', 'north', 'south']
    const drawn = fc.record({
      of: fc.constantFrom(...members),
      to: fc.constantFrom(...members),
      pass: fc.subarray(members),
      day: fc.integer({ min: 1, max: 9 }),
      until: fc.option(fc.integer({ min: 1, max: 12 })),
      onto: fc.option(fc.nat(3)),
    })
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 6 }), (all) => {
        const minutes: Share[] = []
        const twins: Share[] = []
        for (const { of, to, pass, day, until, onto } of all) {
          const body: Share = {
            ...told,
            at: on(day),
            of,
            to: [{ member: to, number: 1 }],
            text: `${WORDS} ${minutes.length}`,
            caveats: { pass_to: pass, until: until === null ? null : on(until), place: 'cell_5', time: 'hour' },
          }
          const earlier = onto === null ? undefined : [minutes[onto], twins[onto]]
          minutes.push({ ...body, passes_on: earlier?.[0] ? nameMinute(earlier[0]).id : null })
          twins.push({ ...mirrored(body), passes_on: earlier?.[1] ? nameMinute(earlier[1]).id : null })
        }
        const idsOf = (of: readonly Share[]) => new Map(of.map((one, at) => [nameMinute(one).id, `minute ${at}`]))
        const plain = (value: unknown, of: readonly Share[]) => {
          const ids = idsOf(of)
          return JSON.parse(JSON.stringify(value).replaceAll(/min_[0-9a-f]{20}/g, (id) => ids.get(id) ?? id)) as unknown
        }
        const found = plain(mirrored(exchangeOf(PACT, recordOf(minutes), at(10))), minutes)
        const twin = plain(exchangeOf(PACT, recordOf(twins), at(10)), twins)
        const sorted = (value: unknown) => JSON.stringify(value).split('').toSorted().join('')
        expect((twin as { shares: unknown }).shares).toEqual((found as { shares: unknown }).shares)
        expect((twin as { log: unknown }).log).toEqual((found as { log: unknown }).log)
        // Members stand in the order of the agreement.
        expect(sorted(twin)).toBe(sorted(found))
      }),
    )
  })
})
