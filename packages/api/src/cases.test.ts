// Cases, undertakings, calls and visits over HTTP, of a folder that they were written into over HTTP.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { folderRecorder, liveWorkspace, type Recorder } from '@trucekeeper/workspace'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseAnswer, CasesAnswer } from './answers/cases.ts'
import type { CallsAnswer, HotlineAnswer, UndertakingsAnswer, VisitsAnswer } from './answers/guarantors.ts'
import { checkedApp } from './checked.ts'
import type { Deps } from './deps.ts'
import { fixtureDeps } from './fixture.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
const NOTE = 'Two shells fell on Talbiseh, a commander of the opposition said.'

let dir: string
let recorder: Recorder
let deps: Deps
let claim: string
let undertaking: string
let sent = 0

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cases-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  await cp(join(EXAMPLE, 'agreements/aleppo-pause'), join(dir, 'agreements/aleppo-pause'), { recursive: true })
  recorder = folderRecorder(dir, { person: 'a clerk', now: () => Date.parse('2016-09-20T12:00:00+03:00') })
  deps = { ...fixtureDeps().deps, workspace: liveWorkspace(dir), recorder }
  const noted = await post('/api/claims', {
    document: { name: 'note.txt', text: NOTE, outlet: null, published: '2016-09-16T10:05+03:00' },
    claims: [
      {
        quote: NOTE,
        start: 0,
        end: NOTE.length,
        speaker: 'a commander of the opposition',
        speaker_side: 'opposition',
        via: null,
        kind: 'shelling',
        modality: 'asserted',
        negated: false,
        places: ['Talbiseh'],
        date: '2016-09-16',
        date_basis: 'explicit',
        actor_blamed: 'government forces',
        target: null,
        figures: [],
      },
    ],
  })
  claim = noted.entries[1]!.id
  const both = ['russia', 'united-states']
  const opening = { does: 'open-case', of: 'united-states', clause: 'cessation.government', accused: 'government' }
  await minute('2016-09-16T12:00', { ...opening, case: 'talbiseh', claims: [claim], summary: 'Shells on Talbiseh.' })
  await minute('2016-09-16T13:00', { ...opening, case: 'rastan', claims: [], summary: 'Shells on Rastan.' })
  await minute('2016-09-16T14:00', { does: 'relate-cases', cases: ['talbiseh', 'rastan'], reason: 'One morning.' })
  await minute('2016-09-16T18:00', stepOf('russia'))
  await minute('2016-09-17T18:00', stepOf('united-states'))
  await minute('2016-09-18T10:00', {
    does: 'visit',
    of: 'united-nations',
    case: 'talbiseh',
    place: 'Talbiseh',
    planned_at: '2016-09-18T09:00+03:00',
    outcome: 'denied',
    denied_by: 'government',
    reason: 'No reason was given.',
  })
  const undertaken = { does: 'undertaking', of: 'russia', for: 'government', to_do: 'Stop.', clause: null, due: null }
  const given = await minute('2016-09-16T19:00', undertaken, 'We shall obtain that it stops.')
  undertaking = given.entries[1]!.id
  await minute('2016-09-16T20:00', {
    does: 'pressed',
    undertaking,
    of: 'russia',
    party: 'government',
    channel: 'hotline',
  })
  await minute('2016-09-17T20:00', {
    does: 'call',
    channel: 'phone',
    between: both,
    read_outs: [{ of: 'russia', doc: 'note.txt' }],
  })
}, 60_000)
afterAll(async () => {
  await recorder.close()
  await rm(dir, { recursive: true, force: true })
})

const stepOf = (of: string) => ({ does: 'case-step', case: 'talbiseh', stage: 'tasked', step: 1, of, text: 'Asked.' })

async function post(path: string, body: unknown): Promise<{ entries: { id: string }[] }> {
  const response = await checkedApp(deps).request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `key-${(sent += 1)}-of-a-test` },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as { entries: { id: string }[] }
}
const minute = (at: string, body: Record<string, unknown>, notice: string | null = null) =>
  post('/api/minutes', { minute: { at: `${at}+03:00`, ...body }, notice })
const get = async <T>(path: string) => (await (await checkedApp(deps).request(path)).json()) as T

describe('cases', () => {
  it('are told with who is late, what is next, and what one can be opened about', async () => {
    const told = await get<CasesAnswer>('/api/cases?at=2016-09-17T20:00%2B03:00')
    expect(told.cases.map((one) => [one.case, one.stage, one.late.map(({ who }) => who)])).toEqual([
      ['talbiseh', 'tasked', []],
      ['rastan', 'received', ['russia', 'united-states']],
    ])
    expect(told.at).toBe('2016-09-17T20:00:00+03:00')
    expect(told.names).toMatchObject({ russia: expect.any(String) })
    expect(told.clause_names).toMatchObject({ 'cessation.government': 'No attacks', violations: expect.any(String) })
    expect(told.breakable).toContainEqual(
      expect.objectContaining({ clause: 'cessation.government', debtors: ['government'] }),
    )
  })

  it('are each told with minutes and who wrote them, words with their document, and who may do what', async () => {
    const told = await get<CaseAnswer>('/api/cases/talbiseh?at=2016-09-19T12:00%2B03:00')
    expect(told.log.map(({ does, of, recorded_by }) => [does, of.join(), recorded_by])).toEqual([
      ['open-case', 'united-states', 'a clerk'],
      ['relate-cases', '', 'a clerk'],
      ['case-step', 'russia', 'a clerk'],
      ['case-step', 'united-states', 'a clerk'],
      ['visit', 'united-nations', 'a clerk'],
    ])
    expect(told.case.steps[0]!.done.map(({ by, late_by_ms }) => [by, late_by_ms / 3_600_000])).toEqual([
      ['russia', 0],
      ['united-states', 6],
    ])
    expect(told.claims[claim]).toMatchObject({ quote: NOTE, speaker: 'a commander of the opposition' })
    expect(told.documents['note.txt']).toMatch(/^[0-9a-f]{64}$/)
    expect(told.case.incidents[0]).toMatchObject({ for: [claim], against: [] })
    expect(told.decides).toEqual({ who: ['russia', 'united-states'], together: true })
    expect(told.account_names).toMatchObject({ monitors: 'Monitors only' })
    expect([told.answered_by, told.case.visits.length, told.case.related[0]!.case]).toEqual(['russia', 1, 'rastan'])
  })

  it('are as they were known, and refused by a name that there is not', async () => {
    expect((await get<CasesAnswer>('/api/cases?known_at=size:3')).cases.map((one) => one.case)).toEqual([])
    expect(await get('/api/cases/none')).toMatchObject({ code: '404.13' })
    expect(await get('/api/cases/talbiseh?at=2016-09-16T11:00%2B03:00')).toMatchObject({ code: '404.13' })
  })
})

describe('guarantors', () => {
  it('are told with what each undertook, whom it pressed, and who wrote that down', async () => {
    const told = await get<UndertakingsAnswer>('/api/undertakings')
    expect(told.undertakings).toMatchObject([{ of: 'russia', for: 'government', state: 'pressed' }])
    expect(told.written[undertaking]).toMatchObject({ recorded_by: 'a clerk' })
    expect(told.documents['notice-undertaking.txt']).toMatch(/^[0-9a-f]{64}$/)
    expect(told.guarantors).toContainEqual({ id: 'russia', answers_for: ['government'] })
  })

  it('are told with calls and the hotline', async () => {
    const told = await get<CallsAnswer>('/api/calls')
    expect(told.calls).toMatchObject([{ between: ['russia', 'united-states'], read_outs: [{ sentences: null }] }])
    expect((await get<HotlineAnswer>('/api/hotline')).log.map(({ does }) => does)).toEqual(['pressed'])
  })
})

it('visits are told with who denied how many', async () => {
  const told = await get<VisitsAnswer>('/api/visits')
  expect(told.denied_by).toEqual([{ who: 'government', denied: 1, turned_back: 0 }])
  expect(told.written[told.visits[0]!.id]).toMatchObject({ recorded_by: 'a clerk' })
})

describe('where several agreements stand side by side', () => {
  const dry = (path: string, body: Record<string, unknown>) => post(path, { ...body, dry_run: true })
  const naming = (by: string) => ({
    act: {
      power: 'name-the-pause',
      stage: 'proposed',
      by: [by],
      at: '2016-09-16T12:00+03:00',
      sets: '2016-09-18T08:00+03:00',
    },
  })

  it('what is only asked is asked of the text whose clause it names', async () => {
    expect(await dry('/api/acts', naming('government'))).toMatchObject({
      entries: [],
      effect: { power: 'name-the-pause' },
    })
    await expect(dry('/api/acts', naming('russia'))).rejects.toThrow('"clause":"name-the-pause"')
    const opening = {
      does: 'open-case',
      of: 'opposition',
      claims: [],
      summary: 'Shells.',
      case: 'pause',
      accused: 'government',
    }
    const about = { minute: { ...opening, at: '2016-09-16T12:00+03:00', clause: 'pause-no-attacks' } }
    await expect(dry('/api/minutes', about)).rejects.toThrow(/pause-no-attacks/)
    const step = { minute: { ...stepOf('russia'), at: '2016-09-19T12:00+03:00' } }
    expect(await dry('/api/minutes', step)).toEqual({ entries: [] })
  })
})
