// A witness: what it remembers, what it decides, and how it is served.
export { createWitness, type Witness } from './app.ts'
export type { CosignedHead } from './cosigned-head.ts'
export { beginWitness, openWitness, type FolderRefusal, type WitnessFolder } from './folder.ts'
export { parseLogs, type KnownLogs } from './logs.ts'
export { serveWitness, type RunningWitness, type ServeOptions } from './serve.ts'
export { openState, type StateRefusal, type WitnessState } from './state.ts'
export type { Storage } from './storage.ts'
