// What one account takes for violations of a ban within a span: kept up as claims come and go, so that a verdict is read
// off and not worked out from everything again.
import { bulkCount, type Kind } from '@trucekeeper/claims'
import { clipped, tellsOfOne, type Fact } from '@trucekeeper/corroborate'
import type { CivilDay, Interval } from '@trucekeeper/time'
import type { Book, Change, Knowledge } from '../knowledge.ts'
import type { Node } from '../node.ts'
import type { Verdict } from '../status.ts'
import type { Account } from './account.ts'
import { allegation, concerns, deniesInGeneral, saysNotKept, type About, type BanQuestion } from './allegation.ts'
import { ByTime } from './by-time.ts'
import { Denials, type Denial } from './denials.ts'
import { Spoken } from './spoken.ts'
import { StretchCount } from './stretch-count.ts'
import { inOrder, valueOf, violationNode, type Violation } from './violation.ts'

export class Violations implements Book {
  readonly denials: Denials
  readonly #question: BanQuestion
  readonly #account: Account
  readonly #perhaps: ReadonlySet<Fact>
  readonly #each = new Map<string, Violation>()
  readonly #byTime = new ByTime<Violation>()
  readonly #figures = new Set<Violation>()
  readonly #worth: Record<Verdict, number> = { met: 0, breached: 0, contested: 0, unknown: 0 }
  readonly #stretches = new Map<string, StretchCount>()
  readonly #spoken = new Map<string, Spoken>()
  readonly #watches: Set<string>[] = []
  version = 0

  constructor(question: BanQuestion, account: Account, knowledge: Knowledge) {
    this.#question = question
    this.#account = account
    this.#perhaps = knowledge.perhaps
    this.denials = new Denials(account.policy)
    const came = [...knowledge.facts(kindsAsked(question))]
    this.learn({ came, went: [], made: [...knowledge.incidents], gone: [] })
  }

  get size(): number {
    return this.#each.size
  }

  /** The values that violations have, each once, of the question whether there was one. */
  get values(): Verdict[] {
    return (['met', 'breached', 'contested', 'unknown'] as const).filter((value) => this.#worth[value] > 0)
  }

  /** Each of them, or those that overlap a stretch, incidents first. */
  listed(stretch?: Interval): Violation[] {
    return [...(stretch ? this.#byTime.overlapping(stretch) : this.#each.values())].toSorted(inOrder)
  }

  /**
   * Ids of all of them, to which from now on those are added that come, go or change, for one who keeps something up with
   * them and empties it each time.
   */
  watched(): Set<string> {
    const ids = new Set(this.#each.keys())
    this.#watches.push(ids)
    return ids
  }

  /** The one of an incident, or of a claim that states it. */
  find(id: string): Violation | null {
    return this.#each.get(id) ?? null
  }

  node(violation: Violation): Node {
    return violationNode(this.#question, this.#account.policy, violation, this.denials)
  }

  /** The count of a stretch, kept up once it has been asked for. */
  counted(stretch: Interval): StretchCount {
    const key = `${stretch.from} ${stretch.to}`
    const known = this.#stretches.get(key)
    if (known) return known
    const made = new StretchCount(stretch, this.#figures)
    for (const violation of this.#byTime.overlapping(stretch)) made.add(violation)
    this.#stretches.set(key, made)
    return made
  }

  /** Whether the account has a word about a day, from enough independent sources. */
  spokenOf(day: CivilDay, zone: string): boolean {
    return this.#spokenIn(zone).enough(day, this.#account.policy.sources)
  }

  learn({ came, went, made, gone }: Change): void {
    for (const fact of went) {
      this.#put(fact.claim.id, null)
      if (this.#isDenial(fact)) this.#denyNoMore(fact)
    }
    for (const fact of came) if (this.#isDenial(fact)) this.#deny({ fact, when: clipped(fact, this.#question.span) })
    for (const fact of came) {
      const about = statementOf(fact, this.#question)
      if (about && this.#takes(fact)) this.#put(about.id, this.#weighed([fact], about))
    }
    const remade = new Set(made.map(({ id }) => id))
    for (const { id } of gone) if (!remade.has(id)) this.#put(id, null)
    for (const incident of made) {
      const { does } = this.#question.kinds
      const facts = this.#account.taken(incident).filter((fact) => does.has(fact.claim.kind) && this.#attests(fact))
      const about: About = { id: incident.id, op: 'incident', bulk: null, incident }
      this.#put(incident.id, facts.length > 0 ? this.#weighed(facts, about) : null)
    }
  }

  #takes(fact: Fact): boolean {
    return this.#account.takes(fact) && this.#attests(fact)
  }

  #attests({ speaker }: Fact): boolean {
    const { attest } = this.#question.ban
    return attest.length === 0 || (speaker !== null && attest.includes(speaker))
  }

  #isDenial(fact: Fact): boolean {
    const { ban, kinds, scope } = this.#question
    return deniesInGeneral(fact, kinds) && this.#takes(fact) && concerns(fact, ban, kinds, scope(fact))
  }

  #weighed(facts: readonly Fact[], about: About): Violation | null {
    const found = allegation(this.#question, this.#account.policy, facts, this.#perhaps, about)
    return found && { ...found, value: valueOf(found, this.denials) }
  }

  /** Puts a violation in the place of the one that has its id, if any; null takes that out. */
  #put(id: string, violation: Violation | null): void {
    const before = this.#each.get(id) ?? null
    if (before === null && violation === null) return
    this.version += 1
    for (const watch of this.#watches) watch.add(id)
    if (before) this.#drop(before)
    if (violation) this.#take(violation)
    const said = new Set(before ? speaking(before) : [])
    const fresh = violation ? speaking(violation).filter((fact) => !said.delete(fact)) : []
    for (const spoken of this.#spoken.values()) {
      for (const fact of said) spoken.remove(fact)
      for (const fact of fresh) spoken.add(fact)
    }
  }

  #take(violation: Violation): void {
    this.#each.set(violation.id, violation)
    this.#byTime.add(violation)
    this.#worth[violation.value] += 1
    for (const stretch of this.#stretchesOf(violation)) stretch.add(violation)
    if (violation.bulk !== null) this.#figures.add(violation)
  }

  #drop(violation: Violation): void {
    this.#each.delete(violation.id)
    this.#byTime.remove(violation)
    this.#worth[violation.value] -= 1
    for (const stretch of this.#stretchesOf(violation)) stretch.remove(violation)
    this.#figures.delete(violation)
  }

  #deny(denial: Denial): void {
    this.version += 1
    for (const spoken of this.#spoken.values()) spoken.add(denial.fact)
    this.#deniedOf(this.denials.add(denial))
  }

  #denyNoMore(fact: Fact): void {
    this.version += 1
    for (const spoken of this.#spoken.values()) spoken.remove(fact)
    this.#deniedOf(this.denials.remove(fact))
  }

  /** Weighs again what overlaps stretches of which more, or less, is denied than was. */
  #deniedOf(stretches: readonly Interval[]): void {
    for (const changed of stretches)
      for (const violation of this.#byTime.overlapping(changed)) {
        const value = valueOf(violation, this.denials)
        if (value === violation.value) continue
        for (const watch of this.#watches) watch.add(violation.id)
        const touched = this.#stretchesOf(violation)
        for (const stretch of touched) stretch.remove(violation)
        this.#worth[violation.value] -= 1
        violation.value = value
        this.#worth[value] += 1
        for (const stretch of touched) stretch.add(violation)
      }
  }

  #stretchesOf(violation: Violation): StretchCount[] {
    return [...this.#stretches.values()].filter((stretch) => stretch.has(violation))
  }

  #spokenIn(zone: string): Spoken {
    const known = this.#spoken.get(zone)
    if (known) return known
    const made = new Spoken(zone, this.#question.span.from)
    for (const { fact } of this.denials.listed()) made.add(fact)
    for (const violation of this.#each.values()) for (const fact of speaking(violation)) made.add(fact)
    this.#spoken.set(zone, made)
    return made
  }
}

function kindsAsked({ kinds }: BanQuestion): ReadonlySet<Kind> {
  return new Set([...kinds.does, ...kinds.opposite])
}

/** Those who say something of it, one way or the other. */
function speaking(violation: Violation): readonly Fact[] {
  return [...violation.for, ...violation.undetermined, ...violation.against]
}

/** What a claim says by itself, where it is part of no incident and no denial in general. */
function statementOf(fact: Fact, { kinds }: BanQuestion): About | null {
  const { claim } = fact
  const does = kinds.does.has(claim.kind)
  if (!does && !saysNotKept(fact, kinds)) return null
  if (deniesInGeneral(fact, kinds) || (does && tellsOfOne(fact))) return null
  const count = bulkCount(claim)
  return { id: claim.id, op: count === null ? 'statement' : 'bulk', bulk: count ?? 1, incident: null }
}
