// Measures in Chromium how soon the page shows something and answers a hand: `node apps/web/bench/paint.ts [FOLDER] [RUNS]`.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'

const ROOT = join(import.meta.dirname, '../../..')
const folder = process.argv[2] ?? join(ROOT, 'examples/aleppo-2016')
const runs = Number(process.argv[3] ?? 5)
const GOALS = { paint_ms: 1_500, interaction_ms: 100, start_bytes: 350_000 }

async function addressOf({ stdout }: ChildProcessWithoutNullStreams): Promise<string> {
  let said = ''
  for await (const part of stdout) {
    said += String(part)
    const found = /http:\/\/[\d.]+:\d+/.exec(said)
    if (found) return found[0]
  }
  throw new Error(`the server did not start: ${said}`)
}

/** Medians, since one run among several may meet a busy machine. */
async function report(browser: Browser, url: string): Promise<void> {
  const starts = []
  for (let run = 0; run < runs; run++) starts.push(await started(browser, url))
  line('first contentful paint', middle(starts.map(({ paint }) => paint)), 'ms', GOALS.paint_ms)
  line('clauses of Today shown', middle(starts.map(({ clauses }) => clauses)), 'ms', GOALS.paint_ms)
  line('start bundle, compressed', starts[0]!.bytes, 'bytes', GOALS.start_bytes)
  for (const [name, interact] of Object.entries(INTERACTIONS)) {
    const times = []
    for (let run = 0; run < runs; run++) times.push(await timed(browser, url, interact))
    line(`${name}: next paint`, middle(times.map(({ paint }) => paint)), 'ms', GOALS.interaction_ms)
    line(`${name}: shown`, middle(times.map(({ shown }) => shown)), 'ms', null)
  }
}

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

function line(what: string, value: number, unit: string, goal: number | null): void {
  const verdict = goal === null ? '' : `goal ${goal} ${unit}${value <= goal ? '' : ', missed'}`
  process.stdout.write(`${what.padEnd(36)} ${Math.round(value).toString().padStart(8)} ${unit.padEnd(6)} ${verdict}\n`)
}

/** A visit with nothing kept from before. */
async function started(browser: Browser, url: string) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.clause-table tbody tr')) return
      observer.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('clauses')))
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(url)
  await page.waitForFunction(() => performance.getEntriesByName('clauses').length > 0)
  const measured = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
    clauses: performance.getEntriesByName('clauses')[0]!.startTime,
    bytes: performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\.(?:js|css)$/.test(name))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
  }))
  await context.close()
  return measured
}

interface Interaction {
  readonly at: string
  /** Is there before anything is done. */
  readonly ready: string
  readonly act: (page: Page) => Promise<unknown>
  /** Is there when what was asked for is shown; run in the page. */
  readonly isShown: () => boolean
}

const EVENING = '/?at=2016-09-16T23:00:00%2B03:00'

const INTERACTIONS: Readonly<Record<string, Interaction>> = {
  'open a clause': {
    at: EVENING,
    ready: '.clause-table [data-clause]',
    act: (page) => page.locator('.clause-table [data-clause]').nth(3).click(),
    isShown: () => document.querySelector('.clause .why-verdict') !== null,
  },
  'switch account': {
    at: EVENING,
    ready: '.lens select',
    act: async (page) => {
      await page.locator('.lens select').last().focus()
      await page.keyboard.press('ArrowDown')
    },
    isShown: () =>
      location.search.includes('account=') && document.querySelector('.parties thead .chosen:nth-child(3)') !== null,
  },
  'another evening': {
    at: EVENING,
    ready: '.moments a',
    act: (page) => page.locator('.lens .moments a').nth(3).click(),
    isShown: () =>
      document.querySelector('.lens .moments li:nth-child(5) [aria-current]') !== null &&
      document.querySelector('.today[aria-busy=true]') === null,
  },
  'open the palette': {
    at: EVENING,
    ready: '.clause-table',
    act: (page) => page.keyboard.press('Control+k'),
    isShown: () => document.querySelector('.palette[open] [role=option]') !== null,
  },
  'type in the palette': {
    at: EVENING,
    ready: '.clause-table',
    act: async (page) => {
      await page.keyboard.press('Control+k')
      await page.locator('.palette [role=option]').first().waitFor()
      await page.evaluate(() => performance.mark('begin'))
      await page.keyboard.press('c')
    },
    isShown: () => (document.querySelector('.palette input') as HTMLInputElement | null)?.value === 'c',
  },
  'move the slider of the map': {
    at: `/map${EVENING.slice(1)}`,
    ready: 'input[type=range]',
    act: async (page) => {
      await page.waitForTimeout(1_500)
      await page.locator('input[type=range]').first().focus()
      await page.evaluate(() => performance.mark('begin'))
      await page.keyboard.press('ArrowLeft')
    },
    isShown: () => !location.search.includes('T23:00:00'),
  },
}

/** From the input to the next frame (as Event Timing has it), and to what was asked for being there. */
async function timed(browser: Browser, url: string, { at, ready, act, isShown }: Interaction) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${url}${at}`)
  await page.locator(ready).first().waitFor()
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.evaluate(() => {
    const seen = { paint: 0, input: 0 }
    Object.assign(globalThis, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.paint = Math.max(seen.paint, entry.duration)
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    const note = (event: Event) => (seen.input ||= event.timeStamp)
    for (const type of ['pointerdown', 'keydown']) document.addEventListener(type, note, true)
  })
  // As an expression: the policy of the page lets no function be made from text.
  await page.evaluate(
    `(() => { const look = () => ((${isShown})() ? performance.mark('shown') : requestAnimationFrame(look)); look() })()`,
  )
  await act(page)
  await page.waitForFunction(() => performance.getEntriesByName('shown').length > 0)
  await page.waitForTimeout(150)
  const measured = await page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: { paint: number; input: number } }
    const began = performance.getEntriesByName('begin')[0]?.startTime ?? seen.input
    return { paint: seen.paint, shown: performance.getEntriesByName('shown')[0]!.startTime - began }
  })
  await context.close()
  return measured
}

const server = spawn(process.execPath, [join(ROOT, 'apps/cli/bin/truce.js'), 'serve', folder, '--port', '0'])
server.stderr.pipe(process.stderr)
try {
  const url = await addressOf(server)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--no-first-run', '--disable-background-networking'],
  })
  try {
    await report(browser, url)
  } finally {
    await browser.close()
  }
} finally {
  server.kill()
}
