// The exchange of information between members: asked with clocks, shared with caveats, and a log that each can check.
export { exchangeOf, type Exchange, type Given, type LogLine, type SharedInformation } from './exchange.ts'
export { nextNumber, type ExchangeRow } from './numbers.ts'
export { refusedInExchange, requestsOf, type InformationRequest } from './requests.ts'
export type { AgainstCaveat } from './standing.ts'
