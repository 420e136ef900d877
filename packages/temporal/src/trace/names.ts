// The names that matter, found by their bytes without making a string.

const LARGEST_LOAD = 4

/** The hash of a name, a byte at a time from 0. */
export function hashed(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0
}

/** Open addressing over the UTF-8 bytes of some names. */
export class Names {
  readonly #mask: number
  /** The number of the name in each place, or -1. */
  readonly #numbers: Int32Array
  readonly #hashes: Int32Array
  readonly #names: readonly Uint8Array[]

  constructor(names: readonly string[]) {
    const encoder = new TextEncoder()
    this.#names = names.map((name) => encoder.encode(name))
    let size = 16
    while (size < LARGEST_LOAD * names.length) size *= 2
    this.#mask = size - 1
    this.#numbers = new Int32Array(size).fill(-1)
    this.#hashes = new Int32Array(size)
    for (const [number, name] of this.#names.entries()) {
      const hash = name.reduce(hashed, 0)
      let at = this.#place(hash)
      while (this.#numbers[at] !== -1) at = (at + 1) & this.#mask
      this.#numbers[at] = number
      this.#hashes[at] = hash
    }
  }

  /** The number of the name that stands in the bytes from `start` to `end` and has this hash; -1 for any other. */
  find(hash: number, bytes: Uint8Array, start: number, end: number): number {
    for (let at = this.#place(hash); ; at = (at + 1) & this.#mask) {
      const number = this.#numbers[at]!
      if (number === -1) return -1
      if (this.#hashes[at] === hash && this.#is(number, bytes, start, end)) return number
    }
  }

  #place(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.#mask
  }

  #is(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const name = this.#names[number]!
    if (name.length !== end - start) return false
    for (let at = 0; at < name.length; at++) if (name[at] !== bytes[start + at]) return false
    return true
  }
}
