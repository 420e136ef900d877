// Past events from the field's data sets, in columns, for holding an agreement against what happened before.
export { eventsOfClaims, type ClaimReading, type ReportedClaim } from './claims.ts'
export { csvReader, type CsvFlaw, type CsvReader, type CsvRow, type FilePlace } from './csv.ts'
export { EVENT_FORMATS, type EventFormat } from './formats.ts'
export {
  eventReader,
  importEvents,
  type EventReader,
  type Imported,
  type ImportRefusal,
  type Skipped,
} from './import.ts'
export { tableOf, type EventRow, type EventTable } from './table.ts'
