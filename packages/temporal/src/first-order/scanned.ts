// Events as they stand in the bytes of a line, made values only where somebody asks.
import type { Value } from '../formula.ts'
import type { TraceEvent } from './event.ts'

/** The arguments of all events of a line, one after the other. */
export class Arguments {
  bytes: Uint8Array = new Uint8Array(0)
  count = 0
  readonly #textOf: (bytes: Uint8Array, start: number, end: number) => string | null
  /** Where a word stands; the end is 0 where it is a number. */
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #numbers: number[] = []

  /** `textOf` decodes what is known to be text. */
  constructor(textOf: (bytes: Uint8Array, start: number, end: number) => string | null) {
    this.#textOf = textOf
  }

  addNumber(number: number): void {
    this.#numbers[this.count] = number
    this.#ends[this.count++] = 0
  }

  addWord(start: number, end: number): void {
    this.#starts[this.count] = start
    this.#ends[this.count++] = end
  }

  valueAt(at: number): Value {
    const end = this.#ends[at]!
    return end === 0 ? this.#numbers[at]! : (this.#textOf(this.bytes, this.#starts[at]!, end) ?? '')
  }

  /** Its number among the values, without a string being made. */
  idAt(at: number, values: Numbering): number {
    const end = this.#ends[at]!
    return end === 0 ? values.idOf(this.#numbers[at]!) : values.idOfWord(this.bytes, this.#starts[at]!, end)
  }
}

interface Numbering {
  idOf(value: Value): number
  idOfWord(bytes: Uint8Array, start: number, end: number): number
}

/** Good until the next line is read. */
export class ScannedEvent implements TraceEvent {
  name = ''
  first = 0
  size = 0
  readonly given: Arguments

  constructor(given: Arguments) {
    this.given = given
  }

  get args(): readonly Value[] {
    return Array.from({ length: this.size }, (_, i) => this.given.valueAt(this.first + i))
  }
}
