// The whole way from the bytes of a trace to the bytes of its verdicts.
import type { Diagnostic } from '@trucekeeper/diagnostics'
import { isPropositional } from './compile.ts'
import type { FirstOrderMonitor, Refusal } from './first-order/index.ts'
import type { Formula } from './formula.ts'
import { LineWriter, type Shown } from './lines.ts'
import { compile } from './monitor.ts'
import { Scanner } from './trace/scan.ts'
import { TraceReader, type Listener } from './trace/reader.ts'
import type { TupleWriter } from './tuples.ts'

export interface MonitorStream {
  /** Takes a chunk of the trace, cut anywhere; it may be overwritten afterwards. False once the trace is refused. */
  readonly read: (chunk: Uint8Array) => boolean
  /** The trace has ended. What was decided before something wrong is written too. */
  readonly end: () => Diagnostic | null
}

export interface StreamOptions {
  /** The name that diagnostics give the trace. */
  readonly file: string
  readonly shown: Shown
  /** Takes the output piece by piece; each piece is overwritten afterwards. */
  readonly write: (bytes: Uint8Array) => void
}

interface Writer {
  flush(): void
  end(): void
}

export type MonitorStreamed =
  | { readonly ok: true; readonly stream: MonitorStream }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Monitors a formula over lines `{"t":12,"atoms":["p"]}` and writes lines `{"i":0,"t":12,"v":true}`, or
 * `{"i":0,"t":12,"sat":[[1,"x"]]}` where the formula has free variables. Refuses what cannot be monitored.
 */
export async function monitorStream(formula: Formula, { file, shown, write }: StreamOptions): Promise<MonitorStreamed> {
  if (isPropositional(formula)) {
    const lines = new LineWriter(shown, write)
    return { ok: true, stream: streamOf(propositional(formula, lines), lines, file) }
  }
  // Half of the package, which propositional formulas do not wait for.
  const [{ compileFirstOrder }, { TupleWriter }] = await Promise.all([
    import('./first-order/index.ts'),
    import('./tuples.ts'),
  ])
  const compiled = compileFirstOrder(formula)
  if (!compiled.ok) return compiled
  const lines = new TupleWriter(shown, compiled.variables.length > 0, write)
  return { ok: true, stream: streamOf(firstOrder(compiled.monitor, lines), lines, file) }
}

function streamOf(listener: Listener, lines: Writer, file: string): MonitorStream {
  const reader = new TraceReader(listener, file)
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

function propositional(formula: Formula, lines: LineWriter): Listener {
  const monitor = compile(formula, (verdicts) => lines.take(verdicts))
  const scanner = new Scanner(monitor)
  return {
    get latest() {
      return monitor.latest
    },
    hear(time, events) {
      monitor.point(time)
      for (const { name, args } of events) {
        const atom = args.length === 0 ? monitor.atoms.indexOf(name) : -1
        if (atom !== -1) monitor.hold(atom)
      }
    },
    scan: (bytes, at, to, count) => scanner.read(bytes, at, to, count),
    advance: () => monitor.advance(),
    end: () => monitor.end(),
  }
}

function firstOrder(monitor: FirstOrderMonitor, lines: TupleWriter): Listener {
  let latest = -Infinity
  const emit = lines.take.bind(lines)
  return {
    get latest() {
      return latest
    },
    hear(time, events) {
      latest = time
      monitor.push(time, events, emit)
    },
    scan: (_, at) => at,
    advance() {},
    end: () => monitor.end(emit),
  }
}
