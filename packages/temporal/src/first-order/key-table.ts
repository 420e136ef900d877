// What is found by its key, in one array: a map that things come into and leave all the time copies itself over and
// over, and its copies hold on to each other and to all that was ever in them until a full collection.
import type { Key } from './rows.ts'

const SMALLEST = 16

export class KeyTable<T extends { readonly key: Key }> {
  #places: (T | undefined)[] = Array.from({ length: SMALLEST })
  #size = 0

  get size(): number {
    return this.#size
  }

  get(key: Key): T | undefined {
    return this.#places[this.#find(key)]
  }

  /** Puts in what has a key that is not there yet. */
  add(item: T): void {
    if (2 * ++this.#size > this.#places.length) this.#resize(2 * this.#places.length)
    this.#places[this.#find(item.key)] = item
  }

  remove(key: Key): void {
    const places = this.#places
    const mask = places.length - 1
    let gap = this.#find(key)
    if (places[gap] === undefined) return
    this.#size--
    // Whatever stands further from its place than the gap moves up, so that no search ends at it too early.
    for (let at = (gap + 1) & mask; places[at] !== undefined; at = (at + 1) & mask) {
      if (((at - hashed(places[at]!.key)) & mask) < ((at - gap) & mask)) continue
      places[gap] = places[at]
      gap = at
    }
    places[gap] = undefined
    if (places.length > SMALLEST && 8 * this.#size < places.length) this.#resize(places.length / 2)
  }

  clear(): void {
    this.#places = Array.from({ length: SMALLEST })
    this.#size = 0
  }

  /** All there is now, in no order that means anything. */
  values(): readonly T[] {
    return this.#places.filter((item) => item !== undefined)
  }

  #find(key: Key): number {
    const mask = this.#places.length - 1
    let at = hashed(key) & mask
    for (let item = this.#places[at]; item !== undefined && item.key !== key; item = this.#places[at]) {
      at = (at + 1) & mask
    }
    return at
  }

  #resize(length: number): void {
    const items = this.#places
    this.#places = Array.from({ length })
    for (const item of items) if (item !== undefined) this.#places[this.#find(item.key)] = item
  }
}

function hashed(key: Key): number {
  let hash = 0
  if (typeof key === 'number') hash = key ^ Math.imul(key / 2 ** 26, 0x9e37_79b1)
  else for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0
  hash = Math.imul(hash, 0x85eb_ca6b)
  return hash ^ (hash >>> 15)
}
