// Verdicts of first-order formulas as lines of JSON: a truth, or the tuples that satisfy.
import type { FirstOrderVerdict } from './first-order/index.ts'
import type { Value } from './formula.ts'
import type { Shown } from './lines.ts'

const PIECE = 2 ** 16
/** More bytes than any one part of a line takes but a word. */
const LONGEST = 32
/** Bytes that a UTF-16 unit may take. */
const WIDEST = 3
const ZERO = 48
const COMMA = 44
const MINUS = 45
const OPEN_LIST = 91
const CLOSE_LIST = 93
/** Below it digits come by 32-bit arithmetic. */
const SMALL = 2 ** 31

const encoder = new TextEncoder()
const INDEX = encoder.encode('{"i":')
const TIME = encoder.encode(',"t":')
const SATISFYING = encoder.encode(',"sat":')
const TRUTH = encoder.encode(',"v":')
const END = encoder.encode('}\n')
const TRUE = encoder.encode('true')
const FALSE = encoder.encode('false')
const NULL = encoder.encode('null')

/** The bytes handed over are overwritten afterwards. */
export class TupleWriter {
  readonly #shown: Shown
  readonly #write: (bytes: Uint8Array) => void
  readonly #said: Uint8Array
  readonly #bytes = new Uint8Array(PIECE)
  #length = 0
  #last: { readonly index: number; readonly time: number; readonly verdict: FirstOrderVerdict } | null = null

  /** An open formula has free variables: what is said of it are tuples. */
  constructor(shown: Shown, open: boolean, write: (bytes: Uint8Array) => void) {
    this.#shown = shown
    this.#write = write
    this.#said = open ? SATISFYING : TRUTH
  }

  take(index: number, time: number, verdict: FirstOrderVerdict): void {
    if (this.#shown === 'last') {
      this.#last = { index, time, verdict }
      return
    }
    // Nothing satisfies an open formula: that is its violation.
    const violated = verdict === false || (Array.isArray(verdict) && verdict.length === 0)
    if (this.#shown === 'all' || violated) this.#line(index, time, verdict)
  }

  /** Hands over what has been written so far, except the last verdict while more may come. */
  flush(): void {
    if (this.#length > 0) this.#write(this.#bytes.subarray(0, this.#length))
    this.#length = 0
  }

  end(): void {
    if (this.#last !== null) this.#line(this.#last.index, this.#last.time, this.#last.verdict)
    this.#last = null
    this.flush()
  }

  #line(index: number, time: number, verdict: FirstOrderVerdict): void {
    this.#put(INDEX)
    this.#number(index)
    this.#put(TIME)
    this.#number(time)
    this.#put(this.#said)
    if (typeof verdict === 'boolean') this.#put(verdict ? TRUE : FALSE)
    else if (verdict === null) this.#put(NULL)
    else this.#list(verdict, (tuple) => this.#list(tuple, (value) => this.#value(value)))
    this.#put(END)
  }

  #list<T>(items: readonly T[], put: (item: T) => void): void {
    this.#byte(OPEN_LIST)
    for (let at = 0; at < items.length; at++) {
      if (at > 0) this.#byte(COMMA)
      put(items[at]!)
    }
    this.#byte(CLOSE_LIST)
  }

  #value(value: Value): void {
    if (typeof value === 'number') this.#number(value)
    else this.#text(JSON.stringify(value))
  }

  #number(value: number): void {
    if (!(value < SMALL && value > -SMALL) || !Number.isInteger(value)) return this.#text(JSON.stringify(value))
    this.#makeRoom(LONGEST)
    let rest = Math.abs(value) | 0
    if (value < 0) this.#bytes[this.#length++] = MINUS
    let digits = 1
    for (let bound = 10; digits < 10 && rest >= bound; bound *= 10) digits++
    const from = this.#length
    this.#length += digits
    for (let at = this.#length - 1; at >= from; at--) {
      const tens = (rest / 10) | 0
      this.#bytes[at] = ZERO + rest - tens * 10
      rest = tens
    }
  }

  #text(text: string): void {
    const most = WIDEST * text.length
    if (most > PIECE) {
      this.flush()
      this.#write(encoder.encode(text))
      return
    }
    this.#makeRoom(most)
    this.#length += encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written
  }

  #put(part: Uint8Array): void {
    this.#makeRoom(LONGEST)
    const at = this.#length
    for (let i = 0; i < part.length; i++) this.#bytes[at + i] = part[i]!
    this.#length = at + part.length
  }

  #byte(byte: number): void {
    this.#makeRoom(1)
    this.#bytes[this.#length++] = byte
  }

  #makeRoom(bytes: number): void {
    if (this.#length + bytes > PIECE) this.flush()
  }
}
