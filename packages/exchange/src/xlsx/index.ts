// Spreadsheets: records out of them, records into them, and the forms that people fill in.
export { readXlsx } from './read.ts'
export { writeXlsx, xlsxTemplate, type XlsxOptions } from './write.ts'
