import axe from 'axe-core'
import type { AccessTold, GroundTold, Workspace } from '@trucekeeper/api'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { goByMenu, openStage, tabTo, type Stage } from './stage.ts'
import { storyWorkspace } from './workspace.ts'

const EVENING = '2016-09-16T23:00:00+03:00'
const LATER = '2016-09-21T00:00:00+03:00'

let workspace: Workspace
let stage: Stage
let access: AccessTold
let ground: GroundTold

const told = async (path: string) => (await fetch(`${stage.url}/api/${path}`)).json()

beforeAll(async () => {
  workspace = await storyWorkspace()
  stage = await openStage(workspace)
  access = (await told(`access?at=${LATER}`)) as AccessTold
  ground = (await told(`ground?at=${EVENING}`)) as GroundTold
})
afterEach(async () => {
  const complaints = await stage.rest()
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(() => stage?.close())

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const horizontalScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

const section = (page: Page, id: string) => page.locator('section', { has: page.locator(`> h2#${id}`) })

describe('an access officer', () => {
  it('goes to the screen from the navigation, and keeps the instant that was looked at', async () => {
    const page = await stage.visit(`/?at=${LATER}`)
    await goByMenu(page, '/access')
    await page.getByRole('heading', { name: 'Access', exact: true }).waitFor()
    expect(page.url()).toContain(`at=${LATER}`)
    await expect.poll(() => page.locator('.summary').innerText()).toContain('As of 21 September 2016, 00:00 (Damascus)')
  })

  it('reads every sentence that follows from the record, and whose words are behind it', async () => {
    const page = await stage.visit(`/access?at=${LATER}`)
    const text = await section(page, 'sentences').innerText()
    for (const sentence of access.sentences) expect(text).toContain(sentence.text)
    const attack = section(page, 'sentences').locator('li', { hasText: 'was attacked at Urum al-Kubra' })
    await attack.locator('summary').click()
    await expect.poll(() => attack.innerText()).toContain('Residents said that 31 people had been killed.')
    await attack.getByRole('link', { name: /Residents said/ }).click()
    const mark = page.locator('mark')
    await mark.waitFor()
    await expect.poll(() => mark.innerText()).toContain('Residents said that 31 people had been killed.')
  })

  it('sees in the funnel how many came how far, in numbers and not by bars alone', async () => {
    const page = await stage.visit(`/access?at=${LATER}`)
    const rows = section(page, 'funnel').locator('tbody tr')
    await rows.first().waitFor()
    await expect.poll(() => rows.count()).toBe(access.funnel.length)
    for (const [index, { requests }] of access.funnel.entries()) {
      const shown = requests.low === requests.high ? `${requests.low}` : `${requests.low}–${requests.high}`
      await expect.poll(() => rows.nth(index).locator('.cell-number').first().innerText()).toContain(shown)
    }
  })

  it('sees at which check a seal chain broke', async () => {
    const page = await stage.visit(`/access?at=${LATER}`)
    const broken = page.getByRole('list', { name: 'Seal chain of truck-301' }).locator('.check-broken')
    await broken.waitFor()
    await expect.poll(() => broken.count()).toBe(1)
    await expect.poll(() => broken.innerText()).toMatch(/broken S-301\s+checkpoint B[^]*the chain broke here/)
  })

  it('finds three figures of the dead side by side, each with its source', async () => {
    const page = await stage.visit(`/access?at=${LATER}`)
    const card = page.locator('.number-card', { hasText: 'convoy-2' })
    await card.waitFor()
    await expect.poll(() => card.locator('.figure-value').allInnerTexts()).toEqual(['18', '20', '31'])
    for (const source of ['united-nations', 'aid workers', 'residents'])
      await expect.poll(() => card.innerText()).toContain(source)
  })

  it('is told of whatever was invented that it was', async () => {
    const page = await stage.visit(`/access?at=${LATER}`)
    const rows = section(page, 'requests').locator('tbody tr')
    await rows.first().waitFor()
    for (const [index, { sources }] of access.requests.entries()) {
      const marks = await rows.nth(index).locator('.made-up').count()
      expect(marks > 0).toBe(sources.includes('example'))
    }
  })

  it('asks by the word of one source alone, and the address says so', async () => {
    const page = await stage.visit(`/access?at=${LATER}`)
    await page.getByLabel('By whose word').selectOption('residents')
    await page.waitForURL(/source=residents/)
    await page.locator('.access[aria-busy=false] .figure-value').waitFor()
    await expect.poll(() => page.locator('.figure-value').allInnerTexts()).toEqual(['31'])
  })

  it('without a mouse reaches the words behind a sentence', async () => {
    const page = await stage.visit(`/access?at=${LATER}`)
    await page.locator('.sentences summary').first().waitFor()
    await tabTo(page, '.sentences summary')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.sentences details[open] .quote').first().isVisible()).toBe(true)
  })
})

describe('a monitor of the pull-back', () => {
  it('reads for each depth what is found, and a word for it beside the mark', async () => {
    const page = await stage.visit(`/pull-back?at=${EVENING}`)
    await page.locator('.data-table').first().waitFor()
    for (const party of ['government', 'opposition']) {
      const own = ground.depths.filter(({ depth }) => depth.party === party)
      const badges = section(page, `party-${party}`).locator('.data-table .verdict')
      const findings = (await badges.allInnerTexts()).map((text) => text.trim().replace(' ', '_'))
      expect(findings).toEqual(own.map(({ finding }) => finding))
    }
  })

  it('reads who cannot confirm and who is silent, and who waits for whom in which words', async () => {
    const page = await stage.visit(`/pull-back?at=${EVENING}`)
    const tanks = page.locator('tr', { hasText: '3,500 m north of' }).first()
    await expect.poll(() => tanks.innerText()).toMatch(/United States, row g08\s+made up/)
    await expect.poll(() => tanks.locator('td').last().innerText()).toContain('Government')
    const pairs = await section(page, 'pairs').innerText()
    expect(pairs).toContain('each waits for the other')
    expect(pairs).toContain('We will not pull back until the government side has pulled back')
  })

  it('looks through another account, and the findings are those of that account', async () => {
    const page = await stage.visit(`/pull-back?at=${EVENING}`)
    const { accounts } = await workspace.status({ at: Date.parse(EVENING) })
    const other = accounts.find(({ id }) => id.includes('russia')) ?? accounts.at(-1)!
    await page.getByLabel('By whose account').selectOption(other.id)
    await page.waitForURL(/account=/)
    await page.locator('.ground[aria-busy=false]', { hasText: `by the account “${other.name}”` }).waitFor()
    const own = (await told(`ground?at=${EVENING}&account=${other.id}`)) as GroundTold
    const findings = await section(page, 'party-government').locator('.data-table .verdict').allInnerTexts()
    const expected = own.depths.filter(({ depth }) => depth.party === 'government').map(({ finding }) => finding)
    expect(findings.map((text) => text.trim().replace(' ', '_'))).toEqual(expected)
  })

  it('sees no band before its delay is over, and afterwards each as a bar and as a row', async () => {
    const early = await stage.visit(`/pull-back?at=${EVENING}`)
    await early.getByText('Nothing is old enough to be published').waitFor()
    await expect.poll(() => early.locator('.chart-band').count()).toBe(0)
    const late = await stage.visit(`/pull-back?at=${LATER}`)
    await late.locator('.chart-band').first().waitFor()
    const { bands } = ((await told(`ground?at=${LATER}`)) as GroundTold).published
    await expect.poll(() => late.locator('.chart-band').count()).toBe(bands.length)
    await expect.poll(() => late.locator('.party-bands tbody tr').count()).toBe(bands.length)
  })
})

describe('both screens', () => {
  const LOOKS = [
    ['light', 1400],
    ['light', 800],
    ['light', 360],
    ['dark', 1400],
  ] as const

  for (const path of [`/access?at=${LATER}`, `/pull-back?at=${EVENING}`, `/pull-back?at=${LATER}`]) {
    for (const [colorScheme, width] of LOOKS) {
      it(`(${path}, ${colorScheme}, ${width} pixels) are accessible and never scroll sideways`, async () => {
        const page = await stage.visit(path, { colorScheme, viewport: { width, height: 900 } })
        await page.locator('.data-table').first().waitFor()
        expect(await violations(page)).toEqual([])
        expect(await horizontalScroll(page)).toBe(0)
      })
    }

    it(`(${path}) are printed with every quote, without what one can press`, async () => {
      const page = await stage.visit(path)
      await page.locator('.data-table').first().waitFor()
      await page.emulateMedia({ media: 'print' })
      await expect.poll(() => page.locator('.lens').isVisible()).toBe(false)
      const quotes = await page.locator('.quote').all()
      expect(quotes.length).toBeGreaterThan(0)
      for (const quote of quotes) expect((await quote.boundingBox())?.height).toBeGreaterThan(0)
    })
  }
})

describe('a folder without tables', () => {
  let bare: Stage

  beforeAll(async () => {
    const none = { access: null, ground: null, lines: new Map(), problems: [] }
    bare = await openStage({ ...workspace, tables: async () => none })
  })
  afterAll(() => bare?.close())

  it.each([
    ['/access', 'This folder has no tables in `access`', 'truce export --template'],
    ['/pull-back', 'This folder has no tables in `ground`', 'ground/positions.csv'],
  ])('is told at %s how to add them', async (path, heading, help) => {
    const page = await bare.visit(path)
    await page.getByRole('heading', { name: heading }).waitFor()
    await expect.poll(() => page.locator('.tables-state').innerText()).toContain(help)
    expect(await violations(page)).toEqual([])
    expect(await bare.rest()).toEqual([])
  })

  it('that has a wrong cell is told which, and nothing of it is shown', async () => {
    const flaw = { folder: 'access', file: 'access/events.csv', row: 7, column: 'status', cell: 'C7' } as const
    const problems = [{ ...flaw, message: '`lodaed` is no status', help: 'write `loaded`' }]
    const wrong = await openStage({
      ...workspace,
      tables: async () => ({ access: null, ground: null, lines: new Map(), problems }),
    })
    try {
      const page = await wrong.visit('/access')
      const alert = page.getByRole('alert')
      await alert.waitFor()
      await expect
        .poll(() => alert.innerText())
        .toMatch(/access\/events\.csv, row 7, `status`, \(C7\)\s+`lodaed` is no status/)
      await expect.poll(() => page.locator('.data-table').count()).toBe(0)
      expect(await wrong.rest()).toEqual([])
    } finally {
      await wrong.close()
    }
  })
})
