// Further ways to make a target list of it, beyond those of the list of cases: each fails closed, and an entry stays.
import { geohash, geohashBox } from '@trucekeeper/geo'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry, EntryStore, LonLat, Protection } from './index.ts'
import { asking, BEGIN, DAY, near, on, service, sitesAt, TOWN } from './testing/services.ts'

const CELL = geohash(TOWN, 5)
const HOUR = DAY / 24
const [WEST, SOUTH, EAST, NORTH] = geohashBox(CELL)!

const last = (store: EntryStore): Entry => store.entries.at(-1)!

describe('a question that is none', () => {
  const shapes: readonly (readonly [string, unknown])[] = [
    ['a radius', { center: TOWN, radius_m: 500 }],
    [
      'a polygon',
      {
        polygon: [
          [WEST, SOUTH],
          [EAST, SOUTH],
          [EAST, NORTH],
          [WEST, SOUTH],
        ],
      },
    ],
    [
      'GeoJSON',
      {
        type: 'Polygon',
        coordinates: [
          [
            [WEST, SOUTH],
            [EAST, NORTH],
            [WEST, SOUTH],
          ],
        ],
      },
    ],
    ['a box', { bbox: [WEST, SOUTH, EAST, NORTH] }],
    ['the nearest', { nearest: TOWN, count: 1 }],
    ['near this point', { near: TOWN }],
    ['along a road', { along: [TOWN, [37.2, 36.3]], within_m: 100 }],
    ['everything', { all: true }],
    ['an export', { format: 'csv', cells: '*' }],
    ['a kind of site', { kind: 'health_facility' }],
    ['how many', { count: true }],
    ['what changed', { since: '2016-09-01' }],
    ['a ranking', { order_by: 'distance', limit: 10 }],
  ]
  const cells: readonly (readonly [string, unknown])[] = [
    ['coordinates in place of a cell', [TOWN]],
    ['coordinates in a cell', ['36.2,37.1']],
    ['a finer cell', [geohash(TOWN, 6)]],
    ['a larger cell', [geohash(TOWN, 4)]],
    ['a cell of the whole earth', ['']],
    ['a wildcard', ['sy7x*']],
    ['a range', ['sy7x0-sy7xz']],
    ['a pattern', ['sy7x.']],
    ['an SQL pattern', ['sy7x_']],
    ['upper case', [CELL.toUpperCase()]],
    ['a look-alike of another script', [CELL.replace('s', 'ѕ')]],
    ['full-width letters', ['ｓy7xq']],
    ['a letter that is no digit of a cell', ['sy7xa']],
    ['a space', [` ${CELL}`]],
    ['a line end', [`${CELL}\n`]],
    ['an invisible letter', [`${CELL}\u200b`]],
    ['the same cell twice', [CELL, CELL]],
    ['nine cells', Array.from({ length: 9 }, (_, at) => geohash([37 + at, 36], 5))],
    ['no cell', []],
    ['one text', CELL],
    ['an object with a length', { length: 1, 0: CELL }],
    ['cells within cells', [[CELL]]],
    ['a number', [12345]],
    ['nothing in a place', [null]],
  ]
  const days: readonly (readonly [string, string, string])[] = [
    ['a day that is past', '2016-09-01', '2016-09-01'],
    ['a day of the next period', '2016-09-22', '2016-09-22'],
    ['a year', '2016-01-01', '2016-12-31'],
    ['the days the wrong way round', '2016-09-21', '2016-09-20'],
    ['a day that is none', '2016-02-31', '2016-02-31'],
    ['an hour', '2016-09-20T10:00Z', '2016-09-20T11:00Z'],
    ['a word', 'today', 'today'],
    ['digits of another script', '٢٠١٦-٠٩-٢٠', '٢٠١٦-٠٩-٢٠'],
    ['a wildcard', '*', '*'],
  ]

  /** The refusal, from a world with sites and from one without. */
  async function expectRefusal(asked: (clock: { at: number }) => unknown): Promise<void> {
    const said = []
    for (const places of [[], near(TOWN, 5)]) {
      const { protection, clock, store } = await service()
      await sitesAt(protection, places)
      clock.at = BEGIN + 8 * DAY
      const before = store.entries.length
      const reply = await protection.ask('amal', asked(clock))
      expect(reply.ok).toBe(false)
      expect(store.entries).toHaveLength(before + 1)
      expect(last(store)).toMatchObject({ does: 'refuse', tried: 'ask', by: 'amal', organisation: 'party-a' })
      said.push(reply)
    }
    expect(said[1]).toEqual(said[0])
  }

  it.each(shapes)('%s', (_, shape) => expectRefusal(() => shape))
  it.each(shapes)('%s beside a question', (_, shape) =>
    expectRefusal((clock) => ({ ...asking(clock, CELL), ...(shape as object) })),
  )
  it.each(cells)('%s', (_, of) => expectRefusal((clock) => ({ ...asking(clock), cells: of })))
  it.each(days)('%s', (_, first_day, last_day) => expectRefusal(() => ({ cells: [CELL], first_day, last_day })))

  it('of whatever form is refused, and never answered by throwing', async () => {
    const { protection, clock, store } = await service()
    await fc.assert(
      fc.asyncProperty(fc.anything({ withNullPrototype: true }), async (asked) => {
        const before = store.entries.length
        expect((await protection.ask('amal', asked)).ok).toBe(false)
        expect(store.entries).toHaveLength(before + 1)
        clock.at += 1000
      }),
    )
  })
})

describe('somebody who would be another', () => {
  it.each(['Amal', 'AMAL', 'аmal', 'amal ', ' amal', 'amal\u200b', 'ama1', '', '__proto__', 'farah,amal', '*'])(
    '%j is nobody, and their word is not kept',
    async (by) => {
      const { protection, clock, store } = await service()
      const reply = await protection.ask(by, asking(clock, CELL))
      expect(reply).toMatchObject({ refusal: { code: 'no-access' } })
      expect(last(store)).toMatchObject({ does: 'refuse', by: null, organisation: null })
    },
  )

  it.each([
    { id: 'Amal', organisation: 'x', desk: 'party' },
    { id: 'аmal', organisation: 'x', desk: 'party' },
    { id: 'new', organisation: 'party-а', desk: 'party' },
    { id: 'new', organisation: 'PARTY-A', desk: 'party' },
    { id: 'new', organisation: 'x', desk: 'operator' },
    { id: 'amal', organisation: 'party-b', desk: 'party' },
    { id: 'new', organisation: 'x', desk: 'party', called: 'x\u202ey' },
  ])('is not let in as %j', async (person) => {
    const { protection, store } = await service()
    expect((await protection.enrol(person as never)).ok).toBe(false)
    expect(last(store)).toMatchObject({ does: 'refuse', tried: 'enrol' })
  })

  it('reads no log that is not theirs, and once taken out none', async () => {
    const { protection, clock, store } = await service()
    await protection.ask('carim', asking(clock, CELL))
    for (const by of ['amal', 'press', 'farah', 'dina']) {
      const log = await protection.log(by)
      expect(log.ok && log.value.some((entry) => entry.by === 'carim')).toBe(false)
      const desk = await protection.atDesk(by)
      expect(desk.ok && desk.value.asked).toEqual([])
    }
    await protection.revoke('party-b', 'asked for circles')
    for (const read of [await protection.log('carim'), await protection.atDesk('carim')])
      expect(read).toMatchObject({ refusal: { code: 'no-access' } })
    expect(last(store)).toMatchObject({ does: 'refuse', tried: 'at_desk', by: 'carim' })
  })
})

describe('a budget', () => {
  it('is one for all accounts of an organisation, and no account of it has another', async () => {
    const { protection, clock } = await service()
    for (let at = 0; at < 20; at++)
      await protection.enrol({ id: `amal-${at}`, organisation: 'party-a', desk: at % 2 === 0 ? 'party' : 'guarantor' })
    let answered = 0
    for (let at = 0; at < 20; at++)
      if ((await protection.ask(`amal-${at}`, asking(clock, geohash([10 + at, 10], 5)))).ok) answered += 1
    expect(answered).toBe(8)
  })

  it('is not had again by a clock that is set back, nor by asking at once', async () => {
    const { protection, clock, store } = await service()
    const asked = Array.from({ length: 12 }, (_, at) => asking(clock, geohash([10 + at, 10], 5)))
    const replies = await Promise.all(asked.map((question) => protection.ask('amal', question)))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(8)
    clock.at -= 400 * DAY
    expect((await protection.ask('amal', asked[11])).ok).toBe(false)
    const times = store.entries.map(({ at }) => at)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })

  it('is not spent twice by a replay, and a replay says what was said', async () => {
    const { protection, clock } = await service()
    await sitesAt(protection, near(TOWN, 5))
    clock.at += 8 * DAY
    const answers = []
    for (let time = 0; time < 3; time++) {
      const reply = await protection.ask('amal', asking(clock, CELL))
      answers.push(reply.ok && reply.value.lines.map((line) => line.answers))
      const desk = await protection.atDesk('amal')
      expect(desk).toMatchObject({ value: { budget: { left_today: 7, left_this_year: 207 } } })
    }
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
  })
})

describe('an exact point', () => {
  async function asked(protection: Protection, by: string, site: string, from: number, hours = 2) {
    return protection.requestPoint(by, { site, purpose: 'evacuation of wounded', from, to: from + hours * HOUR })
  }
  async function world() {
    const of = await service()
    const [site] = await sitesAt(of.protection, [TOWN])
    return { ...of, site: site! }
  }
  const idOf = (reply: { ok: true; value: string } | { ok: false }): string => (reply.ok ? reply.value : 'point_0')

  it('is not shown by one’s own consent, nor one’s own organisation’s, nor that of two of one kind', async () => {
    const { protection, clock, store, site } = await world()
    for (const [by, consenting] of [
      ['amal', ['amal', 'basil']],
      ['dina', ['dina', 'farah']],
      ['farah', ['farah', 'ghada', 'dina']],
      ['amal', ['dina', 'egor']],
      ['amal', ['farah', 'ghada', 'hana']],
      ['amal', ['carim', 'press', 'nobody']],
    ] as const) {
      const request = idOf(await asked(protection, by, site, clock.at))
      for (const one of consenting) await protection.consent(one, request)
      expect(await protection.showPoint(by, request)).toMatchObject({ refusal: { code: 'no-access' } })
      expect(last(store)).toMatchObject({ does: 'refuse', tried: 'show_point', by })
    }
  })

  it('is not shown by consent to another request, to another person, before or after the window, or once one is out', async () => {
    const { protection, clock, site } = await world()
    const request = idOf(await asked(protection, 'amal', site, clock.at + HOUR))
    for (const one of ['farah', 'dina']) await protection.consent(one, request)
    const again = idOf(await asked(protection, 'amal', site, clock.at + HOUR))
    expect((await protection.showPoint('amal', request)).ok).toBe(false)
    clock.at += 2 * HOUR
    expect((await protection.showPoint('amal', again)).ok).toBe(false)
    expect((await protection.showPoint('basil', request)).ok).toBe(false)
    expect((await protection.showPoint('amal', request)).ok).toBe(true)
    clock.at += HOUR
    expect((await protection.showPoint('amal', request)).ok).toBe(false)
    const third = idOf(await asked(protection, 'amal', site, clock.at))
    for (const one of ['farah', 'dina']) await protection.consent(one, third)
    await protection.revoke('guarantor-1', 'gave consent unread')
    expect((await protection.showPoint('amal', third)).ok).toBe(false)
  })

  it('is not asked for by the public, for longer than a day, or for a time far ahead', async () => {
    const { protection, clock, store, site } = await world()
    for (const reply of [
      await asked(protection, 'press', site, clock.at),
      await asked(protection, 'amal', site, clock.at, 25),
      await asked(protection, 'amal', site, clock.at - 3 * HOUR),
      await asked(protection, 'amal', site, clock.at + 8 * DAY),
      await asked(protection, 'amal', 'near 37.1 36.2', clock.at),
    ]) {
      expect(reply.ok).toBe(false)
      expect(last(store)).toMatchObject({ does: 'refuse', tried: 'request_point' })
    }
  })

  it('is asked for a few times at once by an organisation, however many accounts it has', async () => {
    const { protection, clock, store, site } = await world()
    const replies = []
    for (const by of ['amal', 'basil', 'amal', 'basil', 'amal', 'basil', 'amal'])
      replies.push((await asked(protection, by, site, clock.at)).ok)
    expect(replies).toEqual([true, true, true, true, true, false, false])
    expect(last(store)).toMatchObject({ does: 'refuse', tried: 'request_point', code: 'budget-spent' })
    expect((await asked(protection, 'carim', site, clock.at)).ok).toBe(true)
    clock.at += 3 * HOUR
    expect((await asked(protection, 'amal', site, clock.at)).ok).toBe(true)
  })

  it('is not in what those who are to consent see: the site by its id, who and what for, and no place', async () => {
    const { protection, clock, site } = await world()
    await asked(protection, 'amal', site, clock.at)
    for (const by of ['farah', 'dina', 'amal']) {
      const desk = await protection.atDesk(by)
      expect(desk.ok && desk.value.points).toMatchObject([{ site, own: by === 'amal' }])
      expect(JSON.stringify(desk)).not.toContain(String(TOWN[0]))
    }
    const other = await protection.atDesk('carim')
    expect(other.ok && other.value.points).toEqual([])
  })
})

describe('what is registered', () => {
  it.each([
    ['a place that is none', { kind: 'school', place: [181, 0] }],
    ['a place in words', { kind: 'school', place: ['37', '36'] }],
    ['a place with more to it', { kind: 'school', place: [37, 36, 400] }],
    ['no number', { kind: 'school', place: [Number.NaN, 36] }],
    ['a kind that is none', { kind: 'decoy', place: TOWN }],
  ])('has not %s', async (_, site) => {
    const { protection, store } = await service()
    expect((await protection.register('farah', site as never)).ok).toBe(false)
    expect(last(store)).toMatchObject({ does: 'refuse', tried: 'register' })
  })

  it.each([
    ['cells of a whole country', { cells: Array.from({ length: 201 }, (_, at) => geohash([at / 2, 36], 5)) }],
    ['a year', { last_day: '2017-09-12' }],
    ['half a vehicle', { vehicles: 0.5 }],
    ['larger cells', { cells: ['sy7x'] }],
    ['a route', { cells: [TOWN] }],
  ])('as a movement is not of %s', async (_, wrong) => {
    const { protection, clock, store } = await service()
    const days = { first_day: on(clock), last_day: on(clock) }
    const movement = { cells: [CELL], ...days, vehicles: 31, ...wrong }
    expect((await protection.notifyMovement('farah', movement as never)).ok).toBe(false)
    expect(last(store)).toMatchObject({ does: 'refuse', tried: 'notify_movement' })
  })

  it('is not verified by whoever registered it, nor removed by one, nor by a party', async () => {
    const { protection, clock, store } = await service()
    await sitesAt(protection, near(TOWN, 4))
    const site = await protection.register('farah', { kind: 'school', place: TOWN })
    if (!site.ok) throw new Error(site.refusal.code)
    expect((await protection.verify('farah', site.value)).ok).toBe(false)
    expect(last(store)).toMatchObject({ does: 'refuse', tried: 'verify' })
    for (const by of ['amal', 'carim', 'press']) {
      expect((await protection.sayGone(by, site.value, 'not there')).ok).toBe(false)
      expect(last(store)).toMatchObject({ does: 'refuse', tried: 'say_gone' })
    }
    for (const by of ['ghada', 'dina']) await protection.verify(by, site.value)
    for (let time = 0; time < 3; time++) await protection.sayGone('farah', site.value, 'moved away')
    clock.at += 8 * DAY
    expect(await protection.ask('amal', asking(clock, CELL))).toMatchObject({
      value: { lines: [{ answers: [{ answer: 'protected objects present', within: CELL }] }] },
    })
  })
})

describe('the two parties', () => {
  const SWAP: Readonly<Record<string, string>> = {
    amal: 'carim',
    carim: 'amal',
    'party-a': 'party-b',
    'party-b': 'party-a',
  }

  it('swapped hear the same, each in the other’s place, whatever they ask', async () => {
    const cell = fc.integer({ min: 0, max: 7 }).map((at) => geohash([TOWN[0] + at * 0.05, TOWN[1]], 5))
    const question = fc.record({
      by: fc.constantFrom('amal', 'carim'),
      cells: fc.uniqueArray(cell, { minLength: 1, maxLength: 5 }),
      wrong: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(question, { maxLength: 8 }), fc.nat(12), async (questions, sites) => {
        const heard = []
        for (const who of [(by: string) => by, (by: string) => SWAP[by]!]) {
          const { protection, clock } = await service()
          await sitesAt(
            protection,
            Array.from({ length: sites }, (_, at): LonLat => [TOWN[0] + (at % 4) * 0.05, TOWN[1]]),
          )
          clock.at += 8 * DAY
          const replies = []
          for (const { by, cells, wrong } of questions)
            replies.push(await protection.ask(who(by), wrong ? { cells } : asking(clock, ...cells)))
          heard.push(JSON.stringify(replies).replaceAll(/"(question|mark)":"[^"]*"/g, ''))
        }
        expect(heard[1]).toBe(heard[0])
      }),
      { numRuns: 40 },
    )
  })
})
