// Lines in whatever order and spacing JSON allows, with events that have arguments, read from their bytes.
import type { TraceEvent } from '../first-order/event.ts'
import type { Value } from '../formula.ts'
import { Words } from './words.ts'

const TAB = 9
const NEWLINE = 10
const RETURN = 13
const SPACE = 32
const QUOTE = 34
const COMMA = 44
const MINUS = 45
const ZERO = 48
const COLON = 58
const OPEN_LIST = 91
const BACKSLASH = 92
const CLOSE_LIST = 93
const OPEN = 123
const CLOSE = 125
/** So many digits are an exact integer in a double. */
const MOST_DIGITS = 15
const UNUSUAL = -1
const NONE: readonly Value[] = []

/**
 * Reads one line into `time` and `events`. What is rare in a line, such as escapes, fractions and keys of another kind,
 * and what is wrong with it, is left to the full reader.
 */
export class EventScanner {
  time = 0
  events: TraceEvent[] = []
  readonly #words = new Words()
  /** What the part read last stands for. */
  #word = ''
  #number = 0
  #args: readonly Value[] = NONE

  /** Gives where the next line begins, or -1. A line end must stand somewhere from `at` on: no loop goes past one. */
  line(bytes: Uint8Array, at: number): number {
    this.events = []
    let [timed, listed] = [false, false]
    at = blank(bytes, at)
    if (bytes[at] !== OPEN) return UNUSUAL
    do {
      at = this.#key(bytes, blank(bytes, at + 1))
      if (at === UNUSUAL) return UNUSUAL
      if (!timed && this.#word === 't') {
        timed = true
        at = this.#integer(bytes, at)
        this.time = this.#number
      } else if (!listed && this.#word === 'atoms') {
        listed = true
        at = this.#list(bytes, at, (from) => this.#event(bytes, from))
      } else return UNUSUAL
      if (at === UNUSUAL) return UNUSUAL
      at = blank(bytes, at)
    } while (bytes[at] === COMMA)
    if (!timed || !listed || bytes[at] !== CLOSE) return UNUSUAL
    at = blank(bytes, at + 1)
    return bytes[at] === NEWLINE ? at + 1 : UNUSUAL
  }

  #event(bytes: Uint8Array, at: number): number {
    this.#args = NONE
    let named: string | null = null
    if (bytes[at] === QUOTE) {
      at = this.#string(bytes, at)
      named = this.#word
    } else if (bytes[at] === OPEN) {
      let given = false
      do {
        at = this.#key(bytes, blank(bytes, at + 1))
        if (at === UNUSUAL) return UNUSUAL
        if (named === null && this.#word === 'name') {
          at = this.#string(bytes, at)
          named = this.#word
        } else if (!given && this.#word === 'args') {
          given = true
          const args: Value[] = []
          at = this.#list(bytes, at, (from) => this.#value(bytes, from, args))
          this.#args = args
        } else return UNUSUAL
        if (at === UNUSUAL) return UNUSUAL
        at = blank(bytes, at)
      } while (bytes[at] === COMMA)
      at = bytes[at] === CLOSE ? at + 1 : UNUSUAL
    }
    if (at === UNUSUAL || named === null) return UNUSUAL
    this.events.push({ name: named, args: this.#args })
    return at
  }

  #value(bytes: Uint8Array, at: number, args: Value[]): number {
    if (bytes[at] === QUOTE) {
      at = this.#string(bytes, at)
      args.push(this.#word)
    } else {
      at = this.#integer(bytes, at)
      args.push(this.#number)
    }
    return at
  }

  /** Reads a list whose items `item` reads, each from its first byte. */
  #list(bytes: Uint8Array, at: number, item: (at: number) => number): number {
    if (bytes[at] !== OPEN_LIST) return UNUSUAL
    at = blank(bytes, at + 1)
    if (bytes[at] === CLOSE_LIST) return at + 1
    for (;;) {
      at = item(at)
      if (at === UNUSUAL) return UNUSUAL
      at = blank(bytes, at)
      if (bytes[at] === CLOSE_LIST) return at + 1
      if (bytes[at] !== COMMA) return UNUSUAL
      at = blank(bytes, at + 1)
    }
  }

  /** Gives where the value of the key begins. */
  #key(bytes: Uint8Array, at: number): number {
    at = this.#string(bytes, at)
    if (at === UNUSUAL) return UNUSUAL
    at = blank(bytes, at)
    return bytes[at] === COLON ? blank(bytes, at + 1) : UNUSUAL
  }

  #string(bytes: Uint8Array, at: number): number {
    if (bytes[at] !== QUOTE) return UNUSUAL
    const start = at + 1
    at = start
    for (let byte = bytes[at]!; byte !== QUOTE; byte = bytes[++at]!) {
      if (byte < SPACE || byte === BACKSLASH) return UNUSUAL
    }
    const word = this.#words.word(bytes, start, at)
    if (word === null) return UNUSUAL
    this.#word = word
    return at + 1
  }

  #integer(bytes: Uint8Array, at: number): number {
    const negative = bytes[at] === MINUS
    if (negative) at++
    const first = at
    let number = 0
    for (let digit = bytes[at]! - ZERO; digit >= 0 && digit <= 9; digit = bytes[++at]! - ZERO) {
      number = number * 10 + digit
    }
    const digits = at - first
    if (digits === 0 || digits > MOST_DIGITS || (digits > 1 && bytes[first] === ZERO)) return UNUSUAL
    // Minus nothing is nothing.
    this.#number = negative ? 0 - number : number
    return at
  }
}

function blank(bytes: Uint8Array, at: number): number {
  while (bytes[at] === SPACE || bytes[at] === TAB || bytes[at] === RETURN) at++
  return at
}
