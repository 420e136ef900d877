// A joint finding on the page: proposed by one, with the time the other has; joined in the same words, or taken back.
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
