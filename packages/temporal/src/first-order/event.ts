// What a trace is made of: time-points in order, each with the events that happened at it.
import type { Value } from '../formula.ts'

/** `p(1,"x")`; a propositional `p` is `p()`. Events are told apart by name and number of arguments. */
export interface TraceEvent {
  readonly name: string
  readonly args: readonly Value[]
}

/** Times are integers of any unit and never decrease; several time-points may share one. */
export interface TracePoint {
  readonly time: number
  readonly events: readonly TraceEvent[]
}
