// Whether two clauses surely run at different times.
import type { AnyClause, Moment, SpanOf } from '@trucekeeper/agreement'
import { parseInstant, type Duration } from '@trucekeeper/time'
import type { Subject } from '../../subject.ts'

/** Milliseconds after an anchor, or after 1970 where `base` is empty. */
interface Edge {
  readonly base: string
  readonly ms: number
}

/** Null for an end that is not there or not known. */
export interface Stretch {
  readonly from: Edge | null
  readonly to: Edge | null
}

const LENGTHS = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 }
/** A calendar day may be an hour longer or shorter than another. */
const SLACK = 3_600_000

export const ALWAYS: Stretch = { from: null, to: null }

export function stretchOf(subject: Subject, span: SpanOf | undefined): Stretch {
  if (!span) return ALWAYS
  if (span.kind === 'range') return { from: edge(subject, span.from), to: span.to && edge(subject, span.to) }
  const term = subject.clause(span.term.id)
  if (term?.kind !== 'term') return ALWAYS
  const { starts, lasts, extends: extended } = term.fields
  const from = edge(subject, starts)
  return { from, to: from && lasts && !extended ? later(from, lasts) : null }
}

/** A duty runs from when it begins until it is due. */
export function stretchOfDuty(subject: Subject, { fields }: Extract<AnyClause, { kind: 'duty' }>): Stretch {
  const whole = stretchOf(subject, fields.during)
  return {
    from: fields.from ? edge(subject, fields.from) : whole.from,
    to: fields.by ? edge(subject, fields.by) : whole.to,
  }
}

export function areApart(one: Stretch, other: Stretch): boolean {
  return isBefore(one.to, other.from) || isBefore(other.to, one.from)
}

function isBefore(end: Edge | null, start: Edge | null): boolean {
  return end !== null && start !== null && end.base === start.base && end.ms <= start.ms + SLACK
}

function edge(subject: Subject, { anchor, instant, plus }: Moment): Edge | null {
  const named = anchor ? subject.clause(anchor.id) : null
  const fixed = instant ?? (named?.kind === 'anchor' ? named.fields.at : undefined)
  const at = fixed === undefined ? null : parseInstant(fixed)
  const base: Edge | null = at === null ? anchor && { base: anchor.id, ms: 0 } : { base: '', ms: at }
  return base && plus ? later(base, plus) : base
}

function later({ base, ms }: Edge, { count, unit }: Duration): Edge {
  return { base, ms: ms + count * LENGTHS[unit] }
}
