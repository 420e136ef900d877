// Two desks in two browsers: what one records stays with it until it releases it, to some, and to the public with two approvals.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { folderRecorder, followFolder, viewsByAudience, type Recorder } from '@trucekeeper/workspace'
import type { Role } from '@trucekeeper/people'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openPeopleStage, type Invited, type PeopleStage } from './people-stage.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../examples/aleppo-2016')
const WORDS = 'Two shells fell beside the bakery in Talbiseh.'
const ROLES: readonly Role[] = ['recorder', 'reviewer', 'releaser']

let dir: string
let recorder: Recorder
let stage: PeopleStage
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'desk-stories-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  const folder = followFolder(dir)
  recorder = folderRecorder(dir)
  stage = await openPeopleStage({ workspace: folder.view(), seenBy: viewsByAudience(folder), recorder })
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

async function comeIn(invited: Invited): Promise<Page> {
  const { page } = await stage.visit(await stage.invitation({ roles: ROLES, ...invited }))
  await page.getByRole('button', { name: 'Make a passkey and come in' }).click()
  await page.getByRole('heading', { name: 'Your desk' }).waitFor()
  return page
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const heldOn = (page: Page) => page.getByRole('region', { name: 'Held by your desk' })
const go = (page: Page, path: string) => page.goto(`${stage.url}${path}`)
const entriesOf = (page: Page) =>
  page.evaluate(async () => JSON.stringify(await (await fetch('/api/entries?limit=1000')).json()))

it('keep what they record to themselves, and show it to whom they choose', async () => {
  const a = await comeIn({ name: 'Amal', desk: 'party-a', organisation: 'Delegation A' })
  const b = await comeIn({ name: 'Boris', desk: 'party-b', organisation: 'Delegation B' })
  const un = await comeIn({ name: 'Noor', desk: 'un', organisation: 'United Nations' })
  const before = [await entriesOf(b), await entriesOf(un)]

  await go(a, '/record')
  await expect.poll(() => a.getByRole('radio', { name: 'for my desk, until it is released' }).isChecked()).toBe(true)
  await a.getByRole('textbox', { name: 'Who' }).first().fill('Amal')
  await a.locator('textarea').fill(WORDS)
  await a.getByRole('button', { name: 'Record', exact: true }).click()
  await expect.poll(() => entriesOf(a), { timeout: 10_000 }).toContain('bakery')
  expect([await entriesOf(b), await entriesOf(un)]).toEqual(before)

  await go(a, '/inbox')
  await heldOn(a).getByText('only your desk').waitFor()
  expect(await violations(a)).toEqual([])
  await go(b, '/inbox')
  await heldOn(b).getByText('Your desk holds nothing').waitFor()

  await heldOn(a)
    .getByRole('button', { name: /^Release/ })
    .press('Enter')
  await heldOn(a).getByRole('radio', { name: 'some desks' }).check()
  await heldOn(a).getByRole('checkbox', { name: 'United Nations' }).check()
  await heldOn(a).getByLabel(/^Why/).fill('The UN should know.')
  expect(await violations(a)).toEqual([])
  await heldOn(a).getByRole('button', { name: 'Release', exact: true }).press('Enter')
  await heldOn(a).getByText('also seen by: United Nations').waitFor()
  await expect.poll(() => entriesOf(un)).toContain('bakery')
  await expect.poll(() => entriesOf(b)).toBe(before[0])

  // To the public: refused, asked for, approved by two other organisations, then done.
  const released = async () => await (await fetch(`${stage.url}/api/released`)).text()
  const nothing = await released()
  const toPublic = async () => {
    await heldOn(a)
      .getByRole('button', { name: /^Release/ })
      .first()
      .click()
    await heldOn(a).getByRole('radio', { name: 'the public' }).check()
    await heldOn(a).getByLabel(/^Why/).fill('Everybody should know.')
    await heldOn(a).getByRole('button', { name: 'Release', exact: true }).click()
  }
  await toPublic()
  await heldOn(a).getByText('Two other organisations have to approve this first').waitFor()
  await heldOn(a).getByRole('checkbox', { name: 'United Nations' }).check()
  await heldOn(a).getByRole('checkbox', { name: 'Party B' }).check()
  await heldOn(a).getByRole('button', { name: 'Ask for approval' }).click()
  await heldOn(a).getByText('Asked.').waitFor()
  expect(await released()).toBe(nothing)
  for (const page of [un, b]) {
    await go(page, '/desk')
    await page.getByText(WORDS).waitFor()
    const approve = page.getByRole('button', { name: 'Approve: Everybody should know.' })
    await approve.click()
    await approve.waitFor({ state: 'detached' })
  }
  await heldOn(a).getByRole('button', { name: 'Close' }).click()
  await toPublic()
  await heldOn(a).getByText('the public').waitFor()
  await expect.poll(() => entriesOf(b)).toContain('bakery')
  expect(await released()).not.toBe(nothing)
})
