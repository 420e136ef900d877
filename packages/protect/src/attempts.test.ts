// A flood of what is refused: each attempt is in the entries, and they stay few.
import { geohash } from '@trucekeeper/geo'
import { describe, expect, it } from 'vitest'
import type { EntryStore } from './index.ts'
import { Protection } from './protection.ts'
import { asking, DAY, service, TOWN } from './testing/services.ts'

const CELL = geohash(TOWN, 5)
const refusals = (store: EntryStore) => store.entries.flatMap((entry) => (entry.does === 'refuse' ? [entry] : []))
const told = (store: EntryStore) => refusals(store).reduce((sum, { times = 1 }) => sum + times, 0)

describe('a flood', () => {
  it('of nobody fills no disk, and every attempt is counted in an entry', async () => {
    const { protection, store, clock } = await service()
    const { refusals_singly_of_others: singly } = protection.policy
    for (let at = 0; at < singly * 10; at++)
      expect(await protection.unread('nobody')).toMatchObject({ refusal: { code: 'no-access' } })
    expect(refusals(store)).toHaveLength(singly + 3)
    expect(told(store)).toBe(singly * 8)
    clock.at += DAY
    await protection.unread('nobody')
    expect(refusals(store).at(-1)).toMatchObject({ organisation: null, times: singly * 2 + 1 })
    expect(told(store)).toBe(singly * 10 + 1)
  })

  it('of an organisation hides nothing of another’s', async () => {
    const { protection, store } = await service()
    for (let at = 0; at < protection.policy.refusals_singly * 3; at++) await protection.ask('amal', {})
    await protection.ask('carim', {})
    expect(refusals(store).at(-1)).toMatchObject({ by: 'carim', organisation: 'party-b' })
    expect(refusals(store).at(-1)).not.toHaveProperty('times')
  })

  it('of an organisation that was taken out is that of nobody', async () => {
    const { protection, store } = await service()
    const { refusals_singly_of_others: singly } = protection.policy
    await protection.revoke('party-a', 'asked without end')
    for (let at = 0; at < singly * 4; at++) await protection.ask('amal', {})
    expect(refusals(store)).toHaveLength(singly + 2)
    expect(refusals(store).at(-1)).toMatchObject({ by: 'amal', organisation: 'party-a', times: singly * 2 })
  })

  it('is told of to the last when the service is closed, and goes on being counted when it is opened again', async () => {
    const { protection, store, clock } = await service()
    const { refusals_singly_of_others: singly } = protection.policy
    for (let at = 0; at < singly + 5; at++) await protection.unread('nobody')
    await protection.close()
    expect(told(store)).toBe(singly + 5)
    const again = await Protection.over(store, () => clock.at)
    const before = store.entries.length
    for (let at = 0; at < 5; at++) if (again.ok) await again.value.unread('nobody')
    expect(store.entries).toHaveLength(before)
  })

  it('of questions that cost nothing ends for that day, for that organisation', async () => {
    const { protection, store, clock } = await service()
    const { doings_per_day } = protection.policy
    for (let at = 0; at < doings_per_day; at++)
      expect((await protection.ask(at % 2 ? 'amal' : 'basil', asking(clock, CELL))).ok).toBe(true)
    expect(await protection.ask('amal', asking(clock, CELL))).toMatchObject({ refusal: { code: 'budget-spent' } })
    expect(store.entries.at(-1)).toMatchObject({ does: 'refuse', tried: 'ask', organisation: 'party-a' })
    expect((await protection.ask('carim', asking(clock, CELL))).ok).toBe(true)
    clock.at += DAY
    expect((await protection.ask('amal', asking(clock, CELL))).ok).toBe(true)
  })
})
