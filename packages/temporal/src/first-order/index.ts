// Monitoring of first-order formulas: for each time-point the tuples that satisfy it, in memory bounded by the windows.
export type { TraceEvent, TracePoint } from './event.ts'
export {
  compileFirstOrder,
  FirstOrderMonitor,
  type CompiledFirstOrder,
  type Emit,
  type FirstOrderVerdict,
} from './monitor.ts'
export { compareTuples } from './order.ts'
export type { Refusal, RefusalCode } from './refusal.ts'
export { showFormula } from './show.ts'
export { freeVariables } from './variables.ts'
