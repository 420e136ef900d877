import { openWorkspace, type Workspace } from '@trucekeeper/workspace'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AgreementsAnswer, ScopesAnswer } from './answers/agreements.ts'
import { checkedApp } from './checked.ts'
import { fixtureDeps } from './fixture.ts'

const EVENING = encodeURIComponent('2016-09-16T23:00+03:00')

let workspace: Workspace

beforeAll(async () => {
  const opened = await openWorkspace(resolve(import.meta.dirname, '../../../examples/aleppo-2016'))
  if (!opened.ok) throw new Error('the example does not open')
  workspace = opened.workspace
})

const ask = (address: string) => checkedApp({ ...fixtureDeps().deps, workspace }).request(address)
async function given<T>(address: string): Promise<T> {
  const answer = await ask(address)
  expect(answer.status).toBe(200)
  return (await answer.json()) as T
}

describe('several agreements', () => {
  it('stand side by side with their numbers, their strips and what needs somebody', async () => {
    const { agreements } = await given<AgreementsAnswer>(`/api/agreements?at=${EVENING}`)
    const of = (id: string) => agreements.find((one) => one.id === id)!
    expect(agreements[0]!.id).toBe('aleppo-2016')
    expect(of('aleppo-pause-2016').standing).toBe('dormant')
    expect(of('syria-cessation-2016').endorsed).toContain('S/RES/2268')
    expect(of('darayya-2016').numbers.map(({ asked, low, high }) => [asked.of, asked.count, low, high])).toEqual([
      ['fighters', 700, 700, 700],
      ['residents', 8000, 8000, 8000],
    ])
    expect(of('buffer-zone-2016').zones[0]!.strip).toMatchObject({ said_m: 80_000, said_about: true, depth_m: 5500 })
    expect(of('aleppo-2016').attention.map(({ clause }) => clause)).toContain('first-convoy')
  })

  it('each decide about one incident, which one may cover and another not', async () => {
    const { incidents } = await given<ScopesAnswer>(`/api/agreements/scopes?at=${EVENING}`)
    const clash = incidents.find(({ kind, places }) => kind === 'ground_clash' && places.includes('east of Damascus'))!
    const decisions = Object.fromEntries(clash.under.map(({ agreement, decision }) => [agreement, decision]))
    expect(decisions).toMatchObject({
      'aleppo-2016': 'covered',
      'syria-cessation-2016': 'covered',
      'darayya-2016': 'not_covered_time',
      'aleppo-pause-2016': 'not_covered_time',
    })
    expect(clash.under.every(({ reason }) => reason !== '')).toBe(true)
  })

  it('are each asked in every steady question, and in no other', async () => {
    const status = await given<{ agreement: { id: string } }>(`/api/status?at=${EVENING}&agreement=darayya-2016`)
    expect(status.agreement.id).toBe('darayya-2016')
    const why = await given<{ clause: { id: string } }>(`/api/clauses/residents-evacuated/why?agreement=darayya-2016`)
    expect(JSON.stringify(why)).toContain('8,000 residents')
    const lens = await given<{ agreements: { id: string }[] }>('/api/lens?agreement=darayya-2016')
    expect(lens.agreements).toHaveLength(6)
    expect((await ask('/healthz?agreement=darayya-2016')).status).not.toBe(200)
  })

  it('are refused under an id that none has, with the nearest', async () => {
    const answer = await ask('/api/status?agreement=daraya-2016')
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({
      code: '404.12',
      detail: 'no agreement `daraya-2016` is in this folder',
      help: expect.stringContaining('did you mean `darayya-2016`?'),
    })
  })
})
