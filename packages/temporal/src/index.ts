// Metric temporal logic over traces: exact, streaming, in bounded memory.
export { compile, type Monitor } from './monitor.ts'
export { isPropositional } from './compile.ts'
export {
  compileFirstOrder,
  type CompiledFirstOrder,
  type FirstOrderMonitor,
  type FirstOrderVerdict,
  type Refusal,
  type TraceEvent,
  type TracePoint,
} from './first-order/index.ts'
export type { Formula, Interval, Relation, Term, Value } from './formula.ts'
export type { Shown } from './lines.ts'
export { monitorStream, type MonitorStream, type StreamOptions } from './stream.ts'
export { parseFormula } from './parse.ts'
export { readTraceLine, type LineFault, type LineRead } from './trace/line.ts'
export type { Verdicts } from './verdicts.ts'
