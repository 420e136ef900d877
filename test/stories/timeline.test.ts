import axe from 'axe-core'
import type { TimelineAnswer, Workspace } from '@trucekeeper/api'
import { enterReports, openFolderLedger, openWorkspace, readReports } from '@trucekeeper/workspace'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, tabTo, type Stage } from './stage.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../examples/aleppo-2016')
const AT = '2016-09-16T23:00:00%2B03:00'

let folder: string
let workspace: Workspace
let stage: Stage
let told: TimelineAnswer

/** The example in a log of its own, so that there are receipts to take home. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timeline-'))
  await cp(EXAMPLE, folder, { recursive: true })
  const first = await openWorkspace(folder)
  if (!first.ok) throw new Error('the example agreement does not open')
  const ledger = await openFolderLedger(folder)
  if (!ledger.ok) throw new Error(ledger.refusal.message)
  await enterReports(ledger.value, await readReports(folder, first.workspace.agreement))
  await ledger.value.close()
  const opened = await openWorkspace(folder)
  if (!opened.ok) throw new Error('the folder with a log does not open')
  workspace = opened.workspace
  stage = await openStage(workspace)
  told = (await (await fetch(`${stage.url}/api/timeline?at=${AT}`)).json()) as TimelineAnswer
})
afterEach(async () => {
  const complaints = await stage.rest()
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(async () => {
  await stage?.close()
  await rm(folder, { recursive: true, force: true })
})

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

describe('a reader of the timeline', () => {
  it('finds a strip for every clause that was ever judged, and a lane for each kind of thing', async () => {
    const page = await stage.visit(`/timeline?at=${AT}`, { viewport: { width: 1400, height: 2000 } })
    await page.locator('.timeline-chart .lane-name').first().waitFor()
    const names = await page.locator('.timeline-chart .lane-name').allTextContents()
    expect(names.slice(0, 5)).toEqual([
      'term: The truce',
      'gate: Joint Implementation Center',
      'Acts under powers',
      'Incidents',
      'Documents, as received',
    ])
    expect(names.length).toBe(5 + told.clauses.length)
    const breached = told.clauses.filter(({ stretches }) => stretches.some(({ verdict }) => verdict === 'breached'))
    await expect.poll(() => page.locator('.stretch-breached .mark-breached').count()).toBe(breached.length)
  })

  it('moves and zooms by the keyboard, and the address keeps what is shown', async () => {
    const page = await stage.visit(`/timeline?at=${AT}`)
    await page.locator('.timeline-chart').focus()
    const rows = () => page.locator('.timeline-table tbody tr').count()
    const before = await rows()
    await page.waitForURL(/from=2016-09-11/)
    for (const key of ['+', '+', '+', '+', 'ArrowLeft']) await page.keyboard.press(key)
    await page.waitForURL((url) => !url.search.includes('from=2016-09-11'))
    await expect.poll(() => rows()).toBeLessThan(before)
    const heading = await page.locator('#timeline-events').innerText()
    const other = await stage.visit(page.url().slice(stage.url.length))
    await other.locator('#timeline-events').waitFor()
    await expect.poll(() => other.locator('#timeline-events').innerText()).toBe(heading)
    await page.keyboard.press('Home')
    await page.waitForURL(/from=2016-04-1/)
    await expect.poll(() => rows()).toBeGreaterThan(before)
  })

  it('goes from a verdict in the table, and from a strip, to the clause at that instant', async () => {
    const page = await stage.visit(`/timeline?at=${AT}`)
    await page.locator('.timeline-table').waitFor()
    await tabTo(page, '.timeline-table a[href^="/clauses/cessation.opposition"]')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/clauses\/cessation\.opposition\?at=2016-09-1/)
    await page.goBack()
    await page.locator('.timeline-chart .stretch-breached rect').first().click()
    await page.waitForURL(/\/clauses\/.*at=2016-09-1/)
    await expect.poll(() => page.locator('h1').count()).toBe(1)
  })

  it('looks through another account', async () => {
    const page = await stage.visit(`/timeline?at=${AT}`)
    await page.locator('.stretch-contested').first().waitFor()
    await page.getByLabel('By whose account').selectOption('monitors')
    await page.locator('.timeline[aria-busy=false] .stretch-unknown').first().waitFor()
    expect(page.url()).toContain('account=monitors')
  })
})

describe('an outsider on the public view', () => {
  it('takes a receipt home that the log made, sees its key, and no draft or table', async () => {
    const page = await stage.visit(`/public?at=${AT}`)
    await page.locator('.public-receipts a').first().waitFor()
    await expect.poll(() => page.locator('.public-key code').innerText()).toMatch(/^trucekeeper\/.+\+[0-9a-f]{8}\+/)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.public-receipts a').first().click(),
    ])
    const text = Buffer.concat(await (await file.createReadStream()).toArray()).toString()
    expect(text).toMatch(/^c2sp\.org\/tlog-proof@v1\n/)
    await expect
      .poll(() => page.getByRole('link', { name: 'Download the page that verifies' }).getAttribute('href'))
      .toBe('/verify.html')
  })
})

describe('somebody who comes again', () => {
  it('is told which clauses changed and which documents came since the last look', async () => {
    const page = await stage.visit('/?at=2016-09-14T23:00:00%2B03:00&known_at=2016-09-14T23:00:00%2B03:00')
    await page.getByText('This is your first look in this browser').waitFor()
    await page.goto(`${stage.url}/?at=${AT}`)
    await page.locator('.since-changes li').first().waitFor()
    const [then, now] = await Promise.all(
      ['2016-09-14T23:00+03:00', '2016-09-16T23:00+03:00'].map((at) => workspace.status({ at: Date.parse(at) })),
    )
    const changed = now!.clauses.filter((clause, index) => {
      const old = then!.clauses[index]!
      const verdict = (one: typeof clause) => one.verdicts[one.decided_by]?.verdict
      return verdict(old) !== verdict(clause) || old.timing !== clause.timing || old.standing !== clause.standing
    })
    await expect.poll(() => page.locator('.since-changes li').count()).toBe(changed.length)
  })

  it('compares with an instant of their choice, as it was known then', async () => {
    const page = await stage.visit(`/?at=${AT}`)
    await page.getByLabel('Compare with').selectOption({ label: '13 September 2016' })
    await page.waitForURL(/since=2016-09-13/)
    await page.locator('.since summary').waitFor()
    await expect.poll(() => page.locator('.since summary').innerText()).toMatch(/^\d+ new documents$/)
  })
})

describe('the palette', () => {
  it('goes to a screen, a clause, a document and an instant without a mouse', async () => {
    const page = await stage.visit(`/?at=${AT}`)
    await page.locator('.clause-table').waitFor()
    const go = async (typed: string) => {
      await page.keyboard.press('Control+k')
      await page.locator('.palette input').waitFor()
      await page.keyboard.type(typed)
      await page.locator('.palette [aria-selected=true]').waitFor()
      await page.keyboard.press('Enter')
    }
    await go('timel')
    await page.waitForURL(/\/timeline\?at=2016-09-16/)
    await go('no attacks opposition')
    await page.waitForURL(/\/clauses\/cessation\.opposition\?at=2016-09-16/)
    await go('13-general')
    await page.waitForURL(/\/documents\//)
    await go('2016-09-15 06:30')
    await page.waitForURL(/at=2016-09-15T06:30:00\+03:00/)
    expect(page.url()).toContain('/documents/')
  })

  it('says what it found, is accessible, and closes with Escape where it was opened', async () => {
    const page = await stage.visit(`/?at=${AT}`)
    await page.locator('.clause-table').waitFor()
    await page.getByRole('button', { name: 'Go to…' }).press('Enter')
    await page.locator('.palette [role=option]').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.type('zzz')
    await page.getByText('Nothing is called that').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('palette-button')
  })
})

describe('the screens that look back', () => {
  for (const path of [`/timeline?at=${AT}`, `/public?at=${AT}`, `/timeline?at=${AT}&lang=ar`])
    for (const [colorScheme, width] of [
      ['light', 1400],
      ['light', 360],
      ['dark', 1400],
    ] as const)
      it(`(${path}, ${colorScheme}, ${width} pixels) are accessible and never scroll sideways`, async () => {
        const page = await stage.visit(path, { colorScheme, viewport: { width, height: 900 } })
        await page.locator('.data-table').first().waitFor()
        expect(await violations(page)).toEqual([])
        const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
        expect(await page.evaluate(over)).toBe(0)
      })

  it('print the public view without what one can press', async () => {
    const page = await stage.visit(`/public?at=${AT}`)
    await page.locator('.public-clauses').waitFor()
    await page.emulateMedia({ media: 'print' })
    await expect
      .poll(() => page.locator('.public button:visible, .lens:visible, .masthead nav:visible').count())
      .toBe(0)
    await expect.poll(() => page.locator('.public-clauses .verdict').first().isVisible()).toBe(true)
  })
})
