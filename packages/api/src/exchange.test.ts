import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { nameMinute, type MinuteBody } from '@trucekeeper/claims'
import { liveWorkspace, openFolderLedger } from '@trucekeeper/workspace'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExchangeAnswer } from './answers/exchange.ts'
import { checkedApp } from './checked.ts'
import { fixtureDeps } from './fixture.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
const asks = {
  does: 'ask-information',
  at: '2016-09-14T10:00+03:00',
  of: 'united-states',
  to: 'russia',
  about: 'when the permits are signed',
  due: '2016-09-15T10:00+03:00',
  number: 1,
} satisfies MinuteBody
const told = {
  does: 'share',
  at: '2016-09-14T12:00+03:00',
  of: 'russia',
  to: [{ member: 'united-states', number: 1 }],
  matter: 'access',
  text: 'Twenty trucks wait at the crossing.',
  place: { district: 'Jebel Saman' },
  time: '2016-09-14',
  claims: [],
  caveats: { pass_to: ['united-nations'], until: '2016-09-16T12:00+03:00', place: 'governorate', time: 'day' },
  passes_on: null,
} satisfies MinuteBody

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'exchange-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  const ledger = await openFolderLedger(dir)
  if (!ledger.ok) throw new Error(ledger.refusal.message)
  const received_at = '2016-09-14T13:00:00+03:00'
  const minutes = [asks, told].map((body) => ({
    type: 'minute' as const,
    received_at,
    recorded_by: 'desk',
    body: nameMinute(body),
  }))
  const entered = await ledger.value.append(minutes)
  if (!entered.ok) throw new Error(entered.refusal.message)
  await ledger.value.close()
})
afterAll(() => rm(dir, { recursive: true }))

const app = () => checkedApp({ ...fixtureDeps().deps, workspace: liveWorkspace(dir) })
const at = async (when: string) =>
  (await (await app().request(`/api/exchange?at=${encodeURIComponent(when)}`)).json()) as ExchangeAnswer

describe('the exchange of information', () => {
  it('says what is open and late, and to whom what was told may be passed on, as of an instant', async () => {
    const before = await at('2016-09-14T11:00+03:00')
    expect(before.requests.map(({ state }) => state)).toEqual(['open'])
    expect(before.shares).toEqual([])
    const later = await at('2016-09-15T12:00+03:00')
    expect(later.requests).toMatchObject([{ state: 'late', late_by_ms: 7_200_000 }])
    expect(later.given).toMatchObject([
      { member: 'united-states', told: [{ of: 'russia', may_tell: ['united-nations'] }] },
    ])
    expect((await at('2016-09-17T12:00+03:00')).shares).toMatchObject([{ state: 'run_out' }])
    expect(later.rows).toContainEqual({ of: 'russia', to: 'united-states', next: 2, missing: [] })
  })

  it('proves each line of its log, and nothing that is not in it', async () => {
    const { log } = await at('2016-09-15T12:00+03:00')
    expect(log.map(({ does, of }) => [does, of])).toEqual([
      ['ask-information', 'united-states'],
      ['share', 'russia'],
    ])
    for (const { index } of log) {
      const proof = await app().request(`/api/exchange/receipts/${index}`)
      expect([proof.status, (await proof.text()).slice(0, 8)]).toEqual([200, 'c2sp.org'])
    }
    for (const name of ['99', '-1', 'all'])
      expect((await app().request(`/api/exchange/receipts/${name}`)).status).toBe(404)
  })

  it('is empty where nobody has asked or told anything', async () => {
    const found = (await (await checkedApp(fixtureDeps().deps).request('/api/problems')).json()) as object
    expect(found).toHaveProperty('503.4')
    expect((await at('2016-09-13T11:00+03:00')).log).toEqual([])
  })
})
