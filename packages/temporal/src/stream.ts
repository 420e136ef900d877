// The whole way from the bytes of a trace to the bytes of its verdicts.
import type { Diagnostic } from '@trucekeeper/diagnostics'
import type { Formula } from './formula.ts'
import { LineWriter, type Shown } from './lines.ts'
import { compile } from './monitor.ts'
import { TraceReader } from './trace/reader.ts'

export interface MonitorStream {
  /** Takes a chunk of the trace, cut anywhere; it may be overwritten afterwards. False once the trace is refused. */
  readonly read: (chunk: Uint8Array) => boolean
  /** The trace has ended. What was decided before something wrong is written too. */
  readonly end: () => Diagnostic | null
}

/**
 * Monitors a propositional formula over lines `{"t":12,"atoms":["p"]}` and writes lines `{"i":0,"t":12,"v":true}`.
 * `file` is the name that diagnostics give the trace.
 */
export function monitorStream(
  formula: Formula,
  { file, shown, write }: { file: string; shown: Shown; write: (bytes: Uint8Array) => void },
): MonitorStream {
  const lines = new LineWriter(shown, write)
  const reader = new TraceReader(
    compile(formula, (verdicts) => lines.take(verdicts)),
    file,
  )
  return {
    read(chunk) {
      const sound = reader.read(chunk)
      lines.flush()
      return sound
    },
    end() {
      reader.end()
      lines.end()
      return reader.fault
    },
  }
}
