// What was worked out from books, good as long as none of them has changed.
import type { Book } from './knowledge.ts'

/** The version of each book that some work was read from. */
type Reads = ReadonlyMap<Book, number>

export class Kept {
  readonly #known = new Map<object, { readonly result: unknown; readonly reads: Reads }>()
  /** What each piece of work that is under way has read, the outermost first. */
  readonly #reading: Map<Book, number>[] = []

  /** Notes that work under way rests on a book. */
  read<B extends Book>(book: B): B {
    for (const reads of this.#reading) reads.set(book, book.version)
    return book
  }

  /** Whether a result is known and still good. */
  has(key: object): boolean {
    const known = this.#known.get(key)
    return known !== undefined && isCurrent(known.reads)
  }

  /**
   * The result of work named by a key, worked out again where a book it was read from has changed. What is not final when it
   * is done is given and not kept.
   */
  of<T>(key: object, work: (isCurrent: () => boolean) => T, isFinal: () => boolean = () => true): T {
    const before = this.#known.get(key)
    if (before && isCurrent(before.reads)) {
      for (const outer of this.#reading) for (const [book, version] of before.reads) outer.set(book, version)
      return before.result as T
    }
    const reads = new Map<Book, number>()
    this.#reading.push(reads)
    try {
      const result = work(() => isCurrent(reads))
      if (isFinal()) this.#known.set(key, { result, reads })
      return result
    } finally {
      this.#reading.pop()
    }
  }
}

function isCurrent(reads: Reads): boolean {
  for (const [book, version] of reads) if (book.version !== version) return false
  return true
}
