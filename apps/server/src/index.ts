// Starting the server: one process, this machine only.
export type { NoticesKnown, RequestLine } from '@trucekeeper/api'
export { startServer, type PeopleOptions, type Running, type Started } from './start.ts'
export { trustedIn, type Trusted } from './clients.ts'
