// The earliest instants at which things can be, if everybody does what is owed when it is owed, every power that may be used
// can be used at once, every counted day is calm, and nobody breaks anything.
import type { Agreement, Condition, Duty, Gate, Measure, Moment, Power, SpanRef, Term } from '@trucekeeper/agreement'
import { addDays, addDuration, civilDay, parseInstant, startOfDay, type Instant } from '@trucekeeper/time'
import { groupsOf } from './groups.ts'
import { originOf } from './origin.ts'
import { doersOf, edgesOf, partsOf, powersOver, type Edge } from './waits.ts'
import { ALWAYS, both, either, first, isSame, NEVER, otherwise, since, between, type Windows } from './windows.ts'

/** When something can be so at the earliest, and how that was found. */
export interface Reach {
  /** Null for never. */
  readonly at: Instant | null
  /** Whether nobody can tell, because it rests on its own opposite. */
  readonly undecided: boolean
}

export interface Earliest {
  /** An anchor is set, a duty done, a gate open, a power of use, a term begun, another clause in force. */
  readonly of: (id: string) => Reach
  /** When a duty falls due at the earliest. */
  readonly owed: (duty: string) => Instant | null
  /** When a term ends, with every extension it can have: Infinity where nothing has to end it. */
  readonly end: (term: string) => Instant | null
  /** What waits for what. */
  readonly edges: readonly Edge[]
  /** Names that wait for one another in a circle, so that none of them can come first. */
  readonly circles: readonly (readonly string[])[]
}

/** as-written: each ends when it says; extended: as late as extensions allow; endless: as if none had an end. */
export type Terms = 'as-written' | 'extended' | 'endless'

export function earliestOf(agreement: Agreement, terms: Terms = 'extended'): Earliest {
  return new Solution(agreement, terms)
}

class Solution implements Earliest {
  readonly #agreement: Agreement
  readonly #terms: Terms
  readonly #origin: Instant
  readonly #windows = new Map<string, Windows>()
  readonly #owed = new Map<string, Instant | null>()
  readonly #undecided = new Set<string>()
  readonly #parts: ReadonlyMap<string, readonly string[]>
  readonly #nodes: ReadonlyMap<string, Agreement['ruled'][number] | Agreement['anchors'][number] | Measure>
  readonly #powers: ReturnType<typeof powersOver>
  readonly #doers: ReturnType<typeof doersOf>
  readonly edges: readonly Edge[]
  readonly circles: readonly (readonly string[])[]

  constructor(agreement: Agreement, terms: Terms) {
    this.#agreement = agreement
    this.#terms = terms
    this.#parts = partsOf(agreement)
    this.#nodes = new Map(
      [...agreement.anchors, ...agreement.measures, ...agreement.ruled].map((clause) => [clause.id, clause]),
    )
    this.#origin = originOf(agreement)
    this.#powers = powersOver(agreement)
    this.#doers = doersOf(agreement)
    this.edges = edgesOf(agreement)
    const restsOn = new Map<string, string[]>()
    for (const { from, to } of this.edges) {
      const known = restsOn.get(from)
      if (known) known.push(to)
      else restsOn.set(from, [to])
    }
    const circles: string[][] = []
    for (const group of groupsOf([...this.#nodes.keys()], restsOn)) {
      const isCircle = group.length > 1 || restsOn.get(group[0]!)?.includes(group[0]!)
      const members = new Set(group)
      if (isCircle && this.edges.some(({ from, to, how }) => how === 'not' && members.has(from) && members.has(to)))
        group.forEach((id) => this.#undecided.add(id))
      this.#settle(group, members, restsOn)
      if (isCircle) circles.push(group)
    }
    this.circles = circles.filter((circle) => circle.some((id) => this.of(id).at === null))
  }

  /** From never on, until nothing comes sooner: what only its own circle could bring about stays never. */
  #settle(
    group: readonly string[],
    members: ReadonlySet<string>,
    restsOn: ReadonlyMap<string, readonly string[]>,
  ): void {
    for (const id of group) this.#windows.set(id, NEVER)
    const doubtful = group.flatMap((id) => restsOn.get(id) ?? []).some((id) => this.#undecided.has(id))
    if (doubtful) group.forEach((id) => this.#undecided.add(id))
    // What rests on its own opposite has no fixpoint to come to; as many rounds as there are names are enough for the rest.
    for (let round = 0; round <= group.length; round += 1) {
      let changed = false
      for (const id of group) {
        const found = this.#ofNode(id)
        if (isSame(found, this.#windows.get(id)!)) continue
        this.#windows.set(id, found)
        changed = true
      }
      if (!changed || members.size === 1) return
    }
  }

  readonly of = (id: string): Reach => {
    const parts = this.#parts.get(id) ?? [id]
    const all = parts.map((part) => first(this.#windows.get(part) ?? NEVER))
    return {
      at: all.includes(null) ? null : Math.max(...all.map((at) => at!)),
      undecided: parts.some((part) => this.#undecided.has(part)),
    }
  }

  readonly owed = (duty: string): Instant | null => this.#owed.get(duty) ?? null

  readonly end = (term: string): Instant | null => this.#windows.get(term)?.at(-1)?.to ?? null

  #ofNode(id: string): Windows {
    const node = this.#nodes.get(id)
    if (!node) return NEVER
    switch (node.kind) {
      case 'anchor':
        return since(this.#anchor(node))
      case 'measure':
        return this.#counted(node)
      case 'term':
        return this.#term(node)
      case 'duty':
        return this.#duty(node)
      case 'gate':
        return this.#gate(node)
      case 'power':
        return this.#usable(node)
      default:
        return this.#span(node.during)
    }
  }

  #anchor({ id, at }: Agreement['anchors'][number]): Instant | null {
    return at === null ? this.#soonest(this.#powers('designate', id)) : parseInstant(at)
  }

  #soonest(ids: readonly string[]): Instant | null {
    const found = ids.flatMap((id) => first(this.#windows.get(id) ?? NEVER) ?? [])
    return found.length === 0 ? null : Math.min(...found)
  }

  #moment({ anchor, instant, plus }: Moment): Instant | null {
    const base = instant === null ? first(this.#windows.get(anchor!.id) ?? NEVER) : parseInstant(instant)
    return base === null || plus === null ? base : addDuration(base, plus, this.#agreement.zone)
  }

  #span(span: SpanRef | null): Windows {
    if (span === null) return since(this.#origin)
    if (span.kind === 'term') return this.#windows.get(span.term) ?? NEVER
    const from = this.#moment(span.from)
    const to = span.to ? this.#moment(span.to) : null
    return from === null ? NEVER : between(from, to ?? Infinity)
  }

  #term({ starts, lasts, extends: power, id }: Term): Windows {
    const start = this.#moment(starts)
    if (start === null) return NEVER
    if (lasts === null || this.#terms === 'endless') return since(start)
    const owner = power === null ? undefined : this.#nodes.get(power)
    const extended = owner?.kind === 'power' && owner.effect === 'extend' && owner.targets.includes(id)
    return between(
      start,
      this.#terms === 'extended' && extended ? Infinity : addDuration(start, lasts, this.#agreement.zone),
    )
  }

  #usable({ when, holders }: Power): Windows {
    if (holders.length === 0) return NEVER
    const may = since(this.#origin)
    return when ? both(may, this.#condition(when)) : may
  }

  #duty({ id, from, during, after, together }: Duty): Windows {
    const begins = from ? since(this.#moment(from)) : ALWAYS
    const inForce = both(begins, during ? this.#span(during) : since(this.#origin))
    const turn = after ? this.#condition(after) : ALWAYS
    const other = together ? since(this.#done(together.duty)) : ALWAYS
    const owed = first(both(both(inForce, turn), other))
    this.#owed.set(id, owed)
    return since(owed)
  }

  #done(duty: string): Instant | null {
    return this.of(duty).at
  }

  #gate({ id, when, certify, during }: Gate): Windows {
    const open = both(this.#condition(when), this.#span(during))
    if (!certify) return open
    return both(open, since(this.#soonest(this.#powers('certify', id))))
  }

  #counted({ from, during }: Measure): Windows {
    return both(since(this.#moment(from)), during ? this.#span(during) : ALWAYS)
  }

  #condition(condition: Condition): Windows {
    switch (condition.op) {
      case 'and':
        return condition.args.reduce<Windows>((all, arg) => both(all, this.#condition(arg)), ALWAYS)
      case 'or':
        return condition.args.reduce<Windows>((all, arg) => either(all, this.#condition(arg)), NEVER)
      case 'not':
        return this.#opposite(condition.arg)
      case 'met': {
        const clause = this.#nodes.get(condition.of.id) ?? this.#nodes.get(this.#parts.get(condition.of.id)?.[0] ?? '')
        // Only duties and bans are ever met.
        return clause?.kind === 'duty' || clause?.kind === 'ban' ? since(this.of(condition.of.id).at) : NEVER
      }
      case 'held':
        return this.#held(condition)
      case 'count':
        return this.#count(condition)
      case 'open':
      case 'in-force':
        return this.#stands(condition.of.id)
      case 'exercised':
        return since(this.of(condition.of.id).at)
      case 'passed':
        return since(this.#moment(condition.moment))
      case 'done': {
        const doers = this.#doers(condition)
        // What nobody has to do, anybody may.
        return since(doers.length === 0 ? this.#origin : this.#soonest(doers))
      }
      default:
        // What tables of the desk say of access and of the ground can be so from the beginning.
        return since(this.#origin)
    }
  }

  /** While a clause is in force; a duty until it is done. */
  #stands(id: string): Windows {
    const node = this.#nodes.get(id)
    if (node?.kind === 'duty') {
      const from = node.from ? since(this.#moment(node.from)) : ALWAYS
      const inForce = both(from, node.during ? this.#span(node.during) : since(this.#origin))
      const done = this.of(id).at
      return done === null ? inForce : both(inForce, between(-Infinity, done))
    }
    if (node?.kind === 'power') return since(this.#origin)
    if (node) return this.#windows.get(id) ?? NEVER
    return (this.#parts.get(id) ?? []).reduce<Windows>((all, part) => both(all, this.#stands(part)), ALWAYS)
  }

  /** What is not so can be known where the clock or an act decides; that nobody reported a thing done is no word that it was not. */
  #opposite(condition: Condition): Windows {
    switch (condition.op) {
      case 'and':
        return condition.args.reduce<Windows>((all, arg) => either(all, this.#opposite(arg)), NEVER)
      case 'or':
        return condition.args.reduce<Windows>((all, arg) => both(all, this.#opposite(arg)), ALWAYS)
      case 'not':
        return this.#condition(condition.arg)
      case 'open':
      case 'in-force':
      case 'held':
        return both(since(this.#origin), otherwise(this.#condition(condition)))
      case 'passed': {
        const at = this.#moment(condition.moment)
        return both(since(this.#origin), between(-Infinity, at ?? Infinity))
      }
      // Nobody has to use a power.
      case 'exercised':
        return since(this.#origin)
      case 'count':
        return this.#count({ ...condition, threshold: opposite(condition.threshold) })
      default:
        return NEVER
    }
  }

  #held({ measure: { id }, length }: Extract<Condition, { op: 'held' }>): Windows {
    const measure = this.#nodes.get(id)
    if (measure?.kind !== 'measure') return NEVER
    // Nobody breaks a ban; other acts may be done as often as one likes.
    if (measure.counts.kind === 'breaches' && !allows(measure.holds, 0)) return NEVER
    const span = this.#windows.get(id)?.[0]
    if (!span) return NEVER
    const { zone } = measure
    const opening = civilDay(span.from, zone)
    const whole = startOfDay(opening, zone) === span.from ? opening : addDays(opening, 1)
    const full = startOfDay(addDays(whole, length.count * (length.unit === 'week' ? 7 : 1)), zone)
    return full <= span.to ? since(full) : NEVER
  }

  #count({ measure: { id }, threshold }: Extract<Condition, { op: 'count' }>): Windows {
    const measure = this.#nodes.get(id)
    if (measure?.kind !== 'measure') return NEVER
    const counted = since(first(this.#windows.get(id) ?? NEVER))
    if (allows(threshold, 0)) return counted
    // Nobody breaks a ban; other acts may be done as often as one likes, once they are owed.
    return measure.counts.kind === 'breaches' ? NEVER : counted
  }
}

type Threshold = Measure['holds']

function allows({ relation, value }: Threshold, count: number): boolean {
  return {
    '<=': count <= value,
    '<': count < value,
    '>=': count >= value,
    '>': count > value,
    '=': count === value,
  }[relation]
}

/** `=` has no single opposite; as counts begin at nothing, more than that is what can come. */
function opposite({ relation, value }: Threshold): Threshold {
  const turned = { '<=': '>', '<': '>=', '>=': '<', '>': '<=', '=': value === 0 ? '>' : '<' } as const
  return { relation: turned[relation], value }
}
