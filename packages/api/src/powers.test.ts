// Powers and gates over HTTP, of a folder that acts were written into over HTTP.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { folderRecorder, liveWorkspace } from '@trucekeeper/workspace'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GatesAnswer, PowersAnswer } from './answers/powers.ts'
import { checkedApp } from './checked.ts'
import type { Deps } from './deps.ts'
import { fixtureDeps } from './fixture.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
const BOTH = ['russia', 'united-states']

let dir: string
let deps: Deps
let sent = 0

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'powers-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  const recorder = folderRecorder(dir, { person: 'a clerk', now: () => Date.parse('2016-09-20T12:00:00+03:00') })
  deps = { ...fixtureDeps().deps, workspace: liveWorkspace(dir), recorder }
  await act('designate-day-d', 'exercised', BOTH, '2016-09-10T12:00', { sets: '2016-09-12T19:00+03:00' })
  await act('extend-truce', 'proposed', ['united-states'], '2016-09-14T12:00', { length: '48 hours' })
  await act('suspend-cooperation', 'threatened', ['united-states'], '2016-09-14T13:00')
})

afterAll(() => rm(dir, { recursive: true }))

async function act(power: string, stage: string, by: readonly string[], at: string, more: object = {}): Promise<void> {
  const response = await checkedApp(deps).request('/api/acts', {
    method: 'POST',
    headers: {
      host: 'localhost',
      'content-type': 'application/json',
      'idempotency-key': `an-act-written-${(sent += 1)}`,
    },
    body: JSON.stringify({
      act: { power, stage, by, at: `${at}+03:00`, ...more },
      notice: `${by.join(' and ')}: ${stage} ${power}`,
    }),
  })
  if (!response.ok) throw new Error(await response.text())
}

async function asked<T>(path: string): Promise<T> {
  const response = await checkedApp(deps).request(path, { headers: { host: 'localhost' } })
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as T
}

const at = (instant: string) => `at=${encodeURIComponent(`${instant}+03:00`)}`
const power = async (id: string, instant: string) =>
  (await asked<PowersAnswer>(`/api/powers?${at(instant)}`)).powers.find((one) => one.id === id)!

describe('GET /api/powers', () => {
  it('tells who holds each, what was said of it, and what would come of it now', async () => {
    const found = await power('extend-truce', '2016-09-14T14:00')
    expect(found).toMatchObject({
      effect: 'extend',
      targets: ['truce'],
      holders: BOTH,
      how: 'jointly',
      waits_for: null,
      stage: 'proposed',
      notices: [{ by: ['united-states'], quote: 'united-states: proposed extend-truce', lapsed: null }],
    })
    expect(found.sentence).toContain('forty-eight hours')
    const [trial] = found.trials
    expect(trial).toMatchObject({ by: BOTH, length: '48 hours', answer: { ok: true } })
    expect(trial!.answer.ok && trial!.answer.effect.sentences.join()).toContain('truce: ends on 16 September, 19:00')
  })

  it('tells by which clause nothing may be done, and what has lapsed', async () => {
    const certify = await power('certify-jic', '2016-09-14T14:00')
    expect(certify.waits_for).toMatchObject({ verdict: 'breached', parts: [{ verdict: 'breached' }] })
    expect(certify.trials[0]!.answer).toMatchObject({
      ok: false,
      refusals: [{ clause: 'joint-centre', code: 'gate-not-ready' }],
    })
    const extend = await power('extend-truce', '2016-09-15T12:00')
    expect(extend.notices[0]!.lapsed).toContain('`truce` ran out on 14 September, 19:00')
    expect(extend.trials[0]!.answer).toMatchObject({ ok: false, refusals: [{ code: 'term-over' }] })
  })

  it('is tried by each who may use it alone, and knows no more than was known', async () => {
    const { trials, notices } = await power('suspend-cooperation', '2016-09-14T14:00')
    expect(trials.map(({ by }) => by)).toEqual([['russia'], ['united-states']])
    expect(notices).toMatchObject([{ stage: 'threatened', without_effect: null }])
    const before = await asked<PowersAnswer>(`/api/powers?${at('2016-09-14T14:00')}&known_at=size:3`)
    expect(before.powers.flatMap((one) => one.notices.map(({ stage }) => stage))).toEqual(['exercised'])
  })
})

describe('GET /api/gates', () => {
  it('tells of each gate what is missing, who may certify, and what a certificate would do now', async () => {
    const { gates, names } = await asked<GatesAnswer>(`/api/gates?${at('2016-09-14T14:00')}`)
    expect(names.russia).toBe('Russian Federation')
    expect(gates).toMatchObject([
      {
        id: 'joint-centre',
        needed: 7,
        reopens: 'again',
        certify: { who: BOTH, how: 'jointly' },
        accounts: { 'all-reported': { needed: 7 } },
      },
    ])
    const ways = gates[0]!.powers.map(({ power: id, effect, trials }) => [id, effect, trials[0]!.answer.ok])
    expect(ways).toContainEqual(['certify-jic', 'certify', false])
    expect(ways).toContainEqual(['reset-seven-days', 'trigger', true])
  })
})
