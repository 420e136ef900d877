// The exchange of information in a browser: asking, telling with a caveat, passing on, and being refused by the caveat.
import axe from 'axe-core'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { folderRecorder, liveWorkspace, type Recorder } from '@trucekeeper/workspace'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../examples/aleppo-2016')
const AT = '/exchange?at=2016-09-16T12:00:00%2B03:00'
const WORDS = 'Unexploded shells lie on the road to the north.'

let dir: string
let recorder: Recorder
let stage: Stage

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'exchange-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  recorder = folderRecorder(dir, { now: () => Date.parse('2016-09-16T12:00:00+03:00') })
  stage = await openStage(liveWorkspace(dir), recorder)
}, 300_000)
afterEach(async () => {
  const complaints = (await stage.rest()).filter((text) => !/status of (404|409|422)/.test(text))
  expect(complaints).toEqual([])
})
afterAll(async () => {
  await stage?.close()
  await recorder?.close()
  await rm(dir, { recursive: true, force: true })
})

async function opened(kind: string): Promise<Page> {
  const page = await stage.visit(AT)
  await page.locator('main details summary').last().click()
  await page.getByLabel('What', { exact: true }).selectOption(kind)
  return page
}

const enter = (page: Page) => page.getByRole('button', { name: 'Enter', exact: true }).click()
const expectInList = (page: Page, name: string, text: string) =>
  page.getByRole('region', { name }).getByText(text).first().waitFor()
const expectText = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const done = (page: Page, when: string) => page.getByLabel('When was it done?').fill(when)

describe('the exchange', () => {
  it('says how something gets there where nothing is', async () => {
    const page = await stage.visit(AT)
    await expectText(page, 'Nobody has asked anything by then.')
    await expectText(page, 'Nobody has told anybody anything by then.')
  })

  it('takes a request with its clock, and the reason why it is not answered', async () => {
    const page = await opened('ask')
    await page.getByLabel('Of whom').selectOption('united-states')
    await page.getByLabel('About what').fill('who stands along the road')
    await page.getByLabel('By when an answer is wanted').fill('2016-09-15T10:00')
    await done(page, '2016-09-14T10:00')
    await enter(page)
    await expectInList(page, 'Requests for information', 'late by 1 d 2 h')
    await page.getByLabel('What', { exact: true }).selectOption('answer')
    await page.getByLabel('How', { exact: true }).selectOption('refusal')
    await page.getByLabel('Why there is no answer').fill('It would name a source.')
    await done(page, '2016-09-16T11:00')
    await enter(page)
    await expectInList(page, 'Requests for information', 'Refused, with a reason')
    await expect.poll(() => page.getByRole('link', { name: /Proof of entry/ }).count()).toBe(2)
  })

  it('tells others with a caveat, refuses what breaks it by its minute, and takes what does not', async () => {
    const page = await opened('share')
    await page.getByLabel('In whose name').selectOption('russia')
    await page.getByRole('group', { name: 'Tell whom' }).getByLabel('United States of America').check()
    await page.getByLabel('What you tell them').fill(WORDS)
    await page.getByRole('group', { name: 'To whom they may pass it on' }).getByLabel('United Nations').check()
    await done(page, '2016-09-14T12:00')
    await enter(page)
    await expectInList(page, 'What was shared', 'may be passed on to United Nations.')

    await page.getByLabel('What', { exact: true }).selectOption('pass')
    const whom = page.getByRole('group', { name: 'Tell whom' })
    await whom.getByLabel('Government of Syria').check()
    await done(page, '2016-09-14T14:00')
    await enter(page)
    await expectText(page, /the caveat of `min_[0-9a-f]{20}` does not let `government` be told/)
    await whom.getByLabel('Government of Syria').uncheck()
    await whom.getByLabel('United Nations').check()
    await enter(page)
    await expectInList(page, 'What was shared', 'United States of America told United Nations')
  })

  it.each(['ask', 'share'])('can be written into by everybody, on any screen (%s)', async (kind) => {
    const page = await opened(kind)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.evaluate(axe.source)
      const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([])
    }
    await page.setViewportSize({ width: 360, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })

  it('takes no coordinates', async () => {
    const page = await opened('share')
    await page.getByRole('group', { name: 'Tell whom' }).getByLabel('United Nations').check()
    await page.getByLabel('What you tell them').fill('tanks at 36.204, 37.134')
    await done(page, '2016-09-14T12:00')
    await enter(page)
    await expectText(page, 'gives a point')
  })
})
