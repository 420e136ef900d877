// The earliest instants at which things can be, if everybody does what is owed when it is owed, every power that may be used
// can be used at once, every counted day is calm, and nobody breaks anything.
import type { Agreement, Condition, Duty, Gate, Measure, Moment, Power, SpanRef, Term } from '@trucekeeper/agreement'
import {
  addDays,
  addDuration,
  civilDay,
  parseInstant,
  startOfDay,
  type Duration,
  type Instant,
} from '@trucekeeper/time'
import { groupsOf } from './groups.ts'
import { originOf } from './origin.ts'
import { deniedIn, doersOf, edgesOf, extensionsOf, partsOf, powersOver, reachedFrom, type Edge } from './waits.ts'
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

/** may: in some run; surely: in every run, also where nobody uses a power. What is not so may be so where it is not surely. */
type Mode = 'may' | 'surely'
const MODES: readonly Mode[] = ['surely', 'may']
const OTHER: Readonly<Record<Mode, Mode>> = { may: 'surely', surely: 'may' }

export function earliestOf(agreement: Agreement, terms: Terms = 'extended'): Earliest {
  const doubtful = terms === 'extended' ? doubtfulTerms(agreement) : []
  const choices = doubtful.reduce<readonly ReadonlyMap<string, boolean>[]>(
    (all, id) => all.flatMap((made) => [true, false].map((extended) => new Map([...made, [id, extended]]))),
    [new Map()],
  )
  return choices.map((chosen): Earliest => new Solution(agreement, terms, chosen)).reduce(sooner)
}

/** So many terms are taken as extended and as not, each with each; beyond that any of them may be both at once. */
const MOST_DOUBTFUL = 2

/** Terms that can be extended, and that something rests on not being so: longer is not simply better for them. */
function doubtfulTerms(agreement: Agreement): readonly string[] {
  const extensions = extensionsOf(agreement)
  if (extensions.length === 0) return []
  const edges = edgesOf(agreement)
  const denied = deniedIn(edges, reachedFrom(edges))
  const found = extensions.flatMap(({ from }) => (denied.has(from) ? [from] : []))
  return found.length > MOST_DOUBTFUL ? [] : found
}

/** What is so in either, at its sooner instant. */
function sooner(one: Earliest, other: Earliest): Earliest {
  const least = (a: Instant | null, b: Instant | null) => (a === null || b === null ? (a ?? b) : Math.min(a, b))
  const most = (a: Instant | null, b: Instant | null) => (a === null || b === null ? (a ?? b) : Math.max(a, b))
  const of = (id: string): Reach => {
    const [a, b] = [one.of(id), other.of(id)]
    return { at: least(a.at, b.at), undecided: a.undecided || b.undecided }
  }
  return {
    of,
    owed: (duty) => least(one.owed(duty), other.owed(duty)),
    end: (term) => most(one.end(term), other.end(term)),
    edges: one.edges,
    circles: one.circles.filter((circle) => circle.some((id) => of(id).at === null)),
  }
}

class Solution implements Earliest {
  readonly #agreement: Agreement
  readonly #terms: Terms
  readonly #chosen: ReadonlyMap<string, boolean>
  /** Of these it matters when they are surely so. */
  readonly #denied: ReadonlySet<string>
  readonly #origin: Instant
  readonly #windows: Readonly<Record<Mode, Map<string, Windows>>> = { may: new Map(), surely: new Map() }
  readonly #owed = new Map<string, Instant | null>()
  readonly #undecided = new Set<string>()
  readonly #parts: ReadonlyMap<string, readonly string[]>
  readonly #nodes: ReadonlyMap<string, Agreement['ruled'][number] | Agreement['anchors'][number] | Measure>
  readonly #powers: ReturnType<typeof powersOver>
  readonly #doers: ReturnType<typeof doersOf>
  readonly edges: readonly Edge[]
  readonly circles: readonly (readonly string[])[]

  constructor(agreement: Agreement, terms: Terms, chosen: ReadonlyMap<string, boolean>) {
    this.#chosen = chosen
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
    const restsOn = reachedFrom(this.edges)
    const circles: string[][] = []
    for (const group of groupsOf([...this.#nodes.keys()], restsOn)) {
      const isCircle = group.length > 1 || restsOn.get(group[0]!)?.includes(group[0]!)
      const members = new Set(group)
      if (isCircle && this.edges.some(({ from, to, how }) => how === 'not' && members.has(from) && members.has(to)))
        group.forEach((id) => this.#undecided.add(id))
      if (isCircle) circles.push(group)
    }
    // A term waits for nobody to extend it, but how long it lasts does.
    const settles = reachedFrom([...this.edges, ...extensionsOf(agreement)])
    this.#denied = deniedIn(this.edges, settles)
    for (const group of groupsOf([...this.#nodes.keys()], settles)) this.#settle(group, settles)
    this.circles = circles.filter((circle) => circle.some((id) => this.of(id).at === null))
  }

  /** From never on, until nothing comes sooner: what only its own circle could bring about stays never. */
  #settle(group: readonly string[], restsOn: ReadonlyMap<string, readonly string[]>): void {
    for (const id of group) for (const mode of MODES) this.#windows[mode].set(id, NEVER)
    const doubtful = group.flatMap((id) => restsOn.get(id) ?? []).some((id) => this.#undecided.has(id))
    if (doubtful) group.forEach((id) => this.#undecided.add(id))
    this.#round(group, MODES)
    if (group.length === 1) return
    // What may be so rests on what is surely so, which was not settled before: once more from never on.
    for (const id of group) this.#windows.may.set(id, NEVER)
    this.#round(group, ['may'])
  }

  #round(group: readonly string[], modes: readonly Mode[]): void {
    // What rests on its own opposite has no fixpoint to come to; twice as many rounds as there are names are enough for the rest.
    for (let round = 0; round <= 2 * group.length; round += 1) {
      let changed = false
      for (const id of group) {
        for (const mode of modes) {
          if (mode === 'surely' && !this.#denied.has(id)) continue
          const found = this.#ofNode(id, mode)
          if (isSame(found, this.#windows[mode].get(id)!)) continue
          this.#windows[mode].set(id, found)
          changed = true
        }
      }
      if (!changed || group.length === 1) return
    }
  }

  readonly of = (id: string): Reach => ({
    at: this.#first(id, 'may'),
    undecided: (this.#parts.get(id) ?? [id]).some((part) => this.#undecided.has(part)),
  })

  /** Of a clause that binds several, when the last of its parts is so. */
  #first(id: string, mode: Mode): Instant | null {
    const all = (this.#parts.get(id) ?? [id]).map((part) => first(this.#of(part, mode)))
    return all.includes(null) ? null : Math.max(...all.map((at) => at!))
  }

  #of(id: string, mode: Mode): Windows {
    return this.#windows[mode].get(id) ?? NEVER
  }

  readonly owed = (duty: string): Instant | null => this.#owed.get(duty) ?? null

  readonly end = (term: string): Instant | null => this.#of(term, 'may').at(-1)?.to ?? null

  #ofNode(id: string, mode: Mode): Windows {
    const node = this.#nodes.get(id)
    if (!node) return NEVER
    switch (node.kind) {
      case 'anchor':
        return since(this.#anchor(node, mode))
      case 'measure':
        return this.#counted(node, mode)
      case 'term':
        return this.#term(node, mode)
      case 'duty':
        return this.#duty(node, mode)
      case 'gate':
        return this.#gate(node, mode)
      case 'power':
        return this.#usable(node, mode)
      default:
        return this.#span(node.during, mode)
    }
  }

  #anchor({ id, at }: Agreement['anchors'][number], mode: Mode): Instant | null {
    return at === null ? this.#soonest(this.#powers('designate', id), mode) : parseInstant(at)
  }

  /** When one of some powers is used first; nobody surely uses one. */
  #soonest(ids: readonly string[], mode: Mode): Instant | null {
    if (mode === 'surely') return null
    const found = ids.flatMap((id) => first(this.#of(id, mode)) ?? [])
    return found.length === 0 ? null : Math.min(...found)
  }

  #moment({ anchor, instant, plus }: Moment, mode: Mode): Instant | null {
    const base = instant === null ? first(this.#of(anchor!.id, mode)) : parseInstant(instant)
    return base === null || plus === null ? base : addDuration(base, plus, this.#agreement.zone)
  }

  #span(span: SpanRef | null, mode: Mode): Windows {
    if (span === null) return since(this.#origin)
    if (span.kind === 'term') return this.#of(span.term, mode)
    const from = this.#moment(span.from, mode)
    const to = span.to ? this.#moment(span.to, mode) : null
    return from === null ? NEVER : between(from, to ?? Infinity)
  }

  #term({ starts, lasts, extends: power, id }: Term, mode: Mode): Windows {
    const start = this.#moment(starts, mode)
    if (start === null) return NEVER
    if (lasts === null || this.#terms === 'endless') return since(start)
    const end = addDuration(start, lasts, this.#agreement.zone)
    const owner = power === null ? undefined : this.#nodes.get(power)
    if (owner?.kind !== 'power' || owner.effect !== 'extend' || !owner.targets.includes(id)) return between(start, end)
    // Up to its last moment; what has ended is not extended.
    const inTime = () => this.#of(owner.id, 'may').some(({ from }) => from <= end)
    const chosen = this.#chosen.get(id)
    const extended = this.#terms === 'extended' && (mode === 'surely' ? chosen === true : chosen !== false && inTime())
    return between(start, extended ? Infinity : end)
  }

  #usable({ when, holders, effect, targets, expires }: Power, mode: Mode): Windows {
    if (holders.length === 0) return NEVER
    const may = since(this.#origin)
    const asked = when ? this.#within(both(may, this.#condition(when, mode)), expires) : may
    if (effect !== 'certify') return asked
    const gates = targets.flatMap((target) => this.#nodes.get(target) ?? []).filter((node) => node.kind === 'gate')
    return gates.reduce((all, gate) => both(all, this.#certifiable(gate, mode)), asked)
  }

  /** When a certificate counts: while a gate lacks nothing else, and for as long as the text gives. */
  #certifiable({ when, certify, during }: Gate, mode: Mode): Windows {
    return this.#within(both(this.#condition(when, mode), this.#span(during, mode)), certify?.within ?? null)
  }

  /** Of stretches no more than so much of each, its last moment too. */
  #within(windows: Windows, length: Duration | null): Windows {
    if (length === null) return windows
    const { zone } = this.#agreement
    return windows.flatMap(({ from, to }) => between(from, Math.min(to, addDuration(from, length, zone) + 1)))
  }

  #duty({ id, from, during, after, together }: Duty, mode: Mode): Windows {
    const begins = from ? since(this.#moment(from, mode)) : ALWAYS
    const inForce = both(begins, during ? this.#span(during, mode) : since(this.#origin))
    const turn = after ? this.#condition(after, mode) : ALWAYS
    const other = together ? since(this.#first(together.duty, mode)) : ALWAYS
    const owed = first(both(both(inForce, turn), other))
    if (mode === 'may') this.#owed.set(id, owed)
    return since(owed)
  }

  #gate({ id, when, certify, during }: Gate, mode: Mode): Windows {
    const open = both(this.#condition(when, mode), this.#span(during, mode))
    if (!certify) return open
    return both(open, since(this.#soonest(this.#powers('certify', id), mode)))
  }

  #counted({ from, during }: Measure, mode: Mode): Windows {
    return both(since(this.#moment(from, mode)), during ? this.#span(during, mode) : ALWAYS)
  }

  #condition(condition: Condition, mode: Mode): Windows {
    switch (condition.op) {
      case 'and':
        return condition.args.reduce<Windows>((all, arg) => both(all, this.#condition(arg, mode)), ALWAYS)
      case 'or':
        return condition.args.reduce<Windows>((all, arg) => either(all, this.#condition(arg, mode)), NEVER)
      case 'not':
        return this.#opposite(condition.arg, mode)
      case 'met': {
        const clause = this.#nodes.get(condition.of.id) ?? this.#nodes.get(this.#parts.get(condition.of.id)?.[0] ?? '')
        // Only duties and bans are ever met.
        return clause?.kind === 'duty' || clause?.kind === 'ban' ? since(this.#first(condition.of.id, mode)) : NEVER
      }
      case 'held':
        return this.#held(condition, mode)
      case 'count':
        return this.#count(condition, mode)
      case 'open':
      case 'in-force':
        return this.#of(condition.of.id, mode)
      case 'exercised':
        return since(this.#soonest([condition.of.id], mode))
      case 'passed':
        return since(this.#moment(condition.moment, mode))
      case 'done': {
        const doers = this.#doers(condition)
        if (mode === 'surely') return NEVER
        // What nobody has to do, anybody may.
        return since(doers.length === 0 ? this.#origin : this.#soonest(doers, mode))
      }
      default:
        // What tables of the desk say of access and of the ground can be so from the beginning, and need not be.
        return mode === 'may' ? since(this.#origin) : NEVER
    }
  }

  /** What is not so can be known where the clock or an act decides; that nobody reported a thing done is no word that it was not. */
  #opposite(condition: Condition, mode: Mode): Windows {
    switch (condition.op) {
      case 'and':
        return condition.args.reduce<Windows>((all, arg) => either(all, this.#opposite(arg, mode)), NEVER)
      case 'or':
        return condition.args.reduce<Windows>((all, arg) => both(all, this.#opposite(arg, mode)), ALWAYS)
      case 'not':
        return this.#condition(condition.arg, mode)
      case 'open':
      case 'in-force':
      case 'held':
      case 'passed':
      case 'exercised':
        return both(since(this.#origin), otherwise(this.#condition(condition, OTHER[mode])))
      case 'count':
        return this.#count({ ...condition, threshold: opposite(condition.threshold) }, mode)
      default:
        return NEVER
    }
  }

  #held({ measure: { id }, length }: Extract<Condition, { op: 'held' }>, mode: Mode): Windows {
    const measure = this.#nodes.get(id)
    if (measure?.kind !== 'measure') return NEVER
    if (!allows(measure.holds, 0)) {
      // Nobody breaks a ban; other acts may be done as often as one likes, and need not be.
      if (measure.counts.kind === 'breaches' || mode === 'surely') return NEVER
    }
    const span = this.#of(id, mode)[0]
    if (!span) return NEVER
    const { zone } = measure
    const opening = civilDay(span.from, zone)
    const whole = startOfDay(opening, zone) === span.from ? opening : addDays(opening, 1)
    const full = startOfDay(addDays(whole, length.count * (length.unit === 'week' ? 7 : 1)), zone)
    return full <= span.to ? since(full) : NEVER
  }

  #count({ measure: { id }, threshold }: Extract<Condition, { op: 'count' }>, mode: Mode): Windows {
    const measure = this.#nodes.get(id)
    if (measure?.kind !== 'measure') return NEVER
    const counted = since(first(this.#of(id, mode)))
    if (allows(threshold, 0)) return counted
    // Nobody breaks a ban; other acts may be done as often as one likes, once they are owed.
    return measure.counts.kind === 'breaches' || mode === 'surely' ? NEVER : counted
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
