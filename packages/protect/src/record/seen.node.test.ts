// A copy put back whole, folder and keys together: known for one, and gone on from at a price alone.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret } from '@trucekeeper/keys'
import { geohash } from '@trucekeeper/geo'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEntries, Protection, type EntryStore } from '../index.ts'
import { asking, BEGIN, DAY } from '../testing/services.ts'

const SECRET = new Secret(`trucekeeper-secret-1:${'A'.repeat(43)}`)

let folder: string
let drawn = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'protect-seen-'))
})
afterAll(() => rm(folder, { recursive: true }))

const cellAt = (at: number) => geohash([10 + at, 10], 5)

/** A folder with its keys, of which a copy was made before eight cells were asked about. */
async function copied() {
  const of = join(folder, `${(drawn += 1)}`)
  const [dir, keys, seen, copy] = [join(of, 'entries'), join(of, 'keys'), join(of, 'seen'), join(of, 'copy')]
  const clock = { at: BEGIN }
  const open = (more: { accepts?: true } = {}) => openEntries(dir, keys, SECRET, { seenIn: { dir: seen, ...more } })
  const over = async (store: Awaited<ReturnType<typeof open>>) => {
    if (!store.ok) throw new Error(store.refusal.code)
    const service = await Protection.over(store.value, () => clock.at)
    if (!service.ok) throw new Error(service.refusal.code)
    return { service: service.value, store: store.value }
  }
  const first = await over(await open())
  await first.service.enrol({ id: 'amal', organisation: 'party-a', desk: 'party' })
  await first.service.close()
  for (const [from, to] of [
    [dir, 'entries'],
    [keys, 'keys'],
  ] as const)
    await cp(from, join(copy, to), { recursive: true })
  const { service } = await over(await open())
  for (let at = 0; at < 8; at++) expect((await service.ask('amal', asking(clock, cellAt(at)))).ok).toBe(true)
  await service.close()
  const putBack = async () => {
    for (const [to, from] of [
      [dir, 'entries'],
      [keys, 'keys'],
    ] as const) {
      await rm(to, { recursive: true })
      await cp(join(copy, from), to, { recursive: true })
    }
  }
  return { open, over, clock, putBack, dir, keys }
}

describe('a copy put back with its keys', () => {
  it('is refused, and what is newest is not', async () => {
    const { open, putBack } = await copied()
    const newest = await open()
    expect(newest.ok).toBe(true)
    if (newest.ok) await newest.value.close()
    await putBack()
    expect(await open()).toMatchObject({ refusal: { code: 'record-older' } })
  })

  it('takes no entry before it is accepted, and is accepted at the price of what could have been asked since', async () => {
    const { open, over, clock, putBack } = await copied()
    await putBack()
    const { service, store } = await over(await open({ accepts: true }))
    const before = store.entries.length
    expect(await service.ask('amal', asking(clock, cellAt(9)))).toMatchObject({ refusal: { code: 'not-recorded' } })
    expect(await service.acceptCopy('?')).toMatchObject({ refusal: { code: 'malformed' } })
    expect(store.entries).toHaveLength(before)
    clock.at += DAY
    expect(await service.acceptCopy('the disk was lost')).toEqual({ ok: true, value: before + 8 })
    expect(store.entries.at(-1)).toMatchObject({ does: 'accept_copy', seen: before + 8 })
    expect(await service.ask('amal', asking(clock, cellAt(9)))).toMatchObject({ refusal: { code: 'budget-spent' } })
    await service.close()
    clock.at += DAY
    const again = await over(await open())
    expect((await again.service.ask('amal', asking(clock, cellAt(9)))).ok).toBe(true)
    // Two days of cells, of which nobody knows, and one that was asked about.
    expect(await again.service.atDesk('amal')).toMatchObject({ value: { budget: { left_this_year: 208 - 16 - 1 } } })
    await again.service.close()
  })

  it('that went its own way elsewhere is none of these entries', async () => {
    const { open, putBack, dir, keys, clock } = await copied()
    await putBack()
    const elsewhere = await openEntries(dir, keys, SECRET)
    if (!elsewhere.ok) throw new Error(elsewhere.refusal.code)
    const grow = (store: EntryStore, at: number) =>
      store.append({ at: clock.at, by: null, does: 'trace', mark: `${at}` })
    for (let at = 0; at < 12; at++) expect(await grow(elsewhere.value, at)).toBeNull()
    await elsewhere.value.close()
    for (const more of [{}, { accepts: true } as const])
      expect(await open(more)).toMatchObject({ refusal: { code: 'record-damaged' } })
  })
})
