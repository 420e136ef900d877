// A joint finding on the page: proposed by one, with the time the other has; joined in the same words, or taken back.
import axe from 'axe-core'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { folderRecorder, liveWorkspace, type Recorder } from '@trucekeeper/workspace'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../examples/aleppo-2016')
const CASE = '/cases/hospitals-on-28-september?at=2016-09-29T23:00:00%2B03:00'

let dir: string
let recorder: Recorder
let stage: Stage

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'joint-'))
  for (const name of ['agreement.md', 'places.geojson', 'reports', 'centre'])
    await cp(join(EXAMPLE, name), join(dir, name), { recursive: true })
  recorder = folderRecorder(dir, { person: 'a clerk' })
  stage = await openStage(liveWorkspace(dir), recorder)
}, 120_000)
afterEach(async () => {
  const unforeseen = (await stage.rest()).filter((complaint) => !/status of 4(?:04|09|22)/.test(complaint))
  if (unforeseen.length > 0) throw new Error(`the browser complained:\n${unforeseen.join('\n')}`)
})
afterAll(async () => {
  await stage?.close()
  await recorder?.close()
  await rm(dir, { recursive: true, force: true })
})

/** What is found, beside the options of native lists. */
const offered = (form: ReturnType<typeof section>) => form.locator('[role="option"]')
const section = (page: Page, id: string) => page.locator(`section[aria-labelledby="${id}"]`)

async function proposed(when: string, reason: string): Promise<Page> {
  const page = await stage.visit(CASE)
  const form = section(page, 'go-on')
  await form.getByLabel('What?').selectOption({ label: 'propose a joint finding' })
  await form.getByLabel('In whose name').selectOption({ label: 'United States of America' })
  await form.getByLabel('Which step of the procedure?').selectOption('2')
  await form.getByLabel('Why').fill(reason)
  await form.getByLabel(/^When was it done/).fill(when)
  await form.getByRole('button', { name: 'Enter' }).click()
  await section(page, 'proposals').getByText(reason).waitFor()
  return page
}

describe('a joint finding', () => {
  it('is proposed by one, is nobody’s yet, and can be taken back', async () => {
    const page = await proposed('2016-09-29T10:00', 'Two saw it.')
    const panel = section(page, 'proposals')
    await expect.poll(() => panel.innerText()).toMatch(/Russian Federation has until .* to join in/)
    await expect.poll(() => section(page, 'findings').innerText()).toContain('Nobody has found yet.')
    const list = await stage.visit('/cases?at=2016-09-29T23:00:00%2B03:00')
    await expect
      .poll(() => section(list, 'all-cases').innerText())
      .toMatch(/United States of America proposes this joint finding; Russian Federation has until/)
    await panel.getByText('Take it back as United States of America').click()
    const form = panel.locator('details[open]')
    await form.getByLabel('Why').fill('One more was asked.')
    await form.getByLabel(/^When was it done/).fill('2016-09-29T11:00')
    await form.getByRole('button', { name: 'Take it back' }).click()
    await panel.getByText('Taken back.').waitFor()
    await expect.poll(() => panel.getByRole('button').count()).toBe(0)
  })

  it('is joined in by the other, and stands in the name of both', async () => {
    const page = await proposed('2016-09-29T12:00', 'Three saw it.')
    const panel = section(page, 'proposals')
    await panel.getByText('Join as Russian Federation').click()
    const form = panel.locator('details[open]')
    await form.getByLabel(/^When was it done/).fill('2016-09-29T14:00')
    await form.getByRole('button', { name: 'Join in these words' }).click()
    await panel.getByText('All have joined in.').waitFor()
    await expect.poll(() => section(page, 'findings').innerText()).toContain('A joint finding.')
    await expect.poll(() => section(page, 'findings').getByText('Three saw it.').count()).toBe(2)
  })
})

describe('what it rests on', () => {
  const CLAIMS = 'Claims it rests on'
  const chosenIn = (page: Page) => section(page, 'go-on').getByRole('list', { name: `Chosen: ${CLAIMS}` })

  it('is found by words, speaker and day, and chosen by keyboard alone; ids are taken as they are', async () => {
    const page = await stage.visit(CASE)
    const form = section(page, 'go-on')
    await form.getByLabel('What?').selectOption({ label: 'find' })
    const field = form.getByRole('combobox', { name: CLAIMS })
    await field.focus()
    await page.keyboard.type('state department hospitals 2016-09-28')
    await offered(form).first().waitFor()
    await expect.poll(() => offered(form).count()).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => chosenIn(page).getByRole('listitem').count()).toBe(1)
    await expect.poll(() => chosenIn(page).innerText()).toContain('Two hospitals were hit in eastern Aleppo')
    // The form is not sent by choosing.
    await expect.poll(() => form.getByRole('alert').count()).toBe(0)
    const told = (await (await fetch(`${stage.url}/api/matters`)).json()) as {
      claims: Record<string, { quote: string }>
    }
    const other = Object.keys(told.claims).find((id) => told.claims[id]!.quote.startsWith('The water supply'))!
    await field.fill(` ${other},`)
    await expect.poll(() => chosenIn(page).innerText()).toContain('The water supply was hit as well')
    await expect.poll(() => field.inputValue()).toBe('')
    await chosenIn(page)
      .getByRole('button', { name: /Leave out: Two hospitals/ })
      .click()
    await expect.poll(() => chosenIn(page).getByRole('listitem').count()).toBe(1)
    await field.fill('offensive eastern aleppo')
    await page.keyboard.press('Enter')
    await expect.poll(() => chosenIn(page).getByRole('listitem').count()).toBeGreaterThan(3)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await expect.poll(() => offered(form).count()).toBe(0)
  })

  it('may be an act, found by its power', async () => {
    const page = await stage.visit('/guarantors?at=2016-09-28T23:00:00%2B03:00')
    const form = section(page, 'go-on')
    await form.locator('summary').first().click()
    await form.getByLabel('What?').selectOption({ label: 'what came of it' })
    await form.getByRole('combobox', { name: 'Acts it rests on' }).fill('extend')
    await offered(form).first().waitFor()
    await page.keyboard.press('Enter')
    const chosen = form.getByRole('list', { name: 'Chosen: Acts it rests on' })
    await expect.poll(() => chosen.getByRole('listitem').count()).toBe(1)
    await expect.poll(() => chosen.innerText()).not.toContain('act_')
  })

  it('may be another case, found by what it alleges, and is the case that the two are related to', async () => {
    const page = await stage.visit(CASE)
    const form = section(page, 'go-on')
    await form.getByLabel('What?').selectOption({ label: 'relate it to another case' })
    await form.getByRole('combobox', { name: 'Name of the other case' }).fill('sniper')
    await offered(form).first().waitFor()
    await page.keyboard.press('Enter')
    await form.getByLabel('Why').fill('One week.')
    await form.getByLabel(/^When was it done/).fill('2016-09-29T16:00')
    await form.getByRole('button', { name: 'Enter' }).click()
    await expect.poll(() => section(page, 'related').getByText('sniper-fire').count()).toBe(1)
  })

  it.each(['en', 'ar'])('fits a telephone and can be used by everybody, in %s', async (lang) => {
    const page = await stage.visit(`${CASE}&lang=${lang}`, { viewport: { width: 360, height: 800 } })
    const form = section(page, 'go-on')
    await form.locator('select').first().selectOption('joint-finding')
    await form.locator('input[role=combobox]').fill('hospital')
    await offered(form).first().waitFor()
    await page.keyboard.press('Enter')
    await form.locator('input[role=combobox]').fill('aleppo')
    await offered(form).first().waitFor()
    await page.evaluate(axe.source)
    const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
    expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})
