// A notifier over a folder in which one desk holds what another does not see.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { notifyRound, wouldTell } from '@trucekeeper/notify'
import { followFolder, folderRecorder, viewsByAudience } from '@trucekeeper/workspace'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { noticesOf, notifierAt } from './notifier.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../../examples/aleppo-2016')
const NOW = Date.parse('2016-09-17T12:00:00+03:00')

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'notifier-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  const rules = ['un', 'party-a', 'public'].map((desk) => {
    return {
      name: `cases of ${desk}`,
      desk,
      tell: ['case', 'listing'],
      webhook: `https://${desk}.example.org/`,
      secret: 'HOOK',
    }
  })
  await writeFile(join(dir, 'notify.json'), JSON.stringify({ rules }))
})
afterAll(() => rm(dir, { recursive: true }))

it('tells a desk what it holds, and another nothing of it', async () => {
  const folder = followFolder(dir)
  const views = viewsByAudience(folder)
  const setting = await notifierAt(dir, views)
  await notifyRound(setting, NOW - 60_000)
  const recorder = folderRecorder(dir, { now: () => NOW })
  const minute = {
    does: 'open-case',
    at: '2016-09-17T11:59:30+03:00',
    case: 'talbiseh',
    of: 'united-nations',
    clause: 'cessation.government',
    accused: 'government',
    claims: [],
    summary: 'Shells fell.',
  }
  const written = await recorder.minute(
    { key: 'a-key-of-a-test', digest: 'd', by: null, desk: 'un' },
    { minute, words: null, notice: null },
  )
  expect(written).toMatchObject({ ok: true })
  await recorder.close()
  const notices = await wouldTell(setting, NOW)
  expect(notices.map(({ desk, news }) => [desk, news.map(({ about }) => about)])).toEqual([['un', ['case']]])
  await setting.outbox.look('un cases of un', setting.outbox.sight('un cases of un')!, notices)
  expect((await noticesOf(dir, views)('party-a')).notices).toEqual([])
  expect((await noticesOf(dir, views)('un')).notices).toMatchObject([{ desk: 'un', state: 'waiting' }])
  expect((await noticesOf(dir, views)('un')).rules.map(({ to }) => to)).toEqual([['un.example.org']])
  await setting.outbox.close()
})
