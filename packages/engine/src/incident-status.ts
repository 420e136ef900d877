// What the status says of incidents: which claims they are made of, and which bans speak of them.
import type { Incident } from '@trucekeeper/corroborate'
import type { Instant } from '@trucekeeper/time'
import type { Knowledge } from './knowledge.ts'
import { actKinds, ruledAs } from './plan.ts'
import type { Run } from './run.ts'
import { standingOf } from './standing.ts'
import type { IncidentStatus } from './status.ts'

/** Incidents up to the instant, with the scope decision of every ban that forbids acts of their kind. */
export function incidentsAt(knowledge: Knowledge, run: Run, say: (instant: Instant) => string): IncidentStatus[] {
  const statusOf = incidentStatuses(knowledge, run, say)
  return knowledge.incidents.all().flatMap((incident) => statusOf(incident) ?? [])
}

/** Gives the status of one incident; null where nobody whose word counts tells of it. */
export function incidentStatuses(
  { plan: { agreement, scopes } }: Knowledge,
  run: Run,
  say: (instant: Instant) => string,
): (incident: Incident) => IncidentStatus | null {
  const bans = ruledAs(agreement, 'ban').map((ban) => {
    const kinds = actKinds(ban)
    const { span } = standingOf(run, ban, ban.during)
    const gaps = run.timeline.suspensions(ban.id).map(({ from, to }) => ({ from, to }))
    return { ban, kinds, scope: scopes({ debtors: kinds.byDebtor ? ban.debtors : [], zones: ban.zones, span, gaps }) }
  })
  return ({ id, kind, when, places, facts: all }) => {
    const facts = all.filter((fact) => run.takes(fact))
    if (facts.length === 0) return null
    return {
      id,
      kind,
      from: Number.isFinite(when.from) ? say(when.from) : null,
      to: say(when.to),
      places: [...places],
      claims: facts.map(({ claim }) => claim.id).toSorted(),
      scope: bans.flatMap(({ ban, kinds, scope }) => {
        const found = facts.filter(({ claim }) => kinds.does.has(claim.kind)).map(scope)
        const best = ['covered', 'undetermined'].map((wanted) => found.find(({ decision }) => decision === wanted))
        const shown = best.find((one) => one !== undefined) ?? found[0]
        return shown ? [{ clause: ban.id, decision: shown.decision, reason: shown.reason }] : []
      }),
    }
  }
}
