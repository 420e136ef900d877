// Somebody holds the agreement against a file of past events in the browser, where the file stays.
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import type { BackTestBasis } from '@trucekeeper/api'
import { backTest } from '@trucekeeper/engine'
import { importEvents } from '@trucekeeper/events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, tabTo, type Stage } from './stage.ts'
import { storyWorkspace } from './workspace.ts'

let basis: BackTestBasis
let stage: Stage
let folder: string

beforeAll(async () => {
  const workspace = await storyWorkspace()
  const { agreement, record } = await workspace.known()
  basis = { agreement, acts: record.acts }
  stage = await openStage(workspace)
  folder = await mkdtemp(join(tmpdir(), 'events-'))
  await writeFile(manyEvents(), many())
})
afterEach(async () => {
  const complaints = await stage.rest()
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(async () => {
  await stage?.close()
  if (folder) await rm(folder, { recursive: true })
})

const HEAD = 'id,type_of_violence,side_a,side_b,date_start,date_end,latitude,longitude,where_prec,best,low,high'
const row = (id: number, day: string, a = 'Syrian government', b = 'Syrian opposition', type = 3) =>
  `${id},${type},${a},${b},${day},${day},36.2,37.1,1,2,1,3`
const FEW = [
  HEAD,
  row(1, '2016-09-11'),
  row(2, '2016-09-15'),
  row(3, '2016-09-16', 'Syrian opposition', 'Syrian government'),
  row(4, '2016-09-17', 'Syrian government', '"Syrian insurgents"', 1),
  row(5, '2016-09-17', 'Syrian government', 'IS', 1),
  row(6, '2016-09-31'),
].join('\n')
/** Enough for the work to last. */
const MANY = 400_000
const many = () =>
  [
    HEAD,
    ...Array.from({ length: MANY }, (_, number) =>
      row(number, `2016-09-${String(10 + (number % 20))}`, 'Syrian government', '"Syrian insurgents"', 1),
    ),
  ].join('\n')
const manyEvents = () => join(folder, 'many.csv')

const input = (page: Page) => page.getByLabel('Events', { exact: true })
const chosen = (page: Page, text: string) =>
  input(page).setInputFiles({ name: 'events.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
const start = (page: Page) => page.getByRole('button', { name: 'Hold the agreement against them' })
const result = (page: Page) => page.getByRole('heading', { name: 'What the clauses make of these events' })

async function tested(text: string, options = {}): Promise<Page> {
  const page = await stage.visit('/back-test', options)
  await chosen(page, text)
  await start(page).click()
  await result(page).waitFor()
  return page
}

describe('a researcher', () => {
  it('comes to it from the navigation, without a mouse, and reads what the clauses make of the events', async () => {
    const page = await stage.visit('/')
    await page.locator('.clause-table').waitFor()
    await tabTo(page, '.menu details:has(a[href^="/back-test"]) summary')
    await page.keyboard.press('Enter')
    await tabTo(page, '.menu a[href^="/back-test"]')
    await page.keyboard.press('Enter')
    await chosen(page, FEW)
    await tabTo(page, '.back-test button')
    await page.keyboard.press('Enter')
    await result(page).waitFor()
    const read = importEvents(FEW, null)
    if (!read.ok) throw new Error(read.message)
    const expected = backTest(basis.agreement, basis.acts, read.table)
    const rows = await page.locator('.back-test-table tbody tr').allInnerTexts()
    expect(rows).toHaveLength(expected.clauses.length)
    for (const [index, { breaches, first_breach, longest_calm }] of expected.clauses.entries()) {
      expect(rows[index]).toContain(`${breaches[0]} surely, ${breaches[1]} perhaps`)
      expect(rows[index]).toContain(first_breach === null ? 'none' : `${Number(first_breach.slice(8))} September 2016`)
      expect(rows[index]).toContain(`${longest_calm.days} whole day`)
    }
    expect(expected.clauses[0]!.breaches, 'the made-up events say who did it').toEqual([1, 2])
    await expect.poll(() => page.locator('.caveats').innerText()).toContain('not a day known to be calm')
    await expect.poll(() => page.getByRole('status').innerText()).toContain('5 events judged')
  })

  it('opens the reasons for which events are in or out', async () => {
    const page = await tested(FEW)
    await page.locator('.reasons summary').first().press('Enter')
    const reasons = await page.locator('.reasons').first().innerText()
    expect(reasons).toContain('both sides are bound')
    expect(reasons).toContain('`IS` is not party to the agreement')
    expect(reasons).toContain('before the clause came into force')
  })

  it('reads which rows were left out, where, and what to do', async () => {
    const page = await tested(FEW)
    const said = await page.locator('.left-out').innerText()
    expect(said).toContain('Rows left out: 1')
    expect(said).toContain('line 7, column 41: `date_start`: `2016-09-31` is no day. write it as 2016-09-12')
  })

  it.each([
    ['of no format known here', 'a,b\n1,2\n', 'the head is that of no format known here', 'line 1, column 1'],
    [
      'with a broken quotation',
      `${HEAD}\n1,3,"A,B\n`,
      'the quotation that begins here is never closed',
      'line 2, column 5',
    ],
    ['with a row too short', `${HEAD}\n1,3,A\n`, 'the row has 3 cells where the head has 12', 'line 2, column 6'],
  ])('is told what is wrong with a file %s', async (_, text, said, place) => {
    const page = await stage.visit('/back-test')
    await chosen(page, text)
    await start(page).click()
    const alert = page.getByRole('alert')
    await alert.waitFor()
    await expect.poll(() => alert.innerText()).toContain(said)
    await expect.poll(() => alert.innerText()).toContain(place)
  })

  it('keeps the file: nothing but the page is asked for, and nothing is sent', async () => {
    const page = await stage.visit('/back-test')
    const requests: string[] = []
    page.on('request', (request) => requests.push(`${request.method()} ${request.postData() ?? ''}`))
    await chosen(page, FEW)
    await start(page).click()
    await result(page).waitFor()
    expect(requests.filter((request) => request !== 'GET ')).toEqual([])
  })

  it('goes on using the page while many events are read and judged, and sees how far it is', async () => {
    const page = await stage.visit('/back-test')
    await input(page).setInputFiles(manyEvents())
    await page.evaluate(() => {
      const seen = { longest: 0, figures: new Set<string>(), last: performance.now() }
      Object.assign(window, { seen })
      const look = () => {
        const now = performance.now()
        seen.longest = Math.max(seen.longest, now - seen.last)
        seen.last = now
        const figures = document.querySelector('.work p')?.textContent
        if (figures) seen.figures.add(figures)
        setTimeout(look, 5)
      }
      look()
    })
    await start(page).click()
    await result(page).waitFor({ timeout: 60_000 })
    const seen = await page.evaluate(() => {
      const { longest, figures } = (window as unknown as { seen: { longest: number; figures: Set<string> } }).seen
      return { longest, figures: [...figures] }
    })
    expect(seen.longest, 'milliseconds for which the page did not answer').toBeLessThan(500)
    expect(seen.figures.filter((text) => text.startsWith('Reading')).length).toBeGreaterThan(2)
    await expect.poll(() => page.getByRole('status').innerText()).toContain('400,000 events judged')
  })

  it('cancels, is told so, and can begin again', async () => {
    const page = await stage.visit('/back-test')
    await input(page).setInputFiles(manyEvents())
    await start(page).click()
    await page.getByRole('button', { name: 'Cancel' }).press('Enter')
    await page.getByText('Cancelled. Nothing was kept.').waitFor()
    await expect.poll(() => page.locator('progress').count()).toBe(0)
    await chosen(page, FEW)
    await start(page).press('Enter')
    await result(page).waitFor()
    await expect.poll(() => page.getByRole('status').innerText()).toContain('5 events judged')
  })
})

describe('the screen', () => {
  it.each([
    ['light', 1400],
    ['light', 360],
    ['dark', 1400],
  ] as const)(
    '(%s, %i pixels) is accessible with its result, and never scrolls sideways',
    async (colorScheme, width) => {
      const page = await tested(FEW, { colorScheme, viewport: { width, height: 900 } })
      for (const summary of await page.locator('.reasons summary').all()) await summary.press('Enter')
      await page.evaluate(axe.source)
      const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(sideways).toBe(0)
    },
  )
})
