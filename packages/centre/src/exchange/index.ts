// The exchange of information between members, with its clocks.
export { exchangeLog, refusedInExchange, requestsOf, type InformationRequest } from './requests.ts'
