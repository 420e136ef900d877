// Lines of the common form, read straight from their bytes.
import type { Monitor } from '../monitor.ts'
import { hashed, Names } from './names.ts'
import type { Lines } from './reader.ts'

const NEWLINE = 10
const SPACE = 32
const QUOTE = 34
const COMMA = 44
const ZERO = 48
const NINE = 57
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

/**
 * Reads lines such as `{"t":12,"atoms":["p","q"]}`, with or without a blank after each colon and comma. Anything else,
 * right or wrong, is unusual and left to the full reader.
 */
export class Scanner {
  readonly #monitor: Monitor
  readonly #names: Names
  /** The atoms of the line under way, by their numbers. */
  readonly #held = new Int32Array(MOST_HELD)

  constructor(monitor: Monitor) {
    this.#monitor = monitor
    this.#names = new Names(monitor.atoms)
  }

  /**
   * Feeds the lines from `at` into the monitor up to the first unusual one, of which the monitor then has heard
   * nothing, and gives where that begins; or `to`, just after a line end. No loop goes past a line end.
   */
  read(bytes: Uint8Array, at: number, to: number, lines: Lines): number {
    const monitor = this.#monitor
    const held = this.#held
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    while (at + SHORTEST_LINE < to) {
      if (view.getUint32(at, true) !== OPEN_T || bytes[at + 4] !== COLON) return at
      let here = at + 5
      if (bytes[here] === SPACE) here++
      const first = here
      let byte = bytes[here]!
      let time = 0
      for (; byte >= ZERO && byte <= NINE; byte = bytes[++here]!) time = time * 10 + (byte - ZERO)
      const digits = here - first
      if (digits === 0 || digits > MOST_DIGITS || (digits > 1 && bytes[first] === ZERO)) return at
      if (byte !== COMMA) return at
      if (bytes[++here] === SPACE) here++
      if (here + 8 > to || view.getUint32(here, true) !== ATO || view.getUint32(here + 4, true) !== MS) return at
      here += 8
      if (bytes[here] === SPACE) here++
      if (bytes[here] !== OPEN_LIST) return at
      let holding = 0
      byte = bytes[++here]!
      while (byte !== CLOSE_LIST) {
        if (byte !== QUOTE) return at
        const start = ++here
        let hash = 0
        let ascii = true
        for (byte = bytes[here]!; byte !== QUOTE; byte = bytes[++here]!) {
          if (byte < SPACE || byte === BACKSLASH) return at
          if (byte >= NOT_ASCII) ascii = false
          hash = hashed(hash, byte)
        }
        const atom = this.#names.find(hash, bytes, start, here)
        if (atom !== -1) {
          if (holding === MOST_HELD) return at
          held[holding++] = atom
        } else if (!ascii) {
          // Only the full reader sees whether it is UTF-8 at all.
          return at
        }
        byte = bytes[++here]!
        if (byte === COMMA) {
          if (bytes[++here] === SPACE) here++
          byte = bytes[here]!
          if (byte !== QUOTE) return at
        } else if (byte !== CLOSE_LIST) return at
      }
      if (bytes[here + 1] !== CLOSE || bytes[here + 2] !== NEWLINE || time < monitor.latest) return at
      monitor.point(time)
      for (let index = 0; index < holding; index++) monitor.hold(held[index]!)
      lines.count++
      at = here + 3
    }
    return at
  }
}
