// Past events from the field's data sets, in columns, for holding an agreement against what happened before.
export { EVENT_FORMATS, formatOf, importEvents, type EventFormat, type Imported } from './import.ts'
export { tableOf, type EventRow, type EventTable, type Skipped } from './table.ts'
