// Tables of figures in aligned columns of text, at most 80 wide, and how long work takes.
import { performance } from 'node:perf_hooks'

const WIDE = 80

export interface Table {
  readonly title: string
  /** What is measured, of what size, the best of how many. */
  readonly about: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export function printTable({ title, about, heads, rows }: Table): void {
  const lines = [heads, ...rows]
  const widths = heads.map((_, column) => Math.max(...lines.map((cells) => cells[column]!.length)))
  const printed = lines.map((cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '),
  )
  if (printed[0]!.length > WIDE) throw new Error(`\`${title}\` is ${printed[0]!.length} columns wide`)
  console.log(['', title, '-'.repeat(title.length), ...wrapped(about), '', ...printed].join('\n'))
}

function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= WIDE) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Seconds of the quickest of so many runs, after one that is not timed: others at work only ever make a run slower. */
export async function quickest(times: number, work: () => unknown): Promise<number> {
  await work()
  let best = Infinity
  for (let time = 0; time < times; time++) {
    const began = performance.now()
    await work()
    best = Math.min(best, (performance.now() - began) / 1000)
  }
  return best
}

/**
 * Seconds of the quickest run of two ways that take turns, so that others at work on the machine meet both alike; the
 * second, which is much the quicker, runs ten times a turn.
 */
export async function inTurns(turns: number, slow: () => unknown, fast: () => unknown): Promise<[number, number]> {
  let best: [number, number] = [Infinity, Infinity]
  for (let turn = 0; turn < turns; turn++) {
    best = [Math.min(best[0], await quickest(1, slow)), Math.min(best[1], await quickest(10, fast))]
  }
  return best
}

/** Two ways to the same answer must give the same answer before anyone times them. */
export function mustAgree(what: string, one: unknown, other: unknown): void {
  if (one !== other) throw new Error(`${what}: \`${String(one)}\` one way, \`${String(other)}\` the other`)
}

/** `7.2 M`, `24.1 k`, `310` */
export function rate(things: number, seconds: number): string {
  const perSecond = things / seconds
  if (perSecond >= 1e6) return `${(perSecond / 1e6).toFixed(1)} M`
  if (perSecond >= 1e3) return `${(perSecond / 1e3).toFixed(1)} k`
  return perSecond.toFixed(0)
}

/** `1284×`, `12×`, `0.96×` */
export function ratio(of: number, to: number): string {
  const times = of / to
  return `${times.toFixed(times >= 100 ? 0 : times >= 10 ? 1 : 2)}×`
}

export function milliseconds(seconds: number): string {
  const ms = seconds * 1000
  return `${ms.toFixed(ms < 10 ? 2 : ms < 100 ? 1 : 0)} ms`
}

/** `1 000 000` */
export function count(things: number): string {
  return things.toString().replace(/\B(?=(\d{3})+$)/g, ' ')
}

/** Rows of a table, one for each size, with the time for one of it and the growth since the row above. */
export function growing(): { rows: string[][]; add(size: number, seconds: number): void } {
  const rows: string[][] = []
  let before = 0
  return {
    rows,
    add(size, seconds) {
      const growth = before > 0 ? ratio(seconds, before) : ''
      rows.push([count(size), milliseconds(seconds), milliseconds(seconds / size), growth])
      before = seconds
    },
  }
}
