// A witness cosigns the heads of logs, each only ever grown from the one before; and the client that asks it to.
export * from './client/index.ts'
export * from './server/index.ts'
export { originHash } from './origin-hash.ts'
export { formatAddCheckpoint, MOST_PROOF_LINES, MOST_REQUEST_BYTES, parseAddCheckpoint } from './request.ts'
