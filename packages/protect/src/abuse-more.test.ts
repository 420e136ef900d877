// What an examiner tries besides: the order of things, the clock, the edges of the earth, a service begun anew.
import { geohash } from '@trucekeeper/geo'
import { describe, expect, it } from 'vitest'
import { Protection, type LonLat } from './index.ts'
import { asking, BEGIN, DAY, near, on, service, sitesAt, TOWN } from './testing/services.ts'

const CELL = geohash(TOWN, 5)
const HOUR = DAY / 24
const refusal = (code: string) => ({ ok: false, refusal: { code } })
const cellAt = (at: number) => geohash([10 + at, 10], 5)

describe('in another order', () => {
  it('consent before the request, after its window, twice, or a look before consent comes to nothing', async () => {
    const { protection, clock, store } = await service()
    const [site] = await sitesAt(protection, [TOWN])
    const asked = { site: site!, purpose: 'evacuation of wounded', from: clock.at, to: clock.at + HOUR }
    const refusedNow = async (reply: Promise<unknown>) => {
      const before = store.entries.length
      expect(await reply).toMatchObject(refusal('no-access'))
      expect(store.entries.slice(before)).toMatchObject([{ does: 'refuse' }])
    }
    await refusedNow(protection.consent('farah', 'point_0'))
    const request = await protection.requestPoint('amal', asked)
    if (!request.ok) throw new Error(request.refusal.code)
    await refusedNow(protection.showPoint('amal', request.value))
    expect((await protection.consent('farah', request.value)).ok).toBe(true)
    await refusedNow(protection.consent('farah', request.value))
    await refusedNow(protection.showPoint('amal', request.value))
    clock.at += HOUR
    await refusedNow(protection.consent('dina', request.value))
    await refusedNow(protection.showPoint('amal', request.value))
  })

  it('a verification, a word that it is gone or a confirmation before there is anything comes to nothing', async () => {
    const { protection, store } = await service()
    for (const reply of [
      protection.verify('dina', 'site_0'),
      protection.sayGone('dina', 'site_0', 'nothing there'),
      protection.confirmMovement('dina', 'move_0'),
    ])
      expect(await reply).toMatchObject(refusal('no-access'))
    expect(store.entries.slice(-3).every(({ does }) => does === 'refuse')).toBe(true)
  })

  it('a word without words is refused alike whether there is the site or not', async () => {
    const { protection } = await service()
    const [site] = await sitesAt(protection, [TOWN])
    const replies = [await protection.sayGone('dina', site!, ''), await protection.sayGone('dina', 'site_0', '')]
    expect(replies[0]).toMatchObject(refusal('malformed'))
    expect(replies[1]).toEqual(replies[0])
  })
})

describe('a clock', () => {
  it('moved by a second gives no other answer, and no day of a question is less than a day', async () => {
    const { protection, clock } = await service()
    await sitesAt(protection, near(TOWN, 5))
    clock.at = BEGIN + 8 * DAY
    const said = []
    for (let second = 0; second < 5; second++) {
      clock.at += 1000
      const reply = await protection.ask('amal', asking(clock, CELL))
      said.push(reply.ok && JSON.stringify(reply.value.lines[0]!.answers))
      const day = on(clock)
      const moving = { cells: [CELL], first_day: `${day}T00:00:0${second}Z`, last_day: day }
      expect(await protection.ask('amal', moving)).toMatchObject(refusal('not-a-question'))
    }
    expect(new Set(said).size).toBe(1)
  })

  it('set forward and back gives no budget twice, and no answer about days that are past', async () => {
    const { protection, clock } = await service()
    clock.at += 30 * DAY
    for (let at = 0; at < 8; at++) expect((await protection.ask('amal', asking(clock, cellAt(at)))).ok).toBe(true)
    const ahead = asking(clock, cellAt(8))
    clock.at -= 30 * DAY
    expect(await protection.ask('amal', ahead)).toMatchObject(refusal('budget-spent'))
    expect(await protection.ask('amal', asking(clock, cellAt(8)))).toMatchObject(refusal('outside-period'))
  })
})

describe('a clock that is none', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1])(
    '%s leaves the latest time',
    async (at) => {
      const { protection, clock, store } = await service()
      clock.at += 8 * DAY
      const question = asking(clock, CELL)
      expect((await protection.ask('amal', question)).ok).toBe(true)
      const latest = clock.at
      clock.at = at
      expect((await protection.ask('amal', question)).ok).toBe(true)
      expect(store.entries.at(-1)!.at).toBe(latest)
    },
  )
})

describe('a service begun anew', () => {
  it('has spent what was spent, and knows who was taken out', async () => {
    const { protection, clock, store } = await service()
    for (let at = 0; at < 8; at++) await protection.ask('amal', asking(clock, cellAt(at)))
    await protection.revoke('party-b', 'asked for circles')
    await protection.close()
    const again = await Protection.over(store, () => clock.at)
    if (!again.ok) throw new Error(again.refusal.code)
    expect(await again.value.ask('basil', asking(clock, cellAt(9)))).toMatchObject(refusal('budget-spent'))
    expect(await again.value.ask('carim', asking(clock, cellAt(9)))).toMatchObject(refusal('no-access'))
  })
})

describe('the edges of the earth', () => {
  it.each<[string, LonLat]>([
    ['the meridian of the date, from the east', [180, 10]],
    ['the same from the west', [-180, 10]],
    ['the north pole', [0, 90]],
    ['the south pole', [-180, -90]],
    ['nothing and less than nothing', [-0, -0]],
  ])('%s: five sites there are told of their cell, and of no other', async (_, place) => {
    const { protection, clock } = await service()
    await sitesAt(
      protection,
      Array.from({ length: 5 }, () => place),
    )
    clock.at += 8 * DAY
    const cell = geohash(place, 5)
    expect(await protection.ask('amal', asking(clock, cell, CELL))).toMatchObject({
      value: {
        lines: [
          { cell, answers: [{ answer: 'protected objects present', within: cell }] },
          { cell: CELL, answers: [{ answer: 'none known', within: CELL }] },
        ],
      },
    })
  })

  it.each([
    ['beyond a pole', [0, 90.0001]],
    ['beyond the meridian', [-180.0001, 0]],
    ['latitude and longitude the wrong way round', [36.2, 137.1]],
    ['without end', [Number.POSITIVE_INFINITY, 0]],
    ['no number', [37.1, Number.NaN]],
    ['huge', [1e308, 36]],
    ['a number too large for one', [10n, 36n]],
  ])('%s is no place', async (_, place) => {
    const { protection, store } = await service()
    const site = { kind: 'school', place } as never
    expect(await protection.register('farah', site)).toMatchObject(refusal('malformed'))
    expect(store.entries.at(-1)).toMatchObject({ does: 'refuse', tried: 'register' })
  })

  it('more fields than a site and a movement have are refused too', async () => {
    const { protection, clock, store } = await service()
    const more = { precision: 9, verified: true }
    const site = { kind: 'school', place: TOWN, ...more } as never
    const movement = { cells: [CELL], first_day: on(clock), last_day: on(clock), vehicles: 3, ...more } as never
    for (const reply of [protection.register('farah', site), protection.notifyMovement('farah', movement)])
      expect(await reply).toMatchObject(refusal('malformed'))
    expect(store.entries.slice(-2)).toMatchObject([{ tried: 'register' }, { tried: 'notify_movement' }])
  })
})
