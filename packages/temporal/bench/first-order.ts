// Events per second of the first-order monitor: in memory, beside looking back (or ahead) over the window at each event,
// and as a whole process with its peak memory, beside the same trace under a formula that names none of its atoms.
// node --expose-gc packages/temporal/bench/first-order.ts [EVENTS]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TraceEvent, TracePoint } from '../src/first-order/index.ts'
import { compileFirstOrder } from '../src/first-order/index.ts'
import { formulaOf } from '../src/reference/notation.ts'

const EVENTS = Number(process.argv[2] ?? 1_000_000)
/** The naive evaluation gets a prefix of at least so many events, and of two windows. */
const PREFIX = 5000
const REPEATS = 3
const TRUCE = fileURLToPath(new URL('../../../apps/cli/bin/truce.js', import.meta.url))
const TIME = '/usr/bin/time'

interface Workload {
  readonly title: string
  readonly formula: (bound: number) => string
  readonly names: readonly string[]
  readonly arity: number
  /** How many tuples satisfy the formula over a prefix, found by looking through the window anew. */
  readonly naive: (points: readonly TracePoint[], bound: number) => number
}

const WORKLOADS: readonly Workload[] = [
  {
    title: 'semijoin',
    formula: (bound) => `q(x) and once[0,${bound}] p(x)`,
    names: ['p', 'q'],
    arity: 1,
    naive: (points, bound) =>
      sum(points, (point, i) =>
        rows(point, 'q').filter(([x]) => before(i, bound).some((j) => has(points[j]!, 'p', x!))),
      ),
  },
  {
    title: 'join',
    formula: (bound) => `q(x,y) and once[0,${bound}] p(x,z)`,
    names: ['p', 'q'],
    arity: 2,
    naive: (points, bound) =>
      sum(points, (point, i) => {
        const seen = before(i, bound).flatMap((j) => rows(points[j]!, 'p'))
        return rows(point, 'q').flatMap(([x]) => [...new Set(seen.filter(([a]) => a === x).map(([, z]) => z))])
      }),
  },
  {
    title: 'since, each key apart',
    formula: (bound) => `q(x) and (not r(x) since[0,${bound}] p(x))`,
    names: ['p', 'q', 'r'],
    arity: 1,
    naive: (points, bound) =>
      sum(points, (point, i) =>
        rows(point, 'q').filter(([x]) => {
          for (const j of before(i, bound).toReversed()) {
            if (has(points[j]!, 'p', x!)) return true
            if (has(points[j]!, 'r', x!)) return false
          }
          return false
        }),
      ),
  },
  {
    title: 'no answer within',
    formula: (bound) => `p(x) and not eventually[0,${bound}] q(x)`,
    names: ['p', 'q'],
    arity: 1,
    naive: (points, bound) =>
      sum(points, (point, i) =>
        point.time + bound >= points.at(-1)!.time
          ? []
          : rows(point, 'p').filter(([x]) => !after(points, i, bound).some((j) => has(points[j]!, 'q', x!))),
      ),
  },
  {
    title: 'past and future star',
    formula: (bound) => `(once[0,${bound}] p(x,y)) and q(x,z) and eventually[0,${bound}] r(x,w)`,
    names: ['p', 'q', 'r'],
    arity: 2,
    naive: (points, bound) =>
      sum(points, (point, i) => {
        if (point.time + bound >= points.at(-1)!.time) return []
        const past = before(i, bound).flatMap((j) => rows(points[j]!, 'p'))
        const future = after(points, i, bound).flatMap((j) => rows(points[j]!, 'r'))
        return rows(point, 'q').flatMap(([x]) => {
          const seen = new Set(past.filter(([a]) => a === x).map(([, y]) => y))
          const coming = new Set(future.filter(([a]) => a === x).map(([, w]) => w))
          return Array.from({ length: seen.size * coming.size })
        })
      }),
  },
]

function main(): void {
  console.log(`${EVENTS} events, ${EVENTS / 10} keys; naive on a prefix`)
  console.log('workload                 events/point  bound    events/s   state      naive/s   ratio   tuples')
  for (const workload of WORKLOADS) {
    for (const [perPoint, bound] of [
      [1, 100],
      [1, 5000],
      [100, 100],
      [1000, 10],
    ] as const) {
      measure(workload, perPoint, bound)
    }
  }
  console.log('\nwhole process            events/point  bound  values    events/s    peak   times reading alone')
  for (const workload of WORKLOADS) {
    for (const [perPoint, words] of [
      [1, false],
      [1, true],
      [100, false],
    ] as const) {
      measureWhole(workload, perPoint, words)
    }
  }
}

/** Reading alone is what a formula takes that names none of the atoms. */
function measureWhole(workload: Workload, perPoint: number, words: boolean): void {
  const bound = 100
  const folder = mkdtempSync(join(tmpdir(), 'first-order-bench-'))
  try {
    const traceFile = join(folder, 'trace.jsonl')
    writeFileSync(
      traceFile,
      trace(workload, perPoint, EVENTS)
        .map((point) => lineOf(point, words))
        .join(''),
    )
    const full = whole(folder, traceFile, workload.formula(bound))
    const reading = whole(folder, traceFile, 'nowhere(x) and once[0,9] never(x)')
    const cells = [
      workload.title.padEnd(24),
      String(perPoint).padStart(12),
      String(bound).padStart(6),
      (words ? 'words' : 'numbers').padStart(8),
      String(Math.round(EVENTS / full.seconds)).padStart(11),
      full.megabytes === null ? '?'.padStart(7) : `${full.megabytes.toFixed(0)} MB`.padStart(7),
      (full.seconds / reading.seconds).toFixed(2).padStart(21),
    ]
    console.log(cells.join(' '))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The quickest of some runs; the most memory that any of them took, where the system can say. */
function whole(folder: string, traceFile: string, formula: string): { seconds: number; megabytes: number | null } {
  const formulaFile = join(folder, 'formula.json')
  writeFileSync(formulaFile, JSON.stringify(formulaOf(formula), written))
  const words = [process.execPath, TRUCE, 'monitor', '--formula', formulaFile, '--trace', traceFile, '--violations']
  const weighed = existsSync(TIME)
  const command = weighed ? [TIME, '-f', '%M', ...words] : words
  let [seconds, kilobytes] = [Infinity, 0]
  for (let time = 0; time < REPEATS; time++) {
    const started = performance.now()
    const { status, stderr } = spawnSync(command[0]!, command.slice(1), { maxBuffer: 2 ** 30, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    seconds = Math.min(seconds, (performance.now() - started) / 1000)
    kilobytes = Math.max(kilobytes, Number(stderr.trim().split('\n').at(-1)))
  }
  return { seconds, megabytes: weighed ? kilobytes / 1024 : null }
}

/** Formulas as the command reads them. */
function written(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('from' in value && 'to' in value) return [value.from, value.to]
  if ('kind' in value && 'name' in value) return { var: value.name }
  return 'kind' in value && 'value' in value ? { const: value.value } : value
}

function lineOf({ time, events }: TracePoint, words: boolean): string {
  const atoms = events.map(({ name, args }) => ({ name, args: words ? args.map((value) => `C-${value}`) : args }))
  return `${JSON.stringify({ t: time, atoms })}\n`
}

function measure(workload: Workload, perPoint: number, bound: number): void {
  const points = trace(workload, perPoint, EVENTS)
  const prefix = points.slice(0, Math.max(Math.ceil(PREFIX / perPoint), 2 * bound))
  const full = run(workload, points, bound)
  const short = run(workload, prefix, bound)
  const started = performance.now()
  const naive = workload.naive(prefix, bound)
  const naiveRate = (prefix.length * perPoint) / ((performance.now() - started) / 1000)
  if (naive !== short.tuples) throw new Error(`${workload.title}: ${short.tuples} tuples, ${naive} by looking back`)
  const rate = EVENTS / full.seconds
  const cells = [
    workload.title.padEnd(24),
    String(perPoint).padStart(12),
    String(bound).padStart(7),
    String(Math.round(rate)).padStart(11),
    `${Math.round(full.megabytes)} MB`.padStart(7),
    String(Math.round(naiveRate)).padStart(12),
    `${(rate / naiveRate).toFixed(1)}×`.padStart(8),
    String(full.tuples).padStart(9),
  ]
  console.log(cells.join(' '))
}

function run({ formula }: Workload, points: readonly TracePoint[], bound: number) {
  const compiled = compileFirstOrder(formulaOf(formula(bound)))
  if (!compiled.ok) throw new Error(compiled.refusal.message)
  const { monitor } = compiled
  let tuples = 0
  const take = (_point: number, _time: number, verdict: unknown) => {
    if (Array.isArray(verdict)) tuples += verdict.length
  }
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const started = performance.now()
  for (const { time, events } of points) monitor.push(time, events, take)
  const seconds = (performance.now() - started) / 1000
  globalThis.gc?.()
  const megabytes = Math.max(0, process.memoryUsage().heapUsed - before) / 2 ** 20
  // What it keeps has to be there still when it is weighed.
  const counted = tuples
  monitor.end(take)
  return { seconds, tuples: counted, megabytes }
}

/** Each key comes ten times on the average, at time-points one apart. */
function trace({ names, arity }: Workload, perPoint: number, events: number): TracePoint[] {
  const random = generator(7)
  const keys = events / 10
  const event = (): TraceEvent => ({
    name: names[random(names.length)]!,
    args: Array.from({ length: arity }, (_, i) => (i === 0 ? random(keys) : random(1000))),
  })
  return Array.from({ length: Math.ceil(events / perPoint) }, (_, time) => ({
    time,
    events: Array.from({ length: perPoint }, event),
  }))
}

/** The same numbers below `limit` each time (Park and Miller). */
function generator(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}

function sum(points: readonly TracePoint[], found: (point: TracePoint, i: number) => readonly unknown[]): number {
  return points.reduce((total, point, i) => total + found(point, i).length, 0)
}

function rows(point: TracePoint, name: string): readonly (readonly unknown[])[] {
  const found = new Map(point.events.filter((event) => event.name === name).map(({ args }) => [args.join(' '), args]))
  return [...found.values()]
}

function has(point: TracePoint, name: string, key: unknown): boolean {
  return point.events.some((event) => event.name === name && event.args[0] === key)
}

/** Times are positions here. */
function before(i: number, bound: number): number[] {
  const from = Math.max(0, i - bound)
  return Array.from({ length: i - from + 1 }, (_, k) => from + k)
}

function after(points: readonly TracePoint[], i: number, bound: number): number[] {
  return Array.from({ length: Math.min(points.length - 1, i + bound) - i + 1 }, (_, k) => i + k)
}

main()
