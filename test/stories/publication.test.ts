// Publication on the page: levels that each Side says for itself, refusals with their clause, a version checked in the browser.
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sectionsOf } from '@trucekeeper/centre'
import { nodeCrypto } from '@trucekeeper/keys'
import { commitSections, hexOf, publishSections } from '@trucekeeper/merkle'
import { folderRecorder, liveWorkspace, type Recorder } from '@trucekeeper/workspace'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../examples/aleppo-2016')
const AT = '/publication?at=2016-09-16T12:00:00%2B03:00'

let dir: string
let recorder: Recorder
let stage: Stage
let version: { readonly document: string; readonly proof: string; readonly root: string }
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'publication-stories-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  recorder = folderRecorder(dir)
  stage = await openStage(liveWorkspace(dir), recorder)
  const sections = sectionsOf(await readFile(join(dir, 'agreement.md'), 'utf8')).map((one) => ({
    ...one,
    names: one.clauses,
  }))
  const committed = commitSections(sections, { ...nodeCrypto, key: new Uint8Array(32).fill(5) })
  const made = publishSections(committed, sections, { version: 'v1', lang: 'en' }, ({ names }) =>
    names.includes('first-convoy') ? 'told' : 'shown',
  )
  version = { ...made, root: hexOf(committed.root) }
  const minute = {
    does: 'commit-text',
    at: '2016-09-09T23:00+03:00',
    of: ['russia', 'united-states'],
    version: 'v1',
    lang: 'en',
    root: version.root,
    leaves: committed.leaves.length,
  }
  const answer = await fetch(`${stage.url}/api/minutes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'commit-of-a-story' },
    body: JSON.stringify({ minute }),
  })
  expect(answer.status, await answer.text()).toBe(200)
}, 300_000)
afterEach(async () => {
  const complaints = (await stage.rest()).filter((text) => !/status of 4(09|22)/.test(text))
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(async () => {
  await stage?.close()
  await recorder?.close()
  await rm(dir, { recursive: true, force: true })
})

const panel = (page: Page, name: string) => page.getByRole('region', { name })

async function write(page: Page, kind: string): Promise<void> {
  const form = panel(page, 'Write into the minutes')
  await form.locator('summary').click()
  await form.getByLabel('What?').selectOption(kind)
}

async function disclose(page: Page, of: string): Promise<void> {
  const form = panel(page, 'Write into the minutes')
  await form.getByLabel('In whose name?').selectOption(of)
  await form.getByLabel('What is shown?').selectOption('clause first-convoy')
  await form.getByLabel('To whom?').selectOption('public')
  await form.getByLabel('Embargo until').fill('2016-09-22T12:00')
  await form.getByLabel('Why?').fill('Routes are not for the press.')
  await form.getByLabel('When was it done?').fill('2016-09-10T12:00')
  await form.getByRole('button', { name: 'Enter' }).click()
}

it('a level holds once each Side has said it, and shows when the embargo ends', async () => {
  const page = await stage.visit(AT)
  await panel(page, 'Who is shown what').getByText('Everything is public').waitFor()
  await write(page, 'disclose')
  await disclose(page, 'russia')
  const waiting = panel(page, 'Said by some, waiting for the others')
  await waiting.getByText('waits for United States of America').waitFor()
  await disclose(page, 'united-states')
  const row = panel(page, 'Who is shown what').getByRole('row', { name: /first-convoy/ })
  await row.getByText('those who decide').waitFor()
  await expect.poll(() => row.textContent()).toContain('everybody, from 22 September 2016, 12:00')
  await expect.poll(() => row.textContent()).toContain('in 6 d')
  await expect.poll(() => waiting.count()).toBe(0)
  // A Side alone does not publish what is held back.
  await panel(page, 'Write into the minutes').getByLabel('What?').selectOption('publish-version')
  const form = panel(page, 'Write into the minutes')
  await form.getByLabel('Published by').selectOption('united-states')
  await form.getByLabel('On which day?').fill('2016-09-16')
  await form.getByLabel('The file as it was published').setInputFiles({
    name: 'v1.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(version.document),
  })
  await form.getByText(/^[0-9a-f]{64}$/).waitFor()
  await form.getByLabel('When was it done?').fill('2016-09-16T10:00')
  await form.getByRole('button', { name: 'Enter' }).click()
  const refused = form.getByRole('alert')
  await refused.waitFor()
  await expect.poll(() => refused.textContent()).toMatch(/first-convoy.*3\.1 Aid to eastern Aleppo.*embargo/s)
  await form.getByLabel('What it leaves out').fill('first-convoy')
  await form.getByRole('button', { name: 'Enter' }).click()
  await panel(page, 'Course of the text').getByText('v1: published by United States of America').waitFor()
}, 120_000)

it('a version is checked in the browser against its proof and the roots of the record', async () => {
  const page = await stage.visit(AT)
  const check = panel(page, 'Check it yourself')
  const give = async (document: string) => {
    const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
    await check.getByLabel('The version as it was published').setInputFiles(file('v1.md', document))
    await check.getByLabel('Its proof').setInputFiles(file('v1.md.proof.json', version.proof))
  }
  await give(version.document)
  await check.getByText('It holds').waitFor()
  const told = (await check.getByRole('status').textContent()) ?? ''
  expect(told).toContain('1 section is withheld in its place')
  expect(told).toContain('Every section has its place.')
  expect(told).toContain('Its root is the one that the record has for v1 (en).')
  await give(version.document.replace('forty-eight hours', 'forty-nine hours'))
  await check.getByText('It does not hold.').waitFor()
  await check.getByText('is not what the proof shows').waitFor()
}, 120_000)
