// How fast formulas are monitored, in memory and as a whole process; how cost grows with bound and length.
// node packages/temporal/bench/run.ts [EVENTS]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

/** The quickest of some runs, in seconds: others at work on the machine only ever make a run slower. */
function quickest(run: () => void): number {
  let best = Infinity
  for (let time = 0; time < REPEATS; time++) {
    const start = performance.now()
    run()
    best = Math.min(best, (performance.now() - start) / 1000)
  }
  return best
}

function whole(folder: string, formula: Formula, trace: Uint8Array): { seconds: number; megabytes: number } {
  const [formulaFile, traceFile] = [join(folder, 'formula.json'), join(folder, 'trace.jsonl')]
  writeFileSync(
    formulaFile,
    JSON.stringify(formula, (_, value) => (isInterval(value) ? [value.from, value.to] : value)),
  )
  writeFileSync(traceFile, linesOf(trace))
  const words = [process.execPath, TRUCE, 'monitor', '--formula', formulaFile, '--trace', traceFile, '--violations']
  const timed = existsSync(TIME) ? [TIME, '-f', '%M', ...words] : words
  let kilobytes = 0
  const seconds = quickest(() => {
    const { status, stderr } = spawnSync(timed[0]!, timed.slice(1), { maxBuffer: 2 ** 30, encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    kilobytes = Math.max(kilobytes, Number(stderr.trim().split('\n').at(-1)))
  })
  return { seconds, megabytes: kilobytes / 1024 }
}

function isInterval(value: unknown): value is { from: number; to: number | null } {
  return typeof value === 'object' && value !== null && 'from' in value
}

const millions = (events: number, seconds: number) => (events / seconds / 1e6).toFixed(1).padStart(7)

function table(properties: readonly Property[], folder: string): void {
  console.log(
    `${''.padEnd(28)}${'in memory, M/s'.padEnd(26)}${'whole process, M/s'.padEnd(29)}${'MB'.padEnd(6)}naive M/s`,
  )
  const head = BOUNDS.map((bound) => `b=${bound}`.padStart(7)).join('')
  console.log(`${''.padEnd(28)}${head}  slow${head}  slow  peak   b=1000   times faster`)
  for (const property of properties) {
    const memory: number[] = []
    const process: number[] = []
    let peak = 0
    for (const bound of BOUNDS) {
      const formula = property.formula(bound)
      const trace = traceOf(property, bound, EVENTS)
      memory.push(quickest(() => violations(formula, trace)))
      const { seconds, megabytes } = whole(folder, formula, trace)
      process.push(seconds)
      peak = Math.max(peak, megabytes)
    }
    const rates = (seconds: number[]) =>
      `${seconds.map((one) => millions(EVENTS, one)).join('')}${(seconds[2]! / seconds[0]!).toFixed(2).padStart(6)}`
    console.log(
      `${property.name.padEnd(28)}${rates(memory)}${rates(process)}${peak.toFixed(0).padStart(6)}${naive(property, memory[2]!)}`,
    )
  }
}

function naive(property: Property, seconds: number): string {
  if (!PROPERTIES.includes(property)) return ''
  const bound = BOUNDS.at(-1)!
  const trace = traceOf(property, bound, NAIVE_EVENTS)
  const formula = body(property.formula(bound))
  let [one, other] = [0, 0]
  const slow = quickest(() => (one = naiveViolations(formula, trace)))
  other = violations(formula, trace)
  if (one !== other) throw new Error(`${property.name}: ${one} violations by looking again, ${other} by the monitor`)
  const rate = NAIVE_EVENTS / slow
  return `${(rate / 1e6).toFixed(2).padStart(9)}${(EVENTS / seconds / rate).toFixed(0).padStart(15)}`
}

function scaling(property: Property): void {
  const bound = 100
  for (const events of [EVENTS, 4 * EVENTS, 16 * EVENTS]) {
    const trace = traceOf(property, bound, events)
    const seconds = quickest(() => violations(property.formula(bound), trace))
    console.log(`${property.name.padEnd(28)}${String(events).padStart(10)} events ${millions(events, seconds)} M/s`)
  }
}

const folder = mkdtempSync(join(tmpdir(), 'temporal-bench-'))
try {
  console.log(
    `${EVENTS} events, the quickest of ${REPEATS} runs; "slow": how much longer bound 1000 takes than bound 10\n`,
  )
  table(PROPERTIES, folder)
  console.log('\nVerdicts that wait')
  table(FORWARD, folder)
  console.log('\nLength of the trace, in memory')
  scaling(PROPERTIES.at(-1)!)
  scaling(FORWARD[1]!)
} finally {
  rmSync(folder, { recursive: true })
}
