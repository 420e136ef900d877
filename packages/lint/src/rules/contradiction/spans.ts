// Whether two clauses surely run at different times.
import type { AnyClause, Moment, SpanOf } from '@trucekeeper/agreement'
import { parseInstant, type Duration } from '@trucekeeper/time'
import type { Subject } from '../../subject.ts'

/** Milliseconds after an anchor, or after 1970 where `base` is empty. */
interface Edge {
  readonly base: string
  readonly ms: number
}

type Spanned = Extract<AnyClause, { kind: 'duty' | 'ban' | 'leave' | 'gate' }>

/** Null for an end that is not there or not known. */
interface Stretch {
  readonly from: Edge | null
  readonly to: Edge | null
}

const LENGTHS = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 }
/** A calendar day may be an hour longer or shorter than another. */
const SLACK = 3_600_000

const ALWAYS: Stretch = { from: null, to: null }

/** When each clause runs, worked out once. A duty runs from when it begins until it is due. */
export function stretchesOf(subject: Subject): (clause: Spanned) => Stretch {
  const known = new Map<string, Stretch>()
  return (clause) => {
    const before = known.get(clause.id)
    if (before) return before
    const whole = stretchOf(subject, clause.fields.during)
    const { from = undefined, by = undefined } = clause.kind === 'duty' ? clause.fields : {}
    const found = { from: from ? edge(subject, from) : whole.from, to: by ? edge(subject, by) : whole.to }
    known.set(clause.id, found)
    return found
  }
}

function stretchOf(subject: Subject, span: SpanOf | undefined): Stretch {
  if (!span) return ALWAYS
  if (span.kind === 'range') return { from: edge(subject, span.from), to: span.to && edge(subject, span.to) }
  const term = subject.clause(span.term.id)
  if (term?.kind !== 'term') return ALWAYS
  const { starts, lasts, extends: extended } = term.fields
  const from = edge(subject, starts)
  return { from, to: from && lasts && !extended ? later(from, lasts) : null }
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
