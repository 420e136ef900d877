// Receipts in the order of the report, each told once however many figures rest on it.
import type { Status } from '@trucekeeper/engine'
import type { FigureReceipt } from './report.ts'

interface RestsOn {
  readonly clause?: string
  readonly account?: string
  readonly entries?: readonly string[]
  readonly example?: boolean
}

export class Receipts {
  readonly #all: FigureReceipt[] = []
  readonly #ids = new Map<string, string>()
  readonly #status: Pick<Status, 'checkpoint'>
  readonly #knownAt: string

  constructor(status: Pick<Status, 'checkpoint'>, knownAt: string) {
    this.#status = status
    this.#knownAt = knownAt
  }

  /** The id of the receipt for what rests on this. */
  of({ clause, account, entries = [], example = false }: RestsOn): string {
    const sorted = [...new Set(entries)].toSorted()
    const key = JSON.stringify([clause, account, sorted])
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const id = `r${this.#all.length + 1}`
    const { checkpoint } = this.#status
    this.#ids.set(key, id)
    this.#all.push({
      id,
      clause: clause ?? null,
      account: account ?? null,
      entries: sorted,
      checkpoint,
      known_at: this.#knownAt,
      example,
    })
    return id
  }

  all(): readonly FigureReceipt[] {
    return this.#all
  }
}
