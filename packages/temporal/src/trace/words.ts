// The strings of a trace, made once for the bytes that stand for them.
import { hashed } from './names.ts'

const PLACES = 2 ** 15
/** Beyond it the table is emptied: strings that never come again must not fill the memory. */
const MOST_WORDS = PLACES / 2
const ARENA = 2 ** 20
const LONGEST_WORD = 256

export class Words {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  /** The bytes of all words, one after the other. */
  readonly #arena = new Uint8Array(ARENA)
  #arenaLength = 0
  /** The number of the word in each place, from 1. */
  readonly #places = new Int32Array(PLACES)
  readonly #hashes = new Int32Array(MOST_WORDS + 1)
  readonly #starts = new Int32Array(MOST_WORDS + 1)
  readonly #lengths = new Int32Array(MOST_WORDS + 1)
  #words: string[] = ['']

  /** The text of the bytes from `start` to `end`, which hold no escapes; null where they are not UTF-8. */
  word(bytes: Uint8Array, start: number, end: number): string | null {
    const length = end - start
    if (length > LONGEST_WORD) return this.#decoded(bytes, start, end)
    let hash = length
    for (let at = start; at < end; at++) hash = hashed(hash, bytes[at]!)
    let place = (hash ^ (hash >>> 15)) & (PLACES - 1)
    for (let number = this.#places[place]!; number !== 0; number = this.#places[place]!) {
      if (this.#hashes[number] === hash && this.#is(number, bytes, start, length)) return this.#words[number]!
      place = (place + 1) & (PLACES - 1)
    }
    const word = this.#decoded(bytes, start, end)
    if (word === null) return null
    if (this.#words.length > MOST_WORDS || this.#arenaLength + length > ARENA) {
      this.#forget()
      place = (hash ^ (hash >>> 15)) & (PLACES - 1)
    }
    const number = this.#words.push(word) - 1
    this.#places[place] = number
    this.#hashes[number] = hash
    this.#starts[number] = this.#arenaLength
    this.#lengths[number] = length
    this.#arena.set(bytes.subarray(start, end), this.#arenaLength)
    this.#arenaLength += length
    return word
  }

  #is(number: number, bytes: Uint8Array, start: number, length: number): boolean {
    if (this.#lengths[number] !== length) return false
    const own = this.#starts[number]!
    for (let at = 0; at < length; at++) if (this.#arena[own + at] !== bytes[start + at]) return false
    return true
  }

  #decoded(bytes: Uint8Array, start: number, end: number): string | null {
    try {
      return this.#decoder.decode(bytes.subarray(start, end))
    } catch {
      return null
    }
  }

  #forget(): void {
    this.#places.fill(0)
    this.#words = ['']
    this.#arenaLength = 0
  }
}
