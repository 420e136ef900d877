import axe from 'axe-core'
import type { Page } from 'playwright-core'
import type { Status, Workspace } from '@trucekeeper/api'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, tabTo, type Stage } from './stage.ts'
import { storyWorkspace } from './workspace.ts'

let workspace: Workspace
let stage: Stage
let status: Status
let suggested: string

beforeAll(async () => {
  workspace = await storyWorkspace()
  suggested = (await workspace.record()).suggested_at
  status = await workspace.status({ at: Date.parse(suggested) })
  stage = await openStage(workspace)
})
afterEach(async () => {
  const complaints = await stage.rest()
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(() => stage?.close())

/** A clause whose receipt, by the account that decides it, quotes somebody. */
async function quotedClause(): Promise<string> {
  for (const { id } of status.clauses) {
    const answer = await workspace.why({ clause: id, at: Date.parse(suggested) })
    if (answer.ok && JSON.stringify(answer.receipt.tree).includes('"source":"claim"')) return id
  }
  throw new Error('no clause of this record quotes anybody')
}

const clausePath = async () => `/clauses/${encodeURIComponent(await quotedClause())}`

async function documentPath(): Promise<string> {
  const page = await stage.visit(await clausePath())
  const href = await page.locator('.column .quote a').first().getAttribute('href')
  await page.context().close()
  return href!
}

const LOOKS = [
  ['light', 1400],
  ['light', 800],
  ['light', 360],
  ['dark', 1400],
] as const

/** What axe-core finds, each with the elements concerned. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const horizontalScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('an outsider opens the page', () => {
  it('and reads how many breaches the evidence supports, and how many clauses are contested', async () => {
    const page = await stage.visit('/')
    const count = (verdict: string) =>
      status.clauses.filter(({ verdicts, decided_by }) => verdicts[decided_by]?.verdict === verdict).length
    const summary = await page.locator('.summary').innerText()
    expect(count('breached')).toBeGreaterThan(0)
    expect(summary).toContain(`evidence supports a breach of ${count('breached')} clause`)
    expect(summary).toContain(`${count('contested')} ${count('contested') === 1 ? 'is' : 'are'} contested`)
    await expect.poll(() => page.locator('body').innerText()).not.toMatch(/guilty/i)
  })

  it('and sees a word for every verdict of every account', async () => {
    const page = await stage.visit('/')
    await page.locator('.clause-table').waitFor()
    const ids = status.accounts.toSorted((a, b) => Number(b.decides) - Number(a.decides)).map(({ id }) => id)
    for (const clause of status.clauses) {
      const words = ids.map((id) => clause.verdicts[id]?.verdict ?? 'no verdict')
      if (words.every((word) => word === 'no verdict')) continue
      const row = page.locator('.clause-table tr', { has: page.locator(`[data-clause="${clause.id}"]`) })
      const shown = await row.locator('.verdict').allInnerTexts()
      expect(shown.map((text) => text.trim())).toEqual(words)
    }
  })

  it('and sees for the gate how many days are done, what is missing, and a box for each day', async () => {
    const page = await stage.visit('/')
    await page.locator('.clause-table').waitFor()
    for (const gate of status.gates) {
      const panel = page.locator('.gate', { has: page.locator(`#gate-${gate.id}`) })
      const text = await panel.innerText()
      expect(text).toContain(`${gate.done} of ${gate.needed} day`)
      for (const missing of gate.missing) expect(text).toContain(missing)
      const accounts = Object.values(gate.accounts)
      const boxes = accounts.reduce((sum, { days, needed }) => sum + (days.length && Math.max(days.length, needed)), 0)
      await expect.poll(() => panel.locator('.day').count()).toBe(boxes)
    }
  })
})

describe('a monitor without a mouse', () => {
  it('goes from the first screen to the quoted words in their document', async () => {
    const id = await quotedClause()
    const page = await stage.visit('/')
    await page.locator('.clause-table').waitFor()
    await tabTo(page, `[data-clause="${id}"]`)
    await page.keyboard.press('Enter')
    await page.locator('.tree').waitFor()
    await tabTo(page, '.column .quote a')
    const quote = await page.evaluate(() => {
      return document.activeElement!.closest('.quote')!.querySelector('blockquote')!.textContent.slice(1, -1)
    })
    await page.keyboard.press('Enter')
    const mark = page.locator('mark')
    await mark.waitFor()
    expect(await mark.evaluate((element) => element.lastChild!.textContent)).toBe(quote)
    const box = (await mark.boundingBox())!
    expect(box.y).toBeGreaterThanOrEqual(0)
    expect(box.y + box.height).toBeLessThanOrEqual(900)
  })

  it('passes the header with the first press of Tab', async () => {
    const page = await stage.visit('/')
    await page.locator('.clause-table').waitFor()
    await tabTo(page, '.skip', 1)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect.poll(() => page.locator('main :focus').count()).toBe(1)
  })

  it('steps through the clauses with j and k, asks for help with ?, and can switch the letters off', async () => {
    const page = await stage.visit('/')
    await page.locator('.clause-table').waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-clause') ?? null)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect.poll(() => focused()).toBe(status.clauses[1]!.id)
    await page.keyboard.press('k')
    await expect.poll(() => focused()).toBe(status.clauses[0]!.id)
    await page.keyboard.press('?')
    await page.locator('dialog[open] input[type=checkbox]').press('Space')
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await expect.poll(() => focused()).toBe(status.clauses[0]!.id)
  })

  it('opens and closes the steps of a tree', async () => {
    const page = await stage.visit(await clausePath())
    await tabTo(page, '.tree summary')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.tree > li > details').getAttribute('open')).toBeNull()
    await page.getByRole('button', { name: 'Open every step' }).press('Enter')
    await expect.poll(() => page.locator('.tree details:not([open])').count()).toBe(0)
  })
})

describe('a mediator', () => {
  it('sends an address, and the other side sees the same instant, knowledge and account', async () => {
    const account = status.accounts[0]!
    const page = await stage.visit('/')
    await page.locator('.moments a').first().click()
    await page.getByRole('link', { name: 'Only what was known then' }).click()
    await page.getByLabel('By whose account', { exact: true }).selectOption(account.id)
    await page.waitForURL(/account=/)
    await page.locator('.today[aria-busy=false]').waitFor()
    const summary = await page.locator('.summary').innerText()
    const other = await stage.visit(page.url().slice(stage.url.length))
    expect(summary).toContain(`by the account “${account.name}”`)
    expect(summary).toContain('as known on')
    await expect.poll(() => other.locator('.summary').innerText()).toBe(summary)
    await page.goBack()
    expect(page.url()).not.toContain('account=')
  })

  it('types an instant on the clock of the agreement', async () => {
    const page = await stage.visit('/', { timezoneId: 'America/New_York' })
    await page.getByLabel(/^As of/).fill('2016-09-15T06:30')
    await page.getByLabel(/^As of/).press('Enter')
    await page.waitForURL(/at=2016-09-15T06:30:00\+03:00/)
    const said = page.getByText('As of 15 September 2016, 06:30 (Damascus)')
    await said.waitFor()
    await expect.poll(() => said.isVisible()).toBe(true)
  })

  it('sees on a telephone what is shown in a line, and chooses it from there', async () => {
    const page = await stage.visit('/', { viewport: { width: 390, height: 844 } })
    const said = page.locator('.lens summary')
    await expect.poll(() => said.innerText()).toMatch(/^As of \d+ \w+,? \d\d:\d\d$/)
    const account = page.locator('.lens').getByLabel('By whose account', { exact: true })
    await expect.poll(() => account.isVisible()).toBe(false)
    await tabTo(page, '.lens summary')
    await page.keyboard.press('Enter')
    const { id, name } = status.accounts.find(({ decides }) => !decides)!
    await account.selectOption(id)
    await expect.poll(() => said.innerText()).toContain(name)
    await expect.poll(() => account.isVisible()).toBe(true)
    await page.setViewportSize({ width: 1400, height: 900 })
    await expect.poll(() => said.isVisible()).toBe(false)
    await expect.poll(() => account.isVisible()).toBe(true)
  })

  it('looks at one clause through another account', async () => {
    const id = await quotedClause()
    const clause = status.clauses.find((one) => one.id === id)!
    const other = status.accounts.find((account) => {
      return clause.verdicts[account.id]?.verdict !== clause.verdicts[clause.decided_by]?.verdict
    })!
    const page = await stage.visit(await clausePath())
    await page.locator('.accounts').getByRole('link', { name: other.name }).click()
    await page.getByRole('heading', { name: `Why, by the account “${other.name}”` }).waitFor()
    const word = clause.verdicts[other.id]!.verdict ?? 'no verdict'
    expect((await page.locator('.why-verdict .verdict').innerText()).trim()).toBe(word)
  })

  it('takes the receipt home as JSON', async () => {
    const page = await stage.visit(await clausePath())
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the receipt (JSON)' }).click(),
    ])
    const stream = await download.createReadStream()
    const receipt = JSON.parse(Buffer.concat(await stream.toArray()).toString())
    expect(receipt.clause).toBe(await quotedClause())
    expect(receipt.tree.children.length + receipt.tree.quotes.length).toBeGreaterThan(0)
  })
})

describe('a party officer', () => {
  it('with a wrong address is told what is wrong and what to do', async () => {
    const page = await stage.visit('/?at=yesterday')
    const alert = page.getByRole('alert')
    await alert.waitFor()
    await expect.poll(() => alert.innerText()).toContain('`yesterday` is no instant')
    await expect.poll(() => alert.innerText()).toContain('2016-09-16T23:00+03:00')
    // The browser itself reports the refused request.
    expect((await stage.rest()).every((text) => text.includes('400'))).toBe(true)
  })
})

describe('every screen', () => {
  const screens: Record<string, () => Promise<string>> = {
    'the first screen': async () => '/',
    'a clause': clausePath,
    'a document': documentPath,
    'the agreement': async () => '/agreement?start=2&end=20',
  }

  for (const [name, path] of Object.entries(screens)) {
    for (const [colorScheme, width] of LOOKS) {
      it(`(${name}, ${colorScheme}, ${width} pixels) is accessible and never scrolls sideways`, async () => {
        const page = await stage.visit(await path(), { colorScheme, viewport: { width, height: 900 } })
        await page.locator('h1').waitFor()
        expect(await violations(page)).toEqual([])
        expect(await horizontalScroll(page)).toBe(0)
      })
    }
  }

  it('has help on keys that is accessible too', async () => {
    const page = await stage.visit('/')
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    expect(await violations(page)).toEqual([])
  })

  it('is printed whole, without what one can press', async () => {
    const page = await stage.visit(await clausePath())
    await page.locator('.tree').waitFor()
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('.lens').isVisible()).toBe(false)
    await expect.poll(() => page.locator('.tree').isVisible()).toBe(true)
  })
})
