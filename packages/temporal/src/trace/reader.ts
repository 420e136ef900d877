// A trace as bytes, in chunks cut anywhere, read line by line.
import type { Diagnostic } from '@trucekeeper/diagnostics'
import type { TraceEvent } from '../first-order/event.ts'
import { EventScanner } from './events.ts'
import { readTraceLine, timeGoesBack, type LineFault } from './line.ts'

/** Where time-points go. */
export interface Listener {
  /** The time of the newest time-point, which no other may precede. */
  readonly latest: number
  /** Takes the next time-point. */
  hear(time: number, events: readonly TraceEvent[]): void
  /** Takes whole lines from `at` to `to` by their bytes, as far as it can; gives where the first begins that it left. */
  scan(bytes: Uint8Array, at: number, to: number, lines: Lines): number
  /** Decides what can be decided by now. */
  advance(): void
  /** The trace has ended. */
  end(): void
}

/** How many lines have been read. */
export interface Lines {
  count: number
}

const NEWLINE = 10
/** A longer line is no time-point; without a limit a file with no line ends would fill the memory. */
const LONGEST_LINE = 64 * 2 ** 20
const NO_TEXT = '\uFFFD'

/** Lines that the listener does not scan by itself are scanned for events; the rest the full reader takes or refuses. */
export class TraceReader {
  readonly #listener: Listener
  readonly #file: string
  readonly #scanner = new EventScanner()
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  /** The beginning of a line whose end has not come yet. */
  #rest: Uint8Array[] = []
  #restLength = 0
  readonly #lines: Lines = { count: 0 }
  #fault: Diagnostic | null = null

  /** `file` is the name that diagnostics give the trace. */
  constructor(listener: Listener, file: string) {
    this.#listener = listener
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
    this.#listener.advance()
    return this.#fault === null
  }

  /** The trace has ended; its last line may lack a line end. False where the trace is refused. */
  end(): boolean {
    if (this.#restLength > 0) {
      this.#keep(Uint8Array.of(NEWLINE))
      this.#readRest()
    }
    if (this.#fault) this.#listener.advance()
    else this.#listener.end()
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
      at = this.#listener.scan(bytes, at, to, this.#lines)
      if (at === to) return
      let next = this.#scanner.line(bytes, at)
      if (next > 0 && this.#scanner.time >= this.#listener.latest) {
        this.#listener.hear(this.#scanner.time, this.#scanner.events)
      } else {
        next = bytes.indexOf(NEWLINE, at) + 1
        this.#readInFull(this.#decoder.decode(bytes.subarray(at, next - 1)))
      }
      this.#lines.count++
      at = next
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
    const { latest } = this.#listener
    if (time < latest) return this.#refuse(timeGoesBack(text, time, latest))
    this.#listener.hear(time, events)
  }

  /** Offsets are those within the line: how far into the trace it stands is not counted. */
  #refuse({ code, message, help, start, end }: LineFault): void {
    const line = this.#lines.count + 1
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
