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
  /** By cell, the groups that have members in it, with these. */
  readonly #cells = new Map<string, Map<Group, Set<Member>>>()
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

  /** Every incident, in no order. */
  *[Symbol.iterator](): Iterator<Incident> {
    for (const { incident } of this.#groups) yield incident!
  }

  /** Every incident, the earliest first. */
  all(): Incident[] {
    return [...this].toSorted(earliestFirst)
  }

  #add(member: Member): void {
    this.#members.set(member.fact, member)
    this.#settle(member)
  }

  #remove(fact: Fact): void {
    const member = this.#members.get(fact)
    if (!member) return
    this.#members.delete(fact)
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
    for (const cell of member.cells)
      for (const group of this.#cells.get(cell)?.keys() ?? []) {
        if (narrowestFirst(group.first, best?.first ?? member) >= 0) continue
        if (agreesWithNarrower(member, group)) best = group
      }
    return best
  }

  #join(member: Member, group: Group): void {
    for (const other of group.members)
      if (narrowestFirst(other, member) > 0 && !sameHappening(other, member)) this.#open.add(other)
    this.#enter(member, group)
  }

  #found(member: Member): void {
    const group: Group = { first: member, members: new Set(), incident: null }
    this.#groups.add(group)
    for (const other of this.#inLaterGroups(member, member)) this.#open.add(other)
    this.#enter(member, group)
  }

  #enter(member: Member, group: Group): void {
    group.members.add(member)
    member.group = group
    this.#changed.add(group)
    for (const cell of member.cells) {
      const groups = this.#cells.get(cell) ?? new Map<Group, Set<Member>>()
      this.#cells.set(cell, groups)
      const found = groups.get(group)
      if (found) found.add(member)
      else groups.set(group, new Set([member]))
    }
  }

  #exit(member: Member, group: Group): void {
    member.group = null
    group.members.delete(member)
    this.#changed.add(group)
    for (const cell of member.cells) {
      const groups = this.#cells.get(cell)!
      const found = groups.get(group)!
      found.delete(member)
      if (found.size === 0) groups.delete(group)
      if (groups.size === 0) this.#cells.delete(cell)
    }
  }

  #leave(member: Member): void {
    const group = member.group!
    this.#exit(member, group)
    if (group.first === member) {
      for (const other of group.members) {
        this.#exit(other, group)
        this.#open.add(other)
      }
      this.#groups.delete(group)
      return
    }
    // Those it alone kept out may now come in.
    for (const other of this.#inLaterGroups(group.first, member))
      if (!sameHappening(other, member)) this.#open.add(other)
  }

  /** Those that may be about the same happening as one, come after another, and have found no group before its. */
  *#inLaterGroups(first: Member, after: Member): Iterable<Member> {
    for (const cell of first.cells)
      for (const [group, members] of this.#cells.get(cell) ?? []) {
        if (narrowestFirst(group.first, first) <= 0) continue
        for (const other of members) if (narrowestFirst(other, after) > 0 && sameHappening(other, first)) yield other
      }
  }

  #drain(): Regrouped {
    const gone: Incident[] = []
    const made: Incident[] = []
    for (const group of this.#changed) {
      if (group.incident) gone.push(group.incident)
      group.incident = group.members.size > 0 ? incidentOf(group.first.kind, factsIn(group)) : null
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

function factsIn({ members }: Group): Fact[] {
  return [...members].map(({ fact }) => fact)
}

export function earliestFirst(a: Incident, b: Incident): number {
  return a.when.from - b.when.from || a.when.to - b.when.to || (a.id < b.id ? -1 : 1)
}

/** Worked out once for each claim: incidents are put together anew whenever a claim of theirs comes or goes. */
function idOf({ claim }: Fact): string {
  const known = ids.get(claim) ?? contentId('inc', claim.id)
  ids.set(claim, known)
  return known
}

const ids = new WeakMap<object, string>()

/** The incident that some facts make; it bears the kind of what was told most narrowly. */
export function incidentOf(kind: Kind, facts: Iterable<Fact>): Incident {
  const ordered = [...facts].toSorted((a, b) => a.said.from - b.said.from || (a.claim.id < b.claim.id ? -1 : 1))
  return {
    id: idOf(ordered[0]!),
    kind,
    facts: ordered,
    when: {
      from: Math.min(...ordered.map(({ when }) => when.from)),
      to: Math.max(...ordered.map(({ when }) => when.to)),
    },
    places: [...new Set(ordered.flatMap(({ claim }) => claim.places))].toSorted(),
  }
}
