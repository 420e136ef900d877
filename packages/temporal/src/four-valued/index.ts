// Metric temporal logic over evidence for and against: met, breached, contested or unknown, and why.
export { compileFourValued, type FourMonitor, type FourOptions, type FourVerdicts } from './monitor.ts'
export { sequence, simultaneous } from './sequence.ts'
export type { FourVerdict, Reason, Side } from './verdict.ts'
