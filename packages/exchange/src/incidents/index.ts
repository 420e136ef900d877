// Incidents out of the field's data sets.
export { incidentsOfEvents, type EventSet } from './events.ts'
export type { ImportedIncidents, Provenance } from './imported.ts'
export { incidentsOfInsecurityInsight } from './insecurity-insight.ts'
export { weaponClasses } from './weapons.ts'
