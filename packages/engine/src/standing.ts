// Whether a clause stands: not yet in force, in force, suspended or ended; by acts and gates alone.
import type { Ruled, SpanRef } from '@trucekeeper/agreement'
import type { Interval } from '@trucekeeper/time'
import type { Run } from './run.ts'
import type { EndedHow, StandingState } from './status.ts'
import { makersOf } from './timeline.ts'
import { joined, sayInstant } from './words.ts'

export interface Standing {
  readonly state: StandingState
  readonly reason: string
  readonly ended: EndedHow | null
  /** The stretch for which the clause is in force, as far as it is known. */
  readonly span: Interval | null
}

export function standingOf(
  { timeline, at, plan }: Run,
  clause: Pick<Ruled, 'id' | 'kind'>,
  during: SpanRef | null,
): Standing {
  const { zone } = plan.agreement
  const span = during ? timeline.span(during) : { from: -Infinity, to: Infinity }
  if (!span) return notBegun(during!, timeline, zone)
  // What terminates a term has already moved its end.
  const release = clause.kind === 'term' ? null : timeline.release(clause.id)
  if (release && release.use.at < span.to) {
    return {
      state: 'ended',
      reason: `${release.how} by ${joined(makersOf(release.use))} under ${release.power} on ${sayInstant(release.use.at, zone)}`,
      ended: release.how,
      span: { from: span.from, to: Math.max(span.from, release.use.at) },
    }
  }
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
  const suspended = timeline.suspensions(clause.id).findLast(({ to }) => to === Infinity)
  if (suspended) {
    return {
      state: 'suspended',
      reason: `suspended by ${joined(makersOf(suspended.use))} under ${suspended.power} on ${sayInstant(suspended.from, zone)}`,
      ended: null,
      span,
    }
  }
  const until = span.to === Infinity ? '' : ` until ${sayInstant(span.to, zone)}`
  const since = span.from === -Infinity ? '' : ` since ${sayInstant(span.from, zone)}`
  return { state: 'in_force', reason: `in force${since}${until}`, ended: null, span }
}

function notBegun(during: SpanRef, timeline: Run['timeline'], zone: string): Standing {
  const term = during.kind === 'term' ? timeline.term(during.term) : null
  if (term?.terminatedBy) {
    const reason = `${term.term.id} was terminated on ${sayInstant(term.terminatedBy.at, zone)}, before it began`
    return { state: 'ended', reason, ended: 'terminated', span: null }
  }
  const starts = during.kind === 'term' ? term!.term.starts : during.from
  const from = timeline.moment(starts)
  const reason =
    from === null
      ? `${starts.anchor?.id ?? 'its beginning'} has not been designated`
      : `begins on ${sayInstant(from, zone)}`
  return { state: 'dormant', reason, ended: null, span: null }
}
