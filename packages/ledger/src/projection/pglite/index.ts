// PGlite, the database that needs no server.
export { memoryPglite, openPglite, type OpenDatabase } from './open.ts'
