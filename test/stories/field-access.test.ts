// A check of a seal that somebody wrote down in the field is on the screen of access, as told by them.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { folderRecorder, liveWorkspace, type Recorder } from '@trucekeeper/workspace'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../examples/aleppo-2016')

let dir: string
let recorder: Recorder
let stage: Stage

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'field-'))
  await cp(EXAMPLE, dir, { recursive: true })
  recorder = folderRecorder(dir, { person: 'a monitor' })
  stage = await openStage(liveWorkspace(dir), recorder)
})
afterEach(async () => {
  const complaints = await stage.rest()
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(async () => {
  await stage?.close()
  await recorder?.close()
  await rm(dir, { recursive: true, force: true })
})

it('a seal found broken in the field is told on the screen of access, with its words and the way to them', async () => {
  const page = await stage.visit('/record')
  await page.getByLabel('Seal check').check()
  await page.getByLabel(/^Who says it/).fill('Team 4')
  await page.getByLabel(/^The seal is/).selectOption('broken')
  await page.getByLabel(/^In your words/).fill('The seal of the second truck was cut.')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await expect.poll(() => page.locator('main').innerText(), { timeout: 20_000 }).toMatch(/1 record\w* sent|sent/i)
  await page.goto(`${stage.url}/access?at=2026-12-31T23:00:00%2B03:00`)
  const told = page.locator('section', { has: page.locator('#field-records') }).locator('li')
  await told.first().waitFor()
  await expect.poll(() => told.count()).toBe(1)
  const text = await told.innerText()
  for (const said of ['Seal check', 'Team 4', 'broken', 'The seal of the second truck was cut.'])
    expect(text).toContain(said)
  await told.getByRole('link', { name: 'the record in full' }).click()
  await page.locator('mark').waitFor()
  await expect.poll(() => page.locator('mark').innerText()).toContain('The seal of the second truck was cut.')
})
