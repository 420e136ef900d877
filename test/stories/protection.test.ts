// The protection check in a browser: absent, closed, and asked about cells and days, with a point by consent of two.
import axe from 'axe-core'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { entriesInMemory, openPageDoor, pageDoorAt, Protection, type Doors } from '@trucekeeper/protect'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'
import { storyWorkspace } from './workspace.ts'

const DAY = 86_400_000
const TOWN = [37.083, 36.269] as const

let folder: string
let stage: Stage
let service: Protection
let door: Doors | null = null
let site: string
const clock = { at: Date.now() - 8 * DAY }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'protection-'))
  const opened = await Protection.over(entriesInMemory(), () => clock.at, undefined, { example: true })
  if (!opened.ok) throw new Error(opened.refusal.message)
  service = opened.value
  for (const [id, organisation, desk] of [
    ['owner', 'health', 'owner'],
    ['other', 'relief', 'owner'],
    ['guarantor', 'guarantor', 'guarantor'],
  ] as const)
    await service.enrol({ id, organisation, desk })
  for (let at = 0; at < 5; at++) {
    const registered = await service.register('owner', { kind: 'school', place: [TOWN[0] + at / 100_000, TOWN[1]] })
    if (!registered.ok) throw new Error(registered.refusal.message)
    site = registered.value
    for (const by of ['other', 'guarantor']) await service.verify(by, site)
  }
  clock.at = Date.now()
  stage = await openStage(await storyWorkspace(), undefined, { protection: pageDoorAt(join(folder, 'door')) })
}, 300_000)
afterEach(async () => {
  const complaints = (await stage.rest()).filter((text) => !/status of (404|503)/.test(text))
  expect(complaints).toEqual([])
})
afterAll(async () => {
  await stage?.close()
  await door?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the protection check', () => {
  it('says that it is not there, how it is started, and takes nothing else with it', async () => {
    const page = await stage.visit('/protection')
    await page.getByRole('heading', { name: 'The protection check is not running here.' }).waitFor()
    await expect.poll(() => page.locator('.protection-command').first().innerText()).toBe('truce protect serve DIR')
    await page.goto(`${stage.url}/`)
    await page.locator('h1').waitFor()
  })

  it('gives somebody who was not let in the line by which they can be', async () => {
    door = await openPageDoor(service, join(folder, 'door'))
    const page = await stage.visit('/protection')
    await page.getByText('enrol DIR this-machine --organisation this-machine').waitFor()
    await expect.poll(() => page.locator('.protection-grid').count()).toBe(0)
  })

  it('answers of chosen cells in words, with the region that each is about, and keeps what was asked', async () => {
    await service.enrol({ id: 'this-machine', organisation: 'this-machine', desk: 'party', called: 'The one here' })
    const page = await stage.visit('/protection')
    await page.getByText('every site and movement here is made up').waitFor()
    await page.getByLabel('sy6q7', { exact: true }).check()
    await page.getByLabel('sy6qz', { exact: true }).check()
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    const lines = page.locator('.protection-lines > li')
    await lines.nth(1).waitFor()
    const said = await lines.allInnerTexts()
    expect(said[0]).toContain('Protected objects are present in this cell.')
    expect(said[1]).toContain('None known.')
    await page.getByText('may still ask about 6 new cells today').waitFor()
    await expect.poll(() => page.getByRole('row').last().innerText()).toContain('The one here')
  })

  it.each(['en', 'ar'])('can be asked by everybody, on any screen (%s)', async (language) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await stage.visit(`/protection?lang=${language}`, { colorScheme })
      await page.locator('.protection-grid').waitFor()
      await page.locator('main details summary').click()
      await page.evaluate(axe.source)
      const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([])
      await page.setViewportSize({ width: 360, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    }
  })

  it('shows one point once its owner and a guarantor consent, and not before', async () => {
    const page = await stage.visit('/protection')
    await page.getByText('Ask to see a point').click()
    await page.getByLabel('Id of the site').fill(site)
    await page.getByLabel('What for').fill('evacuation of wounded')
    const local = (at: number) =>
      new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Damascus' }).replace(' ', 'T').slice(0, 16)
    await page.getByLabel('From').fill(local(clock.at - 60_000))
    await page.getByLabel('Until').fill(local(clock.at + 3_600_000))
    await page.getByRole('button', { name: 'Ask for consent' }).click()
    await page.getByText('It can be seen within its window').waitFor()
    const found = await service.atDesk('guarantor')
    const request = found.ok ? found.value.points[0]!.request : ''
    for (const by of ['owner', 'guarantor']) expect((await service.consent(by, request)).ok).toBe(true)
    await page.reload()
    await page.getByRole('button', { name: 'Show me the point now' }).click()
    await page.getByText('37.08304 36.26900').waitFor()
    await page.reload()
    const looks = page.getByRole('region', { name: 'Who saw a point' })
    await expect.poll(() => looks.getByRole('row').last().innerText()).toContain('evacuation of wounded')
  })
})
