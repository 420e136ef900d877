// Somebody reads what came in: hands over a report, confirms, changes and rejects from the keyboard, and takes it back.
import axe from 'axe-core'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { foldLedger, readLedger } from '@trucekeeper/ledger'
import { folderRecorder, ledgerFolder, liveWorkspace, type Recorder } from '@trucekeeper/workspace'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, tabTo, type Stage } from './stage.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../examples/aleppo-2016')
const REPORT = [
  'Government forces shelled Talbiseh on Friday, an opposition commander said.',
  'Aid trucks were still waiting at the border, the United Nations said.',
  'The Russian military said rebels had shelled Aleppo on Friday.',
].join('\n\n')

let dir: string
let recorder: Recorder
let stage: Stage

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'inbox-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  await cp(join(EXAMPLE, 'reports'), join(dir, 'reports'), { recursive: true })
  recorder = folderRecorder(dir, { person: 'a monitor' })
  stage = await openStage(liveWorkspace(dir), recorder)
})
afterEach(async () => {
  const complaints = await stage.rest()
  // The browser tells of every refusal that a page is given; that it is shown is what the stories look at.
  const unforeseen = complaints.filter((complaint) => !/status of 4(?:04|22)/.test(complaint))
  if (unforeseen.length > 0) throw new Error(`the browser complained:\n${unforeseen.join('\n')}`)
})
afterAll(async () => {
  await stage?.close()
  await recorder?.close()
  await rm(dir, { recursive: true, force: true })
})

async function known() {
  const reader = await readLedger(ledgerFolder(dir))
  if (!reader.ok) throw new Error(reader.refusal.message)
  return foldLedger(reader.value.entries())
}

async function opened(options: BrowserContextOptions = {}, search = ''): Promise<Page> {
  const page = await stage.visit(`/inbox${search}`, options)
  await page.locator('.inbox').waitFor()
  return page
}

const state = (page: Page, at: number) => page.locator('.inbox-claims li').nth(at).locator('.inbox-state').innerText()
const quotesOf = async (doc: string) => (await known()).claims.filter((claim) => claim.doc === doc)

describe('a reviewer', () => {
  it('is told what to do where nothing waits', async () => {
    const page = await opened()
    await expect.poll(() => page.locator('.inbox-empty').innerText()).toContain('Hand over a report')
  })

  it('hands over a report, and nothing of it counts yet', async () => {
    const page = await opened()
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'desk.txt', mimeType: 'text/plain', buffer: Buffer.from(REPORT) })
    await page.getByLabel(/^Published \(/).fill('2016-09-16')
    await page.getByLabel(/^Published by/).fill('An agency')
    await page.getByRole('button', { name: 'Hand over' }).click()
    await page.locator('.inbox-claims li').first().waitFor()
    await expect.poll(() => page.locator('.inbox-claims li').count()).toBeGreaterThan(2)
    expect(await quotesOf('desk.txt')).toEqual([])
    await expect
      .poll(() => page.locator('.inbox-text mark').innerText())
      .toBe(await page.locator('.inbox-claims [aria-current=true] .inbox-words').innerText())
  })

  it('decides on each claim without a mouse, and the next one is at hand', async () => {
    const page = await opened()
    await page.locator('.inbox-claims li').first().waitFor()
    await tabTo(page, '.inbox-claims [data-clause]')
    await page.keyboard.press('Enter')
    await page.locator('.inbox-claims li').nth(0).getByText('confirmed').waitFor()
    expect(await quotesOf('desk.txt')).toHaveLength(1)

    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('li')?.className)).toBe('inbox-open')
    await page.keyboard.press('e')
    await page.getByLabel('Says it is not so').selectOption('yes')
    await page.getByRole('button', { name: 'Change', exact: true }).press('Enter')
    await page.locator('.inbox-claims li').nth(1).getByText('changed').waitFor()
    expect((await quotesOf('desk.txt')).filter(({ negated }) => negated)).toHaveLength(1)

    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('li')?.className)).toBe('inbox-open')
    await page.getByLabel('Reason').fill('hearsay of a third party')
    await page.getByLabel('Reason').press('Enter')
    await page.locator('.inbox-claims li').nth(2).getByText('rejected').waitFor()
    expect(await quotesOf('desk.txt')).toHaveLength(2)
    await page.keyboard.press('k')
    await expect.poll(() => state(page, 1)).toBe('changed')
  })

  it('takes back what was confirmed, with a reason, and confirms it after all', async () => {
    const page = await opened()
    await page.getByRole('button', { name: 'desk.txt' }).click()
    await page.locator('.inbox-claims [data-clause]').first().click()
    await page.getByLabel('Reason').fill('pressed too soon')
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.locator('.inbox-claims li').nth(0).getByText('rejected').waitFor()
    expect(await quotesOf('desk.txt')).toHaveLength(1)
    await page.locator('.inbox-claims [data-clause]').first().click()
    await expect.poll(() => page.locator('.inbox-card').innerText()).toContain('pressed too soon')
    await page.getByRole('button', { name: 'Confirm after all' }).click()
    await expect.poll(async () => (await quotesOf('desk.txt')).length).toBe(2)
  })

  it('takes in a report that lies in the folder', async () => {
    await writeFile(
      join(dir, 'reports/late.txt'),
      `---\npublished: 2016-09-16T18:00+03:00\n---\n${REPORT} More followed.`,
    )
    const page = await opened()
    await page.getByRole('button', { name: /late\.txt/ }).click()
    await page.getByRole('heading', { name: 'late.txt' }).waitFor()
    expect(await quotesOf('late.txt')).toEqual([])
  })

  it('reads what is wrong with a file, and what to do', async () => {
    const page = await opened()
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'torn.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 torn') })
    await page.getByRole('button', { name: 'Hand over' }).click()
    await page.getByRole('alert').waitFor()
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('torn.pdf')
  })

  it('rules that two claims are of one happening, with a reason, and takes the ruling back', async () => {
    const page = await opened()
    await page.getByRole('button', { name: 'What belongs together' }).click()
    const boxes = page.locator('.inbox-matters input[type=checkbox]')
    await boxes.first().waitFor()
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    const rule = page.locator('.inbox-rule')
    await rule.getByText('2 claims chosen').waitFor()
    const part = rule.locator('form', { hasText: 'They tell of different happenings' })
    await part.getByLabel('Reason').fill('two strikes, an hour apart')
    await part.getByRole('button').click()
    await page.getByText('two strikes, an hour apart').waitFor()
    expect((await known()).rulings).toMatchObject([{ does: 'part', by: 'a monitor' }])
    const standing = page.locator('li', { hasText: 'two strikes, an hour apart' })
    await standing.getByLabel('Reason').fill('one strike after all')
    await standing.getByRole('button', { name: 'Take back' }).click()
    await standing.waitFor({ state: 'detached' })
    expect((await known()).rulings).toEqual([])
  })
})

describe('the screen', () => {
  it.each([
    ['light', 1400, ''],
    ['dark', 1400, ''],
    ['light', 360, ''],
    ['light', 1400, '?lang=ar'],
  ] as const)('(%s, %i pixels, %s) is accessible and never scrolls sideways', async (colorScheme, width, search) => {
    const page = await opened({ colorScheme, viewport: { width, height: 900 } }, search)
    await page.locator('.inbox-claims li').first().waitFor()
    await page.evaluate(axe.source)
    for (const part of [0, 1]) {
      await page.locator('.inbox-parts button').nth(part).click()
      await page
        .locator(part === 0 ? '.inbox-claims li' : '.inbox-matters')
        .first()
        .waitFor()
      const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
      expect(scrollWidth).toBe(clientWidth)
      if (process.env.SHOTS)
        await page.screenshot({
          path: join(process.env.SHOTS, `inbox-${part}-${colorScheme}-${width}${search.slice(-2)}.png`),
          fullPage: true,
        })
    }
  })
})
