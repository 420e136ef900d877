import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { folderRecorder, liveWorkspace, type Recorder } from '@trucekeeper/workspace'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkedApp } from './checked.ts'
import type { Deps } from './deps.ts'
import { fixtureDeps } from './fixture.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
const REPORT = 'Government forces shelled Talbiseh on Friday, an opposition commander said.\n'
const NOTE = 'Two shells fell on Talbiseh.'
const OFFERED = {
  document: { name: 'note-1.txt', text: NOTE, outlet: null, published: '2016-09-17T10:05+03:00' },
  claims: [
    {
      quote: NOTE,
      start: 0,
      end: NOTE.length,
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
    },
  ],
}

let dir: string
let recorder: Recorder
let deps: Deps

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'writes-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  recorder = folderRecorder(dir, { person: 'a monitor' })
  deps = { ...fixtureDeps().deps, workspace: liveWorkspace(dir), recorder }
})
afterEach(async () => {
  await recorder.close()
  await rm(dir, { recursive: true, force: true })
})

let sent = 0
const key = () => `a key number ${(sent += 1)}`.replaceAll(' ', '-')

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  return checkedApp(deps).request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key(), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

function upload(name: string, text: string, headers: Record<string, string> = {}) {
  return checkedApp(deps).request(`/api/documents?name=${encodeURIComponent(name)}&published=2016-09-16`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'idempotency-key': key(), ...headers },
    body: text,
  })
}

describe('what writes', () => {
  it('enters a claim once, however often it is sent under one key', async () => {
    const headers = { 'idempotency-key': 'one-key-1' }
    const first = await post('/api/claims', OFFERED, headers)
    expect(first.status).toBe(201)
    const answer = await first.text()
    expect(JSON.parse(answer).entries.map(({ type }: { type: string }) => type)).toEqual(['document', 'claim'])
    const { entries } = await deps.workspace.record()
    expect(await (await post('/api/claims', OFFERED, headers)).text()).toBe(answer)
    expect((await deps.workspace.record()).entries).toBe(entries)
  })

  it('enters it under the name of who is signed in', async () => {
    deps = { ...deps, authorOf: async () => 'B. Observer' }
    const { entries } = await (await post('/api/claims', OFFERED)).json()
    expect(entries[0].recorded_by).toBe('B. Observer')
  })

  it.each<[string, string, unknown, Record<string, string>]>([
    ['400.6', '/api/claims', 'no json', {}],
    ['400.6', '/api/rulings', { does: 'join', claims: ['clm_1'], reason: 'x' }, {}],
    ['400.6', '/api/withdrawals', { withdraws: 'clm_1', reason: '  ' }, {}],
    ['400.6', '/api/claims', { ...OFFERED, recorded_by: 'somebody else' }, {}],
    ['400.7', '/api/claims', OFFERED, { 'idempotency-key': '' }],
    ['400.7', '/api/claims', OFFERED, { 'idempotency-key': 'with a space' }],
    ['403.1', '/api/claims', OFFERED, { origin: 'https://elsewhere.example' }],
    ['403.1', '/api/claims', OFFERED, { origin: 'null' }],
    ['403.1', '/api/claims', OFFERED, { 'sec-fetch-site': 'cross-site' }],
    ['403.1', '/api/claims', OFFERED, { 'sec-fetch-site': 'same-site' }],
    ['415.1', '/api/claims', OFFERED, { 'content-type': 'text/plain' }],
    ['413.1', '/api/rulings', 'x'.repeat(70_000), {}],
    ['422.1', '/api/withdrawals', { withdraws: 'clm_00000000000000000000', reason: 'gone' }, {}],
    ['404.8', '/api/decisions', { claim: 'clm_00000000000000000000', does: 'accept' }, {}],
  ])('refuses with %s at %s', async (code, path, body, headers) => {
    const response = await post(path, body, headers)
    expect(await response.json()).toMatchObject({ code, status: Number.parseInt(code, 10) })
    expect((await deps.workspace.record()).entries).toBe(0)
  })

  it('says what is wrong with each claim, at its place', async () => {
    const claims = [...OFFERED.claims, { ...OFFERED.claims[0], kind: 'blast', places: 'Talbiseh' }]
    const problem = await (await post('/api/claims', { ...OFFERED, claims })).json()
    expect(problem.errors.map(({ path }: { path: string }) => path)).toEqual(['claims.1.kind', 'claims.1.places'])
  })

  it('refuses a key that came before with something else', async () => {
    const headers = { 'idempotency-key': 'one-key-2' }
    await post('/api/claims', OFFERED, headers)
    const other = { ...OFFERED, claims: [] }
    expect(await (await post('/api/claims', other, headers)).json()).toMatchObject({ code: '422.2' })
    expect(await (await upload('a.txt', REPORT, headers)).json()).toMatchObject({ code: '422.2' })
  })

  it('answers no other site, whatever it asks', async () => {
    const response = await checkedApp(deps).request('/api/claims', {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    })
    expect(response.status).toBe(405)
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('is not there without a recorder', async () => {
    const { recorder: _, ...reading } = deps
    deps = reading
    expect((await post('/api/claims', OFFERED)).status).toBe(405)
  })

  it.each(['PUT', 'PATCH', 'DELETE'])('knows no %s', async (method) => {
    expect((await checkedApp(deps).request('/api/claims', { method })).status).toBe(405)
  })
})

describe('a document', () => {
  it('is taken in, decided on, and what was decided is taken back', async () => {
    const taken = await (await upload('new.txt', REPORT)).json()
    expect(taken.documents).toMatchObject([{ doc: 'new.txt', proposals: 1 }])
    const inbox = await (await checkedApp(deps).request('/api/inbox')).json()
    expect(inbox.documents).toMatchObject([{ doc: 'new.txt', open: 1 }])
    const address = `/api/inbox/${inbox.documents[0].id}`
    const open = await (await checkedApp(deps).request(address)).json()
    const claim = open.claims[0].claim.id
    const corrections = [
      { field: 'actor_blamed', words: 'Government forces' },
      { field: 'doc', words: 'other.txt' },
    ]
    const refused = await post('/api/decisions', { claim, does: 'accept', corrections })
    expect(await refused.json()).toMatchObject({ code: '422.1', errors: [{ path: 'corrections.1.field' }] })
    expect((await post('/api/decisions', { claim, does: 'accept' })).status).toBe(201)
    const [{ stands_as }] = (await (await checkedApp(deps).request(address)).json()).claims
    expect((await post('/api/withdrawals', { withdraws: stands_as, reason: 'the wrong key' })).status).toBe(201)
    const [after] = (await (await checkedApp(deps).request(address)).json()).claims
    expect(after).toMatchObject({ state: 'rejected', reason: 'the wrong key' })
    expect((await checkedApp(deps).request('/api/matters')).status).toBe(200)
  })

  it('that nothing can be read of is refused with what to do', async () => {
    const problem = await (await upload('torn.pdf', '%PDF-1.7 torn')).json()
    expect(problem).toMatchObject({ code: '422.1', errors: [{ path: 'document' }] })
    expect(await (await upload('a/../b.txt', REPORT)).json()).toMatchObject({ errors: [{ code: 'document-unnamed' }] })
  })

  it('is never handed out as what it came as', async () => {
    const script = '<!doctype html><title>News</title><script>alert(1)</script><p>Shells fell, a commander said.</p>'
    const { sha256 } = await (await upload('page.html', script)).json()
    const response = await checkedApp(deps).request(`/api/documents/${sha256}`)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.text()).not.toContain('<script')
  })
})
