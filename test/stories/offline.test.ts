// Somebody records in the field without a link, for days: all of it arrives once, in order, whatever dies in between.
import axe from 'axe-core'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { foldLedger, readLedger } from '@trucekeeper/ledger'
import { ledgerFolder } from '@trucekeeper/workspace'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'

const EXAMPLE = resolve(import.meta.dirname, '../../examples/aleppo-2016')
const MANY = 500
/** How long it takes lies in the machine, so it is told and not held to. */
const PATIENCE_MS = 240_000

const pageDir = inject('pageDir')
let dir: string
let profile: string
let server: ChildProcess
let url: string
let contexts: BrowserContext[] = []

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'offline-folder-'))
  profile = await mkdtemp(join(tmpdir(), 'offline-browser-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  server = await serving(0)
})
afterEach(async () => {
  for (const context of contexts) await context.close().catch(() => undefined)
  contexts = []
  server.kill('SIGKILL')
  for (const folder of [dir, profile]) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function serving(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serving.ts'), dir, String(port), pageDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout!, 'data')
  url = String(line).trim()
  return child
}

async function dead(): Promise<number> {
  const { port } = new URL(url)
  const ended = once(server, 'exit')
  server.kill('SIGKILL')
  await ended
  return Number(port)
}

/** A browser that keeps what it has on disk, as that of a telephone does. */
async function browser(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    viewport: { width: 1000, height: 900 },
    ...options,
  })
  context.setDefaultTimeout(30_000)
  contexts.push(context)
  return context
}

async function recording(context: BrowserContext, path = '/record'): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(`${url}${path}`)
  await page.getByLabel('In your words').waitFor()
  return page
}

async function write(page: Page, words: string, place = 'Talbiseh'): Promise<void> {
  await page.getByLabel('Who says it').fill('A. Monitor')
  await page.getByLabel('Where').fill(place)
  await page.getByLabel('In your words').fill(words)
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await page.getByText('Recorded on this device.').waitFor()
}

/** Writes records as the form does, but faster than anybody can type. */
async function writeMany(page: Page, from: number, to: number): Promise<void> {
  await page.evaluate(
    async ([from, to]) => {
      const open = indexedDB.open('field-records', 1)
      await new Promise((resolve) => open.addEventListener('success', resolve))
      const records = open.result.transaction('records', 'readwrite').objectStore('records')
      for (let number = from!; number < to!; number++) {
        const words = `Shell number ${number} fell on Talbiseh.`
        const at = '2026-09-17T10:00+03:00'
        const claim = {
          quote: words,
          start: 0,
          end: words.length,
          speaker: 'A. Monitor',
          speaker_side: 'monitor',
          via: null,
          kind: 'shelling',
          modality: 'asserted',
          negated: false,
          places: ['Talbiseh'],
          date: at,
          date_basis: 'explicit',
          actor_blamed: null,
          target: null,
          figures: [],
        }
        const document = { name: `field-${number}.txt`, text: words, outlet: null, published: at }
        const fields = { form: 'incident', who: 'A. Monitor', side: 'monitor', at, place: 'Talbiseh', words }
        records.add({
          key: crypto.randomUUID(),
          made_at: at,
          fields,
          body: JSON.stringify({ document, claims: [claim] }),
          state: 'waiting',
          answer: null,
          problem: null,
        })
      }
      await new Promise((resolve) => records.transaction.addEventListener('complete', resolve))
      open.result.close()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
      new BroadcastChannel('field-records').postMessage(null)
    },
    [from, to],
  )
}

async function quotesInRecord(): Promise<string[]> {
  const reader = await readLedger(ledgerFolder(dir))
  if (!reader.ok) return []
  const quotes: string[] = []
  for await (const { entry } of reader.value.entries()) if (entry.type === 'claim') quotes.push(entry.body.quote)
  return quotes
}

const numbers = (quotes: readonly string[]) =>
  quotes.flatMap((quote) => /number (\d+)/.exec(quote)?.[1] ?? []).map(Number)
const waits = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor()
const sent = (page: Page, many: number) =>
  page.getByRole('heading', { name: `${many} records sent` }).waitFor({ timeout: PATIENCE_MS })

describe('somebody in the field', () => {
  it('records with a link, and the record has it at once', async () => {
    const page = await recording(await browser())
    await page.getByLabel('What happened').selectOption('shelling')
    await page.getByLabel('Killed').fill('2')
    await write(page, 'Two shells fell near the mill.')
    await page.getByRole('heading', { name: '1 record sent' }).waitFor()
    const reader = await readLedger(ledgerFolder(dir))
    if (!reader.ok) throw new Error(reader.refusal.message)
    const { claims } = await foldLedger(reader.value.entries())
    expect(claims).toMatchObject([
      { kind: 'shelling', quote: 'Two shells fell near the mill.', figures: [{ what: 'killed', value: 2 }] },
    ])
  })

  it('records without one, closes the browser, and finds the page and the records again', async () => {
    const first = await browser()
    const page = await recording(first)
    await page.getByText('This page opens without a link on this device.').waitFor()
    const port = await dead()
    await write(page, 'A truck waits at the crossing.')
    await waits(page, '1 record waits to be sent')
    await first.close()
    const again = await recording(await browser())
    await waits(again, '1 record waits to be sent')
    await again.getByText('There is no link to the server.').waitFor()
    await expect.poll(() => again.locator('blockquote').first().innerText()).toBe('A truck waits at the crossing.')
    server = await serving(port)
    await again.getByRole('heading', { name: '1 record sent' }).waitFor()
    expect(await quotesInRecord()).toEqual(['A truck waits at the crossing.'])
  })

  it(`has ${MANY} records made without a link arrive once, in order, after a reload`, async () => {
    const context = await browser()
    const page = await recording(context)
    await page.getByText('This page opens without a link on this device.').waitFor()
    await context.setOffline(true)
    await writeMany(page, 0, MANY)
    await page.reload()
    await waits(page, `${MANY} records wait to be sent`)
    await context.setOffline(false)
    const began = performance.now()
    await sent(page, MANY)
    const seconds = (performance.now() - began) / 1000
    process.stdout.write(`${MANY} records made without a link are in the record after ${seconds.toFixed(1)} s\n`)
    expect(numbers(await quotesInRecord())).toEqual(Array.from({ length: MANY }, (_, number) => number))
  }, 300_000)

  it('loses nothing and doubles nothing when the server is killed again and again while it takes them', async () => {
    const page = await recording(await browser())
    await page.getByText('This page opens without a link on this device.').waitFor()
    const port = await dead()
    await writeMany(page, 0, 120)
    server = await serving(port)
    await page.getByRole('button', { name: 'Send now' }).click()
    for (let kill = 0; kill < 3; kill++) {
      const before = (await quotesInRecord()).length
      await expect.poll(async () => (await quotesInRecord()).length, { timeout: 60_000 }).toBeGreaterThan(before + 5)
      await dead()
      server = await serving(port)
    }
    await sent(page, 120)
    expect(numbers(await quotesInRecord())).toEqual(Array.from({ length: 120 }, (_, number) => number))
  }, 300_000)

  it('is shown what the record did not take and why, and writes it anew', async () => {
    const page = await recording(await browser())
    await page.getByLabel('When it happened').fill('2099-01-01T10:00')
    await write(page, 'A shell will fall.')
    await page.getByRole('heading', { name: '1 record was not taken' }).waitFor()
    await expect.poll(() => page.locator('.field-refused').innerText()).toContain('after it was received')
    await expect.poll(() => page.locator('.field-refused').innerText()).toContain('correct the date of the claim')
    await page.getByRole('button', { name: 'Take back into the form' }).click()
    await expect.poll(() => page.getByLabel('In your words').inputValue()).toBe('A shell will fall.')
    await page.getByLabel('When it happened').fill('2026-09-16T10:00')
    await write(page, 'A shell fell.')
    await page.getByRole('heading', { name: '1 record sent' }).waitFor()
    await expect.poll(() => page.locator('.field-refused').count()).toBe(0)
  })

  it('writes down a seal as words, and a claim only where one is said', async () => {
    const page = await recording(await browser())
    await page.getByLabel('Seal check').check()
    await page.getByLabel('Number of the seal').fill('A-17')
    await write(page, 'The seal is whole.', 'the crossing')
    await page.getByLabel('Access step').check()
    await page.getByLabel('What became of the aid').selectOption('aid_denial')
    await write(page, 'They turned the trucks back.', 'the crossing')
    await page.getByRole('heading', { name: '2 records sent' }).waitFor()
    expect(await quotesInRecord()).toEqual(['They turned the trucks back.'])
  })
})

describe('the screen', () => {
  it.each([
    ['light', 1000, ''],
    ['dark', 1000, ''],
    ['light', 360, ''],
    ['light', 1000, '?lang=ar'],
  ] as const)('(%s, %i pixels, %s) is accessible and never scrolls sideways', async (colorScheme, width, search) => {
    const context = await browser({ colorScheme, viewport: { width, height: 900 } })
    const page = context.pages()[0]!
    await page.goto(`${url}/record${search}`)
    await page.locator('textarea').waitFor()
    await page.evaluate(axe.source)
    const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
    expect(scrollWidth).toBe(clientWidth)
    if (process.env.SHOTS)
      await page.screenshot({
        path: join(process.env.SHOTS, `record-${colorScheme}-${width}${search.slice(-2)}.png`),
        fullPage: true,
      })
  })
})
