// Lines of the common form, read straight from their bytes.
import type { Monitor } from '../monitor.ts'
import { hashed, Names } from './names.ts'
import type { Lines } from './reader.ts'

const NEWLINE = 10
const SPACE = 32
const QUOTE = 34
const COMMA = 44
const ZERO = 48
const COLON = 58
const OPEN_LIST = 91
const BACKSLASH = 92
const CLOSE_LIST = 93
const CLOSE = 125
const NOT_ASCII = 128
/** Four bytes at a time, the first lowest. */
const OPEN_T = 0x2274_227b // {"t"
const ATO = 0x6f74_6122 // "ato
const MS = 0x3a22_736d // ms":
/** So many digits are an exact integer in a double. */
const MOST_DIGITS = 15
/** No line is shorter, and so many bytes can be looked at from the start of any line. */
const SHORTEST_LINE = 18
/** A line that says more atoms of the formula than this is unusual. */
const MOST_HELD = 64
const UNUSUAL = -1

/**
 * Reads lines such as `{"t":12,"atoms":["p","q"]}`, with or without a blank after each colon and comma. Anything else,
 * right or wrong, is unusual and left to the full reader.
 */
export class Scanner {
  readonly #monitor: Monitor
  readonly #names: Names
  /** The atoms of the line under way, by their numbers. */
  readonly #held = new Int32Array(MOST_HELD)
  #holding = 0

  constructor(monitor: Monitor) {
    this.#monitor = monitor
    this.#names = new Names(monitor.atoms)
  }

  /**
   * Feeds the lines from `at` into the monitor up to the first unusual one, of which the monitor then has heard
   * nothing, and gives where that begins; or `to`, just after a line end. No loop goes past a line end.
   */
  read(bytes: Uint8Array, at: number, to: number, lines: Lines): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    while (at + SHORTEST_LINE < to) {
      // A call for each line and one for each name, small and called often, are soon compiled; one long loop is late.
      const next = this.#line(bytes, view, at, to)
      if (next === UNUSUAL) return at
      lines.count++
      at = next
    }
    return at
  }

  /** Reads a line and feeds it into the monitor; gives where the next begins, or -1. */
  #line(bytes: Uint8Array, view: DataView, at: number, to: number): number {
    if (view.getInt32(at, true) !== OPEN_T || bytes[at + 4] !== COLON) return UNUSUAL
    let here = at + 5
    if (bytes[here] === SPACE) here++
    const first = here
    let time = 0
    for (let digit = bytes[here]! - ZERO; digit >= 0 && digit <= 9; digit = bytes[++here]! - ZERO) {
      time = time * 10 + digit
    }
    const digits = here - first
    if (digits === 0 || digits > MOST_DIGITS || (digits > 1 && bytes[first] === ZERO)) return UNUSUAL
    if (bytes[here] !== COMMA) return UNUSUAL
    if (bytes[++here] === SPACE) here++
    if (here + 8 > to || view.getInt32(here, true) !== ATO || view.getInt32(here + 4, true) !== MS) return UNUSUAL
    here += 8
    if (bytes[here] === SPACE) here++
    if (bytes[here] !== OPEN_LIST) return UNUSUAL
    here++
    this.#holding = 0
    if (bytes[here] !== CLOSE_LIST) {
      for (;;) {
        here = this.#name(bytes, here)
        if (here === UNUSUAL) return UNUSUAL
        if (bytes[here] !== COMMA) break
        if (bytes[++here] === SPACE) here++
      }
      if (bytes[here] !== CLOSE_LIST) return UNUSUAL
    }
    const monitor = this.#monitor
    if (bytes[here + 1] !== CLOSE || bytes[here + 2] !== NEWLINE || time < monitor.latest) return UNUSUAL
    monitor.point(time)
    for (let index = 0; index < this.#holding; index++) monitor.hold(this.#held[index]!)
    return here + 3
  }

  /** Reads a name in quotes into the atoms under way, if it is one of the formula's; gives where it ends, or -1. */
  #name(bytes: Uint8Array, at: number): number {
    if (bytes[at] !== QUOTE) return UNUSUAL
    let here = at + 1
    let hash = 0
    let all = 0
    for (let byte = bytes[here]!; byte !== QUOTE; byte = bytes[++here]!) {
      if (byte < SPACE || byte === BACKSLASH) return UNUSUAL
      all |= byte
      hash = hashed(hash, byte)
    }
    const atom = this.#names.find(hash, bytes, at + 1, here)
    if (atom !== -1) {
      if (this.#holding === MOST_HELD) return UNUSUAL
      this.#held[this.#holding++] = atom
    } else if (all >= NOT_ASCII) {
      // Only the full reader sees whether it is UTF-8 at all.
      return UNUSUAL
    }
    return here + 1
  }
}
