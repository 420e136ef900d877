// Minutes and acts that desks make themselves: entered where the agreement allows it on what is seen there, and refused with the clause.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { followFolder } from '../live.ts'
import { viewsByAudience } from '../seen-by.ts'
import { folderRecorder, recorderInThread, type Recorder, type RecordRequest, type Written } from './index.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../../examples/aleppo-2016')
const REPORT = '08-observatory-13.txt'
const BOTH = ['russia', 'united-states']

let dir: string
let recorder: Recorder
let clock = 0
let sent = 0

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'of-centre-'))
  clock = Date.parse('2016-09-17T12:00:00+03:00')
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  await cp(join(EXAMPLE, 'reports', REPORT), join(dir, 'reports', REPORT))
  recorder = folderRecorder(dir, { now: () => (clock += 1_000) })
})
afterEach(async () => {
  await recorder.close()
  await rm(dir, { recursive: true, force: true })
})

function asking(desk: string | null = null, more: Partial<RecordRequest> = {}): RecordRequest {
  const key = `key ${(sent += 1)}`
  return { key, digest: key, by: `somebody of ${desk}`, desk, ...more }
}

const bare = (minute: Record<string, unknown>) => ({ minute, words: null, notice: null })
const opening = (more: Record<string, unknown> = {}) =>
  bare({
    does: 'open-case',
    at: '2016-09-16T10:00+03:00',
    case: 'talbiseh',
    of: 'united-nations',
    clause: 'cessation.government',
    accused: 'government',
    claims: [],
    summary: 'Shells fell on Talbiseh.',
    ...more,
  })
const step = (more: Record<string, unknown> = {}) =>
  bare({ does: 'case-step', case: 'talbiseh', stage: 'tasked', step: 1, of: 'russia', text: 'Asked.', ...more })
const extending = (more: Record<string, unknown> = {}) => ({
  act: {
    power: 'extend-truce',
    stage: 'proposed',
    by: ['russia'],
    at: '2016-09-17T11:00+03:00',
    length: '48 hours',
    ...more,
  },
  words: null,
  notice: 'We propose to extend the truce by 48 hours.' as string | null,
})

const wrongOf = (written: Written<unknown>) => (written.ok ? [] : written.wrong)
const codesOf = (written: Written<unknown>) => wrongOf(written).map(({ code, path }) => [code, path])
function valueOf<T>(written: Written<T>): T {
  if (!written.ok) throw new Error(written.wrong.map(({ message }) => message).join('; '))
  return written.value
}
const minutesSeen = async (audience: string) =>
  (await viewsByAudience(followFolder(dir))(audience).known()).record.minutes.map(({ does }) => does)

describe('a minute', () => {
  it('is entered with its receipt, at the time of its coming in where it names none', async () => {
    const { at: _, ...undated } = opening().minute
    const { entries } = valueOf(await recorder.minute(asking(), bare(undated)))
    expect(entries).toMatchObject([{ type: 'minute', received_at: '2016-09-17T12:00:01+03:00' }])
    const { record } = await followFolder(dir).view().known()
    expect(record.minutes).toMatchObject([{ case: 'talbiseh', at: '2016-09-17T12:00:01+03:00' }])
  })

  it('is done once, however often it is sent under one key', async () => {
    const request = asking()
    const first = await recorder.minute(request, opening())
    expect(await recorder.minute(request, opening())).toMatchObject({ ...first, isRepeated: true })
  })

  it('that the agreement does not allow is refused with clause and heading, and nothing of it is entered', async () => {
    await recorder.minute(asking(), opening())
    const written = await recorder.minute(
      asking(),
      bare({ does: 'close-case', case: 'talbiseh', of: ['russia'], outcome: 'none', reason: 'no evidence' }),
    )
    expect(written).toMatchObject({ ok: false, why: 'not-allowed' })
    expect(wrongOf(written)[0]).toMatchObject({
      code: 'closed-by-another',
      path: 'minute',
      message: 'it is not decided without `united-states`',
      clause: 'violations',
      heading: expect.stringContaining('5. '),
    })
    expect(await minutesSeen('un')).toEqual(['open-case'])
  })

  it('needs a form, a time that has come, and claims that are seen', async () => {
    expect(codesOf(await recorder.minute(asking(), bare({ does: 'close-case' })))[0]).toEqual([
      'entry-malformed',
      'minute.case',
    ])
    expect(codesOf(await recorder.minute(asking(), opening({ at: '2016-09-18T10:00+03:00' })))).toEqual([
      ['time-to-come', 'minute.at'],
    ])
    expect(codesOf(await recorder.minute(asking(), opening({ claims: [`clm_${'0'.repeat(20)}`] })))).toEqual([
      ['rules-unknown', 'minute.claims.0'],
    ])
  })

  it('held by a desk is in no other desk’s cases, and what follows it is refused there as unknown', async () => {
    valueOf(await recorder.minute(asking('party-a'), opening()))
    expect(await minutesSeen('party-a')).toEqual(['open-case'])
    expect(await minutesSeen('party-b')).toEqual([])
    expect(codesOf(await recorder.minute(asking('party-b'), step()))).toEqual([['case-unknown', 'minute']])
    // Written for all, it cannot follow what only one desk sees.
    expect(codesOf(await recorder.minute(asking('party-a', { for_desks: true }), step()))).toEqual([
      ['case-unknown', 'minute'],
    ])
    valueOf(await recorder.minute(asking('party-a'), step()))
    valueOf(await recorder.minute(asking('party-b', { for_desks: true }), opening()))
    expect(await minutesSeen('party-b')).toEqual(['open-case'])
  })

  it('of an undertaking stands in a notice, or in the exact words of a document', async () => {
    const undertaken = { does: 'undertaking', of: 'russia', for: 'government', to_do: 'stop', clause: null, due: null }
    const notice = 'We shall obtain from the government that it stops.'
    const { entries } = valueOf(await recorder.minute(asking(), { minute: undertaken, words: null, notice }))
    expect(entries.map(({ type }) => type)).toEqual(['document', 'minute'])
    const { record } = await followFolder(dir).view().known()
    expect(record.minutes[0]).toMatchObject({ doc: 'notice-undertaking.txt', quote: notice, start: 0 })
    const words = { doc: REPORT, quote: 'words that are not there' }
    expect(codesOf(await recorder.minute(asking(), { minute: undertaken, words, notice: null }))).toEqual([
      ['claim-not-its-words', 'words.quote'],
    ])
    const misplaced = { ...undertaken, doc: REPORT, quote: 'Aleppo', start: 0, end: 6 }
    expect(codesOf(await recorder.minute(asking(), bare(misplaced)))).toEqual([['claim-not-its-words', 'minute.quote']])
    const beside = { ...step(), notice }
    valueOf(await recorder.minute(asking(), opening()))
    expect(codesOf(await recorder.minute(asking(), beside))).toEqual([['entry-malformed', 'words']])
  })

  it('is entered from another thread as well', async () => {
    await recorder.close()
    recorder = recorderInThread(dir)
    valueOf(await recorder.minute(asking(), opening()))
    expect(await recorder.minute(asking(), step({ step: 9 }))).toMatchObject({ ok: false, why: 'not-allowed' })
  })
})

describe('an act', () => {
  it('is entered with its notice and what it changes', async () => {
    const { entries, effect } = valueOf(await recorder.act(asking(), extending()))
    expect(entries.map(({ type }) => type)).toEqual(['document', 'act'])
    expect(effect).toMatchObject({ power: 'extend-truce', takes_effect: false })
    const accepted = { stage: 'accepted', by: ['united-states'], at: '2016-09-17T11:30+03:00' }
    const done = valueOf(await recorder.act(asking(), { ...extending(accepted), notice: 'We accept.' }))
    expect(done.effect.takes_effect).toBe(true)
    const { record } = await followFolder(dir).view().known()
    expect(record.acts.map(({ stage }) => stage).toSorted()).toEqual(['accepted', 'proposed'])
  })

  it('outside its power is refused with the clause that forbids it, and its notice is not kept', async () => {
    const written = await recorder.act(asking(), extending({ by: ['government'] }))
    expect(written).toMatchObject({ ok: false, why: 'not-allowed' })
    expect(wrongOf(written)[0]).toMatchObject({ clause: 'extend-truce', heading: expect.any(String) })
    const { record } = await followFolder(dir).view().known()
    expect([record.acts, record.documents.length]).toEqual([[], 1])
  })

  it('needs words, of a document or a notice and not of both', async () => {
    const words = { doc: REPORT, quote: 'Aleppo' }
    expect(codesOf(await recorder.act(asking(), { ...extending(), words }))).toEqual([['words-missing', 'words']])
    expect(codesOf(await recorder.act(asking(), { ...extending(), notice: null }))).toEqual([
      ['words-missing', 'words'],
    ])
    const elsewhere = { ...extending(), notice: null, words: { ...words, doc: 'none.txt' } }
    expect(codesOf(await recorder.act(asking(), elsewhere))).toEqual([['claim-without-document', 'words.doc']])
  })

  it('is completed by no proposal that only another desk sees', async () => {
    valueOf(await recorder.act(asking('party-a'), extending()))
    const accepted = extending({ stage: 'accepted', by: BOTH.slice(1), at: '2016-09-17T11:30+03:00' })
    expect(codesOf(await recorder.act(asking('party-b'), accepted))).toEqual([['nothing-proposed', 'act']])
  })
})
