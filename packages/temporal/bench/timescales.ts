// Properties and traces in the manner of the Timescales benchmark (Ulus 2019): one bound sets the scale of everything.
import type { Formula } from '../src/index.ts'

export const BOUNDS = [10, 100, 1000] as const
export const NAMES = ['p', 'q', 'r', 's'] as const

const P = atom('p')
const Q = atom('q')
const R = atom('r')
const S = atom('s')

export interface Property {
  /** As the benchmark has it: after q, before r, between q and r, or globally. */
  readonly name: string
  readonly formula: (bound: number) => Formula
  /** What p and s do between a q and an r; `at` counts from the q. */
  readonly holds: (name: 'p' | 's', at: number, bound: number) => boolean
}

const absent = (name: 'p' | 's', at: number, bound: number) => name === 'p' && at > 3 * bound
const always = (name: 'p' | 's') => name === 'p'
const recur = (name: 'p' | 's', at: number, bound: number) => name === 'p' && at % Math.ceil(bound / 2) === 0
/** A p, and the s that it allows up to a bound later. */
const respond = (name: 'p' | 's', at: number, bound: number) =>
  at % bound === (name === 'p' ? 0 : Math.ceil(bound / 2)) && at < 3 * bound

const closing = and(R, not(Q), once(Q))

/** The outermost "historically" is part of each: one violation lasts for ever, so traces have none until late. */
export const PROPERTIES: readonly Property[] = [
  { name: 'AbsentAQ', holds: absent, formula: (b) => h(implies(once(Q, b), since(not(P), Q))) },
  { name: 'AbsentBR', holds: absent, formula: (b) => h(implies(R, historically(not(P), b))) },
  { name: 'AbsentBQR', holds: absent, formula: (b) => h(implies(closing, since(not(P), Q, 0, 3 * b))) },
  { name: 'AlwaysAQ', holds: always, formula: (b) => h(implies(once(Q, b), since(P, Q))) },
  { name: 'AlwaysBR', holds: always, formula: (b) => h(implies(R, historically(P, b))) },
  { name: 'AlwaysBQR', holds: always, formula: (b) => h(implies(closing, since(P, Q, 0, 3 * b))) },
  { name: 'RecurGLB', holds: recur, formula: (b) => h(once(or(P, Q, R), b)) },
  {
    name: 'RecurBQR',
    holds: recur,
    formula: (b) => h(implies(closing, since(once(or(P, Q), b), Q))),
  },
  { name: 'RespondGLB', holds: respond, formula: (b) => h(responding(b)) },
  {
    name: 'RespondBQR',
    holds: respond,
    formula: (b) => h(implies(closing, since(responding(b), Q))),
  },
]

/** The same questions asked forwards, with verdicts that wait for what is to come. */
export const FORWARD: readonly Property[] = [
  { name: 'AbsentAQ, forwards', holds: absent, formula: (b) => implies(Q, future('always', not(P), b)) },
  {
    name: 'RespondGLB, forwards',
    holds: respond,
    formula: (b) => implies(P, future('eventually', S, b)),
  },
  {
    name: 'AlwaysBQR, forwards',
    holds: always,
    formula: (b) => implies(Q, { op: 'until', interval: { from: 0, to: 4 * b }, left: P, right: R }),
  },
]

/** A trace as one mask an event: bit n for the nth of NAMES. Times count from 0. */
export function traceOf({ holds }: Property, bound: number, events: number): Uint8Array {
  const trace = new Uint8Array(events)
  const length = 3 * bound
  const chance = generator(bound)
  for (let start = 0; start < events;) {
    // A stretch from q to r, and a pause of chance length after it.
    const end = start + length + Math.floor(chance() * bound)
    for (let at = start; at <= end && at < events; at++) {
      let mask = 0
      for (const [bit, name] of [
        [1, 'p'],
        [8, 's'],
      ] as const) {
        if (holds(name, at - start, bound)) mask |= bit
      }
      if (at === start) mask |= 2
      if (at === start + length) mask |= 4
      trace[at] = mask
    }
    start = end + 1
  }
  return trace
}

/** A stretch of the trace as lines of JSON. */
export function linesOf(trace: Uint8Array, from: number, to: number): string {
  const tails = Array.from({ length: 16 }, (_, mask) => JSON.stringify(NAMES.filter((_, bit) => (mask >> bit) & 1)))
  let lines = ''
  for (let t = from; t < to; t++) lines += `{"t":${t},"atoms":${tails[trace[t]!]}}\n`
  return lines
}

function responding(b: number): Formula {
  return and(implies(S, once(P, b)), not(since(not(S), P, b, null)))
}

function atom(name: string): Formula {
  return { op: 'atom', name }
}

function not(arg: Formula): Formula {
  return { op: 'not', arg }
}

function and(...args: Formula[]): Formula {
  return { op: 'and', args }
}

function or(...args: Formula[]): Formula {
  return { op: 'or', args }
}

function implies(left: Formula, right: Formula): Formula {
  return { op: 'implies', left, right }
}

function once(arg: Formula, to: number | null = null): Formula {
  return { op: 'once', interval: { from: 0, to }, arg }
}

function historically(arg: Formula, to: number | null = null): Formula {
  return { op: 'historically', interval: { from: 0, to }, arg }
}

function since(left: Formula, right: Formula, from = 0, to: number | null = null): Formula {
  return { op: 'since', interval: { from, to }, left, right }
}

function future(op: 'always' | 'eventually', arg: Formula, to: number): Formula {
  return { op, interval: { from: 0, to }, arg }
}

function h(arg: Formula): Formula {
  return historically(arg)
}

/** The same numbers on every machine. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
