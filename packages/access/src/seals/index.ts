// Seals: their chains from the place where they were put on.
export { sealChain, type ChainBreak, type ChainState, type SealChain } from './chain.ts'
