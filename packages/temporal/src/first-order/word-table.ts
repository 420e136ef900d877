// Words by their UTF-8 bytes, numbered in typed arrays: a million passing words leave no strings behind.

const SMALLEST = 1024
/** The table has at least so many places for each word. */
const SPARSE = 2

export class WordTable {
  #arena = new Uint8Array(16 * SMALLEST)
  #arenaLength = 0
  /** The number of the word in each place, from 1; 0 where there is none. */
  #places = new Int32Array(SPARSE * SMALLEST)
  #hashes = new Int32Array(SMALLEST)
  #starts = new Int32Array(SMALLEST)
  /** -1 where a number is free. */
  #lengths = new Int32Array(SMALLEST)
  #free: number[] = []
  /** One above every number given. */
  #top = 0
  readonly #texts: (string | undefined)[] = []
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })

  get size(): number {
    return this.#top - this.#free.length
  }

  /** The number of the word from `start` to `end`, which gets one if it has none. */
  numberOf(bytes: Uint8Array, start: number, end: number): number {
    let hash = end - start
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + bytes[at]!) | 0
    let place = this.#placeOf(hash)
    for (let found = this.#places[place]!; found !== 0; found = this.#places[place]!) {
      if (this.#hashes[found - 1] === hash && this.#is(found - 1, bytes, start, end)) return found - 1
      place = (place + 1) & (this.#places.length - 1)
    }
    return this.#add(hash, bytes, start, end)
  }

  textOf(number: number): string {
    return (this.#texts[number] ??= this.#decoder.decode(
      this.#arena.subarray(this.#starts[number], this.#starts[number]! + this.#lengths[number]!),
    ))
  }

  /** Forgets the other words; their numbers are given anew, the lowest first. */
  keep(kept: (number: number) => boolean): void {
    const old = this.#arena
    this.#arena = new Uint8Array(old.length)
    this.#arenaLength = 0
    this.#free = []
    for (let number = this.#top - 1; number >= 0; number--) {
      const start = this.#starts[number]!
      const length = this.#lengths[number]!
      if (length >= 0 && kept(number)) {
        this.#starts[number] = this.#arenaLength
        for (let at = 0; at < length; at++) this.#arena[this.#arenaLength + at] = old[start + at]!
        this.#arenaLength += length
      } else {
        this.#lengths[number] = -1
        this.#texts[number] = undefined
        this.#free.push(number)
      }
    }
    this.#placeAll(this.#places.length)
  }

  #add(hash: number, bytes: Uint8Array, start: number, end: number): number {
    const number = this.#free.pop() ?? this.#top++
    if (number === this.#hashes.length) {
      this.#hashes = widened(this.#hashes)
      this.#starts = widened(this.#starts)
      this.#lengths = widened(this.#lengths)
    }
    const length = end - start
    while (this.#arenaLength + length > this.#arena.length) {
      const arena = new Uint8Array(2 * this.#arena.length)
      arena.set(this.#arena)
      this.#arena = arena
    }
    for (let at = 0; at < length; at++) this.#arena[this.#arenaLength + at] = bytes[start + at]!
    this.#hashes[number] = hash
    this.#starts[number] = this.#arenaLength
    this.#lengths[number] = length
    this.#arenaLength += length
    if (SPARSE * this.size > this.#places.length) this.#placeAll(2 * this.#places.length)
    else this.#place(number)
    return number
  }

  #placeAll(places: number): void {
    this.#places = new Int32Array(places)
    for (let number = 0; number < this.#top; number++) if (this.#lengths[number]! >= 0) this.#place(number)
  }

  #place(number: number): void {
    let place = this.#placeOf(this.#hashes[number]!)
    while (this.#places[place] !== 0) place = (place + 1) & (this.#places.length - 1)
    this.#places[place] = number + 1
  }

  #placeOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#places.length - 1)
  }

  #is(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#lengths[number] !== end - start) return false
    const own = this.#starts[number]! - start
    for (let at = start; at < end; at++) if (this.#arena[own + at] !== bytes[at]) return false
    return true
  }
}

function widened(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(2 * numbers.length)
  wide.set(numbers)
  return wide
}
