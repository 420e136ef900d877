// Metric temporal logic over traces: exact, streaming, in bounded memory.
export type { Formula, Interval, Relation, Term, Value } from './formula.ts'
export { parseFormula } from './parse.ts'
