// All consignments, kept up to date: a row that comes in re-evaluates the consignment it speaks of and no other.
import { NO_RECORDS, type AccessRecords } from '../records/index.ts'
import type { Question, Said } from '../said.ts'
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
  #ids: string[] | null = null

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
        if (row.corrects === null) continue
        this.#corrections.set(row.corrects, [...(this.#corrections.get(row.corrects) ?? []), row])
        const home = this.#homes.get(row.corrects)
        if (home !== undefined) touched.add(home)
      }
    for (const id of touched) this.#statuses.delete(id)
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
  all(): ConsignmentStatus[] {
    this.#ids ??= [...this.#groups.keys()].toSorted()
    return this.#ids.map((id) => this.of(id)!).filter(({ sources }) => sources.length > 0)
  }

  #group(id: string): Group {
    const known = this.#groups.get(id)
    if (known) return known
    const group: Group = { consignments: [], items: [], vehicles: [], seals: [], events: [], receipts: [], tracks: [] }
    this.#groups.set(id, group)
    this.#ids = null
    return group
  }
}
