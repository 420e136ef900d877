// Metric temporal logic over traces: exact, streaming, in bounded memory. What a monitor does not need to start has a
// door of its own: `./four-valued` for evidence for and against, `./windows` for counts over sliding and calendar windows.
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
export type { Formula, Interval, Relation, Term, Value } from './formula.ts'
export type { Shown } from './lines.ts'
export { monitorStream, type MonitorStream, type MonitorStreamed, type StreamOptions } from './stream.ts'
export { parseFormula } from './parse.ts'
export { readTraceLine, type LineFault, type LineRead } from './trace/line.ts'
export type { Verdicts } from './verdicts.ts'

/** First-order monitoring, loaded when it is called for: it is half of the package, and most formulas need none of it. */
export const firstOrder = () => import('./first-order/index.ts')
