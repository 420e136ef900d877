// truce read --review and --reader model as people and scripts run them, with a model that is a stub on this machine.
import { parseInstant } from '@trucekeeper/time'
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { proposal, proposes, stubServer, type Stub } from '../../../../packages/model-reader/src/testing/stub.ts'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../../../../examples/aleppo-2016', import.meta.url))
const REPORT = `---
outlet: An agency
published: 2016-09-14T18:00+03:00
---
Government forces shelled Talbiseh on Wednesday, an opposition commander said.

The truce was holding in Hama on Wednesday, the Syrian Observatory for Human Rights said.
`
const KEY = 'key-that-nobody-may-see'
const RECEIVED = '2016-09-14T19:00:00+03:00'

let stub: Stub
let dir: string
let report: string

beforeAll(async () => {
  stub = await stubServer(proposes(proposal('Government forces shelled Talbiseh', { kind: 'shelling' })))
})
afterAll(() => stub.close())
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'review-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  report = join(dir, 'report.txt')
  await writeFile(report, REPORT)
})
afterEach(() => rm(dir, { recursive: true, force: true }))

function truce(words: readonly string[], input = '', env: Record<string, string> = {}) {
  return new Promise<{ code: number; out: string; err: string }>((done) => {
    const model = { TRUCE_MODEL_URL: stub.url, TRUCE_MODEL_NAME: 'm', TRUCE_MODEL_KEY: KEY, COLUMNS: '60', ...env }
    const child = execFile(
      process.execPath,
      [TRUCE, ...words],
      { env: { ...process.env, ...model } },
      (error, out, err) => done({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    )
    child.stdin!.end(input)
  })
}
const review = (input: string, ...more: string[]) =>
  truce(['read', report, '--review', '--ledger', dir, '--as', 'a monitor', '--received', RECEIVED, ...more], input)
interface Line {
  readonly type: string
  readonly recorded_by: string
  readonly received_at: string
  readonly body: Readonly<Record<string, unknown>>
}
const record = async (): Promise<Line[]> =>
  (await truce(['ledger', 'cat', dir])).out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
    .filter(({ type }) => type !== 'key')

describe('a review', () => {
  it('enters what is decided, under the name of who decides, and fits sixty columns', async () => {
    const { code, out, err } = await review('c target Talbiseh\na\nr not in the report\n')
    expect(code).toBe(0)
    expect(err.split('\n').filter((line) => line !== '' && !line.startsWith('a secret that keys'))).toEqual([])
    expect(out).toContain('0 accepted, 1 corrected, 1 rejected, 0 skipped')
    const shown = out.split('\n').filter((line) => !line.startsWith('(a)ccept'))
    expect(Math.max(...shown.map((line) => line.length))).toBeLessThanOrEqual(60)
    const entries = await record()
    expect(entries.map(({ type }) => type)).toEqual(['document', 'claim', 'claim', 'withdrawal', 'claim', 'withdrawal'])
    for (const { recorded_by, received_at } of entries) {
      expect(recorded_by).toBe('a monitor')
      expect(parseInstant(received_at)).toBe(parseInstant(RECEIVED))
    }
    expect(entries[1]!.body).toMatchObject({ kind: 'shelling', target: 'Talbiseh' })
    expect(entries[5]!.body).toMatchObject({ by: 'a monitor', reason: 'not in the report' })
  })

  it('that stops early loses nothing, and goes on where it stopped', async () => {
    const { out: stopped } = await review('a\n')
    expect(stopped).toMatch(
      /1 accepted, 0 corrected, 0 rejected, 0 skipped, 1 left to\ndecide; the record has 3 entries/,
    )
    expect(await record()).toHaveLength(2)
    const { out } = await review('a\n', '--json')
    expect(JSON.parse(out)).toEqual({ accepted: 1, corrected: 0, rejected: 0, skipped: 0, left: 0, size: 4 })
    expect((await review('')).out).toContain('2 claims decided on, or in the record, before')
    expect((await truce(['ledger', 'fsck', dir])).code).toBe(0)
  })

  it('keeps what was rejected out when the report is entered later', async () => {
    await review('r no\nr no\n')
    const { out } = await truce(['ledger', 'append', dir, report, '--received', RECEIVED, '--json'])
    expect(JSON.parse(out)).toMatchObject({ appended: 0, duplicates: 3 })
  })

  it('asks again about what stands in the record only when told to', async () => {
    await truce(['ledger', 'append', dir, report, '--received', RECEIVED])
    expect((await review('')).out).toContain('nothing was entered')
    await review('a\nr no\n', '--again')
    const [confirmed, withdrawn, rejected, ...more] = (await record()).slice(3)
    expect(confirmed!.body).toMatchObject({ verification_state: 'reported' })
    expect(withdrawn!.body.reason).toBe(`confirmed as ${String(confirmed!.body.id)}`)
    expect({ type: rejected!.type, more }).toEqual({ type: 'withdrawal', more: [] })
    expect((await review('', '--again')).out).toContain('2 claims decided on')
  })

  it.each([
    ['without a record', ['read', 'report.txt', '--review', '--as', 'x'], 'needs a record and a name'],
    ['without a name', ['read', 'report.txt', '--review', '--ledger', '.'], 'needs a record and a name'],
    ['of standard input', ['read', '-', '--review', '--ledger', '.', '--as', 'x'], 'both a report and the answers'],
    ['of a folder that is watched', ['read', '--watch', '.', '--review'], 'is watched by the rules alone'],
    ['that is not asked for', ['read', 'report.txt', '--as', 'x'], 'belongs to a review'],
  ])('%s is refused', async (_, words, message) => {
    const { code, err } = await truce(words)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})

describe('a model as the reader', () => {
  it('proposes, says what that cost and never the key, and enters nothing', async () => {
    const { code, out, err } = await truce(['read', report, '--reader', 'model', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([
      { quote: 'Government forces shelled Talbiseh', verification_state: 'pending_verification' },
    ])
    expect(err).toContain('report.txt: 1 proposal · 1 request · 1200 tokens asked, 300 answered · cost not told')
    expect(out + err).not.toContain(KEY)
    expect((await truce(['ledger', 'cat', dir])).code).toBe(1)
  })

  it('has its proposals entered as claims once a person accepts them', async () => {
    await review('a\n', '--reader', 'model')
    const [document, claim, ...more] = await record()
    expect(document!.type).toBe('document')
    expect(claim).toMatchObject({ type: 'claim', recorded_by: 'a monitor', body: { kind: 'shelling' } })
    expect(claim!.body).not.toHaveProperty('verification_state')
    expect(more).toEqual([])
    expect((await review('', '--reader', 'model')).out).toContain('1 claim decided on')
  })

  it('that does not answer ends with 1, and one that nobody named with 2', async () => {
    const gone = await truce(['read', report, '--reader', 'model'], '', { TRUCE_MODEL_URL: 'nowhere' })
    expect(gone.code).toBe(1)
    const nobody = await truce(['read', report, '--reader', 'model'], '', { TRUCE_MODEL_NAME: '' })
    expect({ code: nobody.code, err: nobody.err }).toMatchObject({
      code: 2,
      err: expect.stringContaining('which model'),
    })
  })
})
