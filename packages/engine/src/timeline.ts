// What acts under powers have made of the agreement by an instant: anchors set, terms extended, clauses suspended.
import type { Agreement, Moment, Power, SpanRef, Term } from '@trucekeeper/agreement'
import { joining, type Act } from '@trucekeeper/claims'
import { addDuration, parseDuration, parseInstant, type Instant, type Interval } from '@trucekeeper/time'

/** A power used with effect: by all its holders where they hold it jointly. */
export interface Use {
  readonly at: Instant
  readonly acts: readonly Act[]
}

export interface TermRun {
  readonly term: Term
  readonly start: Instant | null
  /** Infinity while nothing ends it; null before it starts. */
  readonly end: Instant | null
  readonly ended: 'expired' | 'terminated' | null
  readonly extensions: readonly {
    readonly use: Use
    readonly length: string
    readonly inTime: boolean
    readonly until: Instant
  }[]
  /** The use that terminated it. */
  readonly terminatedBy: Use | null
}

export interface Timeline {
  /** When an anchor is, or null while nobody has set it. */
  anchor(id: string): Instant | null
  moment(moment: Moment): Instant | null
  term(id: string): TermRun
  /** The stretch of a span, or null while it has not begun to be known. */
  span(span: SpanRef): Interval | null
  uses(power: string): readonly Use[]
  /** Acts under a power so far, in order, with effect or without. */
  acts(power: string): readonly Act[]
  /** Acts that count as not done, by their ids, with the reason: what they waited for was not so. */
  readonly idle: Idle
  /** Under a power held jointly: the last will of each holder who waits for the others, by holder. */
  pending(power: string): ReadonlyMap<string, Act>
  /** When a clause was suspended, by which use; to Infinity while nobody who may has lifted it. */
  suspensions(clause: string): readonly Suspension[]
  /** The use that released those bound by a clause, or ended it. */
  release(clause: string): Release | null
}

export interface Suspension extends Interval {
  readonly power: string
  readonly use: Use
}

export interface Release {
  readonly how: 'waived' | 'terminated'
  readonly power: string
  readonly use: Use
}

/** Stages at which an act shows its maker’s will to have the effect. */
export const WILLING = new Set(['proposed', 'accepted', 'exercised'])

/** Of acts that had no effect though those made them who may, the reason by their ids. */
export type Idle = ReadonlyMap<string, string>
const NONE_IDLE: Idle = new Map()

/** The timeline at an instant, from acts made up to then. */
export function timelineOf(agreement: Agreement, acts: readonly Act[], at: Instant, idle: Idle = NONE_IDLE): Timeline {
  const powers = new Map(agreement.ruled.filter((clause) => clause.kind === 'power').map((power) => [power.id, power]))
  const byPower = Map.groupBy(
    acts
      .filter((act) => parseInstant(act.at)! <= at)
      .toSorted((a, b) => parseInstant(a.at)! - parseInstant(b.at)! || (a.id < b.id ? -1 : 1)),
    (act) => act.power,
  )
  const counting = (power: string) => (byPower.get(power) ?? []).filter(({ id }) => !idle.has(id))
  const used = new Map([...powers].map(([id, power]) => [id, usesOf(power, counting(id))]))
  const uses = (power: string): readonly Use[] => used.get(power)?.uses ?? []
  const usesWith = (effect: Power['effect'], target: string) =>
    [...powers.values()]
      .filter((power) => power.effect === effect && namesOf(target).some((name) => power.targets.includes(name)))
      .flatMap((power) => uses(power.id).map((use) => ({ power: power.id, use })))
      .toSorted((a, b) => a.use.at - b.use.at || (a.power < b.power ? -1 : 1))

  const anchors = new Map<string, Instant | null>()
  const anchor = (id: string): Instant | null => {
    const known = anchors.get(id)
    if (known !== undefined) return known
    const found = designated(id)
    anchors.set(id, found)
    return found
  }
  const designated = (id: string): Instant | null => {
    const declared = agreement.anchors.find((one) => one.id === id)
    if (declared?.at) return parseInstant(declared.at)
    const designations = usesWith('designate', id).flatMap(({ use }) =>
      use.acts.flatMap(({ sets }) => (sets ? [parseInstant(sets)!] : [])),
    )
    return designations.at(-1) ?? null
  }
  const moment = ({ anchor: named, instant, plus }: Moment): Instant | null => {
    const base = instant === null ? anchor(named!.id) : parseInstant(instant)
    return base === null || plus === null ? base : addDuration(base, plus, agreement.zone)
  }
  const runs = new Map<string, TermRun>()
  const term = (id: string): TermRun => {
    const known = runs.get(id)
    if (known) return known
    const declared = agreement.ruled.find((clause): clause is Term => clause.kind === 'term' && clause.id === id)!
    const run = runOf(
      declared,
      moment(declared.starts),
      extendsTerm(powers.get(declared.extends ?? ''), id) ? uses(declared.extends!) : [],
      usesWith('terminate', id).map(({ use }) => use),
      agreement.zone,
      at,
    )
    runs.set(id, run)
    return run
  }
  return {
    anchor,
    moment,
    term,
    span(span) {
      if (span.kind === 'term') {
        const { start, end } = term(span.term)
        return start === null || start > at ? null : { from: start, to: end! }
      }
      const from = moment(span.from)
      if (from === null || from > at) return null
      return { from, to: (span.to && moment(span.to)) ?? Infinity }
    },
    uses,
    acts: (power) => byPower.get(power) ?? [],
    idle,
    pending: (power) => used.get(power)?.pending ?? new Map(),
    suspensions(clause) {
      return usesWith('suspend', clause).map(({ power, use }) => {
        const makers = makersOf(use)
        const lifts = (byPower.get(power) ?? []).filter(({ stage }) => stage === 'lifted')
        // Each takes back its own: what several made stands until the last of them has.
        const lifted = makers.map((maker) => {
          const own = lifts.filter(({ by }) => by.includes(maker)).map((act) => parseInstant(act.at)!)
          return own.find((lift) => lift > use.at) ?? Infinity
        })
        const resumed = usesWith('resume', clause).filter((one) =>
          mayResume(powers.get(one.power)!, makersOf(one.use), powers.get(power)!, makers),
        )
        const ends = resumed.map((one) => one.use.at).filter((end) => end > use.at)
        return { power, use, from: use.at, to: Math.min(Math.max(...lifted), ...ends) }
      })
    },
    release(clause) {
      const how = { waive: 'waived', discharge: 'waived', terminate: 'terminated' } as const
      const found = (['waive', 'discharge', 'terminate'] as const).flatMap((effect) =>
        usesWith(effect, clause).map((one) => ({ ...one, how: how[effect] })),
      )
      return found.toSorted((a, b) => a.use.at - b.use.at)[0] ?? null
    },
  }
}

/** A clause that binds several is named as a whole, or by each of its parts. */
function namesOf(clause: string): readonly string[] {
  const [base] = clause.split('.')
  return base === clause ? [clause] : [clause, base!]
}

export function makersOf({ acts }: Use): readonly string[] {
  return [...new Set(acts.flatMap(({ by }) => by))]
}

function extendsTerm(power: Power | undefined, term: string): boolean {
  return power?.effect === 'extend' && power.targets.includes(term)
}

/** A suspension ends by those who made it, or by those to whom the text gives the resuming and not the suspending. */
export function mayResume(
  resuming: Pick<Power, 'holders'>,
  by: readonly string[],
  suspending: Pick<Power, 'holders'>,
  makers: readonly string[],
): boolean {
  return makers.every((id) => by.includes(id)) || !resuming.holders.some((id) => suspending.holders.includes(id))
}

/** Jointly held, a power is used when the last holder joins in for the same thing; otherwise when any holder exercises it. */
function usesOf(
  { holders, how }: Power,
  acts: readonly Act[],
): { readonly uses: readonly Use[]; readonly pending: ReadonlyMap<string, Act> } {
  const uses: Use[] = []
  let pending: ReadonlyMap<string, Act> = new Map()
  for (const act of acts) {
    const by = act.by.filter((id) => holders.includes(id))
    if (by.length === 0) continue
    if (how !== 'jointly') {
      if (act.stage === 'exercised') uses.push({ at: parseInstant(act.at)!, acts: [act] })
      continue
    }
    if (act.stage === 'lifted') pending = new Map([...pending].filter(([id]) => !by.includes(id)))
    if (!WILLING.has(act.stage)) continue
    const joined = joining(holders, pending, by, act, agree)
    pending = joined.pending
    if (joined.together) uses.push({ at: parseInstant(act.at)!, acts: joined.together })
  }
  return { uses, pending }
}

/** Nobody names another length or another moment than the rest. */
export function agree(acts: readonly Act[]): boolean {
  const said = (values: (string | null | undefined)[]) =>
    new Set(values.filter((value) => value !== null && value !== undefined)).size
  return said(acts.map(({ length }) => length)) <= 1 && said(acts.map(({ sets }) => sets)) <= 1
}

function runOf(
  term: Term,
  start: Instant | null,
  extending: readonly Use[],
  terminating: readonly Use[],
  zone: string,
  at: Instant,
): TermRun {
  const never = start === null ? terminating[0] : terminating.find((use) => use.at <= start)
  if (start === null || never)
    return {
      term,
      start: null,
      end: null,
      ended: never ? 'terminated' : null,
      extensions: [],
      terminatedBy: never ?? null,
    }
  let end = term.lasts ? addDuration(start, term.lasts, zone) : Infinity
  let terminatedBy: Use | null = null
  const extensions: TermRun['extensions'][number][] = []
  for (const use of [...extending, ...terminating].toSorted((a, b) => a.at - b.at)) {
    // What ends at an instant is over then: an act at that instant finds nothing to lengthen.
    const inTime = use.at < end && terminatedBy === null
    if (terminating.includes(use)) {
      if (!inTime) continue
      terminatedBy = use
      end = use.at
      continue
    }
    const length = use.acts.find((act) => act.length)?.length ?? null
    const duration = length === null ? null : parseDuration(length)
    // A length that cannot be read lengthens nothing: it must not become one without an end.
    if (length !== null && duration === null) continue
    // Without a length it is extended until ended, and what has no end grows no longer.
    if (inTime) end = duration && Number.isFinite(end) ? addDuration(end, duration, zone) : Infinity
    extensions.push({ use, length: length ?? 'an open time', inTime, until: end })
  }
  const ended = at < end ? null : terminatedBy ? 'terminated' : 'expired'
  return { term, start, end, ended, extensions, terminatedBy }
}
