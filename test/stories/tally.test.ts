import axe from 'axe-core'
import type { TallyAnswer, Workspace } from '@trucekeeper/api'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, tabTo, type Stage } from './stage.ts'
import { storyWorkspace } from './workspace.ts'

const AT = '2016-09-19T12:00:00%2B03:00'

let workspace: Workspace
let stage: Stage
let tally: TallyAnswer

beforeAll(async () => {
  workspace = await storyWorkspace()
  stage = await openStage(workspace)
  tally = (await (await fetch(`${stage.url}/api/tally?at=${AT}`)).json()) as TallyAnswer
})
afterEach(async () => {
  const complaints = await stage.rest()
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(() => stage?.close())

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const party = (page: Page, name: string) => page.locator('.tally-party', { has: page.getByRole('heading', { name }) })

describe('an analyst of the tally', () => {
  it('reads 144 as a bound beside what is told of one by one, and not as a sum', async () => {
    const page = await stage.visit(`/tally?at=${AT}&by=term`)
    const row = party(page, 'Opposition').locator('tbody tr').first()
    await row.waitFor({ timeout: 60_000 })
    const cells = await row.locator('td').allInnerTexts()
    const [cell] = tally.term.rows.find(({ clause }) => clause === 'cessation.opposition')!.cells
    expect(cells[1]).toContain('144 by Russia')
    expect(cells[2]).toContain(`${cell!.claimed.high}`)
    expect(cell!.claimed.high).toBeLessThan(144 + 23 + 37)
    expect(cells[4]).toContain(`${cell!.days_reported} of ${cell!.days_in_force} days`)
  })

  it('holds a day against the day before, and the address says which', async () => {
    const page = await stage.visit(`/tally?at=${AT}`)
    await page.getByLabel('Count by').selectOption('day')
    await page.waitForURL(/by=day/)
    await page.getByRole('button', { name: 'Earlier' }).click()
    await page.waitForURL(/period=2016-09-18/)
    const before = tally.day.rows[1]!.cells.at(-3)!
    const said = await party(page, 'Opposition').locator('tbody tr').first().locator('td').nth(2).innerText()
    const { low, high } = before.claimed
    expect(said).toContain(`before: ${low === high ? low : `${low}–${high}`}`)
    const other = await stage.visit(page.url().slice(stage.url.length))
    await expect.poll(() => party(other, 'Opposition').innerText()).toBe(await party(page, 'Opposition').innerText())
  })

  it('takes the table home as CSV with HXL tags', async () => {
    const page = await stage.visit(`/tally?at=${AT}&by=day`)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as CSV with HXL tags' }).click(),
    ])
    const text = Buffer.concat(await (await file.createReadStream()).toArray()).toString()
    expect(text.split('\r\n')[1]).toMatch(/^#date\+start,#date\+end,/)
    const cells = tally.day.rows.flatMap((row) => row.cells.filter((cell) => cell !== null))
    expect(text.trim().split('\r\n').length).toBe(2 + cells.length)
  })

  it('without a mouse reaches a clause from its row', async () => {
    const page = await stage.visit(`/tally?at=${AT}`)
    await page.locator('.tally-party').first().waitFor()
    await tabTo(page, '.tally-party a')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/clauses\//)
    expect(page.url()).toContain('/clauses/cessation.government')
  })
})

describe('somebody who asks for figures', () => {
  it('sees each figure of one thing with its source and words, and can ask for that thing alone', async () => {
    const page = await stage.visit(`/figures?at=${AT}`)
    await page.locator('.number-card').first().waitFor()
    const card = page.locator('.number-card', { hasText: 'Truce violations' })
    await expect
      .poll(() => card.locator('.figure-value').allInnerTexts())
      .toEqual(expect.arrayContaining(['23', '37', '144']))
    await expect.poll(() => card.locator('blockquote').count()).toBe(await card.locator('.figure-value').count())
    await page.getByLabel('Figures of').selectOption('truce violations')
    await page.waitForURL(/what=truce%20violations/)
    await expect.poll(() => page.locator('.number-card').count()).toBe(1)
  })
})

describe('the screens that count', () => {
  for (const path of [`/tally?at=${AT}`, `/figures?at=${AT}`, `/tally?at=${AT}&lang=ar`])
    for (const [colorScheme, width] of [
      ['light', 1400],
      ['light', 360],
      ['dark', 1400],
    ] as const)
      it(`(${path}, ${colorScheme}, ${width} pixels) are accessible and never scroll sideways`, async () => {
        const page = await stage.visit(path, { colorScheme, viewport: { width, height: 900 } })
        await page.locator('.tally-party, .number-card').first().waitFor()
        expect(await violations(page)).toEqual([])
        const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
        expect(await page.evaluate(over)).toBe(0)
      })
})
