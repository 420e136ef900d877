// Incidents: claims about one happening brought together, each kept with who says it, as claims come and go.
import { contentId, type Kind } from '@trucekeeper/claims'
import type { Interval } from '@trucekeeper/time'
import type { Fact } from './facts.ts'
import { narrowestFirst, sameHappening, tellsOfOne, toldOf, type Told } from './happening.ts'

export interface Incident {
  /** `inc_` and 20 hex digits, of the claim made first: it keeps its name while that claim stays in it. */
  readonly id: string
  readonly kind: Kind
  readonly facts: readonly Fact[]
  readonly when: Interval
  readonly places: readonly string[]
}

/** Incidents that are no more, and those that have come to be in their place. */
export interface Regrouped {
  readonly gone: readonly Incident[]
  readonly made: readonly Incident[]
}

/** Claims that belong together, by the first of them. */
interface Group {
  readonly first: Member
  readonly members: Set<Member>
  /** As it was last told of. */
  incident: Incident | null
}

interface Member extends Told {
  group: Group | null
}

/**
 * Groups facts about acts of violence. A claim joins the first group in which it agrees with every narrower claim, and
 * otherwise makes a group of its own: a vague one ("Tuesday or Wednesday") never ties two happenings together. That
 * rule alone says which claims belong together, so the order in which they came in does not matter; a claim that comes
 * late moves only those whose answer it changes.
 */
export class Incidents {
  readonly #members = new Map<Fact, Member>()
  readonly #cells = new Map<string, Set<Member>>()
  readonly #groups = new Set<Group>()
  /** Groups that are not as they were last told of. */
  readonly #changed = new Set<Group>()
  readonly #open = new Set<Member>()

  /** Takes facts in and out, and says which incidents that changed. */
  change(came: readonly Fact[], went: readonly Fact[]): Regrouped {
    for (const fact of went) this.#remove(fact)
    const members = came.filter(tellsOfOne).map((fact): Member => ({ ...toldOf(fact), group: null }))
    for (const member of members.toSorted(narrowestFirst)) this.#add(member)
    return this.#drain()
  }

  /** Every incident, the earliest first. */
  all(): Incident[] {
    return [...this.#groups].map(({ incident }) => incident!).toSorted(earliestFirst)
  }

  #add(member: Member): void {
    this.#members.set(member.fact, member)
    for (const cell of member.cells) {
      const found = this.#cells.get(cell)
      if (found) found.add(member)
      else this.#cells.set(cell, new Set([member]))
    }
    this.#settle(member)
  }

  #remove(fact: Fact): void {
    const member = this.#members.get(fact)
    if (!member) return
    this.#members.delete(fact)
    for (const cell of member.cells) {
      const found = this.#cells.get(cell)!
      found.delete(member)
      if (found.size === 0) this.#cells.delete(cell)
    }
    this.#leave(member)
    this.#settle()
  }

  /** Answers again, the narrowest first, for every claim whose answer may have changed. */
  #settle(...asked: Member[]): void {
    for (const member of asked) this.#open.add(member)
    while (this.#open.size > 0) {
      const next = leastOf(this.#open)
      this.#open.delete(next)
      const group = this.#groupFor(next)
      if (group !== null && group === next.group) continue
      if (next.group) this.#leave(next)
      if (group) this.#join(next, group)
      else this.#found(next)
    }
  }

  /** The first group in which it agrees with every narrower claim; null where it has to make its own. */
  #groupFor(member: Member): Group | null {
    let best = member.group?.first === member ? member.group : null
    for (const other of this.#alike(member)) {
      const { group } = other
      if (group?.first !== other || narrowestFirst(other, member) > 0) continue
      if (best && narrowestFirst(best.first, other) <= 0) continue
      if (agreesWithNarrower(member, group)) best = group
    }
    return best
  }

  #join(member: Member, group: Group): void {
    for (const other of group.members)
      if (narrowestFirst(other, member) > 0 && !sameHappening(other, member)) this.#open.add(other)
    group.members.add(member)
    member.group = group
    this.#changed.add(group)
  }

  #found(member: Member): void {
    const group: Group = { first: member, members: new Set([member]), incident: null }
    member.group = group
    this.#groups.add(group)
    this.#changed.add(group)
    for (const other of this.#alike(member))
      if (other.group && narrowestFirst(other.group.first, member) > 0) this.#open.add(other)
  }

  #leave(member: Member): void {
    const group = member.group!
    member.group = null
    group.members.delete(member)
    this.#changed.add(group)
    if (group.first === member) {
      for (const other of group.members) {
        other.group = null
        this.#open.add(other)
      }
      group.members.clear()
      this.#groups.delete(group)
      return
    }
    // Those it alone kept out may now come in.
    for (const other of this.#alike(group.first)) {
      if (narrowestFirst(other, member) <= 0 || sameHappening(other, member)) continue
      if (other.group && narrowestFirst(other.group.first, group.first) > 0) this.#open.add(other)
    }
  }

  /** Those that may be about the same happening, by themselves; some more than once. */
  *#alike(member: Member): Iterable<Member> {
    for (const cell of member.cells)
      for (const other of this.#cells.get(cell) ?? []) if (other !== member && sameHappening(other, member)) yield other
  }

  #drain(): Regrouped {
    const gone: Incident[] = []
    const made: Incident[] = []
    for (const group of this.#changed) {
      if (group.incident) gone.push(group.incident)
      group.incident = group.members.size > 0 ? incidentOf(group) : null
      if (group.incident) made.push(group.incident)
    }
    this.#changed.clear()
    return { gone, made }
  }
}

/** The incidents of some facts, the earliest first. */
export function incidentsOf(facts: readonly Fact[]): Incident[] {
  const incidents = new Incidents()
  incidents.change(facts, [])
  return incidents.all()
}

function agreesWithNarrower(member: Member, { members }: Group): boolean {
  for (const other of members)
    if (other !== member && narrowestFirst(other, member) < 0 && !sameHappening(other, member)) return false
  return true
}

function leastOf(members: Iterable<Member>): Member {
  let least: Member | undefined
  for (const member of members) if (!least || narrowestFirst(member, least) < 0) least = member
  return least!
}

function earliestFirst(a: Incident, b: Incident): number {
  return a.when.from - b.when.from || a.when.to - b.when.to || (a.id < b.id ? -1 : 1)
}

function incidentOf({ first: { kind }, members }: Group): Incident {
  const ordered = [...members]
    .map(({ fact }) => fact)
    .toSorted((a, b) => a.said.from - b.said.from || (a.claim.id < b.claim.id ? -1 : 1))
  return {
    id: contentId('inc', ordered[0]!.claim.id),
    kind,
    facts: ordered,
    when: {
      from: Math.min(...ordered.map(({ when }) => when.from)),
      to: Math.max(...ordered.map(({ when }) => when.to)),
    },
    places: [...new Set(ordered.flatMap(({ claim }) => claim.places))].toSorted(),
  }
}
