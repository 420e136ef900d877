// Verdicts as lines of JSON, written in large pieces.
import type { Verdicts } from './verdicts.ts'

/** Every verdict, those that are false, or the one of the last time-point. */
export type Shown = 'all' | 'violations' | 'last'

const PIECE = 2 ** 16
/** More than any line takes, with two integers of up to seventeen characters. */
const LONGEST = 80
const ZERO = 48
const MINUS = 45
/** Below it digits come by 32-bit arithmetic. */
const SMALL = 2 ** 31

/** A text as it is put: twelve bytes at once, of which the first `length` count. */
interface Part {
  readonly words: readonly [number, number, number]
  readonly length: number
}

const encoder = new TextEncoder()
const INDEX = part('{"i":')
const TIME = part(',"t":')
const TRUE = part(',"v":true}\n')
const FALSE = part(',"v":false}\n')
const NULL = part(',"v":null}\n')

/** Writes the verdicts of a propositional formula. */
export class LineWriter {
  readonly #shown: Shown
  readonly #write: (bytes: Uint8Array) => void
  readonly #bytes = new Uint8Array(PIECE)
  readonly #view = new DataView(this.#bytes.buffer)
  #length = 0

  /** The bytes handed to `write` are overwritten afterwards. */
  constructor(shown: Shown, write: (bytes: Uint8Array) => void) {
    this.#shown = shown
    this.#write = write
  }

  take(verdicts: Verdicts): void {
    const { from, to } = verdicts
    switch (this.#shown) {
      case 'all':
        for (let at = from; at < to; at++) this.#line(verdicts, at, verdicts.value(at))
        break
      case 'violations':
        for (let at = verdicts.nextFalse(from); at < to; at = verdicts.nextFalse(at + 1)) {
          this.#line(verdicts, at, false)
        }
        break
      case 'last':
        this.#length = 0
        this.#line(verdicts, to - 1, verdicts.value(to - 1))
    }
  }

  /** Hands over what has been written so far, except the last verdict while more may come. */
  flush(): void {
    if (this.#shown !== 'last') this.end()
  }

  end(): void {
    if (this.#length > 0) this.#write(this.#bytes.subarray(0, this.#length))
    this.#length = 0
  }

  #line(verdicts: Verdicts, position: number, value: boolean | null): void {
    if (this.#length + LONGEST > PIECE) this.end()
    const bytes = this.#bytes
    const view = this.#view
    let at = put(view, this.#length, INDEX)
    at = putInteger(bytes, at, verdicts.index(position))
    at = put(view, at, TIME)
    at = putInteger(bytes, at, verdicts.time(position))
    this.#length = put(view, at, value === null ? NULL : value ? TRUE : FALSE)
  }
}

function part(text: string): Part {
  const bytes = new Uint8Array(12)
  const length = encoder.encodeInto(text, bytes).written
  const view = new DataView(bytes.buffer)
  return { words: [view.getUint32(0, true), view.getUint32(4, true), view.getUint32(8, true)], length }
}

/** Gives where the next is put. */
function put(view: DataView, at: number, { words, length }: Part): number {
  view.setUint32(at, words[0], true)
  view.setUint32(at + 4, words[1], true)
  view.setUint32(at + 8, words[2], true)
  return at + length
}

function putInteger(bytes: Uint8Array, at: number, value: number): number {
  if (value >= SMALL || value <= -SMALL) {
    const text = encoder.encode(String(value))
    bytes.set(text, at)
    return at + text.length
  }
  let rest = Math.abs(value) | 0
  if (value < 0) bytes[at++] = MINUS
  let digits = 1
  for (let bound = 10; digits < 10 && rest >= bound; bound *= 10) digits++
  const end = at + digits
  for (let index = end - 1; index >= at; index--) {
    const tens = (rest / 10) | 0
    bytes[index] = ZERO + rest - tens * 10
    rest = tens
  }
  return end
}
