// Who may do what, what counts since when, and that every act is an entry.
import { geohash } from '@trucekeeper/geo'
import { describe, expect, it } from 'vitest'
import { asking, BEGIN, DAY, near, PEOPLE, service, sitesAt, TOWN } from './testing/services.ts'

const CELL = geohash(TOWN, 5)
const AWAY = geohash([-60, -30], 5)
const PRESENT = [{ answer: 'protected objects present', within: CELL }]
const NONE = (cell: string) => [{ answer: 'none known', within: cell }]

describe('a question', () => {
  it('is answered by the record as it stood when the period began, and the same all through it', async () => {
    const { protection, clock } = await service()
    await sitesAt(protection, near(TOWN, 5))
    const seen = []
    for (let day = 0; day < 14; day++) {
      clock.at = BEGIN + day * DAY
      const reply = await protection.ask('amal', asking(clock, CELL))
      seen.push(reply.ok && reply.value.lines[0]!.answers)
    }
    const changed = seen.findIndex((answers) => JSON.stringify(answers) === JSON.stringify(PRESENT))
    expect(changed).toBeGreaterThan(0)
    expect(seen.slice(0, changed)).toEqual(Array(changed).fill(NONE(CELL)))
    for (const answers of seen.slice(changed, changed + 7)) expect(answers).toEqual(PRESENT)
  })

  it('is on the record before it is answered, and is not answered where it cannot be', async () => {
    const { protection, clock, store } = await service()
    expect((await protection.ask('amal', asking(clock, CELL))).ok).toBe(true)
    expect(store.entries.at(-1)).toMatchObject({ does: 'ask', by: 'amal', organisation: 'party-a', cells: [CELL] })
    const refusal = { code: 'not-recorded', message: 'not written', help: '' } as const
    const failing = { ...store, append: async () => refusal }
    const reopened = await service(failing)
    const replies = [
      await reopened.protection.ask('amal', asking(clock, CELL)),
      await reopened.protection.ask('amal', {}),
    ]
    expect(replies).toEqual([
      { ok: false, refusal },
      { ok: false, refusal },
    ])
  })

  it('gives either party the same', async () => {
    const { protection, clock } = await service()
    await sitesAt(protection, near(TOWN, 5))
    clock.at += 8 * DAY
    const replies = [
      await protection.ask('amal', asking(clock, CELL)),
      await protection.ask('carim', asking(clock, CELL)),
    ]
    const answers = replies.map(
      (reply) => reply.ok && reply.value.lines.map(({ cell, answers }) => ({ cell, answers })),
    )
    expect(answers[0]).toEqual([{ cell: CELL, answers: PRESENT }])
    expect(answers[1]).toEqual(answers[0])
  })

  it('costs each organisation a cell once a period, and nothing is answered in part', async () => {
    const { protection, clock } = await service()
    const cells = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => geohash([10 + (from + at) * 0.2, 10], 5))
    expect((await protection.ask('amal', asking(clock, ...cells(0, 7)))).ok).toBe(true)
    expect(await protection.ask('basil', asking(clock, ...cells(7, 2)))).toMatchObject({
      refusal: { code: 'budget-spent' },
    })
    expect((await protection.ask('basil', asking(clock, ...cells(0, 7)))).ok).toBe(true)
    expect((await protection.ask('basil', asking(clock, ...cells(7, 1)))).ok).toBe(true)
    expect((await protection.ask('carim', asking(clock, ...cells(7, 2)))).ok).toBe(true)
  })

  it('tells of a movement on its days, once another organisation confirmed it', async () => {
    const { protection, clock } = await service()
    const days = { first_day: '2016-09-23', last_day: '2016-09-23' }
    const told = await protection.notifyMovement('hana', { cells: [CELL], ...days, vehicles: 31 })
    if (!told.ok) throw new Error(told.refusal.code)
    clock.at = BEGIN + DAY
    expect((await protection.confirmMovement('hana', told.value)).ok).toBe(false)
    expect((await protection.confirmMovement('dina', told.value)).ok).toBe(true)
    clock.at = Date.UTC(2016, 8, 22)
    const on = await protection.ask('amal', { cells: [CELL, AWAY], ...days })
    expect(on).toMatchObject({
      value: {
        lines: [{ answers: [{ answer: 'humanitarian movement expected', within: CELL }] }, { answers: NONE(AWAY) }],
      },
    })
  })
})

describe('a site', () => {
  const counted = async (verify: readonly string[], gone: readonly string[]) => {
    const { protection, clock } = await service()
    await sitesAt(protection, near(TOWN, 4))
    const site = await protection.register('farah', { kind: 'school', place: TOWN })
    if (!site.ok) throw new Error(site.refusal.code)
    for (const person of verify) await protection.verify(person, site.value)
    for (const person of gone) await protection.sayGone(person, site.value, 'moved')
    clock.at += 8 * DAY
    const reply = await protection.ask('amal', asking(clock, CELL))
    return reply.ok && reply.value.lines[0]!.answers[0]!.within === CELL
  }

  it.each([
    [['ghada', 'dina'], [], true],
    [['dina', 'egor'], [], true],
    [['ghada'], [], false],
    // Whoever registered it is no second pair of eyes, and no party verifies.
    [['farah', 'dina'], [], false],
    [['amal', 'dina'], [], false],
    // A report alone never removes: it takes the owner and another organisation.
    [['ghada', 'dina'], ['dina'], true],
    [['ghada', 'dina'], ['farah', 'ghada'], true],
    [['ghada', 'dina'], ['dina', 'egor'], true],
    [['ghada', 'dina'], ['farah', 'dina'], false],
  ])('verified by %j and said gone by %j counts: %j', async (verify, gone, counts) => {
    expect(await counted(verify, gone)).toBe(counts)
  })
})

describe('an exact point', () => {
  const HOUR = DAY / 24
  const asked = async () => {
    const { protection, clock, store } = await service()
    const [site] = await sitesAt(protection, [TOWN])
    const window = { from: clock.at + HOUR, to: clock.at + 3 * HOUR }
    const request = await protection.requestPoint('amal', { site: site!, purpose: 'evacuation of wounded', ...window })
    if (!request.ok) throw new Error(request.refusal.code)
    return { protection, clock, store, request: request.value }
  }

  it.each([
    [[], 2, false],
    [['farah'], 2, false],
    [['dina'], 2, false],
    [['farah', 'ghada'], 2, false],
    [['basil', 'farah'], 2, false],
    [['farah', 'dina'], 2, true],
    [['farah', 'dina'], 0, false],
    [['farah', 'dina'], 3, false],
  ])('with the consent of %j is shown %i hours later: %j', async (consenting, hours, shown) => {
    const { protection, clock, store, request } = await asked()
    for (const person of consenting) await protection.consent(person, request)
    clock.at += hours * HOUR
    const point = await protection.showPoint('amal', request)
    expect(point.ok).toBe(shown)
    if (point.ok) expect(await protection.trace(point.value.mark)).toMatchObject({ value: { person: 'amal' } })
    await protection.showPoint('amal', request)
    expect(store.entries.at(-1)).toMatchObject({ does: shown ? 'show_point' : 'refuse', by: 'amal' })
    expect((await protection.showPoint('basil', request)).ok).toBe(false)
  })

  it('is refused in the same words where there is no such site', async () => {
    const { protection, clock, request } = await asked()
    const window = { from: clock.at, to: clock.at + HOUR }
    const other = await protection.requestPoint('amal', { site: 'site_0', purpose: 'evacuation', ...window })
    if (!other.ok) throw new Error(other.refusal.code)
    expect(await protection.showPoint('amal', other.value)).toEqual(await protection.showPoint('amal', request))
  })
})

describe('people', () => {
  it('are let in by ids that look like no other, once', async () => {
    const { protection } = await service()
    expect((await protection.enrol(PEOPLE[0])).ok).toBe(false)
    expect((await protection.enrol({ id: 'аmal', organisation: 'party-b', desk: 'party' })).ok).toBe(false)
  })

  it('see the questions of their own organisation, and no others', async () => {
    const { protection, clock } = await service()
    await protection.ask('amal', asking(clock, CELL))
    await protection.ask('carim', { radius_m: 1 })
    const [own, others] = [await protection.log('basil'), await protection.log('carim')]
    expect(own.ok && own.value.map(({ does }) => does)).toEqual(['ask'])
    expect(others.ok && others.value.map(({ does }) => does)).toEqual(['refuse'])
  })
})
