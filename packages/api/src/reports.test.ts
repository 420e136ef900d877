// Daily reports over HTTP: the days, a report and its page, files to be saved, a feed, a calendar and alerts.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { DailyReport, Page } from '@trucekeeper/publish'
import { folderRecorder, liveWorkspace } from '@trucekeeper/workspace'
import { parseFeed } from 'feedsmith'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AlertsAnswer, ReportsAnswer } from './answers/reports.ts'
import { checkedApp } from './checked.ts'
import type { Deps } from './deps.ts'
import { fixtureDeps } from './fixture.ts'
import { openDeskWorld } from './testing/desk-world.ts'
import { visitorOf } from './testing/visitor.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
const AT = '?at=2016-09-19T23:00%2B03:00'

let dir: string
let deps: Deps
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'reports-'))
  for (const name of ['agreement.md', 'places.geojson', 'reports'])
    await cp(join(EXAMPLE, name), join(dir, name), { recursive: true })
  deps = { ...fixtureDeps().deps, workspace: liveWorkspace(dir) }
})
afterAll(() => rm(dir, { recursive: true }))

const get = (path: string) => checkedApp(deps).request(path, { headers: { host: 'localhost' } })
const read = async <T>(path: string): Promise<T> => {
  const response = await get(path)
  expect(response.status).toBe(200)
  return (await response.json()) as T
}

describe('reports', () => {
  it('are listed by day and number, from the first cut-off of the first term on', async () => {
    const { days, forms } = await read<ReportsAnswer>(`/api/reports${AT}`)
    expect(days.map(({ day, number }) => [day, number])).toEqual(
      [13, 14, 15, 16, 17, 18, 19].map((date, index) => [`2016-09-${date}`, index + 1]),
    )
    expect(days.every(({ made_known }) => made_known.length === 0)).toBe(true)
    expect(forms).toContain('html')
    expect(forms).not.toContain('pdf')
    expect((await read<ReportsAnswer>('/api/reports?at=2016-09-01T12:00%2B03:00')).days).toEqual([])
  })

  it('are models with figures and receipts, and pages in a language', async () => {
    const report = await read<DailyReport>('/api/reports/2016-09-16')
    expect(report).toMatchObject({ number: 4, cut_off: '2016-09-16T18:00:00+03:00' })
    const page = await read<Page>('/api/reports/2016-09-16/page?lang=ar')
    expect(page).toMatchObject({ language: 'ar', direction: 'rtl' })
    const known = await read<DailyReport>('/api/reports/2016-09-16?known_at=2016-09-28T23:00%2B03:00')
    expect(known.known_at).toBe('2016-09-28T23:00:00+03:00')
  })

  it('are to be had as files, never to be shown as pages of this server', async () => {
    const types: Record<string, string> = {
      md: 'text/markdown',
      html: 'text/html',
      csv: 'text/csv',
      geojson: 'application/geo+json',
      cap: 'application/cap+xml',
      ics: 'text/calendar',
      atom: 'application/atom+xml',
      stix: 'application/stix+json;version=2.1',
      prov: 'application/ld+json',
    }
    for (const [format, type] of Object.entries(types)) {
      const { status, headers } = await get(`/api/reports/2016-09-16/files/${format}`)
      expect([format, status]).toEqual([format, 200])
      expect(headers.get('content-type')).toContain(type)
      expect(headers.get('content-disposition')).toContain('attachment')
      expect(headers.get('content-security-policy')).toContain("sandbox; default-src 'none'")
    }
  })

  it('are printed where this server can print', async () => {
    expect((await get('/api/reports/2016-09-16/files/pdf')).status).toBe(404)
    const bytes = new TextEncoder().encode('%PDF')
    const print = { pdf: async () => bytes, docx: async () => bytes }
    const response = await checkedApp({ ...deps, print }).request('/api/reports/2016-09-16/files/pdf', {
      headers: { host: 'localhost' },
    })
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'application/pdf',
      '%PDF',
    ])
  })

  it('refuse days and forms that there are not, and say which there are', async () => {
    for (const [path, code] of [
      ['/api/reports/2016-09-31', '404.14'],
      ['/api/reports/yesterday/page', '404.14'],
      ['/api/reports/2016-09-16/files/exe', '404.1'],
      ['/api/reports/2016-09-01/files/cap', '404.15'],
      ['/api/alerts/99.xml', '404.15'],
    ]) {
      const response = await get(path!)
      expect([path, response.status, ((await response.json()) as { code: string }).code]).toEqual([path, 404, code])
    }
  })
})

describe('a file that was made known', () => {
  it('is told with its digest beside the report that it is of', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'made-known-'))
    await cp(dir, copy, { recursive: true })
    const recorder = folderRecorder(copy)
    const app = checkedApp({ ...deps, workspace: liveWorkspace(copy), recorder })
    const [at, cut_off] = ['2016-09-13T18:05:00+03:00', '2016-09-13T18:00:00+03:00']
    const minute = { does: 'publish-report', at, report: 1, cut_off, lang: 'en', format: 'pdf', hash: 'a'.repeat(64) }
    const written = await app.request('/api/minutes', {
      method: 'POST',
      headers: { host: 'localhost', 'content-type': 'application/json', 'idempotency-key': 'made-known-once' },
      body: JSON.stringify({ minute }),
    })
    expect(written.status).toBe(200)
    const answer = await app.request(`/api/reports${AT}`, { headers: { host: 'localhost' } })
    const { days } = (await answer.json()) as ReportsAnswer
    expect(days.flatMap(({ number, made_known }) => made_known.map(({ hash }) => [number, hash]))).toEqual([
      [1, minute.hash],
    ])
    await recorder.close()
    await rm(copy, { recursive: true })
  })
})

describe('what programs follow', () => {
  it('is a feed of the latest reports', async () => {
    const { format, feed } = parseFeed(await (await get(`/api/feed.atom${AT}&lang=fr`)).text())
    expect(format).toBe('atom')
    expect((feed as { entries: { title: { value: string } }[] }).entries.map(({ title }) => title.value)[0]).toMatch(
      /^Rapport quotidien 7/,
    )
  })

  it('is a calendar of what is due', async () => {
    const calendar = new ICAL.Component(ICAL.parse(await (await get(`/api/calendar.ics${AT}`)).text()))
    expect(calendar.getAllSubcomponents('vevent').length).toBeGreaterThan(0)
  })

  it('is a chain of alerts, one address each', async () => {
    const { alerts } = await read<AlertsAnswer>('/api/alerts?at=2016-09-28T23:00%2B03:00')
    expect(alerts.map(({ type }) => type)).toEqual(['Alert', 'Update', 'Update', 'Cancel'])
    const last = await (await get(`${alerts.at(-1)!.address}?at=2016-09-28T23:00%2B03:00`)).text()
    expect(last).toContain(`<identifier>${alerts.at(-1)!.identifier}</identifier>`)
  })
})

describe('where people sign in', () => {
  it('anybody reads the public report, which says nothing of what a desk holds', async () => {
    const world = await openDeskWorld()
    const visitor = visitorOf(world)
    for (const path of [
      '/api/reports',
      '/api/reports/2016-09-17',
      '/api/feed.atom',
      '/api/calendar.ics',
      '/api/alerts',
    ])
      expect([path, (await visitor.get(path)).status]).toEqual([path, 200])
    expect((await visitor.get('/api/status')).status).toBe(401)
    const before = await (await visitor.get('/api/reports/2016-09-17')).text()
    const desk = visitorOf(world)
    await desk.comeIn('party-a', ['recorder'], 'Somebody')
    const note = {
      document: { name: 'n.txt', text: 'Two shells fell on Talbiseh.', published: '2016-09-16', outlet: null },
    }
    const written = await desk.ask('POST', '/api/claims', {
      body: { ...note, claims: [] },
      headers: { 'idempotency-key': 'one-of-a-test' },
    })
    expect([201, 422]).toContain(written.status)
    expect(await (await visitor.get('/api/reports/2016-09-17')).text()).toBe(before)
    await world.close()
  })
})
