// Somebody without a mouse does everything that there is to do: each flow from its first key to its end.
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import {
  enterReports,
  folderRecorder,
  liveWorkspace,
  openFolderLedger,
  openWorkspace,
  readReports,
  type Recorder,
} from '@trucekeeper/workspace'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, tabTo, type Stage } from './stage.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../examples/aleppo-2016')
const EVENING = 'at=2016-09-16T23:00:00%2B03:00'

let dir: string
let recorder: Recorder
let stage: Stage

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'keys-'))
  await cp(EXAMPLE, dir, { recursive: true })
  const [read, ledger] = [await openWorkspace(dir), await openFolderLedger(dir)]
  if (!read.ok || !ledger.ok) throw new Error('the example does not open')
  const entered = await enterReports(ledger.value, await readReports(dir, read.workspace.agreement))
  if (!entered.ok) throw new Error(entered.refusal.message)
  await ledger.value.close()
  recorder = folderRecorder(dir, { person: 'a monitor' })
  stage = await openStage(liveWorkspace(dir), recorder)
}, 300_000)
afterEach(async () => {
  // A page that is left while its map is drawn says so.
  const complaints = (await stage.rest()).filter((text) => !/GPU stall due to ReadPixels/.test(text))
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(async () => {
  await stage?.close()
  await recorder?.close()
  await rm(dir, { recursive: true, force: true })
})

const focused = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)

/** Whether the focused element shows that it is. */
const isOutlined = (page: Page) =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  })

describe('without a mouse, one', () => {
  it('comes past the header with the first key, and every stop on the way through the page is to be seen', async () => {
    const page = await stage.visit(`/?${EVENING}`)
    await page.locator('.clause-table').waitFor()
    await page.keyboard.press('Tab')
    await expect.poll(() => focused(page, '.skip')).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page, 'main')).toBe(true)
    for (let stop = 0; stop < 40; stop++) {
      await page.keyboard.press('Tab')
      expect
        .soft(await isOutlined(page), await page.evaluate(() => document.activeElement!.outerHTML.slice(0, 120)))
        .toBe(true)
    }
  })

  it('is not held anywhere: Tab goes through every screen and comes out at its end', async () => {
    for (const path of ['/map', '/inbox', '/record', '/timeline', '/agreement', '/protected', '/back-test']) {
      const page = await stage.visit(`${path}?${EVENING}`)
      await page.locator('h1').waitFor()
      await page.locator('.loading').first().waitFor({ state: 'detached' })
      for (let press = 0; press < 400; press++) {
        await page.keyboard.press('Tab')
        // In the text of the agreement Tab is a letter, and Escape lets it be a way on.
        if (await focused(page, '.agreement-host, .agreement-host *')) await page.keyboard.press('Escape')
        if (await focused(page, '.footer a')) break
      }
      expect.soft(await focused(page, '.footer a'), path).toBe(true)
      await page.context().close()
    }
  })

  it('stands after each dialog where one stood before', async () => {
    const page = await stage.visit(`/?${EVENING}`)
    await page.locator('.clause-table').waitFor()
    for (const [button, dialog] of [
      ['.palette-button', '.palette[open]'],
      ['.keys-button', '.keys[open]'],
    ] as const) {
      await page.locator(button).focus()
      await page.keyboard.press('Enter')
      await page.locator(dialog).waitFor()
      expect(await page.evaluate((open) => document.activeElement!.closest(open) !== null, dialog)).toBe(true)
      await page.keyboard.press('Escape')
      await page.locator(dialog).waitFor({ state: 'hidden' })
      await expect.poll(() => focused(page, button), { message: button }).toBe(true)
    }
  })

  it('switches the account, and the address says it', async () => {
    const page = await stage.visit(`/?${EVENING}`)
    await page.locator('.lens select').waitFor()
    await tabTo(page, '.lens select')
    await page.keyboard.press('ArrowDown')
    await page.waitForURL(/account=/)
    await expect.poll(() => page.locator('.parties thead .chosen').count()).toBe(1)
  })

  it('finds a screen in the menu, which says where one is, and folds once one leaves it or is there', async () => {
    const page = await stage.visit(`/cases?${EVENING}`)
    const centre = page.locator('.menu summary', { hasText: 'The centre' })
    await page.locator('main h1').waitFor()
    await expect.poll(() => centre.innerText()).toContain('Cases')
    await expect.poll(() => page.locator('.menu-here').count()).toBe(1)
    const unfolded = page.locator('.menu details[open]')
    await centre.focus()
    await page.keyboard.press('Enter')
    await tabTo(page, '.menu a[href^="/exchange"]')
    await page.keyboard.press('Escape')
    await expect.poll(() => unfolded.count()).toBe(0)
    await expect.poll(() => focused(page, '.menu summary')).toBe(true)
    await page.keyboard.press('Enter')
    await tabTo(page, 'main *')
    await expect.poll(() => unfolded.count()).toBe(0)
    await centre.focus()
    await page.keyboard.press('Enter')
    await tabTo(page, '.menu a[href^="/guarantors"]')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Guarantors', exact: true }).waitFor()
    await expect.poll(() => unfolded.count()).toBe(0)
    await expect.poll(() => focused(page, 'main')).toBe(true)
    await expect.poll(() => page.locator('.menu-here').innerText()).toContain('Guarantors')
  })

  it('goes to any screen by typing its name', async () => {
    const page = await stage.visit(`/?${EVENING}`)
    await page.locator('.clause-table').waitFor()
    const names = await page.locator('.menu a').allTextContents()
    for (const name of [...names, 'Verify a receipt']) {
      await page.keyboard.press('Control+k')
      await page.locator('.palette [role=option]').first().waitFor()
      await page.keyboard.type(name)
      await expect
        .poll(() => page.locator('.palette [role=option]').first().innerText(), { message: name })
        .toContain(name)
      await page.keyboard.press('Escape')
      await page.locator('.palette').waitFor({ state: 'detached' })
    }
  })

  it('rules that claims tell of different happenings, with a reason, and undoes it at once', async () => {
    const page = await stage.visit('/inbox')
    await tabTo(page, '.inbox-parts button[aria-pressed=false]')
    await page.keyboard.press('Enter')
    await page.locator('.inbox-matters input[type=checkbox]').first().waitFor()
    await tabTo(page, '.inbox-matters input[type=checkbox]')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.locator('.inbox-rule').getByText('2 claims chosen').waitFor()
    await page.locator('.inbox-rule').focus()
    await tabTo(page, '.inbox-reason:nth-of-type(2) input')
    await page.keyboard.type('an hour lies between them')
    await page.keyboard.press('Enter')
    await page.getByText('an hour lies between them').waitFor()
    await expect.poll(() => focused(page, '.inbox-rule')).toBe(true)
    await tabTo(page, '.inbox-told button')
    await page.keyboard.press('Enter')
    await page.getByText('an hour lies between them').waitFor({ state: 'detached' })
    await page.getByText('Undone.').waitFor()
  })

  it('records an incident in the field, and it is sent', async () => {
    const page = await stage.visit('/record')
    await page.locator('form').waitFor()
    await tabTo(page, 'form input[type=radio]')
    const field = async (label: RegExp, text: string) => {
      const id = await page.getByLabel(label).getAttribute('id')
      await tabTo(page, `#${CSS_ESCAPED(id!)}`)
      await page.keyboard.type(text)
    }
    await field(/^Who says it/, 'Team 4')
    await field(/^Where/, 'Aleppo')
    await field(/^In your words/, 'Two shells fell east of the road at noon.')
    await tabTo(page, 'form button[type=submit]')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('main').innerText(), { timeout: 20_000 }).toContain('Two shells fell')
  })

  it('writes in the agreement, reads what is found in it, and holds what was written against the past', async () => {
    const page = await stage.visit('/agreement')
    await page.locator('.finding').first().waitFor()
    await expect.poll(() => page.locator('.finding-error').count()).toBe(0)
    await tabTo(page, '.agreement-host')
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText('\n\n```truce\nduty nobody-does-it "Nobody"\n  by nobody-of-that-name\n```\n')
    await page.getByText('edited').waitFor()
    await page.locator('.finding-error').first().waitFor({ state: 'attached' })
    await page.keyboard.press('Escape')
    await tabTo(page, '.finding-error .finding-ways button')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page, '.agreement-host')).toBe(true)
    await page.keyboard.press('Escape')
    await page.locator('.agreement-head button').first().focus()
    await tabTo(page, '.agreement-head a')
    await page.keyboard.press('Enter')
    await page.waitForURL(/back-test\?.*text=mine/)
    const events = 'id,type_of_violence,side_a,side_b,date_start,date_end,latitude,longitude,where_prec,best,low,high\n'
    const one = '1,3,Syrian government,Syrian opposition,2016-09-15,2016-09-15,36.2,37.1,1,2,1,3\n'
    await page
      .getByLabel('Events', { exact: true })
      .setInputFiles({ name: 'events.csv', mimeType: 'text/csv', buffer: Buffer.from(events + one) })
    await tabTo(page, 'form button[type=submit]')
    await page.keyboard.press('Enter')
    await page.getByText('the text written in this browser has').waitFor()
    await page.locator('.which-text input').last().focus()
    await page.keyboard.press('ArrowUp')
    await tabTo(page, 'form button[type=submit]')
    await page.keyboard.press('Enter')
    await page.locator('.back-test-result').waitFor()
  })

  it('takes a receipt home and verifies it', async () => {
    const page = await stage.visit(`/public?${EVENING}`)
    await page.locator('.public-receipts a').first().waitFor()
    const key = await page.locator('.public-key code').innerText()
    await tabTo(page, '.public-receipts a')
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    const proof = await readFile(await download.path())
    await tabTo(page, '.footer a', 400)
    await page.keyboard.press('Enter')
    await page.locator('#files').waitFor()
    await page
      .locator('#files')
      .setInputFiles({ name: download.suggestedFilename(), mimeType: 'text/plain', buffer: proof })
    await tabTo(page, '#key')
    await page.keyboard.type(key)
    await expect.poll(() => page.locator('.result').innerText()).toMatch(/holds/i)
  })
})

const CSS_ESCAPED = (id: string) => id.replaceAll(/[^\w-]/g, (sign) => `\\${sign}`)
