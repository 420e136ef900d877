// All consignments, kept up to date: a row that comes in re-evaluates the consignment it speaks of and no other.
import { NO_RECORDS, type AccessRecords } from '../records/index.ts'
import { targetOf, type Question, type Said } from '../said.ts'
import { consignmentStatus, type ConsignmentRows, type ConsignmentStatus, type Lines } from './consignment.ts'

const TABLES = ['consignments', 'items', 'vehicles', 'seals', 'events', 'receipts', 'tracks'] as const

type Group = { readonly [K in (typeof TABLES)[number]]: AccessRecords[K][number][] }

/**
 * The consignments as of one question. `lines` are the routes by their ids. What it gives after any number of `learn` is
 * what it would give had everything been there from the start, in any order.
 */
export class Convoys {
  readonly question: Question
  readonly #lines: Lines
  readonly #groups = new Map<string, Group>()
  readonly #homes = new Map<string, string>()
  readonly #corrections = new Map<string, Said[]>()
  readonly #statuses = new Map<string, ConsignmentStatus>()
  /** What `all` gave last, and where each consignment stands in it. */
  #given: readonly ConsignmentStatus[] = []
  readonly #places = new Map<string, number>()
  readonly #stale = new Set<string>()

  constructor(question: Question, records: AccessRecords = NO_RECORDS, lines: Lines = new Map()) {
    this.question = question
    this.#lines = lines
    this.learn(records)
  }

  /** Takes rows in, and gives the ids of the consignments that they touch. */
  learn(records: Partial<AccessRecords>): string[] {
    const touched = new Set<string>()
    for (const table of TABLES)
      for (const row of records[table] ?? []) {
        const rows: Said[] = this.#group(row.consignmentId)[table]
        rows.push(row)
        this.#homes.set(row.name, row.consignmentId)
        touched.add(row.consignmentId)
        const target = targetOf(row)
        if (target === null) continue
        this.#corrections.set(target, [...(this.#corrections.get(target) ?? []), row])
        const home = this.#homes.get(target)
        if (home !== undefined) touched.add(home)
      }
    for (const id of touched) {
      this.#statuses.delete(id)
      this.#stale.add(id)
    }
    return [...touched].toSorted()
  }

  /** Null where no row speaks of it. */
  of(id: string): ConsignmentStatus | null {
    const known = this.#statuses.get(id)
    if (known) return known
    const rows: ConsignmentRows | undefined = this.#groups.get(id)
    if (!rows) return null
    const status = consignmentStatus(id, rows, this.question, this.#lines, this.#corrections)
    this.#statuses.set(id, status)
    return status
  }

  /** All that somebody had spoken of by then, in the order of their ids. */
  all(): readonly ConsignmentStatus[] {
    const fresh = [...this.#stale].map((id) => this.of(id)!)
    this.#stale.clear()
    if (fresh.length === 0) return this.#given
    if (fresh.every(({ consignmentId, sources }) => this.#places.has(consignmentId) && sources.length > 0)) {
      const given = [...this.#given]
      for (const one of fresh) given[this.#places.get(one.consignmentId)!] = one
      this.#given = given
    } else {
      this.#given = [...this.#groups.keys()]
        .toSorted()
        .map((id) => this.of(id)!)
        .filter(({ sources }) => sources.length > 0)
      this.#places.clear()
      for (const [index, { consignmentId }] of this.#given.entries()) this.#places.set(consignmentId, index)
    }
    return this.#given
  }

  #group(id: string): Group {
    const known = this.#groups.get(id)
    if (known) return known
    const group: Group = { consignments: [], items: [], vehicles: [], seals: [], events: [], receipts: [], tracks: [] }
    this.#groups.set(id, group)
    return group
  }
}
