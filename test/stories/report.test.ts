// The daily report on the page: an evening is picked and read, a figure leads to its receipt, and files are saved.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { liveWorkspace } from '@trucekeeper/workspace'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../examples/aleppo-2016')
const AT = 'at=2016-09-16T23:00:00%2B03:00'

let dir: string
let stage: Stage
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'report-stories-'))
  await cp(EXAMPLE, dir, { recursive: true })
  stage = await openStage(liveWorkspace(dir))
}, 300_000)
afterEach(async () => {
  const complaints = await stage.rest()
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(async () => {
  await stage?.close()
  await rm(dir, { recursive: true, force: true })
})

it('shows the evening of the lens, and goes to the one before', async () => {
  const page = await stage.visit(`/report?${AT}`)
  await page.getByRole('heading', { level: 1, name: 'Daily report 4' }).waitFor()
  await expect
    .poll(() => page.getByRole('region', { name: 'The day in brief' }).innerText())
    .toContain('1.1 Forty-eight hours from Day D (truce): in force, from 12 September 2016, 19:00 until')
  await page
    .getByRole('region', { name: 'Clauses by account' })
    .getByRole('link', { name: '1.2 No attacks – Government of Syria' })
    .waitFor()
  await page.getByRole('button', { name: 'Earlier' }).click()
  await page.getByRole('heading', { level: 1, name: 'Daily report 3' }).waitFor()
  expect(page.url()).toContain('day=2016-09-15')
})

it('leads from a figure to why the clause stands so, as it was known then', async () => {
  const page = await stage.visit(`/report?${AT}&day=2016-09-16`)
  await page.getByRole('region', { name: 'The day in brief' }).getByRole('link', { name: '1–144' }).click()
  await page.waitForURL(/\/clauses\/cessation\.opposition/)
  expect(decodeURIComponent(page.url())).toContain('known_at=2016-09-16T18:00:00+03:00')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
})

it('hands out the same in files, in the language that is read', async () => {
  const page = await stage.visit(`/report?${AT}&day=2016-09-16&lang=fr`)
  await page.getByRole('heading', { level: 1, name: 'Rapport quotidien 4' }).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Texte Markdown' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('aleppo-2016-2016-09-16-fr.md')
})

it('says how there comes to be a report before there is one', async () => {
  const page = await stage.visit('/report?at=2016-09-01T12:00:00%2B03:00')
  await page.getByRole('heading', { name: 'No report yet' }).waitFor()
  await expect.poll(() => page.locator('main').innerText()).toContain('first cut-off')
})

it('is a report and nothing to press on paper', async () => {
  const page = await stage.visit(`/report?${AT}`)
  await page.getByRole('heading', { level: 1, name: 'Daily report 4' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  await expect.poll(() => page.getByRole('button', { name: 'Earlier' }).isVisible()).toBe(false)
  await expect.poll(() => page.locator('.report-files').first().isVisible()).toBe(false)
  await expect.poll(() => page.getByRole('region', { name: 'Clauses by account' }).isVisible()).toBe(true)
})
