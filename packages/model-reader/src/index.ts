// Claims proposed by a language model behind an endpoint: each with its exact words, none of them confirmed.
export { readWithModel, type ModelOptions, type ModelReading } from './read.ts'
export { checkEndpoint, type EndpointRefusal, type ModelEndpoint } from './endpoint.ts'
export { DEFAULT_LIMITS, type ModelLimits } from './limits.ts'
export type { Dropped, DropCode } from './dropped.ts'
export type { Prices, Usage } from './usage.ts'
export type { World } from './world.ts'
