// Acts under powers on the page: tried, refused with their clause and heading, done, and seen in what they changed.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { folderRecorder, liveWorkspace, type Recorder } from '@trucekeeper/workspace'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../examples/aleppo-2016')
const [RUSSIA, STATES] = ['Russian Federation', 'United States of America']

/** What no desk may enter, told by a report. */
const EARLY = `---
outlet: An agency
published: 2016-09-18T12:30+03:00
received: 2016-09-18T12:40+03:00
acts:
  - power: certify-jic
    stage: exercised
    by: [russia, united-states]
    at: 2016-09-18T12:00+03:00
    quote: both Sides certify that the conditions are so
---
A statement

On Sunday both Sides certify that the conditions are so, a diplomat said.
`

let dir: string
let recorder: Recorder
let stage: Stage
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'power-stories-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  await mkdir(join(dir, 'reports'))
  await writeFile(join(dir, 'reports', '01-early.txt'), EARLY)
  recorder = folderRecorder(dir)
  stage = await openStage(liveWorkspace(dir), recorder)
  const page = await stage.visit(`/powers?at=2016-09-10T12:00:00%2B03:00`)
  await fill(page, { power: 'designate-day-d', stage: 'exercised', by: [RUSSIA, STATES], when: '2016-09-10T12:00' })
  await page.getByLabel('The moment it names').fill('2016-09-12T19:00')
  await tryAndDo(page, 'The Sides name 12 September, 19:00.')
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

interface Asked {
  readonly power: string
  readonly stage: string
  readonly by: readonly string[]
  readonly when: string
  readonly length?: string
}

async function fill(page: Page, { power, stage: how, by, when, length }: Asked): Promise<void> {
  const form = page.locator('.act-form')
  await form.getByLabel('Power', { exact: true }).selectOption(power)
  await form.getByLabel('How far').selectOption(how)
  for (const box of await form.getByRole('checkbox').all()) await box.uncheck()
  for (const name of by) await form.getByRole('checkbox', { name }).check()
  await form.getByLabel('When', { exact: false }).first().fill(when)
  if (length !== undefined) await form.getByLabel('For how long').fill(length)
}

async function tryIt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'See what it would do' }).click()
}

async function tryAndDo(page: Page, words: string): Promise<void> {
  await tryIt(page)
  await page.getByRole('button', { name: 'Do it', disabled: true }).waitFor()
  await page.getByLabel('In its own words').fill(words)
  await page.getByRole('button', { name: 'Do it' }).click()
  await page.getByText('Entered in the record. It did this:').waitFor()
  await page.getByText(words).first().waitFor()
}

const at = (instant: string) => stage.visit(`/powers?at=${encodeURIComponent(`${instant}:00+03:00`)}`)
const panel = (page: Page, name: string) => page.getByRole('region', { name })

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

it('a certificate that comes too early is refused under the heading of its clause, and nothing is entered', async () => {
  const page = await at('2016-09-14T12:00')
  await fill(page, { power: 'certify-jic', stage: 'exercised', by: [RUSSIA, STATES], when: '2016-09-14T12:00' })
  await tryIt(page)
  const refused = page.locator('.act-form').getByRole('alert')
  await refused.waitFor()
  const text = await refused.innerText()
  expect(text).toContain('4.1 Seven days')
  expect(text).toContain('cannot be certified yet')
  await expect
    .poll(() => refused.getByRole('link', { name: 'joint-centre' }).getAttribute('href'))
    .toContain('/clauses/joint-centre')
  await expect.poll(() => page.getByRole('button', { name: 'Do it' }).count()).toBe(0)
  await page.locator('main details').evaluateAll((all) => {
    for (const one of all) one.setAttribute('open', '')
  })
  expect(await violations(page)).toEqual([])
  await expect.poll(() => panel(page, 'Certifying the gate').innerText()).toContain('Nothing is recorded of it')
  // What each power would do now stands beside it, refused or not.
  await expect.poll(() => panel(page, 'Certifying the gate').innerText()).toContain('Refused by')
})

it('one side alone does not begin the seven days again', async () => {
  const page = await at('2016-09-14T12:00')
  await fill(page, { power: 'reset-seven-days', stage: 'exercised', by: [RUSSIA], when: '2016-09-14T12:00' })
  await tryIt(page)
  const text = await page.locator('.act-form').getByRole('alert').innerText()
  expect(text).toContain('reset-seven-days')
  expect(text).toContain('united-states has not joined in')
})

it('an extension that one side proposes and the other accepts changes the end', async () => {
  const page = await at('2016-09-14T12:00')
  const offer = { power: 'extend-truce', when: '2016-09-14T12:00', length: '48 hours' }
  await fill(page, { ...offer, stage: 'proposed', by: [STATES] })
  await tryAndDo(page, 'We propose forty-eight hours more.')
  await expect.poll(() => page.locator('.act-form').innerText()).toContain('nothing changes until all have joined in')
  await fill(page, { ...offer, stage: 'accepted', by: [RUSSIA], when: '2016-09-14T13:00', length: '72 hours' })
  await tryIt(page)
  await expect.poll(() => page.locator('.act-form').getByRole('alert').innerText()).toContain('do not name the same')
  await page.getByLabel('For how long').fill('48 hours')
  await tryIt(page)
  await page.locator('.act-form').getByText('truce: ends on 16 September, 19:00 instead of 14').waitFor()
  await page.getByLabel('In its own words').fill('Forty-eight hours: agreed.')
  await page.getByRole('button', { name: 'Do it' }).click()
  await page.getByText('Forty-eight hours: agreed.').first().waitFor()
  await page.goto(`${stage.url}/?at=2016-09-15T12:00:00%2B03:00`)
  await page.getByText('16 September 2016, 19:00').first().waitFor()
})

it('an offer that nobody takes before the end has lapsed, and cannot be accepted any more', async () => {
  const page = await at('2016-09-16T12:00')
  const offer = { power: 'extend-truce', when: '2016-09-16T12:00', length: '72 hours' }
  await fill(page, { ...offer, stage: 'proposed', by: [RUSSIA] })
  await tryAndDo(page, 'We are ready for seventy-two hours more.')
  const later = await at('2016-09-17T12:00')
  await expect
    .poll(() => panel(later, 'Extension').innerText())
    .toContain('lapsed: truce: truce ran out on 16 September, 19:00'.replace('truce: truce', 'truce: `truce`'))
  await fill(later, { ...offer, stage: 'accepted', by: [STATES], when: '2016-09-17T12:00' })
  await tryIt(later)
  await expect
    .poll(() => later.locator('.act-form').getByRole('alert').innerText())
    .toContain('what is over cannot be extended')
})

it('a suspension is threatened, prepared, exercised, not lifted by the other side, and lifted by whoever made it', async () => {
  const page = await at('2016-09-13T12:00')
  const steps = [
    ['threatened', 'We shall suspend our cooperation.', 'it is announced and not done'],
    ['prepared', 'We prepare to suspend it.', 'it is announced and not done'],
    ['exercised', 'We suspend our cooperation.', 'dormant becomes suspended'],
  ] as const
  for (const [index, [stage_, words, effect]] of steps.entries()) {
    await fill(page, { power: 'suspend-cooperation', stage: stage_, by: [STATES], when: `2016-09-13T1${3 + index}:00` })
    await tryAndDo(page, words)
    await expect.poll(() => page.locator('.act-form').innerText()).toContain(effect)
  }
  const lift = { power: 'suspend-cooperation', stage: 'lifted', when: '2016-09-13T18:00' }
  await fill(page, { ...lift, by: [RUSSIA] })
  await tryIt(page)
  const refused = page.locator('.act-form').getByRole('alert')
  await expect.poll(() => refused.innerText()).toContain('russia cannot lift what united-states suspended')
  await fill(page, { ...lift, by: [STATES] })
  await tryAndDo(page, 'Our cooperation goes on.')
  await expect.poll(() => page.locator('.act-form').innerText()).toContain('suspended becomes dormant')
  for (const said of ['threatened', 'prepared', 'exercised', 'lifted'])
    await expect.poll(() => panel(page, 'Suspending cooperation').innerText()).toContain(said)
})

it('a certificate that a report tells of too early stands on the first page without effect, and the gate stays shut', async () => {
  const page = await stage.visit(`/?at=${encodeURIComponent('2016-09-18T13:00:00+03:00')}`)
  const powers = page.getByRole('region', { name: 'Powers to change it' })
  await powers.getByText('both Sides certify that the conditions are so').first().waitFor()
  await expect.poll(() => powers.innerText()).toMatch(/exercised, without effect[\s\S]*Without effect: /i)
  await expect.poll(() => page.locator('.gate-state').innerText()).not.toMatch(/^open/i)
  await powers.getByRole('link', { name: 'All powers and gates' }).click()
  await page.getByRole('heading', { name: 'Powers and gates', level: 1 }).waitFor()
})
