// A case from its first claim to its closing, on the page: each side is asked, two find apart, one replies, and nothing closes without a reason.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { foldLedger, readLedger } from '@trucekeeper/ledger'
import { folderRecorder, ledgerFolder, liveWorkspace, type Recorder } from '@trucekeeper/workspace'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../examples/aleppo-2016')
const LENS = 'at=2016-09-17T23:00:00%2B03:00'

let dir: string
let recorder: Recorder
let stage: Stage

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cases-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  await cp(join(EXAMPLE, 'reports'), join(dir, 'reports'), { recursive: true })
  recorder = folderRecorder(dir, { person: 'a clerk' })
  stage = await openStage(liveWorkspace(dir), recorder)
}, 120_000)
afterEach(async () => {
  // The browser tells of every refusal that a page is given; that it is shown is what the story looks at.
  const unforeseen = (await stage.rest()).filter((complaint) => !/status of 4(?:04|09|22)/.test(complaint))
  if (unforeseen.length > 0) throw new Error(`the browser complained:\n${unforeseen.join('\n')}`)
})
afterAll(async () => {
  await stage?.close()
  await recorder?.close()
  await rm(dir, { recursive: true, force: true })
})

async function minutes() {
  const reader = await readLedger(ledgerFolder(dir))
  if (!reader.ok) throw new Error(reader.refusal.message)
  return (await foldLedger(reader.value.entries())).minutes
}

const section = (page: Page, id: string) => page.locator(`section[aria-labelledby="${id}"]`)

async function opened(): Promise<Page> {
  const page = await stage.visit(`/cases/from-a-claim?${LENS}`)
  await section(page, 'go-on').waitFor()
  return page
}

/** Chooses what is done in the form of what comes next, and fills in when it was. */
async function choose(page: Page, kind: string, when: string): Promise<ReturnType<typeof section>> {
  const form = section(page, 'go-on')
  await form.getByLabel('What?').selectOption({ label: kind })
  await form.getByLabel(/^When was it done/).fill(when)
  return form
}
const enter = (form: ReturnType<typeof section>) => form.getByRole('button', { name: 'Enter' }).click()
const entered = (form: ReturnType<typeof section>) => form.getByText('Entered in the record.').waitFor()

async function step(who: string, when: string, stageName: string, number: string): Promise<void> {
  const page = await opened()
  const form = await choose(page, 'take a step', when)
  await form.getByLabel('In whose name').selectOption({ label: who })
  await form.getByLabel('Which step of the procedure?').selectOption(number)
  await form.getByLabel('The case is then').selectOption({ label: stageName })
  await form.getByLabel('In words').fill(`Done by ${who}.`)
  await enter(form)
  await entered(form)
}

async function finding(who: string, other: string, when: string, what: string): Promise<void> {
  const page = await opened()
  const form = await choose(page, 'find', when)
  await form.getByLabel(other, { exact: true }).uncheck()
  await form.getByLabel(who, { exact: true }).check()
  await form.getByLabel('Which step of the procedure?').selectOption('2')
  await form.getByLabel('What the evidence comes to').selectOption({ label: what })
  await form.getByLabel('Why').fill(`So says ${who}.`)
  await enter(form)
  await entered(form)
}

const RUSSIA = 'Russian Federation'
const US = 'United States of America'

describe('a case', () => {
  it('is not there before somebody opens one, and the page says how', async () => {
    const page = await stage.visit(`/cases?${LENS}`)
    await page.getByRole('heading', { name: 'No case has been opened by then' }).waitFor()
    await expect.poll(() => page.getByRole('table').count()).toBe(0)
  })

  it('is opened from the claims of a clause', async () => {
    const page = await stage.visit(`/clauses/cessation.government?${LENS}`)
    await page.getByRole('link', { name: /^Open a case from these claims ?: for$/ }).click()
    const form = section(page, 'open-case')
    await form.getByLabel('Its name').fill('from-a-claim')
    const chosen = form.getByRole('list', { name: 'Chosen: Claims it rests on' }).getByRole('listitem')
    await expect.poll(() => chosen.count()).toBeGreaterThan(0)
    // In their words, and not by their ids.
    await expect.poll(() => chosen.first().innerText()).toMatch(/2016/)
    await expect.poll(() => chosen.first().innerText()).not.toContain('clm_')
    await form.getByLabel('In whose name').selectOption({ label: US })
    await form.getByLabel('What is alleged').fill('Sniper fire killed two.')
    await form.getByLabel(/^When was it done/).fill('2016-09-16T12:00')
    await enter(form)
    await page.getByRole('heading', { name: 'Sniper fire killed two.' }).waitFor({ timeout: 30_000 })
    expect(page.url()).toContain('/cases/from-a-claim')
    await expect.poll(() => section(page, 'told').locator('blockquote').count()).toBeGreaterThan(0)
    await expect.poll(() => section(page, 'next').innerText()).toContain('ask its party for information')
    const [opening] = await minutes()
    expect(opening).toMatchObject({ does: 'open-case', accused: 'government', of: 'united-states' })
  })

  it('is closed by nobody alone, nor while the accused was not asked: the refusal names the clause and its heading', async () => {
    const page = await opened()
    const form = await choose(page, 'close it', '2016-09-16T13:00')
    await form.getByLabel(US, { exact: true }).uncheck()
    await form.getByLabel('What it came to').fill('nothing')
    await enter(form)
    // Without a reason the form is not even sent.
    await expect.poll(() => form.getByRole('alert').count()).toBe(0)
    expect(await minutes()).toHaveLength(1)
    await form.getByLabel('Why').fill('We do not want it.')
    await enter(form)
    const refused = await form.getByRole('alert').innerText()
    expect(refused).toContain('violations')
    expect(refused).toContain('›')
    expect(refused).toContain('it is not decided without `united-states`')
    expect(refused).toContain('`government` was not asked')
    expect(await minutes()).toHaveLength(1)
  })

  it('tells who is late once the time of a step is over', async () => {
    const page = await opened()
    await expect.poll(() => section(page, 'late').innerText()).toMatch(/Russian Federation: due 11 h ago/)
  })

  it('is asked about by each, assessed apart, and two findings stay two', async () => {
    await step(RUSSIA, '2016-09-16T14:00', 'asked', '1')
    await step(US, '2016-09-17T14:00', 'asked', '1')
    await finding(RUSSIA, US, '2016-09-17T15:00', 'not verifiable for lack of access')
    await finding(US, RUSSIA, '2016-09-17T16:00', 'the evidence supports it')
    const page = await opened()
    const found = await section(page, 'findings').innerText()
    expect(found).toContain('Two findings: they differ, and both stand.')
    expect(found).toContain('not verifiable for lack of access')
    await expect.poll(() => section(page, 'steps').innerText()).toMatch(/2 h late/)
  })

  it('is sent to the parties, replied to, and closed by both with a reason', async () => {
    await step(US, '2016-09-17T17:00', 'sent to the parties', '')
    const page = await opened()
    await expect.poll(() => section(page, 'reply').innerText()).toContain('It is open.')
    let form = await choose(page, 'reply', '2016-09-17T18:00')
    await form.getByLabel('In whose name').selectOption({ label: 'Government of Syria' })
    await form.getByLabel('In words').fill('None of ours was there.')
    await enter(form)
    await section(page, 'reply').getByText('None of ours was there.').waitFor()
    form = await choose(page, 'close it', '2016-09-17T19:00')
    await form.getByLabel('What it came to').fill('left open between the two')
    await form.getByLabel('Why').fill('Neither could go there.')
    await enter(form)
    await section(page, 'closed').waitFor()
    await expect.poll(() => section(page, 'closed').innerText()).toContain('Neither could go there.')
    await expect.poll(() => section(page, 'go-on').count()).toBe(0)
    await expect.poll(() => section(page, 'log').locator('tbody tr').count()).toBe(8)
    await expect.poll(() => section(page, 'log').innerText()).toContain('a clerk')
    expect((await minutes()).at(-1)).toMatchObject({ does: 'close-case', of: ['russia', 'united-states'] })
  })
})

describe('guarantors', () => {
  it('undertake in words of their own, press their party, and what came of it is told by whom', async () => {
    const page = await stage.visit(`/guarantors?${LENS}`)
    const form = section(page, 'go-on')
    await form.locator('summary').click()
    await form.getByLabel('From whom').selectOption({ label: 'Government of Syria' })
    await form.getByLabel('What it will do or obtain').fill('That the snipers leave')
    await form.getByLabel('Its declaration').fill('We shall obtain that the snipers leave.')
    await form.getByLabel(/^When was it done/).fill('2016-09-16T20:00')
    await enter(form)
    const table = section(page, 'guarantor-russia')
    await table.getByText('That the snipers leave').first().waitFor()
    await form.getByLabel('What?').selectOption({ label: 'it pressed its party' })
    await form.getByLabel('How').selectOption({ label: 'hotline' })
    await form.getByLabel(/^When was it done/).fill('2016-09-16T21:00')
    await enter(form)
    await section(page, 'hotline').getByText('Russian Federation pressed Government of Syria').waitFor()
    await form.getByLabel('What?').selectOption({ label: 'what came of it' })
    await form.getByLabel('What came of it').selectOption({ label: 'kept in part' })
    await form.getByLabel('Why').fill('Two of three posts were left.')
    await form.getByLabel(/^When was it done/).fill('2016-09-17T20:00')
    await enter(form)
    await table.getByText('Russian Federation: kept in part').waitFor()
    await expect.poll(() => table.innerText()).toContain('Two of three posts were left.')
  })
})
