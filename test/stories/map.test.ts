import axe from 'axe-core'
import type { MapColumnsHead, MapIncidentsAnswer, Workspace } from '@trucekeeper/api'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { goByMenu, openStage, tabTo, type Stage } from './stage.ts'
import { storyWorkspace } from './workspace.ts'

const EVENING = '2016-09-16T23:00:00+03:00'
const LATER = '2016-09-21T00:00:00+03:00'

let workspace: Workspace
let stage: Stage

beforeAll(async () => {
  workspace = await storyWorkspace()
  stage = await openStage(workspace)
})
afterEach(async () => {
  // What a driver that draws without a graphics card says of its own speed is no complaint about the page.
  const complaints = (await stage.rest()).filter((text) => !text.includes('GPU stall due to ReadPixels'))
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(() => stage?.close())

/** Every spot on the map, and what happened at it or, last, at none. */
async function told(query: string) {
  const bytes = await (await fetch(`${stage.url}/api/map/columns?${query}`)).arrayBuffer()
  const head = new TextDecoder().decode(bytes.slice(4, 4 + new DataView(bytes).getUint32(0, true)))
  const { spots } = JSON.parse(head) as MapColumnsHead
  const at = async (spot: string) => {
    const answer = await fetch(`${stage.url}/api/map/incidents?${query}&limit=1000&spot=${spot}`)
    return ((await answer.json()) as MapIncidentsAnswer).incidents
  }
  const own = await Promise.all(spots.map(async (spot) => ({ spot, incidents: await at(spot.id) })))
  return { own, nowhere: await at('nowhere') }
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Whether the picture has land and sea in it and is no empty sheet. */
async function isDrawn(page: Page): Promise<void> {
  await page.locator('.map-pane canvas').waitFor()
  const drawn = () => document.querySelector('.map-pane')?.hasAttribute('data-drawn')
  // Without a graphics card, and beside other work, a first picture may take its time.
  await page.waitForFunction(drawn, null, { timeout: 60_000 })
}

describe('a reader of the map', () => {
  it('goes there from the navigation and keeps the instant that was looked at', async () => {
    const page = await stage.visit(`/?at=${LATER}`)
    await goByMenu(page, '/map')
    await page.getByRole('heading', { name: 'Map', exact: true }).waitFor()
    await isDrawn(page)
    expect(page.url()).toContain(`at=${LATER}`)
    await expect.poll(() => page.locator('.summary').innerText()).toContain('As of 21 September 2016, 00:00 (Damascus)')
  })

  it('finds in the list every incident that the map has, under its place or under none', async () => {
    const page = await stage.visit(`/map?at=${LATER}`)
    await page.locator('.map-place').first().waitFor()
    const all = await told(`at=${LATER.replace('+', '%2B')}`)
    for (const {
      spot: { id, name },
      incidents: own,
    } of all.own) {
      const summary = page.locator(`[id="spot-${id}"] > summary`)
      await expect.poll(() => summary.innerText()).toContain(name)
      await expect.poll(() => summary.innerText()).toContain(`${own.length} incident`)
      await summary.click()
      await page.locator(`[id="spot-${id}"] .map-incident`).first().waitFor()
      await expect.poll(() => page.locator(`[id="spot-${id}"] .map-incident`).count()).toBe(own.length)
    }
    const nowhere = page.locator('#spot-nowhere')
    await nowhere.locator('> summary').click()
    await nowhere.locator('.map-incident').first().waitFor()
    await expect.poll(() => nowhere.locator('.map-incident').count()).toBe(all.nowhere.length)
  })

  it('without a mouse reaches who says what, and the words in their document', async () => {
    const page = await stage.visit(`/map?at=${LATER}`)
    await page.locator('.map-place').first().waitFor()
    await tabTo(page, '#spot-place-urum-al-kubra > summary')
    await page.keyboard.press('Enter')
    await tabTo(page, '#spot-place-urum-al-kubra .map-words > summary')
    await page.keyboard.press('Enter')
    const words = page.locator('#spot-place-urum-al-kubra .map-words')
    await expect.poll(() => words.innerText()).toContain('Russian Federation (Russia) denies it')
    await words.getByRole('link').first().click()
    await page.locator('mark').waitFor()
  })

  it('moves through time by keys: an hour, a day, and the address follows', async () => {
    const page = await stage.visit(`/map?at=${EVENING}`)
    const slider = page.getByRole('slider', { name: 'Time' })
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(/at=2016-09-17T00:00:00/)
    await page.locator('.map[aria-busy=false]').waitFor()
    await page.keyboard.press('PageUp')
    await page.waitForURL(/at=2016-09-18T00:00:00/)
    await page.locator('.map[aria-busy=false] #spot-place-deir-al-zor').waitFor()
    await expect.poll(() => page.locator('#spot-place-urum-al-kubra').count()).toBe(0)
  })

  it('lets the days go by until the record ends', async () => {
    const { moments, last_received_at: last } = await workspace.record()
    const end = Math.max(...[...moments.map(({ at }) => at), last!].map((at) => Date.parse(at)))
    const page = await stage.visit(`/map?at=${new Date(end - 30 * 3_600_000).toISOString()}`)
    await page.getByRole('button', { name: 'Play' }).click()
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    await page.getByRole('button', { name: 'Play' }).waitFor()
    const away = () => Math.abs(Date.parse(new URL(page.url()).searchParams.get('at')!.replace(' ', '+')) - end)
    await expect.poll(away, { timeout: 10_000 }).toBeLessThan(60_000)
  })

  it('looks through another account, and the findings are those of that account', async () => {
    const page = await stage.visit(`/map?at=${EVENING}`)
    const { accounts } = await workspace.status({ at: Date.parse(EVENING) })
    await page.locator('#spot-nowhere > summary').click()
    for (const { id, name } of accounts) {
      await page.getByLabel('By whose account').selectOption(id)
      await page.locator('.map[aria-busy=false]', { hasText: `by the account “${name}”` }).waitFor()
      const { nowhere } = await told(`at=${EVENING.replace('+', '%2B')}&account=${id}`)
      const findings = nowhere.flatMap((one) => one.findings)
      await page.locator('#spot-nowhere .map-incidents[aria-busy=false]').waitFor()
      await expect.poll(() => page.locator('#spot-nowhere .map-clauses > li').count()).toBe(findings.length)
    }
  })

  it('sees published bands and cells only when they are old enough, on the map as in the tables', async () => {
    const early = await stage.visit(`/map?at=${EVENING}`)
    await early.getByText('No band is old enough').waitFor()
    await early.getByText('Nothing of a convoy is old enough').waitFor()
    const late = await stage.visit(`/map?at=${LATER}`)
    await late.locator('section[aria-labelledby=map-convoys] tbody tr').first().waitFor()
    await expect.poll(() => late.locator('section[aria-labelledby=map-bands] tbody tr').count()).toBeGreaterThan(0)
  })

  it('may use tiles of this server alone', async () => {
    const page = await stage.visit(`/map?at=${EVENING}`)
    await page.getByText('Tiles of your own').click()
    await page.getByLabel('Address of tiles').fill('https://tiles.example/{z}/{x}/{y}.png')
    await page.getByRole('button', { name: 'Use', exact: true }).click()
    await page.getByText('Other servers would learn').waitFor()
    expect(await page.evaluate(() => localStorage.getItem('trucekeeper-map-tiles'))).toBe(null)
  })

  it('whose browser draws no maps is told so, and has the list', async () => {
    const page = await stage.visit('/')
    await page.addInitScript(() => {
      const get = HTMLCanvasElement.prototype.getContext
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
        return kind.startsWith('webgl') ? null : (get as (...all: unknown[]) => unknown).call(this, kind, ...more)
      } as typeof get
    })
    await page.goto(`${stage.url}/map?at=${LATER}`)
    await page.getByText('This browser draws no maps').waitFor()
    await expect.poll(() => page.locator('.map-pane').count()).toBe(0)
    await expect.poll(() => page.locator('.map-place').count()).toBeGreaterThan(3)
    expect(await violations(page)).toEqual([])
  })
})

describe('the screen', () => {
  const LOOKS = [
    ['light', 1400, 'en'],
    ['light', 360, 'en'],
    ['dark', 1400, 'en'],
    ['light', 1400, 'ar'],
    ['light', 360, 'ar'],
    ['light', 360, 'ru'],
    ['light', 360, 'fr'],
  ] as const

  for (const [colorScheme, width, lang] of LOOKS) {
    it(`(${colorScheme}, ${width} pixels, ${lang}) is accessible and never scrolls sideways`, async () => {
      const page = await stage.visit(`/map?at=${LATER}&lang=${lang}`, { colorScheme, viewport: { width, height: 900 } })
      await isDrawn(page)
      await page.locator('.map-place > summary').first().click()
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBe(0)
      if (process.env.LOOK)
        await page.screenshot({ path: `${process.env.LOOK}/${colorScheme}-${width}-${lang}.png`, fullPage: true })
    })
  }

  it('is printed without what one can press', async () => {
    const page = await stage.visit(`/map?at=${LATER}`)
    await isDrawn(page)
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('.scrubber').isVisible()).toBe(false)
    await expect.poll(() => page.locator('.map-list').isVisible()).toBe(true)
    if (process.env.LOOK) await page.pdf({ path: `${process.env.LOOK}/print.pdf` })
  })
})
