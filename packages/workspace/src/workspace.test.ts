import { cp, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { existsSync } from 'node:fs'
import { parseInstant } from '@trucekeeper/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { liveWorkspace } from './live.ts'
import { enterReports, ledgerFolder, openFolderLedger } from './record.ts'
import { readReports } from './reports.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'workspace-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  for (const name of ['04-day-d-notice.txt', '08-observatory-13.txt'])
    await cp(join(EXAMPLE, 'reports', name), join(dir, 'reports', name))
})

afterEach(() => rm(dir, { recursive: true, force: true }))

async function opened(): Promise<Workspace> {
  const found = await openWorkspace(dir)
  if (!found.ok) throw new Error(found.refusal?.message ?? found.diagnostics.map(({ message }) => message).join('; '))
  return found.workspace
}

async function enter(): Promise<number> {
  const ledger = await openFolderLedger(dir)
  if (!ledger.ok) throw new Error(ledger.refusal.message)
  const entered = await enterReports(ledger.value, await readReports(dir, (await opened()).agreement))
  await ledger.value.close()
  if (!entered.ok) throw new Error(entered.refusal.message)
  return entered.value.appended
}

describe('a workspace', () => {
  it('without a ledger answers from its reports and writes nothing', async () => {
    const workspace = await opened()
    expect(workspace.current().from).toBe('reports')
    expect(workspace.current().entries.length).toBeGreaterThan(2)
    expect(existsSync(ledgerFolder(dir))).toBe(false)
    expect(existsSync(`${ledgerFolder(dir)}-keys`)).toBe(false)
  })

  it('gives out lines and areas for an editor, and keeps points', async () => {
    const { 'places.geojson': places = [], ...others } = await (await opened()).agreementPlaces()
    expect(others).toEqual({})
    expect(places.map(({ id }) => id)).toContain('castello-road')
    expect(new Set(places.map(({ geometry }) => geometry.type))).toEqual(new Set(['LineString', 'Polygon']))
  })

  it('enters its reports once, however often it is asked', async () => {
    expect(await enter()).toBeGreaterThan(2)
    expect(await enter()).toBe(0)
    expect((await opened()).current().from).toBe('ledger')
  })

  it('says which reports are not in the ledger yet', async () => {
    await enter()
    await cp(join(EXAMPLE, 'reports/06-trucks-at-the-border.txt'), join(dir, 'reports/06-trucks-at-the-border.txt'))
    expect((await opened()).current().waiting).toEqual(['06-trucks-at-the-border.txt'])
  })

  it('leaves a broken report out and keeps the others', async () => {
    await writeFile(join(dir, 'reports/99-broken.txt'), new Uint8Array([0xff, 0xfe]))
    const { diagnostics, entries } = (await opened()).current()
    expect(diagnostics).toMatchObject([{ code: 'report-not-text', spans: [{ file: '99-broken.txt' }] }])
    expect(entries.length).toBeGreaterThan(2)
  })

  it('gives the text of a document by its digest and by its name, from either side', async () => {
    const before = await (await opened()).document('08-observatory-13.txt')
    await enter()
    const after = await opened()
    expect(await after.document('08-observatory-13.txt')).toEqual(before)
    expect(await after.document(before!.sha256)).toEqual(before)
    expect(await after.document('nobody.txt')).toBeNull()
  })

  it('looks by default at the receipt of its last entry', async () => {
    expect((await (await opened()).status({})).at).toBe('2016-09-13T22:25:00+03:00')
  })

  it('names the parts of a clause that binds several when asked for the whole', async () => {
    const answer = await (await opened()).why({ clause: 'cessation' })
    expect(answer).toMatchObject({
      ok: false,
      help: expect.stringMatching(/^did you mean `cessation.government` or `cessation.opposition`\?/),
    })
  })

  it('asked for what was known before anything came in knows nothing', async () => {
    const status = await (await opened()).status({ at: parseInstant('2016-09-13T23:00+03:00')!, knownAt: { size: 0 } })
    expect(status.checkpoint.size).toBe(0)
    expect(
      status.clauses.every(({ verdicts }) =>
        Object.values(verdicts).every(({ verdict }) => verdict === null || verdict === 'unknown'),
      ),
    ).toBe(true)
  })
})

describe('a live workspace', () => {
  it('answers from the folder as it is now', async () => {
    const live = liveWorkspace(dir)
    const before = await live.record()
    await cp(join(EXAMPLE, 'reports/06-trucks-at-the-border.txt'), join(dir, 'reports/06-trucks-at-the-border.txt'))
    await utimes(join(dir, 'reports'), new Date(), new Date(Date.now() + 5_000))
    expect((await live.record()).entries).toBeGreaterThan(before.entries)
  })

  it('gives the answer it gave until the folder changes', async () => {
    const live = liveWorkspace(dir)
    const query = { at: parseInstant('2016-09-13T23:00+03:00')! }
    const before = await live.status(query)
    expect(await live.status(query)).toBe(before)
    await cp(join(EXAMPLE, 'reports/06-trucks-at-the-border.txt'), join(dir, 'reports/06-trucks-at-the-border.txt'))
    await utimes(join(dir, 'reports'), new Date(), new Date(Date.now() + 5_000))
    expect((await live.status(query)).checkpoint.size).toBeGreaterThan(before.checkpoint.size)
  })

  it('names what is wrong when the agreement no longer reads', async () => {
    const live = liveWorkspace(dir)
    await writeFile(join(dir, 'agreement.md'), '')
    await expect(live.record()).rejects.toThrow('the file is empty')
  })
})

describe('reports of other kinds', () => {
  const PAGE =
    '<html><head><meta name="date" content="2016-09-16T15:30+03:00"></head><body><p>The Syrian army said on Friday that it had complied with the truce.</p></body></html>'
  const item = (title: string) =>
    `<item><title>${title}</title><description>The Syrian army said that it had complied with the truce.</description><pubDate>16 Sep 2016 10:00 GMT</pubDate></item>`
  const FEED = `<rss version="2.0"><channel><title>An Outlet</title>${item('First')}${item('Second')}</channel></rss>`

  it('in the folder are entered with their own bytes, and quoted in the text as read', async () => {
    await writeFile(join(dir, 'reports/20-page.html'), PAGE)
    await writeFile(join(dir, 'reports/21-feed.xml'), FEED)
    await writeFile(join(dir, 'reports/README.md'), 'no report')
    await enter()
    const workspace = await opened()
    const { entries, waiting } = workspace.current()
    expect(waiting).toEqual([])
    const claims = entries.flatMap(({ entry }) =>
      entry.type === 'claim' && /^2[01]-/.test(entry.body.doc) ? [entry.body] : [],
    )
    expect(new Set(claims.map(({ doc }) => doc))).toEqual(new Set(['20-page.html', '21-feed.xml#1', '21-feed.xml#2']))
    for (const { doc, start, end, quote } of claims)
      expect((await workspace.document(doc))?.text.slice(start, end)).toBe(quote)
  })

  it('that are broken are left out, and the others are kept', async () => {
    await writeFile(join(dir, 'reports/20-broken.pdf'), '%PDF-1.7 nothing')
    const { entries, diagnostics } = (await opened()).current()
    expect(entries.length).toBeGreaterThan(2)
    expect(diagnostics).toMatchObject([{ code: 'file-damaged', severity: 'error' }])
  })
})
