// Several agreements over one record: how each stands, what each makes of an incident, and the numbers their duties are about.
export { numbersOf, type NumberTold, type ReportedNumber } from './numbers.ts'
export { overviewOf, type AgreementOverview, type Attention, type Concern, type ZoneOverview } from './overview.ts'
export { scopesAcross, scopesOf, type IncidentScopes, type ScopeUnder, type SeenUnder } from './scopes.ts'
