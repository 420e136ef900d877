// Offline verification for people: any file a log hands out, and what holds of it, in words.
export { examine } from './examine.ts'
export { openEntry, readEntry, type ReadEntry } from './entry.ts'
export { sortOf, type FileSort } from './sorts.ts'
export type { Examination, Examined, NamedFile } from './types.ts'
