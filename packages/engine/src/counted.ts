// Every violation that anybody tells of, one by one, and the days on which anybody spoke: what tallies of any period are made of.
import type { Ban } from '@trucekeeper/agreement'
import type { Fact } from '@trucekeeper/corroborate'
import { civilDay, civilDays, type CivilDay, type Instant, type Interval } from '@trucekeeper/time'
import { Column, Numbered, Rows } from './books/rows.ts'
import type { Violation } from './books/violation.ts'
import type { Violations } from './books/violations.ts'
import { runOf } from './evaluate.ts'
import type { Knowledge } from './knowledge.ts'
import { actKinds, ruledAs } from './plan.ts'
import type { Run } from './run.ts'
import { standingOf } from './standing.ts'

/** A figure that somebody gives for many violations at once. Instants are milliseconds since 1970. */
export interface ToldFigure {
  /** A stretch in which they happened, its end excluded; no more is known. */
  readonly from: Instant
  readonly to: Instant
  readonly bulk: number
  readonly verified: boolean
  /** Whose word it is, a guarantor and those it answers for taken as one. */
  readonly camps: readonly string[]
  /** Sides that tell of it, sorted. */
  readonly sides: readonly string[]
}

/**
 * Violations told of one by one, in columns and in no order, because there may be hundreds of thousands. The columns are those
 * that are kept up: they are good until the next question.
 */
export interface ToldSingly {
  /** Stretches in which each happened, their ends excluded. */
  readonly from: Float64Array
  readonly to: Float64Array
  /** 1 for what is verified. */
  readonly verified: Uint8Array
  /** Whose word each is, as a place in `camps`. */
  readonly by: Uint32Array
  readonly camps: readonly (readonly string[])[]
}

/** What is told of one ban while it was in force, up to the instant asked about. */
export interface ToldOfBan {
  readonly clause: string
  /** Those it binds, joined by commas, as the tally names them. */
  readonly party: string
  readonly from: Instant
  readonly to: Instant
  /** Each day in force, and whether anybody reported anything that bears on the ban. */
  readonly days: readonly DayInForce[]
  readonly single: ToldSingly
  /** In the order of the ids of their claims. */
  readonly bulk: readonly ToldFigure[]
}

export interface DayInForce {
  readonly day: CivilDay
  readonly reported: boolean
}

export interface Counted {
  readonly span: Interval
  /** Up to when it counts: the instant asked about, or the end of the span. */
  readonly to: Instant
  readonly days: readonly DayInForce[]
  readonly said: readonly {
    readonly violation: Violation
    readonly facts: readonly Fact[]
    readonly verified: boolean
  }[]
}

const EVERYONE = { id: 'everyone', trusts: null, sources: 1 } as const
/** What a claim says of a time without an end is told of in numbers too. */
const LAST = 8_640_000_000_000_000

/** What of a ban's violations is said by whom it concerns, and what of that is verified. */
interface Counting extends Pick<Counted, 'span' | 'to' | 'days'> {
  readonly violations: Violations
  /** Whether a fact lays a violation at the door of those the ban binds, and had happened for sure. */
  isAgainst(fact: Fact): boolean
  /** The same as two independent sources say it. */
  readonly doubled: Violations
}

/**
 * What is said of a ban. `all` takes everyone's word, `doubly` only what two independent sources say; what a reviewer
 * verified counts as verified on its own. What nobody says of these, or not yet surely by then, is not among it.
 */
export function countedOf(all: Run, doubly: Run, ban: Ban): Counted | null {
  const counting = countingOf(all, doubly, ban)
  if (!counting) return null
  const { span, to, days, violations } = counting
  const said = violations.listed().flatMap((violation) => {
    const facts = factsOf(violation, counting)
    return facts.length === 0 ? [] : [{ violation, facts, verified: isVerified(violation, counting) }]
  })
  return { span, to, said, days }
}

function countingOf(all: Run, doubly: Run, ban: Ban): Counting | null {
  const { span } = standingOf(all, ban, ban.during)
  if (!span || !actKinds(ban).byDebtor) return null
  const { zone } = all.plan.agreement
  const to = Math.min(all.at, span.to)
  const violations = all.violations(ban, span)
  const doubled = doubly.violations(ban, span)
  const days = civilDays(civilDay(span.from, zone), civilDay(Math.max(span.from, to - 1), zone))
  return {
    span,
    to,
    days: days.map((day) => ({ day, reported: violations.spokenOf(day, zone) })),
    violations,
    doubled,
    isAgainst: (fact) => fact.doers.some((id) => ban.debtors.includes(id)) && !all.isPerhaps(fact),
  }
}

function factsOf(violation: Violation, { isAgainst }: Counting): Fact[] {
  return [...violation.for, ...violation.undetermined].filter(isAgainst)
}

function isTold(violation: Violation, { isAgainst }: Counting): boolean {
  return violation.for.some(isAgainst) || violation.undetermined.some(isAgainst)
}

function isVerified(violation: Violation, { isAgainst, doubled }: Counting): boolean {
  const isReviewed = (fact: Fact) => fact.claim.verification_state === 'verified' && isAgainst(fact)
  return (
    doubled.find(violation.id)?.value === 'met' ||
    violation.for.some(isReviewed) ||
    violation.undetermined.some(isReviewed)
  )
}

/** What is told of every ban up to an instant. */
export function toldOfBans(knowledge: Knowledge, at: Instant): ToldOfBan[] {
  knowledge.moveTo(at)
  const everyone = runOf(knowledge, EVERYONE)
  const doubly = runOf(knowledge, { ...EVERYONE, sources: 2 })
  return ruledAs(knowledge.plan.agreement, 'ban').flatMap((ban) => {
    const counting = countingOf(everyone, doubly, ban)
    if (!counting) return []
    const { span, to, days } = counting
    return [{ clause: ban.id, party: ban.debtors.join(', '), from: span.from, to, days, ...toldIn(counting) }]
  })
}

/** What is told of a ban, kept up with its books: to read it again costs what has changed and a copy. */
class Told {
  readonly #all: Set<string>
  readonly #doubled: Set<string>
  readonly #from = new Column(new Float64Array())
  readonly #to = new Column(new Float64Array())
  readonly #verified = new Column(new Uint8Array())
  readonly #by = new Column(new Uint32Array())
  readonly #rows = new Rows([this.#from, this.#to, this.#verified, this.#by])
  readonly #camps = new Numbered<readonly string[]>()
  readonly #bulk = new Map<string, ToldFigure>()

  constructor(all: Violations, doubled: Violations) {
    this.#all = all.watched()
    this.#doubled = doubled.watched()
  }

  read(counting: Counting): Pick<ToldOfBan, 'single' | 'bulk'> {
    for (const id of this.#all) this.#take(id, counting)
    for (const id of this.#doubled) if (!this.#all.has(id)) this.#take(id, counting)
    this.#all.clear()
    this.#doubled.clear()
    const { size } = this.#rows
    const [from, to] = [this.#from.seen(size), this.#to.seen(size)]
    const [verified, by] = [this.#verified.seen(size), this.#by.seen(size)]
    const bulk = [...this.#bulk].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, figure]) => figure)
    return { single: { from, to, verified, by, camps: [...this.#camps.values] }, bulk }
  }

  #take(id: string, counting: Counting): void {
    const violation = counting.violations.find(id)
    const isSingle = violation !== null && violation.bulk === null && isTold(violation, counting)
    if (!isSingle) this.#rows.remove(id)
    this.#bulk.delete(id)
    if (!violation) return
    const { when, bulk, camps } = violation
    const [from, to] = [Math.max(when.from, -LAST), Math.min(when.to, LAST)]
    if (isSingle) {
      const row = this.#rows.of(id)
      this.#from.set(row, from)
      this.#to.set(row, to)
      this.#verified.set(row, isVerified(violation, counting) ? 1 : 0)
      this.#by.set(row, this.#camps.of(JSON.stringify(camps), camps))
    } else if (bulk !== null && isTold(violation, counting)) {
      const sides = [...new Set(factsOf(violation, counting).map(({ side }) => side))].toSorted()
      this.#bulk.set(id, { from, to, bulk, verified: isVerified(violation, counting), camps, sides })
    }
  }
}

/** By the book of everyone's word, as long as there is one. */
const toldOf = new WeakMap<Violations, Told>()

function toldIn(counting: Counting): Pick<ToldOfBan, 'single' | 'bulk'> {
  const { violations, doubled } = counting
  const told = toldOf.get(violations) ?? new Told(violations, doubled)
  toldOf.set(violations, told)
  return told.read(counting)
}
