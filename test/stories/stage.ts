// Where the stories play: the page as it was built, a server on a free port, and Debian's Chromium with its complaints noted.
import type { Recorder, Workspace } from '@trucekeeper/api'
import { startServer } from '@trucekeeper/server'
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'
import { inject } from 'vitest'

export interface Stage {
  readonly url: string
  /** A new reader at an address, with a browser of their own. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>
  /** Sends every reader home; gives what went wrong unnoticed: console errors, policy violations, foreign requests. */
  rest(): Promise<string[]>
  close(): Promise<void>
}

export async function openStage(
  workspace: Workspace,
  recorder?: Recorder,
  beside: Pick<Parameters<typeof startServer>[0], 'protection' | 'notices'> & { readonly pageDir?: string } = {},
): Promise<Stage> {
  const { pageDir = inject('pageDir') } = beside
  const complaints: string[] = []
  const started = await startServer({
    workspace,
    ...(recorder && { recorder }),
    ...beside,
    port: 0,
    host: '127.0.0.1',
    pageDir,
    onBug: (bug) => complaints.push(`server: ${String(bug)}`),
  })
  if (!started.ok) throw new Error(`${started.message}: ${started.help}`)
  const { url } = started.server
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  return {
    url,
    async visit(path, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options })
      context.setDefaultTimeout(30_000)
      const page = await context.newPage()
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('request', (request) => {
        if (!request.url().startsWith(url)) complaints.push(`asked ${request.url()}`)
      })
      await page.goto(`${url}${path}`)
      return page
    },
    async rest() {
      await Promise.all(browser.contexts().map((context) => context.close()))
      return complaints.splice(0)
    },
    async close() {
      await browser.close()
      await started.server.close()
    },
  }
}

/** Goes to a screen by the menu: unfolds what it is under, and follows its link. */
export async function goByMenu(page: Page, path: string): Promise<void> {
  const link = `a:is([href="${path}"], [href^="${path}?"])`
  await page.locator(`.menu details:has(${link}) > summary`).click()
  await page.locator(`.menu ${link}`).click()
}

/** Presses Tab until the focused element matches, as somebody without a mouse must. */
export async function tabTo(page: Page, selector: string, most = 200): Promise<void> {
  for (let press = 0; press < most; press++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  throw new Error(`${most} presses of Tab did not reach ${selector}`)
}
