// What the map takes for a key or a click with many incidents, beside the same with the few of the example: from the key to
// the next picture, which a machine without a graphics card or with other work makes longer, and the page's own work on it.
//   node test/stories/bench/map.ts [incidents] [places]
import type { MapAnswer } from '@trucekeeper/api'
import type { Page } from 'playwright-core'
import { openStage } from '../stage.ts'
import { storyWorkspace } from '../workspace.ts'

const [INCIDENTS = 200_000, PLACES = 2000] = process.argv.slice(2).map(Number)
const AT = '2016-09-21T00:00:00+03:00'
const START = Date.parse('2016-09-09T00:00:00+03:00')
const SPAN = Date.parse(AT) - START
const KINDS = ['shelling', 'air_strike', 'sniper_fire', 'ground_clash']
const FINDINGS = ['breached', 'contested', 'unknown', 'met'] as const
/** Each of them so often. */
const PRESSES = 12

/** Some numbers that are the same in every run. */
function* numbers(): Generator<number, never> {
  for (let state = 1; ;) {
    state = (state * 48_271) % 2_147_483_647
    yield state / 2_147_483_647
  }
}

function madeUp(real: MapAnswer, at: string): MapAnswer {
  const source = numbers()
  const next = () => source.next().value
  const spots = Array.from({ length: PLACES }, (_, n): MapAnswer['spots'][number] => {
    const [lon, lat] = [36 + next() * 5, 33 + next() * 3.5]
    const ring = Array.from({ length: 49 }, (__, corner): [number, number] => {
      const turn = ((corner % 48) / 48) * 2 * Math.PI
      return [lon + 0.05 * Math.cos(turn), lat + 0.04 * Math.sin(turn)]
    })
    const shape = { type: 'Polygon', coordinates: [ring] } as const
    return { id: `made-${n}`, name: `Place ${n}`, as: 'circle', tolerance_m: 0, label: [lon, lat], shape }
  })
  const incidents = Array.from({ length: INCIDENTS }, (_, n): MapAnswer['incidents'][number] => {
    const from = START + Math.floor(next() * SPAN)
    return {
      id: `inc_${n}`,
      kind: KINDS[n % KINDS.length]!,
      from: new Date(from).toISOString(),
      to: new Date(from + 3_600_000).toISOString(),
      places: [],
      spot: `made-${Math.floor(next() ** 2 * PLACES)}`,
      findings: [{ clause: 'cessation.government', finding: FINDINGS[Math.floor(next() * 4)]! }],
      apart: [],
      says: [],
    }
  })
  return { ...real, at, spots, incidents }
}

interface Took {
  /** Milliseconds from each key or click to the picture after it, as the browser measures them. */
  readonly pictures: readonly number[]
  /** Milliseconds for which the thread of the page was at work, for each. */
  readonly work: readonly number[]
}

/** One key or click at a time, each with a while to come to rest. */
async function measured(page: Page, acts: readonly (() => Promise<unknown>)[], rest: number): Promise<Took> {
  await page.evaluate(() => {
    const held = window as unknown as { took: Map<number, number>; watch?: PerformanceObserver }
    held.took = new Map()
    held.watch ??= new PerformanceObserver((list) => {
      for (const { duration, ...entry } of list.getEntries().map((one) => one.toJSON() as PerformanceEventTiming))
        if (entry.interactionId > 0)
          held.took.set(entry.interactionId, Math.max(duration, held.took.get(entry.interactionId) ?? 0))
    })
    held.watch.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000
  }
  const work: number[] = []
  for (const act of acts) {
    const before = await busy()
    await act()
    await page.waitForTimeout(rest)
    work.push((await busy()) - before)
  }
  await page.waitForTimeout(1000)
  await session.detach()
  const pictures = await page.evaluate(() => [...(window as unknown as { took: Map<number, number> }).took.values()])
  return { pictures, work }
}

function shown({ pictures, work }: Took): string {
  const share = (all: readonly number[], part: number) => {
    const sorted = all.toSorted((a, b) => a - b)
    return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0)
  }
  return `picture p50 ${share(pictures, 0.5)} ms, p95 ${share(pictures, 0.95)} ms; work p50 ${share(work, 0.5)} ms, most ${share(work, 1)} ms`
}

async function run(name: string, page: Page): Promise<void> {
  const opened = performance.now()
  await page.goto(`${stage.url}/map?at=${AT}`)
  await page.waitForFunction(() => document.querySelector('.map-pane')?.hasAttribute('data-drawn'), null, {
    timeout: 120_000,
  })
  console.log(`${name}: drawn after ${Math.round(performance.now() - opened)} ms`)
  const presses = (keys: readonly string[]) =>
    Array.from({ length: PRESSES }, (_, time) => () => page.keyboard.press(keys[time % keys.length]!))
  const canvas = page.locator('.map-pane canvas')
  const slider = page.getByRole('slider')
  await canvas.focus()
  console.log(
    `  pan     ${shown(await measured(page, presses(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']), 400))}`,
  )
  console.log(`  zoom    ${shown(await measured(page, presses(['+', '-']), 400))}`)
  await slider.focus()
  // Sooner than the slider comes to rest, so that nothing is asked meanwhile.
  console.log(`  scrub   ${shown(await measured(page, presses(['PageDown', 'ArrowRight', 'ArrowLeft']), 60))}`)
  await page.waitForTimeout(5000)
  console.log(`  answer  ${shown(await measured(page, presses(['PageDown']).slice(0, 3), 5000))}`)
  await page.locator('.map-controls select').focus()
  const windows = presses(['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp'])
  console.log(`  window  ${shown(await measured(page, windows, 250))}`)
}

const stage = await openStage(await storyWorkspace())
try {
  await run(`the example`, await stage.visit('/'))
  const real = (await (await fetch(`${stage.url}/api/map?at=${encodeURIComponent(AT)}`)).json()) as MapAnswer
  const page = await stage.visit('/')
  await page.route('**/api/map?**', (route) => {
    const at = new URL(route.request().url()).searchParams.get('at') ?? AT
    return route.fulfill({ json: madeUp(real, at) })
  })
  await run(`${INCIDENTS} incidents in ${PLACES} places`, page)
} finally {
  await stage.close()
}
