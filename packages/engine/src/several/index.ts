// Several agreements over one record: what each makes of an incident, and the numbers that their duties are about.
export { numbersOf, type NumberTold, type ReportedNumber } from './numbers.ts'
export { scopesAcross, scopesOf, type IncidentScopes, type ScopeUnder, type SeenUnder } from './scopes.ts'
