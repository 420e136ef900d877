// What is new between two looks.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at } from '../testing/sights.ts'
import { letterOf, LANGUAGES } from '../words/index.ts'
import { NEWS_KINDS, newsBetween, type Telling } from './news.ts'
import type { Sight } from './sight.ts'

const ALL: Telling = {
  tell: NEWS_KINDS,
  clauses: null,
  lead_ms: 6 * 3_600_000,
  report_hour: '18:00',
  zone: 'Asia/Damascus',
}
const sight = (more: Partial<Sight> = {}): Sight => ({
  at: at(13, '09:00'),
  clauses: { calm: ['met', 'in_force', 'due'], aid: ['unknown', 'in_force', 'due'] },
  deadlines: [{ at: '2016-09-13T20:00+03:00', clause: 'aid', what: 'it is due' }],
  gates: { days: { state: 'counting', done: 1, needed: 7 } },
  cases: { one: { clause: 'calm', stage: 'received', late: [] } },
  acts: {},
  listings: [],
  ...more,
})

describe('what is new', () => {
  it('is nothing where nothing is', () => {
    expect(newsBetween(sight(), sight({ at: at(13, '09:01') }), ALL)).toEqual([])
  })

  it('is each difference, once', () => {
    const after = sight({
      at: at(13, '14:30'),
      clauses: { calm: ['breached', 'in_force', 'due'], aid: ['unknown', 'in_force', 'overdue'] },
      gates: { days: { state: 'reset', done: 0, needed: 7 } },
      cases: {
        one: { clause: 'calm', stage: 'tasked', late: ['2 east'] },
        two: { clause: 'aid', stage: 'received', late: [] },
      },
      acts: { act_1: ['extend', 'proposed', ['east']] },
      listings: [{ claim: 'clm_1', reference: 'XXi.001' }],
    })
    expect(newsBetween(sight(), after, ALL)).toEqual([
      { about: 'verdict', clause: 'calm', from: 'met', to: 'breached' },
      { about: 'deadline', how: 'near', clause: 'aid', due: '2016-09-13T20:00+03:00', what: 'it is due' },
      { about: 'deadline', how: 'passed', clause: 'aid' },
      { about: 'late', clause: 'calm', case: 'one', who: 'east', step: 2 },
      { about: 'case', clause: 'calm', case: 'one', from: 'received', to: 'tasked' },
      { about: 'case', clause: 'aid', case: 'two', from: null, to: 'received' },
      { about: 'gate', clause: 'days', from: 'counting', to: 'reset', done: 0, needed: 7 },
      { about: 'act', clause: 'extend', stage: 'proposed', by: ['east'], act: 'act_1' },
      { about: 'listing', reference: 'XXi.001', claim: 'clm_1' },
    ])
    expect(newsBetween(after, { ...after, at: at(13, '15:00') }, ALL)).toEqual([])
    const some = newsBetween(sight(), after, { ...ALL, tell: ['case', 'verdict'], clauses: ['aid'] })
    expect(some.map(({ about }) => about)).toEqual(['case'])
  })

  it('is a report once its cut-off has passed, the last of several', () => {
    const days = (from: number, until: number) =>
      newsBetween(sight({ at: from }), sight({ at: until }), { ...ALL, tell: ['report'] }).map(
        (one) => one.about === 'report' && one.day,
      )
    expect(days(at(13, '17:00'), at(13, '17:59'))).toEqual([])
    expect(days(at(13, '17:00'), at(13, '18:00'))).toEqual(['2016-09-13'])
    expect(days(at(13, '18:00'), at(13, '19:00'))).toEqual([])
    expect(days(at(10, '17:00'), at(13, '19:00'))).toEqual(['2016-09-13'])
  })

  it('is the same for two looks as for the looks between them, of what only comes', () => {
    const acts = fc
      .uniqueArray(fc.nat(20))
      .map((all) => Object.fromEntries(all.map((n) => [`act_${n}`, ['p', 's', ['east']] as const])))
    fc.assert(
      fc.property(acts, acts, acts, (a, b, c) => {
        const [one, two, three] = [a, { ...a, ...b }, { ...a, ...b, ...c }].map((some) => sight({ acts: some })) as [
          Sight,
          Sight,
          Sight,
        ]
        const ids = (from: Sight, to: Sight) =>
          newsBetween(from, to, ALL).map((news) => news.about === 'act' && news.act)
        expect([...ids(one, two), ...ids(two, three)].toSorted()).toEqual(ids(one, three).toSorted())
      }),
    )
  })

  it('swaps with the parties and with nothing else', () => {
    const swap = <T>(value: T): T =>
      JSON.parse(JSON.stringify(value).replaceAll(/east|west/g, (who) => (who === 'east' ? 'west' : 'east'))) as T
    const late = fc.array(fc.constantFrom('1 east', '2 west', '3 east'))
    fc.assert(
      fc.property(late, late, (before, after) => {
        const [one, two] = [before, after].map((some) =>
          sight({ cases: { c: { clause: 'calm', stage: 'received', late: some } } }),
        ) as [Sight, Sight]
        expect(newsBetween(swap(one), swap(two), ALL)).toEqual(swap(newsBetween(one, two, ALL)))
      }),
    )
  })

  it('is said in each language, a line each', () => {
    const news = newsBetween(
      sight(),
      sight({ at: at(13, '18:30'), clauses: {}, cases: {}, gates: { days: { state: 'open', done: 7, needed: 7 } } }),
      ALL,
    )
    const texts = LANGUAGES.map((language) =>
      letterOf(news, { agreement: 'Pact', zone: ALL.zone, desk: 'un', rule: 'evening', language, at: at(13, '18:30') }),
    )
    expect(new Set(texts.map(({ text }) => text)).size).toBe(LANGUAGES.length)
    for (const { text } of texts) expect(text.match(/^• /gm)).toHaveLength(news.length)
    expect(texts[0]!.text).toContain('Gate days: open; before: counting. 7 of 7 days are done.')
    expect(texts[0]!.text).toContain('due 2016-09-13 20:00 +03:00')
  })
})
