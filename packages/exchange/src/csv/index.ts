// Comma-separated text, with HXL tags or without.
export { isFormula, shielded, unshielded } from './formula.ts'
export { csvGrid, readCsv } from './read.ts'
export { appendCsv, writeCsv } from './write.ts'
