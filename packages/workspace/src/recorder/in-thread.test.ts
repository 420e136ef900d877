import { AsyncLocalStorage } from 'node:async_hooks'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { liveWorkspace } from '../live.ts'
import { recorderInThread } from './in-thread.ts'
import { folderRecorder, type Recorder } from './recorder.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../../examples/aleppo-2016')
const QUOTE = 'Two shells fell on Talbiseh.'
const CLAIM = {
  quote: QUOTE,
  start: 0,
  end: QUOTE.length,
  speaker: 'a monitor',
  speaker_side: 'monitor',
  via: null,
  kind: 'shelling',
  modality: 'asserted',
  negated: false,
  places: ['Talbiseh'],
  date: '2016-09-17',
  date_basis: 'explicit',
  actor_blamed: null,
  target: null,
  figures: [],
}
const OFFERED = {
  document: { name: 'note-1.txt', text: QUOTE, outlet: null, published: '2016-09-17T10:05+03:00' },
  claims: [CLAIM],
}
let dir: string
let recorder: Recorder
const heard: string[] = []

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'thread-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  heard.length = 0
  recorder = recorderInThread(dir, { person: 'a monitor', afterwards: async () => void heard.push('written') })
})
afterEach(async () => {
  await recorder.close()
  await rm(dir, { recursive: true, force: true })
})

it('writes as the recorder on this thread does, and says so before it answers', async () => {
  const request = { key: 'a-key-of-its-own', digest: 'one', by: null }
  const written = await recorder.claims(request, OFFERED)
  expect(written).toMatchObject({
    ok: true,
    isRepeated: false,
    value: { entries: [{ type: 'document' }, { type: 'claim' }] },
  })
  expect(heard).toEqual(['written'])
  expect((await liveWorkspace(dir).record()).entries).toBe(2)
  expect(await recorder.claims(request, OFFERED)).toMatchObject({ ok: true, isRepeated: true })
  expect(await recorder.claims({ ...request, digest: 'another' }, OFFERED)).toMatchObject({
    ok: false,
    why: 'key-reused',
  })
  expect(heard).toHaveLength(2)
}, 60_000)

it('takes files, and answers what is to be decided as the other does', async () => {
  const bytes = new TextEncoder().encode(
    'Government forces shelled Talbiseh on Friday, an opposition commander said.\n',
  )
  const file = { name: 'report.txt', bytes, published: '2016-09-17T10:05+03:00', outlet: null }
  const taken = await recorder.document({ key: 'a-key-of-a-file', digest: 'one', by: null }, file)
  expect(taken).toMatchObject({ ok: true, value: { documents: [{ doc: 'report.txt', proposals: 1 }] } })
  const [inbox, clusters] = [await recorder.inbox(), await recorder.clusters()]
  await recorder.close()
  const here = folderRecorder(dir, { person: 'a monitor' })
  expect([await here.inbox(), await here.clusters()]).toEqual([inbox, clusters])
  await here.close()
}, 60_000)

it('asks back on this thread, as whoever called, and throws what was thrown there', async () => {
  const caller = new AsyncLocalStorage<string>()
  const desk = 'party-a'
  const held = { key: 'a-key-to-be-held', digest: 'one', by: 'Amal', desk }
  const written = await recorder.claims(held, OFFERED)
  if (!written.ok) throw new Error(JSON.stringify(written.wrong))
  const offered = {
    releases: written.value.entries.map(({ id }) => id),
    to: 'public',
    reason: 'It was seen by many.',
  } as const
  const refusal = { code: 'not approved' }
  const release = (key: string, approved: (text: string) => Promise<void>) =>
    caller.run('Amal', () => recorder.release({ ...held, key, digest: key }, offered, approved))
  const refused = release('a-key-refused', async () => {
    throw refusal
  })
  await expect(refused).rejects.toBe(refusal)
  const asked: unknown[] = []
  const done = await release('a-key-granted', async (text) => void asked.push(caller.getStore(), text.includes(QUOTE)))
  expect(done).toMatchObject({ ok: true })
  expect(asked).toEqual(['Amal', true])
}, 60_000)

it('answers nothing once it was closed, and ends what was under way', async () => {
  await recorder.close()
  await expect(recorder.inbox()).rejects.toThrow('the recorder was closed')
  await recorder.close()
})
