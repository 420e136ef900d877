// The fourteen things that reports describe, each found on its screen by role and words: the example as `npm start` serves it.
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sha256Hex } from '@trucekeeper/claims'
import { entriesInMemory, openPageDoor, pageDoorAt, Protection, type Doors } from '@trucekeeper/protect'
import {
  bodyOf,
  enterFolder,
  folderRecorder,
  liveWorkspace,
  openFolderLedger,
  openWorkspace,
  type Recorder,
} from '@trucekeeper/workspace'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../examples/aleppo-2016')
const PARTS = ['agreement.md', 'places.geojson', 'reports', 'access', 'ground', 'centre', 'agreements']
const STORY = '16-two-read-outs.txt'
const SPUN = 'one-call-two-readings.html'
const EVENING = 'at=2016-09-16T23:00:00%2B03:00'
const AFTER = 'at=2016-09-28T23:00:00%2B03:00'

let dir: string
let recorder: Recorder
let stage: Stage
let door: Doors

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fourteen-'))
  for (const name of PARTS) await cp(join(EXAMPLE, name), join(dir, name), { recursive: true })
  const opened = await openWorkspace(dir)
  const ledger = await openFolderLedger(dir)
  if (!opened.ok || !ledger.ok) throw new Error('the example does not open')
  const entered = await enterFolder(ledger.value, dir, opened.workspace.agreement)
  await ledger.value.close()
  if (!entered.ok) throw new Error(entered.refusal.message)
  await cp(join(EXAMPLE, 'inbox'), join(dir, 'reports'), { recursive: true })
  recorder = folderRecorder(dir, { person: 'the example', now: () => Date.parse('2016-09-28T18:55:00+03:00') })
  await recorder.waiting({ key: 'a-key-of-the-story', digest: SPUN, by: null }, SPUN)
  const check = await Protection.over(entriesInMemory(), () => Date.now(), undefined, { example: true })
  if (!check.ok) throw new Error(check.refusal.message)
  door = await openPageDoor(check.value, join(dir, 'door'))
  stage = await openStage(liveWorkspace(dir), recorder, { protection: pageDoorAt(join(dir, 'door')) })
}, 300_000)
afterEach(async () => {
  const complaints = (await stage.rest()).filter((text) => !/status of (403|404|503)/.test(text))
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(async () => {
  await stage?.close()
  await door?.close()
  await recorder?.close()
  await rm(dir, { recursive: true, force: true })
})

/** A part of a page that holds all these words, as somebody finds it who reads by rows, items and headings. */
async function expectFound(where: Page | Locator, role: 'row' | 'listitem' | 'region', ...words: (string | RegExp)[]) {
  let found = where.getByRole(role)
  for (const word of words) found = found.filter({ hasText: word })
  await found.first().waitFor()
  return found.first()
}

async function under(path: string, heading: string | RegExp): Promise<Page> {
  const page = await stage.visit(path)
  await page.getByRole('heading', { name: heading }).first().waitFor()
  return page
}

const expectSaid = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()

describe('what reports describe', () => {
  it('S1: the truce began on Day D, was extended, and ends unless it is extended again', async () => {
    const page = await under(`/?${EVENING}`, 'What is due next')
    await expectFound(page, 'listitem', '19 Sept, 19:00', 'Ends unless extended', 'The truce')
    await page.goto(`${stage.url}/clauses/truce?${EVENING}`)
    await expectSaid(page, /48 hours exercised by russia and united-states.*72 hours proposed by russia/)
  })

  it('S2: 144 is claimed of one side, nothing of it verified, and every day was reported on', async () => {
    const page = await under(`/tally?${EVENING}`, 'Opposition')
    const row = await expectFound(page, 'row', 'No attacks', '144 by Russia')
    await expect.poll(() => row.innerText()).toMatch(/144\s+0\s+5 of 5 days/)
  })

  it('S3: one call has two read-outs, and each sentence says whether the other agrees', async () => {
    const page = await under(`/guarantors?${AFTER}`, 'Calls and meetings')
    await expectFound(page, 'row', 'have the government let the sealed trucks pass', 'not kept')
    await expectSaid(page, /Russian Federation: silent/)
    await expectSaid(page, /Russian Federation: agrees/)
  })

  it('S3: a case has its steps, who was late, two findings and a reply', async () => {
    const list = await under(`/cases?${AFTER}`, 'Cases')
    const row = await expectFound(list, 'row', 'clashes-opened-by-government', 'Russian Federation: due')
    await expect.poll(() => row.innerText()).toContain('ask its party for information')
    const page = await under(`/cases/general-staff-list?${AFTER}`, 'What each finds')
    await expectFound(page, 'row', '1. ask its party for information', '1 h late')
    await expectSaid(page, 'Two findings: they differ, and both stand.')
    await expectSaid(page, 'the factions have kept to the truce since Monday')
  })

  it('S4: depths in metres for each weapon class, and each waits for the other', async () => {
    const page = await under(`/pull-back?${EVENING}`, 'Who waits for whom')
    await expectFound(page, 'row', '3,500 m north of Castello Road', 'tanks, artillery and mortars', 'contested')
    await expectFound(page, 'row', '500 m south of Castello Road', 'kept')
    await expectSaid(page, /each waits for the other/)
    await expectSaid(page, 'We will not pull back until the government side has pulled back')
  })

  it('S5: how many requests came how far, and two figures of the besieged side by side', async () => {
    const page = await under(`/access?${AFTER}`, 'Figures, side by side')
    await expectFound(page, 'row', 'requested', '1,032,000')
    expect(await (await expectFound(page, 'row', 'delivered')).innerText()).toMatch(/delivered\s+0\s+0/)
    for (const figure of ['250,000', '300,000', '600,000']) await expectSaid(page, figure)
  })

  it('S6: trucks that wait, a seal that broke, east and west, and a convoy that was hit', async () => {
    const page = await under(`/access?${AFTER}`, 'What the record says')
    await expectFound(page, 'listitem', /convoy-1 waited at Turkish border/)
    await expectFound(page, 'listitem', 'seal S-301 was found broken at checkpoint B, last whole at checkpoint A')
    await expectFound(page, 'listitem', 'were not served within 24 hours of each other')
    await expectFound(page, 'listitem', 'convoy-2 was attacked at Urum al-Kubra')
  })

  it('S7: the gate says what it lacks, how many days are done, and when it can open', async () => {
    const page = await under(`/powers?${EVENING}`, 'Joint Implementation Center')
    await expectSaid(page, 'closed, 0 of 7 days done')
    await expectFound(page, 'listitem', 'first-convoy: evidence supports a breach')
    await expectSaid(page, '24 September 2016, 00:00')
  })

  it('S8: what members asked and shared with caveats, and a protection check with its cells', async () => {
    const page = await under(`/exchange?${AFTER}`, 'Requests for information')
    await expectFound(page, 'row', 'who gives the trucks permission', 'Refused, with a reason')
    await expectFound(page, 'row', 'which groups stand along Castello Road', 'Late, not answered')
    await expectSaid(page, /It has run out: nobody may pass it on any more/)
    const check = await under('/protection', 'Protection check')
    await expectSaid(check, /Only whole days and fixed cells/)
  })

  it('S9: suspension is threatened, and not exercised', async () => {
    const page = await under(`/powers?${AFTER}`, /Suspending cooperation/)
    await expectSaid(page, 'The United States is preparing to suspend all bilateral engagement')
    await expectSaid(page, /threatened by United States of America, 28 Sept, 18:00/)
    await expect.poll(() => page.getByText(/exercised by United States of America/).count()).toBe(0)
  })

  it('S10: the course of the text: endorsed, leaked by nobody named, published by each Side', async () => {
    const page = await under(`/publication?${AFTER}`, 'Course of the text')
    await expectFound(page, 'listitem', 'S/RES/2268', 'United Nations Security Council')
    await expectFound(page, 'listitem', '22 September 2016', 'leaked', 'by whom is not said')
    await expectFound(page, 'row', '2016-09-09', 'United States of America and Russian Federation: the same bytes')
    await expectSaid(page, 'The text should be published')
  })

  it('S11: hospitals, water and electricity are told by kind, and never by place', async () => {
    const page = await under(`/protected?${AFTER}`, 'Protected people and things')
    for (const hit of ['hospitals and clinics', 'water supply', 'electricity'])
      await expectFound(page, 'row', hit, 'from 26 September 2016', 'United States')
  })

  it('S12: a reported journey is possible and no more, beside the word of who could not confirm it', async () => {
    const page = await under(`/watch?${AFTER}`, 'Sanctions watch')
    await expectSaid(page, 'XXi.001: possible')
    await expectSaid(page, /Looked, and could not confirm it/)
  })

  it('S13: several agreements side by side, an evacuation by numbers, a zone by length and depth', async () => {
    const page = await under(`/agreements?${AFTER}`, 'One incident, several agreements')
    await expectFound(page, 'row', 'Terms of the cessation of hostilities in Syria', 'in force')
    await expectFound(page, 'row', 'Residents are brought out', 'about 8,000 residents', '8,000')
    await expectFound(page, 'row', 'Buffer zone', '79.4 km', 'about 80 km', '5.5 km')
  })

  it('S14: a document shows the words of a claim in their place, and what stands around the story is no claim', async () => {
    const bytes = await readFile(join(dir, 'reports', STORY))
    const { body } = bodyOf(bytes.toString('utf8'))
    const start = body.indexOf('The text should be published')
    const page = await under(`/documents/${sha256Hex(bytes)}?start=${start}&end=${start + 28}`, STORY)
    await expect.poll(() => page.locator('mark').innerText()).toContain('The text should be published')
    await expectSaid(page, 'Subscribe now: the first month is free')
    const { record } = await liveWorkspace(dir).known()
    const read = record.claims.filter(({ doc }) => doc === STORY).map(({ quote }) => quote)
    expect(read.length).toBeGreaterThan(5)
    for (const furniture of ['Subscribe', 'Brent crude', 'Photo caption', 'Most read'])
      expect(read.filter((quote) => quote.includes(furniture))).toEqual([])
  })

  it('S14: a machine-spun copy waits in the inbox with the same claims, and its poll with none', async () => {
    const page = await under('/inbox', 'Inbox')
    await page.getByRole('button', { name: SPUN }).click()
    await expectFound(page, 'listitem', 'The text should be published')
    await expect.poll(() => page.getByRole('listitem').filter({ hasText: 'will the truce hold' }).count()).toBe(0)
    await page.getByRole('button', { name: 'What belongs together' }).click()
    await page.getByRole('heading', { name: 'Documents that are copies' }).waitFor()
    await expectFound(page, 'listitem', SPUN, STORY)
  })
})
