// What had happened by an instant and what is found of it for each ban, in columns: there may be hundreds of thousands.
import type { Claim, Kind } from '@trucekeeper/claims'
import { counts, earliestFirst, type Incident } from '@trucekeeper/corroborate'
import { formatInstant, type Instant } from '@trucekeeper/time'
import { Column, Numbered, Rows } from './books/rows.ts'
import type { Violations } from './books/violations.ts'
import { runOf } from './evaluate.ts'
import { incidentStatuses } from './incident-status.ts'
import type { Book, Change, Knowledge } from './knowledge.ts'
import { decidedBy } from './overview.ts'
import { ruledAs } from './plan.ts'
import { standingOf } from './standing.ts'
import type { IncidentStatus, Verdict } from './status.ts'

/**
 * In no order. Days that lie ahead of the instant are plans and are not among them. The columns are those that are kept up:
 * they are good until the next question.
 */
export interface Happened {
  readonly size: number
  /** Milliseconds since 1970, the end excluded; -Infinity where nobody says since when. */
  readonly from: Float64Array
  readonly to: Float64Array
  /** Places in `kinds` and in `wheres`. */
  readonly kind: Uint8Array
  readonly where: Uint32Array
  readonly kinds: readonly Kind[]
  /** The names of places that are named together, as reports have them. */
  readonly wheres: readonly (readonly string[])[]
  /** For each ban in force by then, in the order of the text: 0 where it does not count it, otherwise 1 more than a place in `FOUND`. */
  readonly found: ReadonlyMap<string, Uint8Array>
}

/** What may be found of an incident, of the question whether the ban was kept. */
export const FOUND: readonly Verdict[] = ['met', 'breached', 'contested', 'unknown']

/** A violation says whether it happened; of a ban, what happened breaks it. */
const TURNED: Readonly<Record<Verdict, number>> = { met: 2, breached: 1, contested: 3, unknown: 4 }

const EVERYONE = { id: 'everyone', trusts: null, sources: 1 } as const

/** By one account, or where none is named by the one that decides each ban; it must be of the agreement. */
export function happenedBy(knowledge: Knowledge, at: Instant, account?: string): Happened {
  knowledge.moveTo(at)
  return knowledge.book('happenings', () => new Happenings(knowledge)).read(violationsBy(knowledge, account))
}

/** Of each ban that has come into force what an account takes for violations of it. */
function violationsBy(knowledge: Knowledge, account: string | undefined): (readonly [string, Violations])[] {
  const { agreement, policies } = knowledge.plan
  return ruledAs(agreement, 'ban').flatMap((ban) => {
    const wanted = account ?? decidedBy(agreement, ban)
    const run = runOf(
      knowledge,
      policies.find(({ id }) => id === wanted)!,
    )
    const { span } = standingOf(run, ban, ban.during)
    return span ? [[ban.id, run.violations(ban, span)] as const] : []
  })
}

export interface IncidentsAsked {
  readonly at: Instant
  readonly account?: string
  readonly isWanted: (incident: Pick<Incident, 'when' | 'places'>) => boolean
  /** So many are left out, the earliest first, and then so many are told of. */
  readonly after: number
  readonly limit: number
}

export interface IncidentTold {
  readonly status: IncidentStatus
  /** By each ban that counts it. */
  readonly findings: readonly { readonly clause: string; readonly finding: Verdict }[]
  /** In the order of the status. */
  readonly claims: readonly Claim[]
}

export interface IncidentsTold {
  readonly matched: number
  readonly incidents: readonly IncidentTold[]
}

/** Some of the incidents, the earliest first, with everything that is known of each. */
export function incidentsTold(knowledge: Knowledge, asked: IncidentsAsked): IncidentsTold {
  const { at, account, isWanted, after, limit } = asked
  knowledge.moveTo(at)
  const { zone } = knowledge.plan.agreement
  const everyone = runOf(knowledge, EVERYONE)
  const bans = violationsBy(knowledge, account)
  const wanted = [...knowledge.incidents].filter(
    (incident) => isWanted(incident) && incident.facts.some((fact) => everyone.takes(fact)),
  )
  const statusOf = incidentStatuses(knowledge, everyone, (instant) => formatInstant(instant, zone))
  const page = wanted.toSorted(earliestFirst).slice(after, after + limit)
  return {
    matched: wanted.length,
    incidents: page.map((incident): IncidentTold => {
      const status = statusOf(incident)!
      const claims = new Map(incident.facts.map(({ claim }) => [claim.id, claim]))
      const findings = bans.flatMap(([clause, violations]) => {
        const value = violations.find(incident.id)?.value
        return value === undefined ? [] : [{ clause, finding: FOUND[TURNED[value] - 1]! }]
      })
      return { status, findings, claims: status.claims.map((id) => claims.get(id)!) }
    }),
  }
}

interface Found {
  readonly column: Column<Uint8Array>
  /** Ids of what may be found otherwise than the column says. */
  readonly stale: Set<string>
}

/** Incidents that anybody tells of, kept up as they come and go. */
class Happenings implements Book {
  version = 0
  readonly #from = new Column(new Float64Array())
  readonly #to = new Column(new Float64Array())
  readonly #kind = new Column(new Uint8Array())
  readonly #where = new Column(new Uint32Array())
  readonly #rows = new Rows([this.#from, this.#to, this.#kind, this.#where])
  readonly #kinds = new Numbered<Kind>()
  readonly #wheres = new Numbered<readonly string[]>()
  readonly #found = new Map<Violations, Found>()

  constructor(knowledge: Knowledge) {
    this.learn({ came: [], went: [], made: [...knowledge.incidents], gone: [] })
  }

  learn({ made, gone }: Change): void {
    this.version += 1
    const remade = new Set(made.map(({ id }) => id))
    for (const { id } of gone) if (!remade.has(id)) this.#rows.remove(id)
    for (const incident of made) this.#take(incident)
  }

  read(bans: readonly (readonly [string, Violations])[]): Happened {
    const { size } = this.#rows
    return {
      size,
      from: this.#from.seen(size),
      to: this.#to.seen(size),
      kind: this.#kind.seen(size),
      where: this.#where.seen(size),
      kinds: [...this.#kinds.values],
      wheres: [...this.#wheres.values],
      found: new Map(bans.map(([id, violations]) => [id, this.#foundIn(violations).seen(size)])),
    }
  }

  #take({ id, kind, when, places, facts }: Incident): void {
    if (!facts.some((fact) => counts(EVERYONE, fact))) return this.#rows.remove(id)
    const isNew = this.#rows.find(id) === null
    const row = this.#rows.of(id)
    this.#from.set(row, when.from)
    this.#to.set(row, when.to)
    this.#kind.set(row, this.#kinds.of(kind, kind))
    this.#where.set(row, this.#wheres.of(places.length === 1 ? places[0]! : JSON.stringify(places), places))
    // What stood in the row before was another's.
    if (isNew)
      for (const { column, stale } of this.#found.values()) {
        column.set(row, 0)
        stale.add(id)
      }
  }

  #foundIn(violations: Violations): Column<Uint8Array> {
    const known = this.#found.get(violations)
    const { column, stale } = known ?? { column: new Column(new Uint8Array()), stale: violations.watched() }
    if (!known) {
      this.#found.set(violations, { column, stale })
      this.#rows.join(column)
      for (let row = 0; row < this.#rows.size; row += 1) column.set(row, 0)
    }
    for (const id of stale) {
      const row = this.#rows.find(id)
      if (row === null) continue
      const value = violations.find(id)?.value
      column.set(row, value === undefined ? 0 : TURNED[value])
    }
    stale.clear()
    return column
  }
}
