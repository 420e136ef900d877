// The instants at which a run can change by the clock alone.
import type { Agreement, Ban, Measure, Moment, SpanRef } from '@trucekeeper/agreement'
import type { Act } from '@trucekeeper/claims'
import { addDays, addDuration, civilDay, parseInstant, startOfDay, type Instant } from '@trucekeeper/time'
import { atomsOfAll, momentsOf } from './cone.ts'

export interface Clock {
  /** The next instant after `at` at which anything can change, or null. */
  next(acts: readonly Act[], at: Instant): Instant | null
  /** When an anchor is, by the acts that set it; null while nobody has. */
  anchor(id: string, acts: readonly Act[]): Instant | null
  /** Since when days are watched, or null while nobody has to. */
  watchedFrom(acts: readonly Act[]): Instant | null
}

const A_DAY = { count: 1, unit: 'day' } as const

export function clockOf(agreement: Agreement): Clock {
  const { zone } = agreement
  const moments = momentsOf(agreement)
  const atoms = atomsOfAll(agreement)
  const windows = atoms.flatMap((atom) =>
    atom.op === 'held'
      ? [{ id: atom.measure.id, days: atom.length.count * (atom.length.unit === 'week' ? 7 : 1) }]
      : [],
  )
  const bans = agreement.ruled.filter((clause): clause is Ban => clause.kind === 'ban')
  const suspending = new Set(
    agreement.ruled.flatMap((clause) => (clause.kind === 'power' && clause.effect === 'suspend' ? [clause.id] : [])),
  )
  const designating = new Map(
    agreement.ruled.flatMap((clause) =>
      clause.kind === 'power' && clause.effect === 'designate'
        ? clause.targets.map((target) => [`${clause.id} ${target}`, target] as const)
        : [],
    ),
  )
  const anchor = (id: string, acts: readonly Act[]): Instant | null => {
    const fixed = agreement.anchors.find((one) => one.id === id)?.at
    if (fixed) return parseInstant(fixed)
    const act = acts.findLast(({ power, sets }) => sets && designating.has(`${power} ${id}`))
    return act ? parseInstant(act.sets!) : null
  }
  const moment = ({ anchor: named, instant, plus }: Moment, acts: readonly Act[]): Instant | null => {
    const base = instant === null ? anchor(named!.id, acts) : parseInstant(instant)
    return base === null || plus === null ? base : addDuration(base, plus, zone)
  }
  const spanStart = (span: SpanRef, acts: readonly Act[]): Instant | null => {
    if (span.kind === 'range') return moment(span.from, acts)
    const term = agreement.ruled.find((clause) => clause.kind === 'term' && clause.id === span.term)
    return term?.kind === 'term' ? moment(term.starts, acts) : null
  }
  const measuredFrom = ({ from, during }: Measure, acts: readonly Act[]): Instant | null => {
    const starts = [moment(from, acts), ...(during ? [spanStart(during, acts)] : [])]
    return starts.includes(null) ? null : Math.max(...starts.map((start) => start!))
  }
  const midnight = (at: Instant, days: number, inZone: string) =>
    startOfDay(addDays(civilDay(at, inZone), days), inZone)

  function* ticks(acts: readonly Act[]): Generator<Instant> {
    for (const one of moments) {
      const at = moment(one, acts)
      if (at !== null) yield at
    }
    for (const clause of agreement.ruled) {
      if (clause.kind !== 'term' || clause.lasts === null) continue
      const start = moment(clause.starts, acts)
      if (start !== null) yield addDuration(start, clause.lasts, zone)
    }
    // What was suspended can be taken up again the day after.
    for (const { power, at } of acts) if (suspending.has(power)) yield addDuration(parseInstant(at)!, A_DAY, zone)
    for (const measure of agreement.measures) {
      const start = measuredFrom(measure, acts)
      if (start === null) continue
      yield start
      for (const ahead of [1, 2]) yield midnight(start, ahead, measure.zone)
      // A midnight before and one after the one at which the days are full: the engine says which it is.
      for (const { id, days } of windows)
        if (id === measure.id) for (const ahead of [-1, 0, 1]) yield midnight(start, days + 1 + ahead, measure.zone)
    }
    for (const ban of bans) {
      const start = spanStart(ban.during, acts)
      if (start !== null) for (const ahead of [1, 2]) yield midnight(start, ahead, zone)
    }
  }
  return {
    anchor,
    next(acts, at) {
      let next = Infinity
      for (const tick of ticks(acts)) if (tick > at && tick < next) next = tick
      return next === Infinity ? null : next
    },
    watchedFrom(acts) {
      const starts = [
        ...agreement.measures.map((measure) => measuredFrom(measure, acts)),
        ...bans.map((ban) => spanStart(ban.during, acts)),
      ].filter((start) => start !== null)
      return starts.length === 0 ? null : Math.min(...starts)
    },
  }
}
