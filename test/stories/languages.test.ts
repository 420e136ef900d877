// The page in Arabic, Russian and French: every screen fits, can be used by everybody and keeps to its language.
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import type { Workspace } from '@trucekeeper/api'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, tabTo, type Stage } from './stage.ts'
import { storyWorkspace } from './workspace.ts'

const LANGUAGES = ['ar', 'ru', 'fr'] as const
const WIDTHS = [1300, 360] as const
const AT = 'at=2016-09-21T00:00:00+03:00'

/** Ways that no menu leads to, with what is there when they have come up. */
const WAYS: Readonly<Record<string, () => Promise<string>>> = {
  'a clause': async () => '/clauses/cessation.government',
  'a document': documentPath,
  'a passage of the agreement': async () => '/agreement?start=2&end=20',
  'bands of distance': async () => `/pull-back?${AT}`,
  'who waits for whom': async () => '/agreement?panel=waits',
  'the run in which everybody complies': async () => '/agreement?panel=comply',
  'a wrong address': async () => '/?at=yesterday',
}

let workspace: Workspace
let stage: Stage

beforeAll(async () => {
  workspace = await storyWorkspace()
  stage = await openStage(workspace)
})
afterEach(async () => {
  // The wrong address is refused, this folder keeps no inbox, and a page that is left while its map is drawn says so.
  const expected = /400 \(Bad Request\)|404 \(Not Found\)|GPU stall due to ReadPixels/
  const complaints = (await stage.rest()).filter((text) => !expected.test(text))
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(() => stage?.close())

async function documentPath(): Promise<string> {
  const page = await stage.visit('/clauses/cessation.government')
  const href = await page.locator('.column .quote a').first().getAttribute('href')
  await page.context().close()
  return href!
}

const inLanguage = (path: string, language: string) => `${path}${path.includes('?') ? '&' : '?'}lang=${language}`

async function opened(path: string, language: string): Promise<Page> {
  const page = await stage.visit(inLanguage(path, language))
  page.setDefaultTimeout(30_000)
  await page.locator('h1').waitFor()
  await page.locator('.loading, [aria-busy=true]').first().waitFor({ state: 'detached' })
  return page
}

/** What axe-core finds, each with the elements concerned. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Where it scrolls sideways, wide or narrow, and what axe finds. */
async function troubles(way: string, language: string): Promise<string[]> {
  const page = await opened(way, language)
  const found: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    const over = await overflow(page)
    if (over !== 0) found.push(`${way}: ${over} pixels too wide for ${width}`)
  }
  found.push(...(await violations(page)).map((violation) => `${way}: ${violation}`))
  await page.context().close()
  return found
}

describe.each(LANGUAGES)('in %s', (language) => {
  it('says of itself which language it is in and which way it runs, before anything is shown', async () => {
    const page = await opened('/', language)
    const html = page.locator('html')
    expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual([
      language,
      language === 'ar' ? 'rtl' : 'ltr',
    ])
  })

  it.each(Object.keys(WAYS))('%s fits and can be used by everybody', async (name) => {
    expect(await troubles(await WAYS[name]!(), language)).toEqual([])
  })

  it('the sentences of the engine are said to be English, wherever they stand', async () => {
    const page = await opened('/clauses/cessation.government', language)
    const clause = await workspace.why({ clause: 'cessation.government', at: Date.parse('2016-09-16T23:00:00+03:00') })
    if (!clause.ok) throw new Error('the clause is not there')
    const said = page.locator('.why-verdict').getByText(clause.receipt.reason)
    expect(await said.evaluate((element) => element.closest('[lang]')!.getAttribute('lang'))).toBe('en')
  })
})

describe('somebody who reads another language', () => {
  it('finds it in the header under its own name, without a mouse, and stays in it from screen to screen', async () => {
    const page = await stage.visit('/')
    await page.locator('.clause-table').waitFor()
    await tabTo(page, '.languages summary')
    await page.keyboard.press('Enter')
    await tabTo(page, '.languages a[lang=ar]')
    await page.keyboard.press('Enter')
    await page.locator('html[lang=ar] .clause-table').waitFor()
    await page.locator('.clause-table a').first().click()
    await page.locator('.clause h1').waitFor()
    expect(page.url()).toContain('lang=ar')
    await page.goto(`${stage.url}/access`)
    await page.locator('html[lang=ar] h1').waitFor()
    await expect.poll(() => page.locator('h1').innerText()).toBe('الوصول')
  })

  it('keeps the instant, the account and the place when the language changes', async () => {
    const path = '/clauses/cessation.government?at=2016-09-15T12:00:00+03:00&account=monitors'
    const { accounts } = await workspace.status({ at: Date.parse('2016-09-15T12:00:00+03:00') })
    const account = accounts.at(-1)!.id
    const page = await stage.visit(path.replace('monitors', account))
    await page.locator('.clause h1').waitFor()
    await page.locator('.languages summary').click()
    await page.locator('.languages a[lang=ru]').click()
    await page.locator('html[lang=ru] .clause h1').waitFor()
    expect(page.url()).toContain('at=2016-09-15T12:00:00+03:00')
    expect(page.url()).toContain(`account=${account}`)
    expect(page.url()).toContain('/clauses/cessation.government')
  })

  it('sends a link, and another reader sees the same words', async () => {
    const page = await opened('/', 'fr')
    const href = (await page.locator('.clause-table a').first().getAttribute('href'))!
    const other = await stage.visit(href)
    await other.locator('html[lang=fr] .clause h1').waitFor()
    expect(new URL(other.url()).searchParams.get('lang')).toBe('fr')
  })

  it('is understood by the language of the browser where no address says one', async () => {
    const page = await stage.visit('/', { locale: 'ru-RU' })
    await page.locator('html[lang=ru] .clause-table').waitFor()
    expect(page.url()).not.toContain('lang=')
  })

  it('loads the words of that language and of no other', async () => {
    const asked: string[] = []
    const page = await stage.visit('/access?lang=fr')
    page.on('request', (request) => asked.push(request.url()))
    await page.reload()
    await page.locator('h1').waitFor()
    const words = asked.map((url) => /\/assets\/(ar|ru|fr)-[^/]+\.js$/.exec(url)?.[1]).filter(Boolean)
    expect(words).toEqual(['fr'])
  })
})

describe('a reader in another place than the agreement', () => {
  it('sees every instant on the clock of the agreement, with their own hour beside the one that is chosen', async () => {
    const page = await stage.visit('/?at=2016-09-15T06:30:00%2B03:00&lang=fr', { timezoneId: 'America/New_York' })
    await page.locator('.summary').waitFor()
    await expect.poll(() => page.locator('.summary').innerText()).toContain('15 septembre 2016, 06:30')
    await expect
      .poll(() => page.locator('.lens').innerText())
      .toContain('14 septembre 2016, 23:30 à votre heure (New York)')
  })

  it('is told nothing twice where the clocks agree', async () => {
    const page = await stage.visit('/?lang=fr', { timezoneId: 'Asia/Damascus' })
    await page.locator('.lens').waitFor()
    await expect.poll(() => page.locator('.lens').innerText()).not.toContain('à votre heure')
  })
})
