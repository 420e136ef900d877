// The ways in which people would make a target list of it, each tried: nothing is learned, and an entry stays.
import { geohash } from '@trucekeeper/geo'
import { describe, expect, it } from 'vitest'
import type { LonLat } from './index.ts'
import { asking, DAY, near, on, service, sitesAt, TOWN } from './testing/services.ts'

const CELL = geohash(TOWN, 5)
const DIGITS = [...'0123456789bcdefghjkmnpqrstuvwxyz']

/** What one way of asking gets of two worlds that differ in the exact places of the sites and in nothing else. */
type Way = (of: Awaited<ReturnType<typeof service>>) => Promise<readonly unknown[]>

const elsewhere: LonLat = [TOWN[0] + 0.01, TOWN[1] + 0.01]
const two: readonly LonLat[] = [TOWN, [TOWN[0] + 0.3, TOWN[1]]]

async function worlds(way: Way) {
  const outcomes = []
  for (const [place, alone] of [
    [TOWN, two[1]!],
    [elsewhere, [two[1]![0] + 0.2, TOWN[1]] as const],
  ] as const) {
    const of = await service()
    await sitesAt(of.protection, [...near(place, 5), alone])
    of.clock.at += 8 * DAY
    const entries = of.store.entries.length
    const replies = await way(of)
    // Ids and marks are drawn anew each time.
    const said = JSON.stringify(replies).replaceAll(/"(question|mark)":"[^"]*"/g, '')
    outcomes.push({ replies, said, entries: of.store.entries.slice(entries) })
  }
  expect(outcomes[1]!.said).toBe(outcomes[0]!.said)
  expect(outcomes[0]!.entries).toHaveLength(outcomes[0]!.replies.length)
  expect(outcomes[0]!.said).not.toContain(String(TOWN[0]))
  return outcomes[0]!
}

/** A way that asks several questions, one after the other. */
const asks =
  (by: string, questions: (clock: { at: number }) => readonly unknown[]): Way =>
  async ({ protection, clock }) => {
    const replies = []
    for (const question of questions(clock)) replies.push(await protection.ask(by, question))
    return replies
  }

const expectRefused = async (way: Way, code: string) => {
  const { replies, entries } = await worlds(way)
  for (const reply of replies) expect(reply).toMatchObject({ ok: false, refusal: { code } })
  for (const entry of entries) expect(entry).toMatchObject({ does: 'refuse', code, organisation: expect.any(String) })
}
const days = (clock: { at: number }) => ({ first_day: on(clock), last_day: on(clock) })

describe('whoever wants a target list', () => {
  it('gets no page of sites, however they ask for one', async () => {
    const pages = [{ page: 1 }, { offset: 0, limit: 1000 }, { cursor: null }, {}, null, [], '*']
    await expectRefused(
      asks('amal', (clock) => pages.map((page) => (typeof page === 'object' ? { ...days(clock), ...page } : page))),
      'not-a-question',
    )
  })

  it('sweeps no map: a handful of cells a day, and no cells of another size', async () => {
    const sweep = asks('amal', (clock) => DIGITS.map((digit) => asking(clock, `${CELL.slice(0, 4)}${digit}`)))
    const { replies, entries } = await worlds(sweep)
    expect(replies.filter((reply) => (reply as { ok: boolean }).ok)).toHaveLength(8)
    expect(entries.filter(({ does }) => does === 'refuse')).toHaveLength(24)
    const zoom = asks('amal', (clock) => [1, 2, 3, 4, 6, 7, 9].map((length) => asking(clock, geohash(TOWN, length))))
    await expectRefused(zoom, 'not-a-question')
  })

  it('hears the same a thousand times', async () => {
    const { replies } = await worlds(asks('amal', (clock) => Array(1000).fill(asking(clock, CELL))))
    const answers = replies.map(
      (reply) => (reply as { value: { lines: { answers: unknown }[] } }).value.lines[0]!.answers,
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  it('shrinks no circle', async () => {
    const circles = [50_000, 10_000, 1000, 100, 10]
    const way = asks('amal', (clock) => circles.map((radius_m) => ({ ...asking(clock, CELL), center: TOWN, radius_m })))
    await expectRefused(way, 'not-a-question')
  })

  it('asks by no name', async () => {
    await expectRefused(
      asks('amal', (clock) => ['al-Quds hospital', 'M10'].map((name) => ({ ...days(clock), name, names: [name] }))),
      'not-a-question',
    )
  })

  it('sees no new site by the difference of two answers within a period, nor in which day of the next it came', async () => {
    const seen = []
    for (const fifthOn of [0, 2, 5]) {
      const { protection, clock } = await service()
      await sitesAt(protection, near(TOWN, 4))
      clock.at = Date.UTC(2016, 8, 15)
      const answers = []
      for (let day = 0; day < 7; day++) {
        if (day === fifthOn) await sitesAt(protection, near(TOWN, 1))
        const reply = await protection.ask('amal', asking(clock, CELL))
        answers.push(reply.ok && reply.value.lines[0]!.answers)
        clock.at += DAY
      }
      expect(
        await protection.ask('amal', { cells: [CELL], first_day: '2016-09-10', last_day: '2016-09-22' }),
      ).toMatchObject({
        refusal: { code: 'outside-period' },
      })
      seen.push(JSON.stringify(answers))
    }
    expect(new Set(seen).size).toBe(1)
  })

  it('asks about no circle of a metre', async () => {
    await expectRefused(
      asks('amal', (clock) => [
        { ...days(clock), lon: TOWN[0], lat: TOWN[1], r: 1 },
        { ...asking(clock, CELL), r: 1 },
      ]),
      'not-a-question',
    )
  })

  it('gets no list of places without sites, and "none" of no place that has one', async () => {
    await expectRefused(
      asks('amal', (clock) => [
        { ...asking(clock, CELL), without: true },
        { ...days(clock), none_known: true },
      ]),
      'not-a-question',
    )
    const { protection, clock } = await service()
    await sitesAt(protection, [...near(TOWN, 5), two[1]!])
    clock.at += 8 * DAY
    const reply = await protection.ask('amal', asking(clock, geohash(two[1]!, 5)))
    expect(reply).toMatchObject({ value: { lines: [{ answers: [{ answer: 'protected objects present' }] }] } })
  })

  it('reads nothing out of refusals: they are the same whatever is there, and repeat nothing', async () => {
    const wrong = [
      { cells: ['<script>'] },
      { cells: [CELL.toUpperCase()] },
      { cells: [TOWN] },
      { cells: Array(9).fill(CELL) },
    ]
    const way = asks('amal', (clock) => wrong.map((one) => ({ ...days(clock), ...one })))
    await expectRefused(way, 'not-a-question')
    const { replies } = await worlds(way)
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
  })

  it('learns from no message: nothing is said to anybody when a site comes, and their answers do not move', async () => {
    const { protection, clock, store } = await service()
    clock.at += 8 * DAY
    const before = await protection.ask('amal', asking(clock, CELL))
    await sitesAt(protection, near(TOWN, 5))
    const after = await protection.ask('amal', asking(clock, CELL))
    const answers = [before, after].map((reply) => reply.ok && reply.value.lines[0]!.answers)
    expect(answers[1]).toEqual(answers[0])
    const own = await protection.log('amal')
    expect(own.ok && own.value).toEqual(store.entries.filter(({ by }) => by === 'amal'))
  })

  it('makes nothing exact of cells of two sizes', async () => {
    const way: Way = async ({ protection, clock }) => [
      await protection.ask('press', asking(clock, CELL.slice(0, 4))),
      await protection.ask('amal', asking(clock, CELL)),
      await protection.ask('press', asking(clock, CELL)),
      await protection.ask('amal', asking(clock, CELL.slice(0, 4), CELL)),
    ]
    const { replies } = await worlds(way)
    expect(replies.map((reply) => (reply as { ok: boolean }).ok)).toEqual([true, true, false, false])
  })

  it('gets nothing once access is taken back, by nobody of the organisation, not what was answered before either', async () => {
    const way: Way = async ({ protection, clock }) => [
      await protection.ask('amal', asking(clock, CELL)),
      await protection.revoke('party-a', 'asked for circles'),
      await protection.ask('amal', asking(clock, CELL)),
      await protection.ask('basil', asking(clock, CELL)),
      await protection.log('amal'),
    ]
    const { replies } = await worlds(way)
    for (const reply of replies.slice(2)) expect(reply).toMatchObject({ ok: false, refusal: { code: 'no-access' } })
  })

  it('is found by a line of a list they showed around', async () => {
    const { protection, clock, store } = await service()
    const cells = [CELL, ...DIGITS.slice(0, 5).map((digit) => `u4pr${digit}`)]
    const replies = [
      await protection.ask('amal', asking(clock, ...cells)),
      await protection.ask('carim', asking(clock, ...cells)),
    ]
    const marks = replies.map((reply) => (reply.ok ? reply.value.lines.map(({ mark }) => mark) : []))
    expect(new Set(marks.flat()).size).toBe(12)
    expect(await protection.trace(marks[1]![3]!)).toMatchObject({
      value: { organisation: 'party-b', person: 'carim', of: cells[3] },
    })
    expect(store.entries.at(-1)).toMatchObject({ does: 'trace' })
    expect(await protection.trace('00000000')).toMatchObject({ value: null })
  })
})
