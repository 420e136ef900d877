// What a report says, what it leaves room for, and that it would say the same of the other party.
import { describe, expect, it } from 'vitest'
import { basis, claim, clause, evening, instant, saying, table } from '../testing/evening.ts'
import { cutOffOf, reportDays } from './days.ts'
import { correctionsOf } from './corrections.ts'
import { talliedIn } from './told.ts'

const AT = '2016-09-14T18:00:00+03:00'

describe('a daily report', () => {
  it('says under which accounts a clause stands otherwise than in the report before', () => {
    const [north, south] = evening().clauses
    expect(north!.changed).toEqual([{ account: 'all', was: 'met' }])
    expect(south!.changed).toEqual([])
  })

  it('gives every verdict a receipt with the entries it rests on', () => {
    const { clauses, receipts } = evening()
    const receipt = receipts.find(({ id }) => id === clauses[0]!.verdicts.all!.receipt)
    expect(receipt).toMatchObject({
      clause: 'calm.north',
      account: 'all',
      entries: ['c1', 'c2'],
      checkpoint: { digest: 'digest' },
    })
  })

  it('keeps room for the reply of every party, with the words of its own side alone', () => {
    const [north, south] = evening().replies
    expect(north).toMatchObject({ party: 'north', clauses: ['calm.north'], voices: [{ claim: 'c2' }] })
    expect(south).toEqual({ party: 'south', clauses: [], voices: [], cases: { given: [], open: [] } })
  })

  it('tells a cannot-confirm once, in the report of the day on which it came', () => {
    const unsure = clause('north', { verdict: 'unknown', cannot_confirm: ['c2'] })
    expect(evening({ status: table(AT, [unsure]) }).unobserved.cannot_confirm.map((voice) => voice.claim)).toEqual([
      'c2',
    ])
    expect(evening({ status: table(AT, [unsure]), before: table(AT, [unsure]) }).unobserved.cannot_confirm).toEqual([])
  })

  it('tells no area of a happening in which something protected was hit', () => {
    const ground = { kind: 'strip' as const, line: [[37.15, 36.2]] } as never
    const zone = { id: 'town', name: 'Town', names: ['Town'], ground, tolerance_m: 1, within: [] }
    const told = (target: string | null) => {
      const one = { id: 'i1', kind: 'shelling', from: AT, to: AT, places: ['Town'], claims: ['c1'], scope: [] }
      const from = '2016-09-14T12:00:00+03:00'
      const status = table(AT, [], { incidents: [{ ...one, from, to: AT }] })
      const { agreement } = basis()
      return evening({ agreement: { ...agreement, zones: [zone] }, status, ...saying(claim('c1', { target })) })
        .happenings[0]
    }
    expect(told('a barracks')).toMatchObject({ protected: false, areas: ['town'], cells: ['sy6m'] })
    expect(told('a hospital')).toMatchObject({ protected: true, areas: [], cells: [] })
  })

  it('says of one party what it would say of the other', () => {
    const swap = (text: string) => text.replaceAll(/north|south/g, (name) => (name === 'north' ? 'south' : 'north'))
    const { status, before } = basis()
    const mirrored = evening({
      status: JSON.parse(swap(JSON.stringify(status))),
      before: JSON.parse(swap(JSON.stringify(before))),
      agreement: JSON.parse(swap(JSON.stringify(basis().agreement))),
    })
    expect(JSON.stringify(mirrored)).toBe(swap(JSON.stringify(evening())))
  })
})

describe('a correction', () => {
  const then = table(AT, [clause('north', { verdict: 'met', against: ['c2'] })])
  const now = {
    ...table(AT, [clause('north', { verdict: 'contested', for: ['late'], against: ['c2'] })]),
    known_at: '2016-09-15T18:00:00+03:00',
  }

  it('says what was said then, what is known now, and what came in between', () => {
    expect(correctionsOf([{ number: 1, then, now }])).toEqual([
      {
        report: 1,
        cut_off: AT,
        known_then: AT,
        known_now: '2016-09-15T18:00:00+03:00',
        clause: 'calm.north',
        account: 'all',
        what: 'verdict',
        then: 'met',
        now: 'contested',
        entries: ['late'],
      },
    ])
  })

  it('is none where the report still holds', () => {
    expect(correctionsOf([{ number: 1, then, now: { ...then, known_at: now.known_at } }])).toEqual([])
  })
})

describe('figures of a period', () => {
  const day = (text: string) => instant(`${text}T00:00:00+03:00`)
  const none = {
    from: new Float64Array(),
    to: new Float64Array(),
    verified: new Uint8Array(),
    by: new Uint32Array(),
    camps: [],
  }
  const ban = { clause: 'calm.north', party: 'north', from: 0, to: 0, days: [], single: none }
  const bulk = {
    from: day('2016-09-12'),
    to: day('2016-09-16'),
    bulk: 144,
    verified: false,
    camps: ['east'],
    sides: ['russia'] as const,
  }

  it('are from none to all of a number given for a longer time', () => {
    const told = { ...ban, bulk: [{ ...bulk, sides: [...bulk.sides] }] }
    const wednesday = { from: day('2016-09-14'), to: day('2016-09-15') }
    expect(talliedIn(told, wednesday)).toEqual({ claimed: { low: 0, high: 144 }, verified: { low: 0, high: 0 } })
    expect(talliedIn(told, bulk).claimed).toEqual({ low: 144, high: 144 })
  })
})

describe('the cut-off', () => {
  it('is at the same hour on the day on which clocks change', () => {
    const zone = 'Europe/Berlin'
    expect(cutOffOf('2016-10-30', '18:00', zone)).toBe(instant('2016-10-30T18:00:00+01:00'))
    expect(cutOffOf('2016-10-29', '18:00', zone)).toBe(instant('2016-10-29T18:00:00+02:00'))
  })

  it('counts the first report from the first cut-off after the term began', () => {
    const began = instant('2016-09-12T19:00:00+03:00')
    expect(reportDays(began, '2016-09-14', '18:00', 'Asia/Damascus')).toEqual(['2016-09-13', '2016-09-14'])
  })
})
