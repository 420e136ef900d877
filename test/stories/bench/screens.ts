// What the map and the tally take for a key or a click with many incidents, beside the example's few: to the next picture, to the
// whole answer, the longest task, and the work of the page's thread, which alone is not longer for other work of the machine.
//   node test/stories/bench/screens.ts [incidents | FOLDER] [pictures' folder]
import { liveWorkspace } from '@trucekeeper/workspace'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { buildPage } from '../built-page.ts'
import { openStage, type Stage } from '../stage.ts'
import { writeFolder } from './many-incidents.ts'

const [asked = '200000', pictures] = process.argv.slice(2)
const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
/** Each of them so often. */
const TIMES = 7
/** The first question to a long record is answered when all of it has been read. */
const LONGEST_MS = 600_000

interface Watched {
  pictures: Map<number, number>
  tasks: number[]
  watch?: true
}

/** Notes how long after a key or a click the next picture came, and every task of more than 50 milliseconds. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const held = window as unknown as Watched
    held.pictures = new Map()
    held.tasks = []
    if (held.watch) return
    held.watch = true
    new PerformanceObserver((list) => {
      for (const { duration, interactionId } of list.getEntries() as PerformanceEventTiming[])
        if (interactionId > 0)
          held.pictures.set(interactionId, Math.max(duration, held.pictures.get(interactionId) ?? 0))
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) held.tasks.push(duration)
    }).observe({ type: 'longtask' })
  })
}

const REST_MS = 700

async function measured(
  page: Page,
  name: string,
  acts: readonly (() => Promise<unknown>)[],
  isAnswered?: string,
): Promise<void> {
  await watch(page)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name: metric }) => metric === 'TaskDuration')!.value * 1000
  }
  const answers: number[] = []
  const work: number[] = []
  for (const act of acts) {
    const before = await busy()
    const begun = performance.now()
    await act()
    if (isAnswered !== undefined) {
      await page.waitForFunction((selector) => document.querySelector(selector) !== null, isAnswered, {
        polling: 'raf',
        timeout: LONGEST_MS,
      })
      answers.push(performance.now() - begun)
    }
    await page.waitForTimeout(REST_MS)
    work.push((await busy()) - before)
  }
  await session.detach()
  const found = await page.evaluate(() => {
    const held = window as unknown as Watched
    return { pictures: [...held.pictures.values()], tasks: held.tasks }
  })
  const most = Math.max(0, ...found.tasks)
  const answered = answers.length > 0 ? `; answered ${spread(answers)}` : ''
  const longest = most > 0 ? `${Math.round(most)} ms` : 'under 50 ms'
  console.log(
    `  ${name.padEnd(16)} picture ${spread(found.pictures)}${answered}; work ${spread(work)}; longest task ${longest}`,
  )
}

function spread(all: readonly number[]): string {
  const sorted = all.toSorted((a, b) => a - b)
  if (sorted.length === 0) return 'not measurable'
  return `p50 ${Math.round(sorted[sorted.length >> 1]!)} ms, most ${Math.round(sorted.at(-1)!)} ms`
}

const repeated = (page: Page, keys: readonly string[], times = TIMES) =>
  Array.from({ length: times }, (_, time) => () => page.keyboard.press(keys[time % keys.length]!))

async function opened(page: Page, path: string, isThere: string, name: string): Promise<void> {
  const begun = performance.now()
  await page.goto(path, { timeout: LONGEST_MS })
  await page.locator('h1').first().waitFor({ timeout: LONGEST_MS })
  const headed = performance.now() - begun
  await watch(page)
  await page.waitForFunction((selector) => document.querySelector(selector) !== null, isThere, { timeout: LONGEST_MS })
  const tasks = await page.evaluate(() => (window as unknown as Watched).tasks)
  const longest = Math.round(Math.max(0, ...tasks))
  console.log(
    `${name}: heading after ${Math.round(headed)} ms, all after ${Math.round(performance.now() - begun)} ms, longest task since ${longest} ms`,
  )
}

async function mapOf(stage: Stage, page: Page, at: string, name: string): Promise<void> {
  await opened(page, `${stage.url}/map?at=${at}`, '.map-pane[data-drawn]', `${name}, map`)
  await opened(page, `${stage.url}/map?at=${at}`, '.map-pane[data-drawn]', `${name}, map again`)
  const canvas = page.locator('.map-pane canvas')
  await canvas.focus()
  await measured(page, 'pan', repeated(page, ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']))
  await measured(page, 'zoom', repeated(page, ['+', '-']))
  const box = (await canvas.boundingBox())!
  const across = Array.from({ length: TIMES }, (_, time) => () => {
    const share = (time + 1) / (TIMES + 1)
    return page.mouse.move(box.x + box.width * share, box.y + box.height * share, { steps: 8 })
  })
  await measured(page, 'hover', across)
  await page.getByRole('slider').focus()
  await measured(page, 'scrub', repeated(page, ['PageDown', 'ArrowRight', 'ArrowLeft']), '.map[aria-busy=false]')
  await measured(
    page,
    'another instant',
    Array.from({ length: TIMES }, () => async () => {
      const before = page.url()
      await page.keyboard.press('PageDown')
      await page.waitForFunction((url) => location.href !== url, before, { polling: 'raf' })
    }),
    '.map[aria-busy=false]',
  )
  const account = page.locator('.lens select')
  const ids = await account.locator('option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
  const turns = ids.slice(0, 4)
  await measured(
    page,
    'account, first',
    turns.map((id) => () => account.selectOption(id)),
    '.map[aria-busy=false]',
  )
  await measured(
    page,
    'account, again',
    turns.map((id) => () => account.selectOption(id)),
    '.map[aria-busy=false]',
  )
  await page.locator('.map-controls select').focus()
  await measured(page, 'window', repeated(page, ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']))
  await page.locator('.map-controls select').selectOption('all')
  const places = page.locator('.map-place > summary')
  const few = Array.from({ length: Math.min(4, await places.count()) }, (_, nth) => () => places.nth(nth).click())
  if (few.length > 0) await measured(page, 'open a place', few, '.map-incidents[aria-busy=false]')
}

async function tallyOf(stage: Stage, page: Page, at: string, name: string): Promise<void> {
  await opened(page, `${stage.url}/tally?at=${at}`, '.tally-party', `${name}, tally`)
  const [by, period] = [page.locator('.tally-choice select').nth(0), page.locator('.tally-choice select').nth(1)]
  await measured(
    page,
    'count by',
    ['day', 'term', 'week', 'day'].map((kind) => () => by.selectOption(kind)),
  )
  await period.focus()
  await measured(page, 'period', repeated(page, ['ArrowUp', 'ArrowDown']))
  const instant = page.locator('.lens input[type=datetime-local]').first()
  const days = Array.from({ length: TIMES }, (_, ahead) => new Date(Date.parse(at) - ahead * 86_400_000))
  await measured(
    page,
    'another instant',
    days.map((day) => async () => {
      await instant.fill(day.toISOString().slice(0, 16))
      await instant.press('Enter')
      await page.waitForTimeout(1)
    }),
    '.tally-screen[aria-busy=false]',
  )
}

async function run(name: string, dir: string, at: string): Promise<void> {
  const { pageDir, remove } = await buildPage()
  const stage = await openStage(liveWorkspace(dir), undefined, { pageDir })
  try {
    const page = await stage.visit('/healthz')
    page.setDefaultTimeout(LONGEST_MS)
    await mapOf(stage, page, at, name)
    if (pictures !== undefined) await seen(stage, `${pictures}/${name.replaceAll(/\W+/g, '-')}`, at)
    await tallyOf(stage, page, at, name)
  } finally {
    await stage.close()
    await remove()
  }
}

async function seen(stage: Stage, path: string, at: string): Promise<void> {
  for (const [screen, isThere] of [
    ['map', '.map-pane[data-drawn]'],
    ['tally', '.tally-party'],
  ] as const)
    for (const [colorScheme, lang] of [
      ['light', 'en'],
      ['dark', 'en'],
      ['light', 'ar'],
    ] as const) {
      const page = await stage.visit(`/${screen}?at=${at}&lang=${lang}`, { colorScheme })
      await page.locator(isThere).first().waitFor({ timeout: LONGEST_MS })
      await page.screenshot({ path: `${path}-${screen}-${colorScheme}-${lang}.png` })
      await page.context().close()
    }
}

await run('the example', EXAMPLE, '2016-09-18T00:00:00+03:00')
const isNumber = /^\d+$/.test(asked)
const dir = isNumber ? await mkdtemp(join(tmpdir(), 'many-')) : asked
try {
  if (isNumber) await writeFolder(dir, { incidents: Number(asked) })
  await run(isNumber ? `${asked} incidents` : 'the folder', dir, '2030-12-20T00:00:00+03:00')
} finally {
  if (isNumber) await rm(dir, { recursive: true })
}
