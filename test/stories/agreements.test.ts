import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { goByMenu, openStage, type Stage } from './stage.ts'
import { storyWorkspace } from './workspace.ts'

const EVENING = '2016-09-16T23:00:00+03:00'

let stage: Stage

beforeAll(async () => {
  stage = await openStage(await storyWorkspace())
})
afterEach(async () => {
  const complaints = await stage.rest()
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(() => stage?.close())

const rowOf = (page: Page, table: string, text: string) =>
  page.locator(`table[aria-labelledby="${table}"] tbody tr`, { hasText: text })

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

describe('somebody with several agreements', () => {
  it('sees them side by side: who, since when, how each stands, who is outside, who endorsed it', async () => {
    const page = await stage.visit(`/?at=${EVENING}`)
    await goByMenu(page, '/agreements')
    const february = rowOf(page, 'side-by-side', 'Terms of the cessation of hostilities in Syria')
    await february.waitFor()
    await expect
      .poll(() => february.innerText())
      .toMatch(/in force[^]*27 February 2016, 00:00 – no end set[^]*S\/RES\/2268/)
    await expect.poll(() => february.innerText()).toContain('Islamic State, Nusra Front')
    const pause = rowOf(page, 'side-by-side', 'A pause of forty-eight hours')
    await expect.poll(() => pause.innerText()).toMatch(/dormant[^]*has not begun[^]*agreed by nobody/)
    expect(await violations(page)).toEqual([])
  })

  it('sees an evacuation with its counts, and a buffer zone by length and depth', async () => {
    const page = await stage.visit(`/agreements?at=${EVENING}`)
    const residents = rowOf(page, 'numbers', 'Residents are brought out')
    await residents.waitFor()
    await expect.poll(() => residents.innerText()).toMatch(/about 8,000 residents[^]*8,000[^]*Darayya[^]*Harjalleh/)
    const belt = rowOf(page, 'strips', 'Buffer zone')
    await expect
      .poll(() => belt.innerText())
      .toMatch(/79\.4 km[^]*about 80 km[^]*5\.5 km, on either side[^]*about 873 km²/)
  })

  it('sees one incident covered by two of them and by no other, and goes from the decision to its clause', async () => {
    const page = await stage.visit(`/agreements?at=${EVENING}`)
    const clash = rowOf(page, 'scopes', 'east of Damascus')
    await clash.waitFor()
    const covered = clash.getByRole('link', { name: 'covered', exact: true })
    await expect.poll(() => covered.count()).toBe(2)
    await expect.poll(() => clash.innerText()).toContain('when the clause ended')
    await covered.nth(1).click()
    await page.getByRole('heading', { level: 1, name: /No party attacks another with any weapon/ }).waitFor()
    expect(page.url()).toContain('agreement=syria-cessation-2016')
    expect(page.url()).toContain('/clauses/february-attacks.government')
  })

  it('looks at another through the lens, on every screen, and back at the folder’s own', async () => {
    const page = await stage.visit(`/?at=2016-08-28T12:00:00+03:00`)
    const choice = page.getByLabel('Under which agreement')
    await choice.selectOption('darayya-2016')
    await page.getByRole('heading', { level: 1, name: 'Evacuation of Darayya' }).waitFor()
    await expect.poll(() => page.locator('main').innerText()).toContain('Residents are brought out')
    await page.getByRole('link', { name: 'Residents are brought out' }).first().click()
    await page.getByRole('heading', { level: 1, name: /The residents, as reported about eight thousand/ }).waitFor()
    await expect
      .poll(() => page.locator('main').innerText())
      .toContain('8,000 residents of Darayya are being evacuated')
    await page.getByLabel('Under which agreement').selectOption('aleppo-2016')
    await page.getByRole('heading', { level: 1, name: /^Reducing violence/ }).waitFor()
    expect(page.url()).not.toContain('agreement=')
  })
})
