// Records in and out of files that others use: CSV with HXL tags, GeoJSON, spreadsheets, and two event sets.
export type { Surroundings } from './checks.ts'
export * from './csv/index.ts'
export type { Flaw, Read, Written } from './flaw.ts'
export { CORE_HASHTAGS, hxlTag } from './hxl.ts'
export { columnOf, type Column, type Kind, type Row, type Table, type Value } from './table.ts'
export { INCIDENTS } from './tables/incidents.ts'
export * from './xlsx/index.ts'
