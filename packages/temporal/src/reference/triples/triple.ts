// One case of the conformance suite, and how a table of them is written down.
import type { Formula, Value } from '../../formula.ts'
import type { TracePoint } from '../../first-order/event.ts'
import type { Truth } from '../evaluate.ts'
import { formulaOf, traceOf, valueOf } from '../notation.ts'

interface Case {
  readonly title: string
  readonly formula: Formula
  readonly trace: readonly TracePoint[]
}

/** A closed formula and its verdict at each time-point. */
export interface Triple extends Case {
  readonly expected: readonly Truth[]
}

/** An open formula and the tuples that satisfy it at each time-point, columns in order of first occurrence. */
export interface OpenTriple extends Case {
  readonly expected: readonly (readonly (readonly Value[])[] | null)[]
}

const TRUTHS: Readonly<Record<string, Truth>> = { T: true, F: false, '?': null }

/** A table of `formula | verdicts`, verdicts as T, F or ? for each time-point. */
export function triples(trace: string, table: string): Triple[] {
  return rows(table).map(([formula, verdicts]) => ({
    title: `${formula} over ${trace}`,
    formula: formulaOf(formula),
    trace: traceOf(trace),
    expected: [...verdicts.replaceAll(' ', '')].map((letter) => TRUTHS[letter]!),
  }))
}

/** A table of `formula | tuples ; tuples ; …`, tuples as `1,a 2,b`, none as `-`, undecided as `?`. */
export function openTriples(trace: string, table: string): OpenTriple[] {
  return rows(table).map(([formula, points]) => ({
    title: `${formula} over ${trace}`,
    formula: formulaOf(formula),
    trace: traceOf(trace),
    expected: points.split(';').map((point) => {
      const tuples = point.trim().split(/\s+/)
      if (tuples[0] === '?') return null
      return tuples[0] === '-' ? [] : tuples.map((tuple) => tuple.split(',').map(valueOf))
    }),
  }))
}

function rows(table: string): [string, string][] {
  return table
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 2)
    .map(([formula = '', expected = '']) => [formula, expected])
}
