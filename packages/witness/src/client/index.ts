// Asking witnesses: one, or all of a policy.
export { askWitness, type AheadRefusal, type AskOptions, type AskRefusal, type HeadToWitness } from './ask.ts'
export type { Reach } from './exchange.ts'
export { gatherCosignatures, type Gathered, type HeadToGather, type NotCosigned } from './gather.ts'
export { headSeenBy, type HeadSeen, type HeadSeenOptions, type HeadSeenRefusal } from './head-seen.ts'
