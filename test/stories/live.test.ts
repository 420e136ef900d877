// What comes in is on the page without anybody asking, and the API explains itself in a browser.
import axe from 'axe-core'
import type { RecordSummary, Workspace } from '@trucekeeper/api'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './stage.ts'
import { storyWorkspace } from './workspace.ts'

let stage: Stage
let grown = 0

beforeAll(async () => {
  const workspace = await storyWorkspace()
  const record = async (): Promise<RecordSummary> => {
    const summary = await workspace.record()
    return { ...summary, entries: summary.entries + grown }
  }
  const growing: Workspace = { ...workspace, record }
  stage = await openStage(growing)
})
afterEach(async () => {
  const complaints = await stage.rest()
  if (complaints.length > 0) throw new Error(`the browser complained:\n${complaints.join('\n')}`)
})
afterAll(() => stage?.close())

describe('a page that stays open', () => {
  it('asks again when the record has grown, in every window, through one connection', async () => {
    const first = await stage.visit('/')
    // Who holds the lock listens for every window; a second one opened before that would be the one to listen.
    const held = () => first.evaluate(async () => (await navigator.locks.query()).held!.length)
    await expect.poll(held).toBe(1)
    const second = await first.context().newPage()
    let listening = 0
    const count = (address: string) => (listening += new URL(address).pathname === '/api/live' ? 1 : 0)
    second.on('request', (request) => count(request.url()))
    await second.goto(`${stage.url}/access`)
    await Promise.all([first, second].map((page) => page.locator('main h1').first().waitFor()))
    const asked = [first, second].map((page) =>
      page.waitForRequest((request) => new URL(request.url()).pathname === '/api/record', { timeout: 20_000 }),
    )
    grown += 1
    await Promise.all(asked)
    expect(listening).toBe(0)
  })
})

describe('the page about the API', () => {
  it.each([
    ['light', 1400],
    ['dark', 360],
  ] as const)(
    '(%s, %i pixels) is accessible, leads on by the keyboard, and never scrolls sideways',
    async (colorScheme, width) => {
      const page = await stage.visit('/api/docs', { colorScheme, viewport: { width, height: 900 } })
      // The page runs no script; what axe is comes in from outside, where no policy holds.
      await page.evaluate(axe.source)
      const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(sideways).toBe(0)
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('/api/openapi.json')
    },
  )
})
