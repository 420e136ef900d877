// Lines in whatever order and spacing JSON allows, with events that have arguments, read from their bytes.
import type { TraceEvent } from '../first-order/event.ts'
import { Arguments, ScannedEvent } from '../first-order/scanned.ts'
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
const NOT_ASCII = 128
/** So many digits are an exact integer in a double. */
const MOST_DIGITS = 15
const UNUSUAL = -1

const encoder = new TextEncoder()
const T = encoder.encode('"t"')
const ATOMS = encoder.encode('"atoms"')
const NAME = encoder.encode('"name"')
const ARGS = encoder.encode('"args"')

/**
 * Reads one line into `time` and `events`. What is rare in a line, such as escapes, fractions and keys of another kind,
 * and what is wrong with it, is left to the full reader.
 */
export class EventScanner {
  time = 0
  /** Good until the next line is read, as is what is in it. */
  readonly events: TraceEvent[] = []
  readonly #words = new Words()
  readonly #args = new Arguments((bytes, start, end) => this.#words.word(bytes, start, end))
  /** Events to be used again. */
  readonly #pool: ScannedEvent[] = []
  #number = 0

  /** Gives where the next line begins, or -1. A line end must stand somewhere from `at` on: no loop goes past one. */
  line(bytes: Uint8Array, at: number): number {
    this.events.length = 0
    this.#args.bytes = bytes
    this.#args.count = 0
    let [timed, listed] = [false, false]
    at = blank(bytes, at)
    if (bytes[at] !== OPEN) return UNUSUAL
    do {
      at = blank(bytes, at + 1)
      if (!timed && stands(T, bytes, at)) {
        timed = true
        at = this.#integer(bytes, afterColon(bytes, at + T.length))
        this.time = this.#number
      } else if (!listed && stands(ATOMS, bytes, at)) {
        listed = true
        at = this.#events(bytes, afterColon(bytes, at + ATOMS.length))
      } else return UNUSUAL
      if (at === UNUSUAL) return UNUSUAL
      at = blank(bytes, at)
    } while (bytes[at] === COMMA)
    if (!timed || !listed || bytes[at] !== CLOSE) return UNUSUAL
    at = blank(bytes, at + 1)
    return bytes[at] === NEWLINE ? at + 1 : UNUSUAL
  }

  #events(bytes: Uint8Array, at: number): number {
    if (bytes[at] !== OPEN_LIST) return UNUSUAL
    at = blank(bytes, at + 1)
    if (bytes[at] === CLOSE_LIST) return at + 1
    for (;;) {
      const event = (this.#pool[this.events.length] ??= new ScannedEvent(this.#args))
      event.first = this.#args.count
      at = bytes[at] === QUOTE ? this.#name(bytes, at, event) : this.#event(bytes, at, event)
      if (at === UNUSUAL) return UNUSUAL
      event.size = this.#args.count - event.first
      this.events.push(event)
      at = blank(bytes, at)
      if (bytes[at] === CLOSE_LIST) return at + 1
      if (bytes[at] !== COMMA) return UNUSUAL
      at = blank(bytes, at + 1)
    }
  }

  #event(bytes: Uint8Array, at: number, event: ScannedEvent): number {
    if (bytes[at] !== OPEN) return UNUSUAL
    let [named, given] = [false, false]
    do {
      at = blank(bytes, at + 1)
      if (!named && stands(NAME, bytes, at)) {
        named = true
        at = this.#name(bytes, afterColon(bytes, at + NAME.length), event)
      } else if (!given && stands(ARGS, bytes, at)) {
        given = true
        at = this.#list(bytes, afterColon(bytes, at + ARGS.length))
      } else return UNUSUAL
      if (at === UNUSUAL) return UNUSUAL
      at = blank(bytes, at)
    } while (bytes[at] === COMMA)
    return named && bytes[at] === CLOSE ? at + 1 : UNUSUAL
  }

  #name(bytes: Uint8Array, at: number, event: ScannedEvent): number {
    const end = endOfString(bytes, at)
    if (end === UNUSUAL) return UNUSUAL
    const name = this.#words.word(bytes, at + 1, end)
    if (name === null) return UNUSUAL
    event.name = name
    return end + 1
  }

  /** Reads the arguments of an event. */
  #list(bytes: Uint8Array, at: number): number {
    if (bytes[at] !== OPEN_LIST) return UNUSUAL
    at = blank(bytes, at + 1)
    if (bytes[at] === CLOSE_LIST) return at + 1
    for (;;) {
      if (bytes[at] === QUOTE) at = this.#wordArgument(bytes, at)
      else {
        at = this.#integer(bytes, at)
        this.#args.addNumber(this.#number)
      }
      if (at === UNUSUAL) return UNUSUAL
      at = blank(bytes, at)
      if (bytes[at] === CLOSE_LIST) return at + 1
      if (bytes[at] !== COMMA) return UNUSUAL
      at = blank(bytes, at + 1)
    }
  }

  #wordArgument(bytes: Uint8Array, at: number): number {
    const start = at + 1
    const end = endOfString(bytes, at)
    if (end === UNUSUAL) return UNUSUAL
    for (let byte = start; byte < end; byte++) {
      // Whether it is UTF-8 at all shows where it is decoded.
      if (bytes[byte]! >= NOT_ASCII) {
        if (this.#words.word(bytes, start, end) === null) return UNUSUAL
        break
      }
    }
    this.#args.addWord(start, end)
    return end + 1
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

function stands(text: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text[i]) return false
  return true
}

function afterColon(bytes: Uint8Array, at: number): number {
  at = blank(bytes, at)
  return bytes[at] === COLON ? blank(bytes, at + 1) : UNUSUAL
}

/** Where the closing quote stands of a string without escapes. */
function endOfString(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== QUOTE) return UNUSUAL
  for (let byte = bytes[++at]!; byte !== QUOTE; byte = bytes[++at]!) {
    if (byte < SPACE || byte === BACKSLASH) return UNUSUAL
  }
  return at
}

function blank(bytes: Uint8Array, at: number): number {
  while (bytes[at] === SPACE || bytes[at] === TAB || bytes[at] === RETURN) at++
  return at
}
