// How fast formulas are monitored, in memory and as a whole process; how cost grows with bound and length.
// node packages/temporal/bench/run.ts [EVENTS]
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { compile, type Formula } from '../src/index.ts'
import { naiveViolations } from './naive.ts'
import { BOUNDS, FORWARD, linesOf, NAMES, PROPERTIES, traceOf, type Property } from './timescales.ts'

const EVENTS = Number(process.argv[2] ?? 1_000_000)
const NAIVE_EVENTS = 20_000
const REPEATS = 5
const LINES_AT_ONCE = 100_000
const TRUCE = fileURLToPath(new URL('../../../apps/cli/bin/truce.js', import.meta.url))
const TIME = '/usr/bin/time'

/** The formula without its outermost "historically", which would make looking again quadratic. */
function body(formula: Formula): Formula {
  return formula.op === 'historically' ? formula.arg : formula
}

function violations(formula: Formula, trace: Uint8Array): number {
  let found = 0
  const monitor = compile(formula, (verdicts) => {
    for (let at = verdicts.nextFalse(verdicts.from); at < verdicts.to; at = verdicts.nextFalse(at + 1)) found++
  })
  const bits = monitor.atoms.map((name) => 1 << NAMES.findIndex((one) => one === name))
  for (let t = 0; t < trace.length; t++) {
    monitor.point(t)
    const mask = trace[t]!
    if (mask !== 0) for (let atom = 0; atom < bits.length; atom++) if (mask & bits[atom]!) monitor.hold(atom)
  }
  monitor.end()
  return found
}

/** The quickest of some runs of each, taken in turn, in seconds: others at work on the machine only make a run slower. */
function quickest(...runs: (() => void)[]): number[] {
  const best = runs.map(() => Infinity)
  for (let time = 0; time < REPEATS; time++) {
    for (const [at, run] of runs.entries()) {
      const start = performance.now()
      run()
      best[at] = Math.min(best[at]!, (performance.now() - start) / 1000)
    }
  }
  return best
}

/** The command on files of its own, to be run again and again; gives the most memory that it took, in megabytes. */
function command(folder: string, name: string, formula: Formula, trace: Uint8Array): () => number {
  const [formulaFile, traceFile] = [join(folder, `${name}.json`), join(folder, `${name}.jsonl`)]
  writeFileSync(
    formulaFile,
    JSON.stringify(formula, (_, value) => (isInterval(value) ? [value.from, value.to] : value)),
  )
  writeFileSync(traceFile, '')
  for (let from = 0; from < trace.length; from += LINES_AT_ONCE) {
    appendFileSync(traceFile, linesOf(trace, from, Math.min(trace.length, from + LINES_AT_ONCE)))
  }
  const words = [process.execPath, TRUCE, 'monitor', '--formula', formulaFile, '--trace', traceFile, '--violations']
  const timed = existsSync(TIME) ? [TIME, '-f', '%M', ...words] : words
  return () => {
    const { status, stderr } = spawnSync(timed[0]!, timed.slice(1), { maxBuffer: 2 ** 30, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return Number(stderr.trim().split('\n').at(-1)) / 1024
  }
}

function isInterval(value: unknown): value is { from: number; to: number | null } {
  return typeof value === 'object' && value !== null && 'from' in value
}

const millions = (events: number, seconds: number) => (events / seconds / 1e6).toFixed(1).padStart(7)
const ratio = (one: number, other: number) => (one / other).toFixed(2).padStart(6)

/** Rates, and how much longer the middle and the largest take than the smallest for as many events. */
function rates(events: readonly number[], seconds: readonly number[]): string {
  const each = seconds.map((one, at) => one / events[at]!)
  return (
    seconds.map((one, at) => millions(events[at]!, one)).join('') +
    ratio(each[1]!, each[0]!) +
    ratio(each[2]!, each[0]!)
  )
}

function table(properties: readonly Property[], folder: string): number[] {
  const head = `${BOUNDS.map((bound) => `b=${bound}`.padStart(7)).join('')}  ${BOUNDS[1]}/10 ${BOUNDS[2]}/10`
  console.log(`${''.padEnd(24)}${'in memory, M/s'.padEnd(35)}whole process, M/s`)
  console.log(`${''.padEnd(24)}${head}${head}  MB  naive M/s, slower at b=1000`)
  const all: number[] = []
  const events = BOUNDS.map(() => EVENTS)
  for (const property of properties) {
    const cases = BOUNDS.map((bound) => ({ formula: property.formula(bound), trace: traceOf(property, bound, EVENTS) }))
    const memory = quickest(
      ...cases.map(
        ({ formula, trace }) =>
          () =>
            violations(formula, trace),
      ),
    )
    let peak = 0
    const commands = cases.map(({ formula, trace }, at) => command(folder, `bound-${at}`, formula, trace))
    const whole = quickest(...commands.map((run) => () => (peak = Math.max(peak, run()))))
    all.push(...whole)
    const slow = naive(property, memory[2]!)
    console.log(
      `${property.name.padEnd(24)}${rates(events, memory)}  ${rates(events, whole)}${peak.toFixed(0).padStart(6)}${slow}`,
    )
  }
  return all
}

function spread(seconds: readonly number[]): void {
  const sorted = seconds.toSorted((a, b) => a - b)
  const [best, middle, worst] = [sorted[0]!, sorted[sorted.length >> 1]!, sorted.at(-1)!]
  console.log(
    `whole process: median ${millions(EVENTS, middle)}, worst ${millions(EVENTS, worst)}, best ${millions(EVENTS, best)} M/s`,
  )
}

function naive(property: Property, seconds: number): string {
  if (!PROPERTIES.includes(property)) return ''
  const bound = BOUNDS.at(-1)!
  const trace = traceOf(property, bound, NAIVE_EVENTS)
  const formula = body(property.formula(bound))
  let [one, other] = [0, 0]
  const [slow] = quickest(() => (one = naiveViolations(formula, trace)))
  other = violations(formula, trace)
  if (one !== other) throw new Error(`${property.name}: ${one} violations by looking again, ${other} by the monitor`)
  const rate = NAIVE_EVENTS / slow!
  return `${(rate / 1e6).toFixed(2).padStart(9)}${(EVENTS / seconds / rate).toFixed(0).padStart(15)}`
}

/** How the cost of an event changes with the length of the trace: it should not in memory, and falls for the command. */
function scaling(properties: readonly Property[], folder: string): void {
  const lengths = [EVENTS, 4 * EVENTS, 16 * EVENTS]
  const head = `${lengths.map((length) => `${length / 1e6} M`.padStart(7)).join('')}     x4   x16`
  console.log(`${''.padEnd(24)}${head}${head}`)
  for (const property of properties) {
    const formula = property.formula(BOUNDS[1])
    const traces = lengths.map((length) => traceOf(property, BOUNDS[1], length))
    const memory = quickest(...traces.map((trace) => () => violations(formula, trace)))
    const whole = quickest(...traces.map((trace, at) => command(folder, `length-${at}`, formula, trace)))
    console.log(`${property.name.padEnd(24)}${rates(lengths, memory)}  ${rates(lengths, whole)}`)
  }
}

const folder = mkdtempSync(join(tmpdir(), 'temporal-bench-'))
try {
  console.log(`${EVENTS} events, the quickest of ${REPEATS} runs; a ratio is the time of one over that of the first\n`)
  const past = table(PROPERTIES, folder)
  spread(past)
  console.log('\nVerdicts that wait')
  spread(table(FORWARD, folder))
  console.log(`\nLength of the trace at bound ${BOUNDS[1]}, a ratio an event: in memory, whole process`)
  scaling([PROPERTIES.at(-1)!, FORWARD[1]!], folder)
} finally {
  rmSync(folder, { recursive: true })
}
