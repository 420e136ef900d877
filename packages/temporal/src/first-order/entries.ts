// Per-key state: one entry for each tuple within a window, found by all of its columns or by some of them.
import { KeyTable } from './key-table.ts'
import { keyer, positionsOf, wholeKeyer, widthOf, type Key, type Keyer, type Rows } from './rows.ts'

export interface Entry {
  readonly key: Key
  readonly row: Rows
  /** Point of the latest witness within the window, or -1. */
  at: number
  /** Last point up to which the left side is known to have held. */
  stamp: number
  /** Witnesses or intervals that still count on it. */
  uses: number
  /** Intervals that cover the present point. */
  active: number
  dead: boolean
}

/** Entries that agree on some columns. */
interface Bucket {
  readonly key: Key
  readonly entries: Set<Entry>
}

interface SubIndex {
  readonly key: Keyer
  readonly buckets: KeyTable<Bucket>
}

export class Entries {
  readonly columns: readonly string[]
  readonly keyOf: Keyer
  readonly #width: number
  readonly #all = new KeyTable<Entry>()
  readonly #indexes = new Map<string, SubIndex>()

  constructor(columns: readonly string[]) {
    this.columns = columns
    this.keyOf = wholeKeyer(columns)
    this.#width = widthOf(columns)
  }

  get size(): number {
    return this.#all.size
  }

  get(key: Key): Entry | undefined {
    return this.#all.get(key)
  }

  /** All there are now. */
  values(): readonly Entry[] {
    return this.#all.values()
  }

  add(key: Key, rows: Rows, at: number): Entry {
    const row = rows.slice(at, at + this.#width)
    return this.#insert({ key, row, at: -1, stamp: -1, uses: 0, active: 0, dead: false })
  }

  remove(entry: Entry): void {
    if (entry.dead) return
    entry.dead = true
    this.#all.remove(entry.key)
    for (const { key, buckets } of this.#indexes.values()) {
      const sub = key(entry.row, 0)
      const found = buckets.get(sub)?.entries
      if (found?.delete(entry) === true && found.size === 0) buckets.remove(sub)
    }
  }

  clear(): void {
    for (const entry of this.#all.values()) entry.dead = true
    this.#all.clear()
    for (const { buckets } of this.#indexes.values()) buckets.clear()
  }

  /** Entries by some of their columns; must be asked for while there are none. */
  by(on: readonly string[]): (key: Key) => Iterable<Entry> {
    if (on.length === this.columns.length && on.every((name, i) => name === this.columns[i])) {
      return (key) => {
        const entry = this.#all.get(key)
        return entry === undefined ? [] : [entry]
      }
    }
    const name = JSON.stringify(on)
    const index = this.#indexes.get(name) ?? { key: keyer(positionsOf(on, this.columns)), buckets: new KeyTable() }
    this.#indexes.set(name, index)
    return (key) => index.buckets.get(key)?.entries ?? []
  }

  /** A copy with its own entries, and what became of each. */
  fork(): { entries: Entries; copyOf: (entry: Entry) => Entry } {
    const copies = new Map<Entry, Entry>()
    const entries = new Entries(this.columns)
    for (const [name, { key }] of this.#indexes) entries.#indexes.set(name, { key, buckets: new KeyTable() })
    const copyOf = (entry: Entry) => {
      const copy = copies.get(entry) ?? { ...entry }
      copies.set(entry, copy)
      return copy
    }
    for (const entry of this.#all.values()) entries.#insert(copyOf(entry))
    return { entries, copyOf }
  }

  #insert(entry: Entry): Entry {
    this.#all.add(entry)
    for (const { key, buckets } of this.#indexes.values()) {
      const sub = key(entry.row, 0)
      const found = buckets.get(sub)
      if (found === undefined) buckets.add({ key: sub, entries: new Set([entry]) })
      else found.entries.add(entry)
    }
    return entry
  }
}
