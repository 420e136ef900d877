// The earliest instants at which the clauses of an agreement can be so, and what waits for what.
export { chainOf, sayChain, spotOfName } from './because.ts'
export { earliestOf, type Earliest, type Reach, type Terms } from './earliest.ts'
export type { Edge } from './waits.ts'
