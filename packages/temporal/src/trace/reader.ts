// A trace as bytes, in chunks cut anywhere, fed into a monitor line by line.
import type { Diagnostic } from '@trucekeeper/diagnostics'
import type { Monitor } from '../monitor.ts'
import { readTraceLine, type LineFault } from './line.ts'
import { NEWLINE, Scanner } from './scan.ts'

/** A longer line is no time-point; without a limit a file with no line ends would fill the memory. */
const LONGEST_LINE = 64 * 2 ** 20
const NO_TEXT = '\uFFFD'

/** Reads every line with the scanner; the full reader takes the lines that are unusual, and it alone refuses. */
export class TraceReader {
  readonly #monitor: Monitor
  readonly #scanner: Scanner
  readonly #file: string
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  /** The beginning of a line whose end has not come yet. */
  #rest: Uint8Array[] = []
  #restLength = 0
  #fault: Diagnostic | null = null

  /** `file` is the name that diagnostics give the trace. */
  constructor(monitor: Monitor, file: string) {
    this.#monitor = monitor
    this.#scanner = new Scanner(monitor)
    this.#file = file
  }

  /** What is wrong with the trace: nothing is read after it. */
  get fault(): Diagnostic | null {
    return this.#fault
  }

  /** Reads a chunk, which may be overwritten afterwards, and decides what it can. False once the trace is refused. */
  read(chunk: Uint8Array): boolean {
    let from = 0
    if (this.#restLength > 0) {
      const end = chunk.indexOf(NEWLINE)
      from = end === -1 ? chunk.length : end + 1
      this.#keep(chunk.subarray(0, from))
      if (end !== -1) this.#readRest()
    }
    const to = Math.max(from, chunk.lastIndexOf(NEWLINE) + 1)
    this.#readLines(chunk, from, to)
    this.#keep(chunk.subarray(to))
    this.#monitor.advance()
    return this.#fault === null
  }

  /** The trace has ended; its last line may lack a line end. False where the trace is refused. */
  end(): boolean {
    if (this.#restLength > 0) {
      this.#keep(Uint8Array.of(NEWLINE))
      this.#readRest()
    }
    if (this.#fault) this.#monitor.advance()
    else this.#monitor.end()
    return this.#fault === null
  }

  #keep(part: Uint8Array): void {
    if (part.length === 0 || this.#fault) return
    this.#rest.push(part.slice())
    this.#restLength += part.length
    if (this.#restLength > LONGEST_LINE) {
      const help = 'a trace has one time-point a line'
      this.#refuse({ code: 'long-line', message: 'a line of more than 64 MiB', help, start: 0, end: 1 })
    }
  }

  #readRest(): void {
    const whole = new Uint8Array(this.#restLength)
    let at = 0
    for (const part of this.#rest) {
      whole.set(part, at)
      at += part.length
    }
    this.#rest = []
    this.#restLength = 0
    this.#readLines(whole, 0, whole.length)
  }

  #readLines(bytes: Uint8Array, from: number, to: number): void {
    let at = from
    while (at < to && this.#fault === null) {
      at = this.#scanner.read(bytes, at, to)
      if (at === to) return
      const end = bytes.indexOf(NEWLINE, at)
      this.#readInFull(this.#decoder.decode(bytes.subarray(at, end)))
      this.#scanner.lines++
      at = end + 1
    }
  }

  #readInFull(text: string): void {
    if (text.trim() === '') return
    const broken = text.indexOf(NO_TEXT)
    if (broken !== -1) {
      const help = 'write the trace as UTF-8'
      return this.#refuse({ code: 'not-utf8', message: 'bytes that are no text', help, start: broken, end: broken + 1 })
    }
    const read = readTraceLine(text)
    if (!read.ok) return this.#refuse(read.fault)
    const { time, events } = read.point
    const { latest } = this.#monitor
    if (time < latest) {
      const message = `time goes back from ${latest} to ${time}`
      return this.#refuse({ code: 'time-goes-back', message, help: 'order the lines by time', ...read.timeAt })
    }
    this.#monitor.point(time)
    for (const { name, args } of events) {
      const atom = args.length === 0 ? this.#monitor.atoms.indexOf(name) : -1
      if (atom !== -1) this.#monitor.hold(atom)
    }
  }

  /** Offsets are those within the line: how far into the trace it stands is not counted. */
  #refuse({ code, message, help, start, end }: LineFault): void {
    const line = this.#scanner.lines + 1
    const range = {
      start: { offset: start, line, column: start + 1 },
      end: { offset: end, line, column: end + 1 },
    }
    this.#fault = {
      code,
      severity: 'error',
      message,
      help,
      spans: [{ file: this.#file, range, heading: [], label: '' }],
    }
  }
}
