import { afterEach, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { checkedApp } from './checked.ts'
import type { Deps, RecordSummary } from './deps.ts'
import { fixtureDeps } from './fixture.ts'
import type { LivePace } from './live.ts'

const FAST: LivePace = { look_ms: 5, beat_ms: 40, check_ms: 20, most: 3, most_of_one: 2 }
const closing: AbortController[] = []
afterEach(() => {
  for (const one of closing.splice(0)) one.abort()
})

/** A record that grows when told to, and how often it was looked at. */
async function growing(more: Partial<Deps> = {}) {
  const { deps, bugs } = fixtureDeps()
  let summary: RecordSummary = await deps.workspace.record()
  let looks = 0
  const end = new AbortController()
  closing.push(end)
  const record = async () => {
    looks += 1
    return summary
  }
  const all: Deps = { ...deps, workspace: { ...deps.workspace, record }, livePace: FAST, closing: end.signal, ...more }
  return {
    deps: all,
    bugs,
    end,
    looks: () => looks,
    grow: () => (summary = { ...summary, entries: summary.entries + 1 }),
  }
}

/** Reads on until the text has what is wanted. */
async function until(reader: ReadableStreamDefaultReader<Uint8Array>, wanted: string): Promise<string> {
  let text = ''
  while (!text.includes(wanted)) {
    const { done, value } = await reader.read()
    if (done) throw new Error(`it ended after: ${text}`)
    text += new TextDecoder().decode(value)
  }
  return text
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

describe('whoever listens', () => {
  it('is told how much the record holds, and each time that it has grown', async () => {
    const { deps, grow } = await growing()
    const response = await createApp(deps).request('/api/live')
    const reader = response.body!.getReader()
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect(await until(reader, '"size":2')).toBe(
      'retry: 3000\n\nid: 2\nevent: record\ndata: {"size":2,"received_at":"2016-09-16T22:00:00+03:00"}\n\n',
    )
    grow()
    expect(await until(reader, '"size":3')).toContain('id: 3\nevent: record\n')
  })

  it('is told nothing that it says it has seen, and what it missed when it comes back', async () => {
    const { deps, grow } = await growing()
    const app = createApp(deps)
    const back = { headers: { 'last-event-id': '2' } }
    const seen = (await app.request('/api/live', back)).body!.getReader()
    expect(await until(seen, ':\n\n')).not.toContain('event')
    await seen.cancel()
    grow()
    expect(await until((await app.request('/api/live', back)).body!.getReader(), '"size"')).toContain('"size":3')
  })

  it('hears a beat while nothing happens', async () => {
    const { deps } = await growing()
    const reader = (await createApp(deps).request('/api/live')).body!.getReader()
    await until(reader, '\n\n:\n\n')
    expect(await until(reader, ':\n\n')).toBe(':\n\n')
  })

  it('among many is told in turn, so that not all ask again at once, and everybody of the newest', async () => {
    const { deps, grow } = await growing({ livePace: { ...FAST, look_ms: 160, most: 200, most_of_one: 200 } })
    const app = createApp(deps)
    const readers = await Promise.all(
      Array.from({ length: 100 }, async () => (await app.request('/api/live')).body!.getReader()),
    )
    for (const reader of readers) await until(reader, '"size":2')
    let told = 0
    const all = readers.map(async (reader) => {
      await until(reader, '"size":3')
      told += 1
    })
    grow()
    const steps = new Set<number>()
    while (told < readers.length) {
      steps.add(told)
      await pause(1)
    }
    await Promise.all(all)
    // At most 16 at a time.
    expect(steps.size).toBeGreaterThanOrEqual(6)
  })

  it('is let go when the server closes, and nobody is let in after', async () => {
    const { deps, end } = await growing()
    const app = checkedApp(deps)
    const reader = (await createApp(deps).request('/api/live')).body!.getReader()
    end.abort()
    const rest = []
    for (let part = await reader.read(); !part.done; part = await reader.read()) rest.push(part.value)
    expect(rest.length).toBeGreaterThan(0)
    expect((await app.request('/api/live')).status).toBe(503)
  })

  it('is refused where too many listen, all together or under one name', async () => {
    const clientsOf: Deps['clientsOf'] = (c) => [c.req.header('x-test-client')!]
    const { deps } = await growing({ clientsOf })
    const app = createApp(deps)
    const ask = async (client: string) => app.request('/api/live', { headers: { 'x-test-client': client } })
    const first = await ask('a')
    expect([(await ask('a')).status, (await ask('a')).status]).toEqual([200, 503])
    expect([(await ask('b')).status, (await ask('b')).status]).toEqual([200, 503])
    await first.body!.cancel()
    const refused = await ask('b')
    expect([refused.status, (await ask('c')).status]).toEqual([200, 503])
  })
})

describe('the record', () => {
  it('is looked at once for all who listen, and not at all when nobody does', async () => {
    const { deps, looks } = await growing({ livePace: { ...FAST, look_ms: 50 } })
    const app = createApp(deps)
    const bodies = await Promise.all([1, 2].map(async () => (await app.request('/api/live')).body!))
    const begun = looks()
    await pause(220)
    const together = looks() - begun
    expect(together).toBeGreaterThan(0)
    expect(together).toBeLessThanOrEqual(5)
    await Promise.all(bodies.map((body) => body.cancel()))
    const after = looks()
    await pause(120)
    expect(looks()).toBe(after)
  })

  it('that cannot be read for a while ends no connection', async () => {
    const { deps, bugs, grow } = await growing()
    let broken = false
    const record = async () => (broken ? Promise.reject(new Error('torn')) : deps.workspace.record())
    const app = createApp({ ...deps, workspace: { ...deps.workspace, record } })
    const reader = (await app.request('/api/live')).body!.getReader()
    await until(reader, '"size":2')
    broken = true
    await pause(30)
    broken = false
    grow()
    expect(await until(reader, '"size":3')).toContain('id: 3')
    expect(bugs).toContainEqual(new Error('torn'))
  })
})
