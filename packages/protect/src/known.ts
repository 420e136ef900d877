// What the entries come to: who is let in, what is registered and verified, what was asked and by whom.
import type { CivilDay, Instant } from '@trucekeeper/time'
import type { Deed, Entry, LonLat, Person, ProtectedKind } from './entries.ts'
import { looksLike } from './given.ts'
import { DAY, periodOf, type Policy } from './policy.ts'

export interface Site {
  readonly id: string
  readonly kind: ProtectedKind
  readonly place: LonLat
  readonly owner: string
  readonly registeredBy: string
  /** Person to organisation, of those who verified it, and of those who say it is gone. */
  readonly verifiedBy: ReadonlyMap<string, string>
  readonly goneBy: ReadonlyMap<string, string>
  /** Since when it counts, and since when no more; null for not. */
  readonly counts: Instant | null
  readonly gone: Instant | null
}

export interface Movement {
  readonly id: string
  readonly cells: readonly string[]
  readonly first_day: CivilDay
  readonly last_day: CivilDay
  readonly vehicles: number
  readonly owner: string
  readonly counts: Instant | null
}

export interface PointRequest {
  readonly id: string
  readonly site: string
  readonly person: string
  readonly purpose: string
  readonly from: Instant
  readonly to: Instant
  /** Person to organisation. */
  readonly consents: ReadonlyMap<string, string>
}

/** Cells an organisation paid for, each once in a period, with when. */
export type Spent = ReadonlyMap<string, Instant>

/** What people do at a page, as often as they like. */
export const AT_A_PAGE: ReadonlySet<string> = new Set<Deed['does']>(['ask', 'request_point', 'consent', 'show_point'])

export class Known {
  readonly people = new Map<string, Person>()
  readonly revoked = new Set<string>()
  readonly sites = new Map<string, Site>()
  readonly movements = new Map<string, Movement>()
  readonly requests = new Map<string, PointRequest>()
  readonly spent = new Map<string, Map<string, Instant>>()
  /** What was done at a page for an organisation on the last day on which anything was. */
  readonly #doings = new Map<string, { readonly day: number; readonly number: number }>()
  markKey: string | null = null
  /** Whether everything here is made up. */
  isExample = false
  readonly #policy: Policy
  #lastAt: Instant = 0

  constructor(policy: Policy) {
    this.#policy = policy
  }

  /** The next entry, in order. */
  take(entry: Entry): void {
    const { at, by } = entry
    const organisation = by === null ? '' : (this.people.get(by)?.organisation ?? '')
    if (AT_A_PAGE.has(entry.does))
      this.#doings.set(organisation, { day: dayOf(at), number: this.doingsOn(organisation, at) + 1 })
    if (entry.does === 'begin') {
      this.markKey = entry.mark_key
      this.isExample = entry.example === true
    } else if (entry.does === 'enrol') this.people.set(entry.person.id, entry.person)
    else if (entry.does === 'revoke') this.revoked.add(entry.organisation)
    else if (entry.does === 'register')
      this.sites.set(entry.site, {
        id: entry.site,
        kind: entry.kind,
        place: entry.place,
        owner: organisation,
        registeredBy: by!,
        verifiedBy: new Map(),
        goneBy: new Map(),
        counts: null,
        gone: null,
      })
    else if (entry.does === 'verify') {
      const site = this.sites.get(entry.site)!
      const verifiedBy = new Map(site.verifiedBy).set(by!, organisation)
      const counts = site.counts ?? (organisationsOf(verifiedBy) >= 2 ? at : null)
      this.sites.set(site.id, { ...site, verifiedBy, counts })
    } else if (entry.does === 'say_gone') {
      const site = this.sites.get(entry.site)!
      const goneBy = new Map(site.goneBy).set(by!, organisation)
      const agreed = organisationsOf(goneBy) >= 2 && [...goneBy.values()].includes(site.owner)
      this.sites.set(site.id, { ...site, goneBy, gone: site.gone ?? (agreed ? at : null) })
    } else if (entry.does === 'notify_movement') {
      const { movement: id, cells, first_day, last_day, vehicles } = entry
      this.movements.set(id, { id, cells, first_day, last_day, vehicles, owner: organisation, counts: null })
    } else if (entry.does === 'confirm_movement') {
      const movement = this.movements.get(entry.movement)!
      this.movements.set(movement.id, { ...movement, counts: movement.counts ?? at })
    } else if (entry.does === 'request_point') {
      const { request: id, site, purpose, from, to } = entry
      this.requests.set(id, { id, site, person: by!, purpose, from, to, consents: new Map() })
    } else if (entry.does === 'consent') {
      const request = this.requests.get(entry.request)!
      this.requests.set(request.id, { ...request, consents: new Map(request.consents).set(by!, organisation) })
    } else if (entry.does === 'accept_copy') this.#charge(at)
    else if (entry.does === 'ask') this.#pay(entry.organisation, entry.cells, at)
    this.#lastAt = at
  }

  /** Whether another id or organisation looks so like theirs that people would take one for the other. */
  hasLike({ id, organisation }: Person): boolean {
    return [...this.people.values()].some(
      (one) =>
        looksLike(one.id, id) || (one.organisation !== organisation && looksLike(one.organisation, organisation)),
    )
  }

  /** The person, unless nobody is let in by that id or their organisation no more. */
  admitted(id: string): Person | null {
    const person = this.people.get(id)
    return person && !this.revoked.has(person.organisation) ? person : null
  }

  doingsOn(organisation: string, at: Instant): number {
    const found = this.#doings.get(organisation)
    return found?.day === dayOf(at) ? found.number : 0
  }

  /** The cells that a question would be the first of its organisation, in the present period, to ask about. */
  newCells(organisation: string, cells: readonly string[], at: Instant): readonly string[] {
    const spent = this.spent.get(organisation)
    return cells.filter((cell) => !spent?.has(this.#cellInPeriod(cell, at)))
  }

  /** Those of the present period that it has asked about. */
  paidIn(organisation: string, at: Instant): readonly string[] {
    const end = ` ${periodOf(at, this.#policy).number}`
    return [...(this.spent.get(organisation)?.keys() ?? [])].flatMap((cell) =>
      cell.endsWith(end) ? [cell.slice(0, -end.length)] : [],
    )
  }

  /** As much of everybody's budget as could have been spent since the copy was made. */
  #charge(at: Instant): void {
    const { cells_per_day, cells_per_year } = this.#policy
    const cells = Math.min(cells_per_year, cells_per_day * (Math.ceil((at - this.#lastAt) / DAY) + 1))
    for (const { organisation } of this.people.values()) {
      const spent = this.spent.get(organisation) ?? new Map<string, Instant>()
      for (let cell = 0; cell < cells; cell++) spent.set(`unknown-${at}-${cell}`, at)
      this.spent.set(organisation, spent)
    }
  }

  #pay(organisation: string, cells: readonly string[], at: Instant): void {
    const spent = this.spent.get(organisation) ?? new Map<string, Instant>()
    for (const cell of this.newCells(organisation, cells, at)) spent.set(this.#cellInPeriod(cell, at), at)
    this.spent.set(organisation, spent)
  }

  #cellInPeriod(cell: string, at: Instant): string {
    return `${cell} ${periodOf(at, this.#policy).number}`
  }
}

const dayOf = (at: Instant) => Math.floor(at / DAY)

function organisationsOf(people: ReadonlyMap<string, string>): number {
  return new Set(people.values()).size
}
