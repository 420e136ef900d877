// The earliest instants at which the clauses of an agreement can be so, and what waits for what.
export { earliestOf, type Earliest, type EarliestOptions, type Reach } from './earliest.ts'
export type { Edge } from './waits.ts'
