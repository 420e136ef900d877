import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asked, BOTH, depth, EVENING, recordOf, said, seen, termsWith, time } from './fixture.ts'
import { groundStatus, type Finding, type Position, type PullBackTerms } from './index.ts'

const only = (positions: readonly Position[], more = {}, terms: PullBackTerms = termsWith(depth())) =>
  groundStatus(terms, recordOf(positions), asked(more)).depths[0]!

describe('a required depth', () => {
  it.each([
    ['is kept where the nearest that the unit can stand is beyond it', 1051, 'kept'],
    ['is not kept where the farthest that the unit can stand is nearer', 949, 'not_kept'],
    ['cannot be told where the error reaches over it', 1049, 'cannot_tell'],
    ['cannot be told where the error reaches over it from the other side', 951, 'cannot_tell'],
    ['cannot be told so near to the line that the side is open', 40, 'cannot_tell'],
    ['says nothing of a unit on the other side', -500, 'not_observed'],
  ] as const)('%s', (_, metres, finding) => {
    expect(only([seen(metres)]).finding).toBe(finding)
  })

  it('adds the tolerance of the line to the error of the position', () => {
    const terms = termsWith(depth())
    const drawn = { ...terms, lines: [{ ...terms.lines[0]!, tolerance_m: 250 }] }
    expect(only([seen(1200)], {}, drawn).finding).toBe('cannot_tell')
    expect(only([seen(1301)], {}, drawn).finding).toBe('kept')
  })

  it('is not observed where nobody says anything of the weapons it binds, and names who might', () => {
    const status = only([seen(200, { weaponClass: 'small_arms' })])
    expect(status).toMatchObject({ finding: 'not_observed', silent: ['monitor', 'guarantor'] })
  })

  it('is never found broken by a unit whose weapons nobody could name', () => {
    expect(only([seen(200, { weaponClass: 'unknown' })]).finding).toBe('cannot_tell')
    expect(only([seen(2000, { weaponClass: 'unknown' })]).finding).toBe('kept')
  })

  it('is as bad as the worst of its units', () => {
    const far = seen(2000, { unit: 'a' })
    const near = seen(300, { unit: 'b' })
    const between = seen(1000, { unit: 'c' })
    expect(only([far, between, near]).finding).toBe('not_kept')
    expect(only([far, between]).finding).toBe('cannot_tell')
    expect(only([far]).finding).toBe('kept')
  })

  it('is contested where two observers disagree of one time, and not somewhere in the middle', () => {
    const status = only([seen(2000, { observer: 'guarantor' }), seen(300, { observer: 'south-party' })])
    expect(status.finding).toBe('contested')
    expect(status.kept_by_word_of.map(({ observer }) => observer)).toEqual(['guarantor'])
    expect(status.not_kept_by_word_of.map(({ observer }) => observer)).toEqual(['south-party'])
  })

  it('is contested where another saw the unit on the other side at that time', () => {
    expect(only([seen(300), seen(-900, { observer: 'guarantor' })]).finding).toBe('contested')
    expect(only([seen(2000), seen(-900, { observer: 'guarantor' })]).finding).toBe('kept')
  })

  it('is contested where two documents give one observer different words, for both stay', () => {
    const one = seen(300, { source: 'an agency' })
    const other = seen(2000, { source: 'another agency', observedAt: time('16T13:00') })
    expect(only([one, other]).finding).toBe('contested')
    expect(only([one, { ...other, source: 'an agency' }]).finding).toBe('kept')
  })

  it('is contested where one denies what another says he saw', () => {
    const near = seen(300)
    expect(only([near, seen(300, { observer: 'north-party', stance: 'denies' })]).finding).toBe('contested')
    expect(only([seen(300, { observer: 'north-party', stance: 'denies' })]).finding).toBe('not_observed')
  })

  it('goes by the later word where one observer saw the unit twice, and by neither where it was long ago', () => {
    const before = seen(300, { observedAt: time('15T12:00') })
    expect(only([before, seen(2000)]).finding).toBe('kept')
    expect(only([before], { at: time('20T12:00') })).toMatchObject({ finding: 'not_observed' })
  })

  it('is not kept because others were seen, while one that stood too near was not seen again', () => {
    const lost = seen(300, { unit: 'a', observedAt: time('13T12:00'), recordedAt: time('13T18:00') })
    expect(only([lost, seen(2000, { unit: 'b' })]).finding).toBe('not_observed')
  })

  it('has those who looked and could not tell beside it, as rows of their own', () => {
    const status = only([seen(2000), said('cannot_confirm', 'guarantor')])
    expect(status.cannot_confirm.map(({ observer }) => observer)).toEqual(['guarantor'])
    expect(status.silent).toEqual([])
  })

  it('speaks as of one instant, on what was recorded by another', () => {
    const late = seen(300, { recordedAt: time('18T12:00') })
    expect(only([late]).finding).toBe('not_kept')
    expect(only([late], { knownAt: time('17T12:00') }).finding).toBe('not_observed')
    expect(only([late], { at: time('16T11:59') }).finding).toBe('not_observed')
  })

  it('hears only whom the account believes, and asks for as many sources as it does', () => {
    const words = [seen(300), seen(310, { observer: 'guarantor' })]
    const account = (trusts: string[] | null, sources: number) => ({ account: { id: 'one', trusts, sources } })
    expect(only(words, account(['north-party'], 1)).finding).toBe('not_observed')
    expect(only(words, account(null, 2)).finding).toBe('not_kept')
    expect(only(words.slice(1), account(null, 2)).finding).toBe('not_observed')
    const passedOn = words.map((word) => ({ ...word, means: 'told_by_party' as const }))
    expect(only(passedOn, account(null, 2)).finding).toBe('not_observed')
  })
})

describe('all depths of a party together', () => {
  const sides = termsWith(depth({ depth_m: 3500 }), depth({ id: 'e', side: 'south', depth_m: 500 }))
  const whole = (positions: readonly Position[]) =>
    groundStatus(sides, recordOf(positions), asked()).parties[0]!.finding

  it('are not kept by a unit on the line, though on no side alone anybody could tell', () => {
    expect(whole([seen(10)])).toBe('not_kept')
    expect(groundStatus(sides, recordOf([seen(10)]), asked()).depths.map(({ finding }) => finding)).toEqual([
      'cannot_tell',
      'cannot_tell',
    ])
    expect(whole([seen(10, { errorRadius_m: 600 })])).toBe('cannot_tell')
  })

  it('are told apart by reading', () => {
    const either = depth({ side: 'either', depth_m: 457, reading: '500 yards' })
    const terms = termsWith(either, { ...either, id: 'f', depth_m: 500, reading: '500 metres' })
    const { parties } = groundStatus(terms, recordOf([seen(430)]), asked())
    expect(parties.map(({ reading, finding }) => [reading, finding])).toEqual([
      ['500 yards', 'cannot_tell'],
      ['500 metres', 'not_kept'],
    ])
  })
})

describe('any record', () => {
  const parties = ['north-party', 'south-party'] as const
  const position = fc
    .record({
      metres: fc.integer({ min: -3000, max: 3000 }),
      error: fc.integer({ min: 1, max: 800 }),
      party: fc.constantFrom(...parties),
      unit: fc.constantFrom('a', 'b'),
      observer: fc.constantFrom('monitor', 'guarantor', ...parties),
      stance: fc.constantFrom('asserts' as const, 'denies' as const, 'cannot_confirm' as const),
      hour: fc.integer({ min: 0, max: 90 }),
      weaponClass: fc.constantFrom('tank' as const, 'unknown' as const, 'small_arms' as const),
    })
    .map(({ metres, error, hour, stance, ...rest }) =>
      stance === 'cannot_confirm'
        ? said(stance, rest.observer, { party: rest.party })
        : seen(metres, { ...rest, stance, errorRadius_m: error, observedAt: EVENING - hour * 3_600_000 }),
    )
  const record = fc.array(position, { maxLength: 8 })

  it('says of one party what it said of the other when the two are swapped, and nothing else', () => {
    const swap = (text: string) =>
      text.replaceAll(/(north|south)-party/g, (_, side: string) => `${side === 'north' ? 'south' : 'north'}-party`)
    const swapped = <T>(value: T): T => JSON.parse(swap(JSON.stringify(value))) as T
    fc.assert(
      fc.property(record, fc.boolean(), (rows, sure) => {
        const question = asked({ account: { id: 'x', trusts: null, sources: sure ? 2 : 1 } })
        expect(groundStatus(swapped(BOTH), recordOf(swapped(rows)), question)).toEqual(
          swapped(groundStatus(BOTH, recordOf(rows), question)),
        )
      }),
    )
  })

  it('turns with a larger error radius only into cannot_tell, where each unit has one report', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -3000, max: 3000 }),
        fc.integer({ min: 1, max: 900 }),
        fc.nat(900),
        (at, error, more) => {
          const [small, large] = [error, error + more].map((errorRadius_m) =>
            groundStatus(BOTH, recordOf([seen(at, { errorRadius_m })]), asked()),
          )
          for (const [index, { finding }] of large!.depths.entries())
            expect([small!.depths[index]!.finding, 'cannot_tell']).toContain(finding)
        },
      ),
    )
  })

  it('never comes to the contrary by a larger error radius, however many reports disagree', () => {
    const contrary: Partial<Record<Finding, readonly Finding[]>> = {
      kept: ['not_kept', 'contested'],
      not_kept: ['kept'],
      cannot_tell: ['kept', 'not_kept', 'contested'],
    }
    fc.assert(
      fc.property(record, fc.nat(7), fc.nat(900), (rows, which, more) => {
        const wider = rows.map((row, at) =>
          at === which && row.errorRadius_m !== null ? { ...row, errorRadius_m: row.errorRadius_m + more } : row,
        )
        const before = groundStatus(BOTH, recordOf(rows), asked()).depths
        const after = groundStatus(BOTH, recordOf(wider), asked()).depths
        for (const [at, { finding }] of before.entries())
          expect(contrary[finding] ?? []).not.toContain(after[at]!.finding)
      }),
    )
  })

  it('says the same in whatever order its rows came', () => {
    fc.assert(
      fc.property(record, (rows) => {
        const findings = (some: readonly Position[]) =>
          groundStatus(BOTH, recordOf(some), asked()).depths.map(({ finding }) => finding)
        expect(findings(rows.toReversed())).toEqual(findings(rows))
      }),
    )
  })
})
