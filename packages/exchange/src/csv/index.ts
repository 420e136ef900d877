// Comma-separated text, with HXL tags or without.
export { csvGrid, readCsv } from './read.ts'
export { appendCsv, writeCsv } from './write.ts'
