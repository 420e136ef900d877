// Who reads what of the entries: an organisation what concerns it, whoever runs the service no place, nobody another's question.
import { geohash } from '@trucekeeper/geo'
import { describe, expect, it } from 'vitest'
import { asking, DAY, near, service, sitesAt, TOWN } from './testing/services.ts'

const CELL = geohash(TOWN, 5)

async function looked() {
  const of = await service()
  const [site] = await sitesAt(of.protection, near(TOWN, 5))
  of.clock.at += 8 * DAY
  const { at } = of.clock
  await of.protection.ask('amal', asking(of.clock, CELL))
  const asked = { site: site!, purpose: 'evacuation of wounded', from: at, to: at + DAY / 24 }
  const request = await of.protection.requestPoint('amal', asked)
  if (!request.ok) throw new Error(request.refusal.code)
  for (const by of ['farah', 'dina']) await of.protection.consent(by, request.value)
  expect((await of.protection.showPoint('amal', request.value)).ok).toBe(true)
  return of
}

describe('the log', () => {
  it('tells the owner, those who consented and whoever asked of each look at a point, and nobody else', async () => {
    const { protection } = await looked()
    for (const [by, number] of [
      ['amal', 1],
      ['ghada', 1],
      ['dina', 1],
      ['carim', 0],
      ['egor', 0],
      ['hana', 0],
      ['press', 0],
    ] as const) {
      const log = await protection.log(by)
      expect(log.ok && log.value.filter(({ does }) => does === 'show_point'), by).toHaveLength(number)
      expect(JSON.stringify(log)).not.toContain(String(TOWN[0]))
      expect(log.ok && log.value.some(({ does }) => does === 'ask')).toBe(by === 'amal')
    }
  })

  it('tells whoever runs the service that there was something, and of nothing what or where; looking is an entry', async () => {
    const { protection, store } = await looked()
    const overview = await protection.overview()
    if (!overview.ok) throw new Error(overview.refusal.code)
    expect(store.entries.at(-1)).toMatchObject({ does: 'overview', by: null })
    expect(overview.value.map(({ entry }) => entry)).toEqual(store.entries.map((_, at) => at + 1))
    expect(overview.value).toContainEqual(expect.objectContaining({ does: 'ask', by: 'amal', organisation: 'party-a' }))
    const fields = new Set(overview.value.flatMap((entry) => Object.keys(entry)))
    expect([...fields].toSorted()).toEqual(['at', 'by', 'does', 'entry', 'organisation'])
    expect(JSON.stringify(overview)).not.toMatch(new RegExp(`${CELL}|${TOWN[0]}|site_|evacuation|health_facility`))
  })

  it('is not read where it cannot be written that it was', async () => {
    const { protection, store } = await looked()
    const refusal = { code: 'not-recorded', message: 'the disk is full', help: '' } as const
    Object.assign(store, { append: async () => refusal })
    expect(await protection.overview()).toEqual({ ok: false, refusal })
  })
})

describe('an id', () => {
  it.each([
    ['arnal', 'x'],
    ['ama1', 'x'],
    ['a-mal', 'x'],
    ['new', 'party--a'],
    ['new', 'guarantor-l'],
    ['new', 'hea1th'],
  ])('%s of %s is taken for another, and not let in', async (id, organisation) => {
    const { protection, store } = await service()
    expect(await protection.enrol({ id, organisation, desk: 'party' })).toMatchObject({
      refusal: { code: 'malformed' },
    })
    expect(store.entries.at(-1)).toMatchObject({ does: 'refuse', tried: 'enrol' })
  })

  it('of the same organisation, or of a page, is told apart from others', async () => {
    const { protection } = await service()
    for (const id of ['amal-2', `p-${'0a1b'.repeat(8)}`, `p-${'0a1c'.repeat(8)}`, `p-${'8b5e'.repeat(8)}`])
      expect((await protection.enrol({ id, organisation: 'party-a', desk: 'party' })).ok).toBe(true)
  })
})
