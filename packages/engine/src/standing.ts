// Whether a clause stands: not yet in force, in force, suspended or ended; by acts and gates alone.
import type { Ruled, SpanRef } from '@trucekeeper/agreement'
import type { Interval } from '@trucekeeper/time'
import type { Run } from './run.ts'
import type { EndedHow, StandingState } from './status.ts'
import { joined, sayInstant } from './words.ts'

export interface Standing {
  readonly state: StandingState
  readonly reason: string
  readonly ended: EndedHow | null
  /** The stretch for which the clause is in force, as far as it is known. */
  readonly span: Interval | null
}

export function standingOf(
  { timeline, at, prepared }: Run,
  clause: Pick<Ruled, 'id'>,
  during: SpanRef | null,
): Standing {
  const { zone } = prepared.agreement
  const base = clause.id.split('.')[0]!
  const suspended = timeline.suspension(clause.id) ?? timeline.suspension(base)
  const span = during ? timeline.span(during) : { from: -Infinity, to: Infinity }
  if (!span) return { state: 'dormant', reason: dormantReason(during!, timeline, zone), ended: null, span: null }
  if (at >= span.to) {
    const ended = during?.kind === 'term' ? (timeline.term(during.term).ended ?? 'expired') : 'expired'
    const how = ended === 'terminated' ? 'was terminated' : 'ran out'
    return {
      state: 'ended',
      reason: `${during?.kind === 'term' ? during.term : 'its time'} ${how} on ${sayInstant(span.to, zone)}`,
      ended,
      span,
    }
  }
  if (suspended) {
    const by = joined(suspended.use.acts.flatMap((act) => act.by))
    return {
      state: 'suspended',
      reason: `suspended by ${by} under ${suspended.power} on ${sayInstant(suspended.use.at, zone)}`,
      ended: null,
      span,
    }
  }
  const until = span.to === Infinity ? '' : ` until ${sayInstant(span.to, zone)}`
  const since = span.from === -Infinity ? '' : ` since ${sayInstant(span.from, zone)}`
  return { state: 'in_force', reason: `in force${since}${until}`, ended: null, span }
}

function dormantReason(during: SpanRef, timeline: Run['timeline'], zone: string): string {
  const starts = during.kind === 'term' ? timeline.term(during.term).term.starts : during.from
  const from = timeline.moment(starts)
  if (from !== null) return `begins on ${sayInstant(from, zone)}`
  return `${starts.anchor?.id ?? 'its beginning'} has not been designated`
}
