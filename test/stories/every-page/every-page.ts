// Every page there is, light and dark: it can be used by everybody, fits, and shows no screen unasked. One file a language says it.
import axe from 'axe-core'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import {
  enterFolder,
  folderRecorder,
  liveWorkspace,
  openFolderLedger,
  openWorkspace,
  type Recorder,
} from '@trucekeeper/workspace'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage } from '../stage.ts'

/** Colours are those of a page in any language: one of each direction of writing is looked at in the dark too. */
const SCHEMES = { en: ['light', 'dark'], ar: ['light', 'dark'], ru: ['light'], fr: ['dark'] } as const
type Language = keyof typeof SCHEMES
const LANGUAGES = Object.keys(SCHEMES) as Language[]
const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
/** Read from the router, so that a new route is looked at without being listed here. */
const ROUTER = readFileSync(resolve(import.meta.dirname, '../../../apps/web/src/router.tsx'), 'utf8')
const ROUTES = [...ROUTER.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path!)
/** For the parts of an address that stand for something of the record. */
const PARTS: Readonly<Record<string, () => string>> = {
  $id: () => 'cessation.government',
  $sha: () => document,
  $name: () => 'convoy-at-urum-al-kubra',
}
const LATE = 'at=2016-09-28T23:00:00%2B03:00'

let dir: string
let recorder: Recorder
let stage: Stage
let document: string

/** As `npm start` does, so that there are receipts. */
async function enterEverything(): Promise<void> {
  const ledger = await openFolderLedger(dir)
  if (!ledger.ok) throw new Error(ledger.refusal.message)
  const read = await openWorkspace(dir)
  if (!read.ok) throw new Error('the example agreement does not open')
  const entered = await enterFolder(ledger.value, dir, read.workspace.agreement)
  if (!entered.ok) throw new Error(entered.refusal.message)
  await ledger.value.close()
}

async function opened(path: string, language: string, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await stage.visit(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`, { colorScheme })
  page.setDefaultTimeout(30_000)
  await page.locator('h1').first().waitFor()
  await page.locator('.loading, [aria-busy=true]').first().waitFor({ state: 'detached' })
  return page
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`)
}

const tooWide = (page: Page) =>
  page.evaluate(() => window.document.documentElement.scrollWidth - window.document.documentElement.clientWidth)

/** Light and dark, wide and narrow. */
async function troubles(path: string, language: Language): Promise<string[]> {
  const found: string[] = []
  const page = await opened(path, language, 'light')
  for (const colorScheme of SCHEMES[language]) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await violations(page)).map((one) => `${colorScheme}: ${one}`))
  }
  await page.setViewportSize({ width: 360, height: 800 })
  const over = await tooWide(page)
  if (over > 0) found.push(`${over} pixels too wide for 360`)
  await page.context().close()
  return found
}

/**
 * A gate has less time: there each route is looked at in one language, each language on a quarter of the routes, and what opens or
 * unfolds in one language of each direction of writing.
 */
const routesIn = (language: Language) =>
  process.env.CI ? ROUTES.filter((_, at) => at % LANGUAGES.length === LANGUAGES.indexOf(language)) : ROUTES

export function everyPage(language: Language): void {
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'pages-'))
    await cp(EXAMPLE, dir, { recursive: true })
    await enterEverything()
    recorder = folderRecorder(dir)
    stage = await openStage(liveWorkspace(dir), recorder)
    const { documents } = (await (await fetch(`${stage.url}/api/documents`)).json()) as {
      documents: { sha256: string }[]
    }
    document = documents[0]!.sha256
  }, 300_000)
  afterEach(async () => {
    const complaints = (await stage.rest()).filter(
      (text) => !/GPU stall due to ReadPixels|40[04] \((?:Bad Request|Not Found)\)/.test(text),
    )
    if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
  })
  afterAll(async () => {
    await stage?.close()
    await recorder?.close()
    await rm(dir, { recursive: true, force: true })
  })

  it('the routes are found where they are', () => {
    expect(ROUTES.length).toBeGreaterThan(14)
    expect(ROUTES).toEqual(expect.arrayContaining(['/', '/clauses/$id', '/inbox', '/protected']))
  })

  it.each(routesIn(language))('%s can be used by everybody', async (route) => {
    const path = route.replaceAll(/\$\w+/g, (part) => encodeURIComponent(PARTS[part]?.() ?? 'nobody'))
    expect(await troubles(`${path}?${LATE}`, language)).toEqual([])
  })

  it.each([
    '/verify.html',
    '/agreement?panel=waits',
    '/agreement?panel=comply',
    '/agreement?start=2&end=20',
    '/?at=yesterday',
  ])('%s can be used by everybody', async (path) => {
    expect(await troubles(path, language)).toEqual([])
  })

  const isSpared = process.env.CI !== undefined && (language === 'ru' || language === 'fr')

  it.skipIf(isSpared)(
    'so can what opens over a page: the palette, the help on keys, the list of languages',
    async () => {
      for (const scheme of SCHEMES[language]) {
        const page = await opened('/', language, scheme)
        await page.keyboard.press('Control+k')
        await page.locator('.palette [role=option]').first().waitFor()
        expect.soft(await violations(page), `${scheme} palette`).toEqual([])
        await page.keyboard.press('Escape')
        await page.locator('.palette').waitFor({ state: 'detached' })
        await page.locator('.keys-button').click()
        await page.locator('.keys[open]').waitFor()
        expect.soft(await violations(page), `${scheme} keys`).toEqual([])
        await page.keyboard.press('Escape')
        await page.locator('.languages summary').click()
        expect.soft(await violations(page), `${scheme} languages`).toEqual([])
        await page.locator('.menu summary').first().click()
        expect.soft(await violations(page), `${scheme} menu`).toEqual([])
      }
    },
  )

  it('each part of the menu unfolds within the page, however wide that is', async () => {
    const page = await opened('/cases', language, 'light')
    for (const width of [360, 700, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      for (const part of await page.locator('.menu details').all()) {
        await part.locator('summary').click()
        const beyond = await part.locator('a').evaluateAll((links) =>
          links.flatMap((link) => {
            const { left, right, height } = link.getBoundingClientRect()
            const isWithin = left >= 0 && right <= link.ownerDocument.documentElement.clientWidth && height >= 24
            return isWithin ? [] : [link.textContent]
          }),
        )
        expect.soft(beyond, `${width}`).toEqual([])
        await expect.poll(() => page.locator('.menu details[open]').count()).toBe(1)
      }
      await page.keyboard.press('Escape')
    }
  })

  it.skipIf(isSpared)('so can every part that is folded away', async () => {
    for (const path of ['/', '/clauses/cessation.government', '/access', '/protected', '/public']) {
      const page = await opened(`${path}?${LATE}`, language, 'dark')
      await page.locator('main details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '')
      })
      expect.soft(await violations(page), path).toEqual([])
      await page.context().close()
    }
  })

  it('on paper there is no menu, and the address with its instant', async () => {
    const page = await opened('/tally', language, 'light')
    await page.emulateMedia({ media: 'print' })
    for (const gone of ['.masthead nav', '.languages', '.keys-button', '.palette-button', '.lens'])
      await expect.poll(() => page.locator(gone).first().isVisible(), { message: gone }).toBe(false)
    await expect.poll(() => page.locator('.printed').innerText()).toMatch(/^http:\/\/\S+\/tally\?\S*at=2016-\d\d-\d\dT/)
  })
}
