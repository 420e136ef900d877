// Files that other programs read.
export { atomOf, reportUrn } from './atom.ts'
export { calendarOf } from './calendar.ts'
export { alertsOf, type Alert, type AlertStatus } from './cap.ts'
export { geoJsonOf } from './geojson.ts'
export { provOf } from './prov.ts'
export { confidenceOf, stixOf } from './stix.ts'
export { csvOf } from './tables.ts'
