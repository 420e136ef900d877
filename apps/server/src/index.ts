// Starting the server: one process, this machine only.
export { startServer, type PeopleOptions, type Running, type Started } from './start.ts'
