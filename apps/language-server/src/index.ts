// The language server for agreements over a pair of streams.
export { serveLanguage } from './server.ts'
