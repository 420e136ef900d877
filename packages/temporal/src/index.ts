// Metric temporal logic over traces: exact, streaming, in bounded memory.
export { compile, type Monitor } from './monitor.ts'
export { isPropositional } from './compile.ts'
export type {
  CompiledFirstOrder,
  FirstOrderMonitor,
  FirstOrderVerdict,
  Refusal,
  TraceEvent,
  TracePoint,
} from './first-order/index.ts'
export * from './four-valued/index.ts'
export type { Formula, Interval, Relation, Term, Value } from './formula.ts'
export type { Shown } from './lines.ts'
export { monitorStream, type MonitorStream, type MonitorStreamed, type StreamOptions } from './stream.ts'
export { parseFormula } from './parse.ts'
export { readTraceLine, type LineFault, type LineRead } from './trace/line.ts'
export type { Verdicts } from './verdicts.ts'
export * from './windows/index.ts'

/** First-order monitoring, loaded when it is called for: it is half of the package, and most formulas need none of it. */
export const firstOrder = () => import('./first-order/index.ts')
