// The tables an evaluation knows, kept as a book: decisions that rest on them are made again when they are replaced.
import type { Said } from '@trucekeeper/access'
import type { AccountPolicy, Cast } from '@trucekeeper/corroborate'
import type { Instant } from '@trucekeeper/time'
import type { Book } from '../knowledge.ts'
import { once } from '../node.ts'
import { isSameTables, type KnownTables } from './known.ts'
import { viewOf, type TableView } from './view.ts'

const MOST_REMEMBERED = 100

export class TableBook implements Book {
  version = 0
  #tables: KnownTables | null = null
  #byName: () => ReadonlyMap<string, Said> = () => new Map()
  readonly #views = new Map<string, TableView>()

  get tables(): KnownTables | null {
    return this.#tables
  }

  /** Claims change no table. */
  learn(): void {}

  /** Other rows in place of those before. */
  replace(tables: KnownTables | null): void {
    if (isSameTables(tables, this.#tables)) return
    this.#tables = tables
    this.#views.clear()
    this.#byName = once(() => {
      const all: readonly (readonly Said[])[] = Object.values(tables?.access ?? {})
      return new Map(all.flatMap((rows) => rows.map((row) => [row.name, row] as const)))
    })
    this.version += 1
  }

  view(policy: AccountPolicy, cast: Cast, at: Instant): TableView {
    const key = JSON.stringify([policy.id, policy.trusts, policy.sources, at])
    const found = this.#views.get(key) ?? viewOf(this.#tables, this.#byName, policy, cast, at)
    if (this.#views.size >= MOST_REMEMBERED) this.#views.clear()
    this.#views.set(key, found)
    return found
  }
}
