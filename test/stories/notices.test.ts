// How a desk is told, on the page: its rules, what was not taken and why; and that nobody is told where it is so.
import type { NoticesKnown } from '@trucekeeper/api'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'
import { storyWorkspace } from './workspace.ts'

const KNOWN: NoticesKnown = {
  rules: [
    {
      name: 'evening',
      desk: 'un',
      tell: ['verdict', 'deadline'],
      clauses: ['first-convoy'],
      how: 'mail',
      to: ['desk@un.example'],
      language: 'ar',
      quiet: { from: '22:00', until: '06:00' },
      digest: '19:00',
      lead_hours: 6,
    },
  ],
  notices: [
    {
      id: 'ntc_1',
      rule: 'evening',
      desk: 'un',
      to: 'desk@un.example',
      made_at: '2016-09-15T19:00:00+03:00',
      subject: 'Aleppo: one thing is new',
      text: '• Clause first-convoy: its time has passed.',
      state: 'waiting',
      tries: 2,
      last_at: '2016-09-15T19:01:00+03:00',
      why: 'the mail server could not be reached',
      next_at: Date.parse('2016-09-15T19:03:00+03:00'),
    },
  ],
}

let stage: Stage
let known: NoticesKnown = KNOWN
beforeAll(async () => {
  stage = await openStage(await storyWorkspace(), undefined, { notices: async () => known })
}, 300_000)
afterEach(async () => {
  known = KNOWN
  const complaints = await stage.rest()
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(() => stage?.close())

it('says by which rules, when, to whom, and why something was not taken', async () => {
  const page = await stage.visit('/notices')
  const rules = page.getByRole('table', { name: 'Rules' })
  await rules.getByText('verdicts that changed, deadlines near and passed').waitFor()
  await rules.getByText('once a day, at 19:00, not from 22:00 to 06:00, deadlines 6 hours before').waitFor()
  const last = page.getByRole('table', { name: 'What was told last' })
  await last.getByText('not taken yet').waitFor()
  await last.getByText('the mail server could not be reached', { exact: false }).waitFor()
  await last.getByText('Read it').click()
  await last.getByText('Clause first-convoy: its time has passed.', { exact: false }).waitFor()
  await expect.poll(() => page.title()).toContain('Notices')
})

it('says how somebody comes to be told, where there is no rule', async () => {
  known = { rules: [], notices: [] }
  const page = await stage.visit('/notices')
  await page.getByText('There is no rule for your desk.', { exact: false }).waitFor()
  await page.getByText('Nothing was told yet.', { exact: false }).waitFor()
  await expect.poll(() => page.getByRole('table').count()).toBe(0)
})
