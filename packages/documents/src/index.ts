// Files as they come in, to the texts of their reports: told by content, parsed in a locked worker, refused with a reason.
export { LIMITS, type Limits } from './limits.ts'
export { openDocumentReader, readDocument, type DocumentReader, type FileRead } from './reader.ts'
export type { Hidden, Report } from './report.ts'
export { hasReportName, isPlainText } from './sniff.ts'
