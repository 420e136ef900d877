// Review in the terminal: a person decides on each new claim of some documents.
export { reviewAsked, withReaderOptions, type ReaderWords } from './options.ts'
export { review, type ReviewRequest } from './session.ts'
export { reviewSource, type ReviewSource } from './source.ts'
