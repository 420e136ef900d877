// What four values cost: the same formula on the same trace in two values, in four with clean evidence, and in four.
// node packages/temporal/bench/four-valued.ts [EVENTS]
import { performance } from 'node:perf_hooks'
import { compileFourValued } from '../src/four-valued/index.ts'
import { compile, type Formula } from '../src/index.ts'
import { FORWARD, NAMES, PROPERTIES, traceOf } from './timescales.ts'

const EVENTS = Number(process.argv[2] ?? 1_000_000)
const BOUND = 100
const REPEATS = 5
/** Of each atom one time-point in so many is contested, and as many are unknown. */
const UNCLEAR = 50

function twoValued(formula: Formula, trace: Uint8Array): number {
  let found = 0
  const monitor = compile(formula, ({ from, to }) => (found += to - from))
  const bits = monitor.atoms.map((name) => 1 << NAMES.findIndex((one) => one === name))
  for (let t = 0; t < trace.length; t++) {
    monitor.point(t)
    for (let atom = 0; atom < bits.length; atom++) if (trace[t]! & bits[atom]!) monitor.hold(atom)
  }
  monitor.end()
  return found
}

/** `unclear` as UNCLEAR says; 0 where all evidence is clean. */
function fourValued(formula: Formula, trace: Uint8Array, unclear: number): number {
  let found = 0
  const monitor = compileFourValued(formula, ({ from, to }) => (found += to - from))
  const bits = monitor.atoms.map((name) => 1 << NAMES.findIndex((one) => one === name))
  for (let t = 0; t < trace.length; t++) {
    monitor.point(t)
    for (let atom = 0; atom < bits.length; atom++) {
      const holds = (trace[t]! & bits[atom]!) !== 0
      const turn = unclear === 0 ? 2 : (t + 7 * atom) % unclear
      // Unknown at 0, contested at 1.
      if (turn === 0) continue
      if (holds || turn === 1) monitor.evidence(atom, 'for')
      if (!holds || turn === 1) monitor.evidence(atom, 'against')
    }
  }
  monitor.end()
  return found
}

/** The quickest of some runs, in milliseconds. */
function quickest(run: () => number): number {
  let best = Infinity
  for (let time = 0; time < REPEATS; time++) {
    const start = performance.now()
    if (run() !== EVENTS) throw new Error('not every time-point got its verdict')
    best = Math.min(best, performance.now() - start)
  }
  return best
}

function reasons(window: number): void {
  const kept: Formula = { op: 'historically', interval: { from: 0, to: window - 1 }, arg: { op: 'atom', name: 'p' } }
  let [count, took] = [0, 0]
  const monitor = compileFourValued(
    kept,
    (verdicts) => {
      const start = performance.now()
      count = verdicts.reasons(verdicts.to - 1).length
      took = performance.now() - start
    },
    { reasons: true },
  )
  for (let t = 0; t < 2 * window; t++) {
    monitor.point(t)
    monitor.evidence(0, 'for')
  }
  monitor.end()
  console.log(`${count} reasons of "kept for ${window}" in ${took.toFixed(0)} ms`)
}

console.log(
  `${EVENTS} events, bound ${BOUND}, the quickest of ${REPEATS} runs; ms, and times as long as in two values\n`,
)
console.log(`${''.padEnd(28)}     two    four, clean      four, 1 in ${UNCLEAR} unclear`)
const ratios: number[] = []
for (const property of [...PROPERTIES, ...FORWARD]) {
  const formula = property.formula(BOUND)
  const trace = traceOf(property, BOUND, EVENTS)
  const two = quickest(() => twoValued(formula, trace))
  const clean = quickest(() => fourValued(formula, trace, 0))
  const four = quickest(() => fourValued(formula, trace, UNCLEAR))
  ratios.push(four / two)
  const beside = (one: number) => `${one.toFixed(0).padStart(7)} ${(one / two).toFixed(2).padStart(6)}`
  console.log(`${property.name.padEnd(28)}${two.toFixed(0).padStart(8)} ${beside(clean)} ${beside(four)}`)
}
const sorted = ratios.toSorted((one, other) => one - other)
console.log(`\nmedian ${sorted[sorted.length >> 1]!.toFixed(2)} times as long`)
for (const window of [100, 1000]) reasons(window)
