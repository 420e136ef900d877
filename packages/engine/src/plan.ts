// An agreement compiled once for every evaluation of it: who is who, what each act looks like in claims, what lies where.
import type { Agreement, Ban, Duty, Measure, Ruled } from '@trucekeeper/agreement'
import type { Act, Claim, Kind, Ruling } from '@trucekeeper/claims'
import { actEntry } from '@trucekeeper/codes'
import {
  castOf,
  factOf,
  scopeOf,
  type AccountPolicy,
  type Cast,
  type ClauseScope,
  type Fact,
  type Scope,
} from '@trucekeeper/corroborate'
import type { Instant, Interval } from '@trucekeeper/time'
import { wholeDays, type Day } from './days.ts'
import { deepestFirst } from './deep.ts'
import type { KnownTables } from './tables/known.ts'

/** What is known: the entries of a record up to some receipt, withdrawn ones left out. */
export interface KnownRecord {
  readonly claims: readonly Claim[]
  readonly acts: readonly Act[]
  /** What people decided about which claims are of one happening, in the order in which it was received. */
  readonly rulings: readonly Ruling[]
  /** Rows of access and ground, where the caller has them; they are no entries of the record. */
  readonly tables?: KnownTables | null
  /** Number of entries used, and a digest of their ids that no order of arrival changes. */
  readonly size: number
  readonly digest: string
  /** Where and when each claim and act entered the record. */
  readonly received: ReadonlyMap<
    string,
    { readonly index: number; readonly received_at: string; readonly recorded_by: string }
  >
}

export interface Plan {
  readonly agreement: Agreement
  readonly cast: Cast
  readonly clauses: ReadonlyMap<string, Ruled>
  readonly measures: ReadonlyMap<string, Measure>
  readonly policies: readonly AccountPolicy[]
  /** Each clause behind what it rests on, where chains are too long to be followed; otherwise empty. */
  readonly deepestFirst: readonly Ruled[]
  /** What can be told of a claim by itself; worked out once for each. */
  fact(claim: Claim): Fact
  /** Decides what a clause speaks of. */
  scopes(clause: ClauseScope): (fact: Fact) => Scope
  /** The days that lie wholly in a span and are over at an instant. */
  days(span: Interval, at: Instant, zone: string): readonly Day[]
}

export function planOf(agreement: Agreement): Plan {
  const found = plans.get(agreement) ?? compiled(agreement)
  plans.set(agreement, found)
  return found
}

const plans = new WeakMap<Agreement, Plan>()

function compiled(agreement: Agreement): Plan {
  const cast = castOf(agreement.actors)
  const facts = new WeakMap<Claim, Fact>()
  return {
    agreement,
    cast,
    clauses: new Map(agreement.ruled.map((clause) => [clause.id, clause])),
    deepestFirst: deepestFirst(agreement),
    measures: new Map(agreement.measures.map((measure) => [measure.id, measure])),
    policies: agreement.accounts.map(({ id, trusts, sources }) => ({ id, trusts, sources })),
    fact(claim) {
      const found = facts.get(claim) ?? factOf(claim, cast, agreement.zone)
      facts.set(claim, found)
      return found
    },
    scopes: scopesOf(agreement, cast),
    days: remembered(wholeDays, (span, at, zone) => `${span.from} ${span.to} ${at} ${zone}`),
  }
}

/** Scope decisions, each worked out once: many accounts and instants ask the same. */
function scopesOf({ zones, places, zone }: Agreement, cast: Cast): Plan['scopes'] {
  const scopes = (clause: ClauseScope) => {
    const known = new WeakMap<Fact, Scope>()
    return (fact: Fact) => {
      const found = known.get(fact) ?? scopeOf(fact, clause, cast, { zones, places }, zone)
      known.set(fact, found)
      return found
    }
  }
  return remembered(scopes, (clause) => JSON.stringify(clause))
}

const MOST_REMEMBERED = 1000

/** A pure function that works each answer out once. */
function remembered<A extends readonly unknown[], R>(
  answer: (...asked: A) => R,
  nameOf: (...asked: A) => string,
): (...asked: A) => R {
  const known = new Map<string, R>()
  return (...asked) => {
    const key = nameOf(...asked)
    const found = known.get(key) ?? answer(...asked)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(key, found)
    return found
  }
}

/** The clauses of one kind, in the order of the text. */
export function ruledAs<K extends Ruled['kind']>({ ruled }: Agreement, kind: K): Extract<Ruled, { kind: K }>[] {
  return ruled.filter((clause): clause is Extract<Ruled, { kind: K }> => clause.kind === kind)
}

/** The clauses a name stands for: one, or every part of one that binds several. */
export function clausesNamed({ agreement }: Plan, id: string): Ruled[] {
  return agreement.ruled.filter(
    (clause) => clause.id === id || ((clause.kind === 'ban' || clause.kind === 'duty') && clause.base === id),
  )
}

/** What the acts of a clause look like in claims. */
export interface ActKinds {
  readonly does: ReadonlySet<Kind>
  readonly opposite: ReadonlySet<Kind>
  readonly hindered: ReadonlySet<Kind>
  readonly byDebtor: boolean
  /** `attacked`, for sentences. */
  readonly past: string
}

export function actKinds(clause: Pick<Ban | Duty, 'acts'>): ActKinds {
  const found = kindsOf.get(clause) ?? readKinds(clause)
  kindsOf.set(clause, found)
  return found
}

const kindsOf = new WeakMap<object, ActKinds>()

function readKinds({ acts }: Pick<Ban | Duty, 'acts'>): ActKinds {
  const entries = acts.map(actEntry)
  return {
    does: new Set(entries.flatMap(({ does }) => does)),
    opposite: new Set(entries.flatMap(({ opposite }) => opposite)),
    hindered: new Set(entries.flatMap(({ hindered }) => hindered)),
    byDebtor: entries.every(({ doer }) => doer === 'debtor'),
    past: entries.map(({ past }) => past).join(' or '),
  }
}
