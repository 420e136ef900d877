// The sanctions watch on the page: a list taken from a file, somebody noted by one, confirmed by another, refused alone.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { folderRecorder, liveWorkspace, type Recorder } from '@trucekeeper/workspace'
import axe from 'axe-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../examples/aleppo-2016')
const LIST = `<CONSOLIDATED_LIST dateGenerated="2016-09-12T00:00:00Z"><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>MUHAMMAD</FIRST_NAME>
<SECOND_NAME>KHALID</SECOND_NAME><THIRD_NAME>ZARQUNI</THIRD_NAME><REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>`
const REPORT = `---
outlet: A paper
published: 2016-09-16T19:00+03:00
---
Muhammad Zarquni travelled to Moscow in breach of a United Nations travel ban, a diplomat said on Friday.
`
const AT = '/watch?at=2026-12-01T12:00:00%2B03:00'

let dir: string
let recorder: Recorder
let stage: Stage
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'watch-stories-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  await cp(join(EXAMPLE, 'reports', '23-after-the-april-call.txt'), join(dir, 'reports', '23-after-the-april-call.txt'))
  await writeFile(join(dir, 'reports', '99-travel.txt'), REPORT)
  recorder = folderRecorder(dir, { now: () => Date.parse('2026-12-01T10:00:00+03:00') })
  stage = await openStage(liveWorkspace(dir), recorder)
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

it('shows a report that could not be confirmed, and says that nobody was noted', async () => {
  const page = await stage.visit(AT)
  const report = page.getByRole('article', { name: 'could not confirm that the general had travelled' })
  await report.getByText('Looked, and could not confirm it').waitFor()
  await report.getByText('Nobody has noted that a listed person may be meant.').waitFor()
  await expect.poll(() => page.title()).toContain('Sanctions watch')
})

it('takes a list, gives a reason for every word, and lets another confirm what one noted', async () => {
  const page = await stage.visit(AT)
  await page
    .getByLabel('File of the list (XML)')
    .setInputFiles({ name: 'l.xml', mimeType: 'text/xml', buffer: Buffer.from('<!DOCTYPE a []><b/>') })
  await page.getByRole('alert').getByText('the list declares a document type or entities').waitFor()
  await page
    .getByLabel('File of the list (XML)')
    .setInputFiles({ name: 'l.xml', mimeType: 'text/xml', buffer: Buffer.from(LIST) })
  const report = page.getByRole('article', { name: 'Muhammad Zarquni travelled to Moscow' })
  const proposed = report.getByRole('region', { name: 'XXi.001' })
  await proposed.getByText('May be meant, by the list').waitFor()
  await proposed.getByText('`muhammad` is `muhammad`: as it is written; a common name').waitFor()
  await proposed.getByText('Note that somebody may be meant').click()
  await proposed.getByLabel('In whose name?').selectOption({ label: 'United Nations' })
  await proposed.getByLabel('Why?', { exact: false }).fill('The words agree.')
  await proposed.getByRole('button', { name: 'Enter' }).click()
  await report.getByRole('heading', { name: 'XXi.001: possible' }).waitFor()

  const noted = report.getByRole('region', { name: 'XXi.001' })
  await noted.getByText('Confirm or refute it').click()
  await noted.getByLabel('In whose name?').selectOption({ label: 'United Nations' })
  await noted.getByLabel('Why?', { exact: false }).fill('He was seen.')
  await noted.getByRole('button', { name: 'Enter' }).click()
  await noted.getByRole('alert').getByText('does not confirm it alone', { exact: false }).waitFor()
  await noted.getByLabel('In whose name?').selectOption({ label: 'Russian Federation' })
  await noted.getByRole('button', { name: 'Enter' }).click()
  await report.getByRole('heading', { name: 'XXi.001: confirmed' }).waitFor()
  await noted.getByText('Russian Federation').first().waitFor()
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
})
