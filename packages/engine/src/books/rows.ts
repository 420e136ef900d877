// Rows in columns that grow and shrink: who goes leaves its place to the last, so that all lie together.

/** A column of numbers with room to grow. */
export class Column<T extends Float64Array | Uint32Array | Uint8Array> {
  #held: T

  constructor(empty: T) {
    this.#held = empty
  }

  set(row: number, value: number): void {
    if (row >= this.#held.length) {
      const larger = new (this.#held.constructor as new (length: number) => T)(Math.max(1024, row * 2))
      larger.set(this.#held)
      this.#held = larger
    }
    this.#held[row] = value
  }

  move(from: number, to: number): void {
    this.#held[to] = this.#held[from] ?? 0
  }

  /** The first rows, good until anything changes: copies of millions of bytes would keep the collector of garbage busy. */
  seen(rows: number): T {
    return this.#held.subarray(0, rows) as T
  }
}

type AnyColumn = Pick<Column<Uint8Array>, 'move'>

/** Which row each name has. */
export class Rows {
  readonly #rows = new Map<string, number>()
  readonly #names: string[] = []
  readonly #columns: AnyColumn[]

  constructor(columns: readonly AnyColumn[]) {
    this.#columns = [...columns]
  }

  get size(): number {
    return this.#names.length
  }

  /** Takes one more column along from now on. */
  join(column: AnyColumn): void {
    this.#columns.push(column)
  }

  find(name: string): number | null {
    return this.#rows.get(name) ?? null
  }

  /** The row of a name, a new one at the end where it has none. */
  of(name: string): number {
    const known = this.#rows.get(name)
    if (known !== undefined) return known
    this.#rows.set(name, this.#names.length)
    return this.#names.push(name) - 1
  }

  remove(name: string): void {
    const row = this.#rows.get(name)
    if (row === undefined) return
    const last = this.#names.pop()!
    this.#rows.delete(name)
    if (last === name) return
    this.#names[row] = last
    this.#rows.set(last, row)
    for (const column of this.#columns) column.move(this.#names.length, row)
  }
}

/** Values by number, each written down once. */
export class Numbered<T> {
  readonly #numbers = new Map<string, number>()
  readonly values: T[] = []

  of(key: string, value: T): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.values.length)
    return this.values.push(value) - 1
  }
}
