// What is known and what of it had happened by an instant: claims come and go, the clock moves, and only what that
// changes is passed on to the books that verdicts are read from.
import type { Act, Claim, Kind, Ruling } from '@trucekeeper/claims'
import { RuledIncidents, type AccountPolicy, type Fact, type Incident, type Regrouped } from '@trucekeeper/corroborate'
import { parseInstant, type Instant } from '@trucekeeper/time'
import type { Plan } from './plan.ts'
import { TableBook } from './tables/book.ts'
import { timelineOf, type Idle, type Timeline } from './timeline.ts'
import { Account } from './books/account.ts'
import { Sorted } from './books/sorted.ts'

/** What a step changed. A fact, or an incident, that is the same but more or less sure than before is in both. */
export interface Change {
  readonly came: readonly Fact[]
  readonly went: readonly Fact[]
  readonly made: readonly Incident[]
  readonly gone: readonly Incident[]
}

/** Something worked out from facts that is kept up with them. */
export interface Book {
  /** Another number whenever anything that can be read in it has changed. */
  readonly version: number
  learn(change: Change): void
}

/** What the past has settled: acts that count as not done, and gates that shut and do not open again. */
export interface Settled {
  readonly idle: Idle
  /** By the names of gate and account, when a gate that was open shut for good. */
  readonly shut: ReadonlyMap<string, Instant>
}

export function gateBy(gate: string, account: string): string {
  return `${gate} ${account}`
}

/** Instants asked about lately whose timelines are kept. */
const MOST_REMEMBERED = 200

export class Knowledge {
  readonly plan: Plan
  /** What is known of the tables beside the agreement. */
  readonly tables = new TableBook()
  /** The instant asked about, and the one by which a thing must have begun to be taken in: never later. */
  #at: Instant = -Infinity
  #begun: Instant = -Infinity
  #acts: readonly Act[] = []
  #settled: Settled = { idle: new Map(), shut: new Map() }
  /** Nothing that begins before it has changed since it was last asked. */
  #touchedFrom: Instant = -Infinity
  #timeline: Timeline
  readonly #timelines = new Map<string, Timeline>()

  readonly #known = new Map<string, Fact>()
  readonly #byStart = new Sorted<Fact>(({ when }) => when.from)
  readonly #bySurety = new Sorted<Fact>(({ sureFrom }) => sureFrom)
  /** Facts that had happened, or may have. */
  readonly #happened = new Map<Kind, Set<Fact>>()
  readonly #perhaps = new Set<Fact>()
  readonly #incidents = new RuledIncidents()
  #rulings: readonly Ruling[] = []
  readonly #incidentOf = new Map<Fact, Incident>()
  /** By whom an account trusts, what it takes of incidents; while a change is passed on every book asks for the same. */
  readonly #taken = new Map<string, Map<Incident, readonly Fact[]>>()
  readonly #books = new Map<string, Book>()

  constructor(plan: Plan) {
    this.plan = plan
    this.#timeline = this.#timelineNow()
  }

  get at(): Instant {
    return this.#at
  }

  /** Later than this nothing is taken to have happened, even where the clock runs ahead of it. */
  get begun(): Instant {
    return this.#begun
  }

  /** The same object whenever the clock stands where it stood, until other acts are known. */
  get timeline(): Timeline {
    return this.#timeline
  }

  get incidents(): RuledIncidents {
    return this.#incidents
  }

  /** Facts that may have happened by the instant, and that surely will have once their days are over. */
  get perhaps(): ReadonlySet<Fact> {
    return this.#perhaps
  }

  get rulings(): readonly Ruling[] {
    return this.#rulings
  }

  get settled(): Settled {
    return this.#settled
  }

  get acts(): readonly Act[] {
    return this.#acts
  }

  /** Every claim known, of whatever time. */
  get claims(): Claim[] {
    return [...this.#known.values()].map(({ claim }) => claim)
  }

  /** Ids of every claim known, of whatever time. */
  get ids(): ReadonlySet<string> {
    return new Set(this.#known.keys())
  }

  /** Facts of some kinds that had happened, or may have. */
  *facts(kinds: Iterable<Kind>): Iterable<Fact> {
    for (const kind of kinds) yield* this.#happened.get(kind) ?? []
  }

  /** Takes claims in, and others out by their ids. */
  change(learnt: readonly Claim[], withdrawn: readonly string[] = []): void {
    const went = [...new Set(withdrawn)].flatMap((id) => this.#known.get(id) ?? [])
    for (const { claim } of went) this.#known.delete(claim.id)
    const came = learnt.flatMap((claim) => {
      if (this.#known.has(claim.id)) return []
      const fact = this.plan.fact(claim)
      this.#known.set(claim.id, fact)
      return [fact]
    })
    for (const { when } of [...came, ...went]) this.#touchedFrom = Math.min(this.#touchedFrom, when.from)
    for (const index of [this.#byStart, this.#bySurety]) index.change(came, went)
    const begun = ({ when }: Fact) => when.from <= this.#begun
    this.#pass(came.filter(begun), went.filter(begun), [])
  }

  /** Acts set what spans and deadlines are, so all that rests on those is worked out anew. */
  act(acts: readonly Act[]): void {
    this.#acts = acts
    this.#touchedFrom = -Infinity
    this.#begin()
  }

  /** Takes acts as not done and gates as shut, these and no others. */
  settle(settled: Settled): void {
    const { idle, shut } = this.#settled
    if (isSame(settled.idle, idle) && isSame(settled.shut, shut)) return
    this.#settled = settled
    this.#begin()
  }

  /** The earliest time of anything that has changed since this was asked last. */
  takeTouched(): Instant {
    const from = this.#touchedFrom
    this.#touchedFrom = Infinity
    return from
  }

  #begin(): void {
    this.#timelines.clear()
    this.#timeline = this.#timelineNow()
    this.#books.clear()
  }

  /** What people decided about which claims are of one happening, in place of what they had decided before. */
  rule(rulings: readonly Ruling[]): void {
    this.#rulings = rulings
    this.#touchedFrom = -Infinity
    this.#tell([], [], this.#incidents.rule(rulings))
  }

  /** Moves the clock, either way; what had not begun by `begun` stays out, as when a clock runs on and nobody reports. */
  moveTo(at: Instant, begun: Instant = at): void {
    if (at === this.#at && begun === this.#begun) return
    const [before, sureBefore] = [this.#begun, this.#at]
    this.#at = at
    this.#begun = begun
    this.#timeline = this.#timelineNow()
    const surer = this.#bySurety.between(sureBefore, at).filter(({ when }) => when.from <= Math.min(before, begun))
    const moved = this.#byStart.between(before, begun)
    if (begun > before) this.#pass(moved, [], surer)
    else this.#pass([], moved, surer)
  }

  /** An account, which remembers with those that trust the same which facts it takes. */
  account(policy: AccountPolicy): Account {
    const trusts = JSON.stringify(policy.trusts)
    const taken = this.#taken.get(trusts) ?? new Map<Incident, readonly Fact[]>()
    this.#taken.set(trusts, taken)
    return new Account(policy, taken)
  }

  /** A book that is kept up from now on, made when first asked for. */
  book<B extends Book>(key: string, make: () => B): B {
    const found = (this.#books.get(key) as B | undefined) ?? make()
    this.#books.set(key, found)
    return found
  }

  /** What was done by the time that counts, seen from the instant asked about. */
  #timelineNow(): Timeline {
    const key = `${this.#at} ${this.#begun}`
    const known = this.#timelines.get(key)
    if (known) return known
    const done = this.#acts.filter((act) => parseInstant(act.at)! <= this.#begun)
    const made = timelineOf(this.plan.agreement, done, this.#at, this.#settled.idle)
    // A clock that runs ahead comes back to where it was asked from.
    if (this.#timelines.size >= MOST_REMEMBERED && this.#begun === this.#at) this.#timelines.clear()
    this.#timelines.set(key, made)
    return made
  }

  #pass(came: readonly Fact[], went: readonly Fact[], surer: readonly Fact[]): void {
    if (came.length + went.length + surer.length === 0) return
    for (const fact of went) {
      this.#happened.get(fact.claim.kind)!.delete(fact)
      this.#perhaps.delete(fact)
    }
    for (const fact of came) {
      const { kind } = fact.claim
      const alike = this.#happened.get(kind) ?? new Set()
      this.#happened.set(kind, alike.add(fact))
    }
    for (const fact of [...came, ...surer]) {
      if (fact.sureFrom > this.#at) this.#perhaps.add(fact)
      else this.#perhaps.delete(fact)
    }
    const { gone, made } = this.#incidents.change(came, went)
    for (const fact of went) this.#incidentOf.delete(fact)
    const fresh = new Set(made.flatMap(({ facts }) => facts))
    const same = new Set(surer.flatMap((fact) => (fresh.has(fact) ? [] : (this.#incidentOf.get(fact) ?? []))))
    this.#tell([...came, ...surer], [...went, ...surer], { gone: [...gone, ...same], made: [...made, ...same] })
  }

  /** Passes on what changed to every book. */
  #tell(came: readonly Fact[], went: readonly Fact[], { gone, made }: Regrouped): void {
    for (const incident of made) for (const fact of incident.facts) this.#incidentOf.set(fact, incident)
    const change: Change = { came, went, made, gone }
    for (const taken of this.#taken.values()) taken.clear()
    for (const book of this.#books.values()) book.learn(change)
  }
}

function isSame<T>(some: ReadonlyMap<string, T>, others: ReadonlyMap<string, T>): boolean {
  return some.size === others.size && [...some].every(([key, value]) => others.get(key) === value)
}
