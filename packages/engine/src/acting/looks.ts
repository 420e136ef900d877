// When gates that do not open again are looked at: at every act, at moments and ends that the text names, and at midnights.
import type { Condition, Moment } from '@trucekeeper/agreement'
import { addDays, civilDay, parseInstant, startOfDay, type Instant } from '@trucekeeper/time'
import { daysNeeded, windowsIn } from '../held.ts'
import type { Knowledge } from '../knowledge.ts'
import { ruledAs } from '../plan.ts'
import { timelineOf } from '../timeline.ts'

/** In any order. What opens and shuts between two of them, within a day, by reports alone is not seen to have shut. */
export function looksAt({ plan, acts, claims }: Knowledge, until: Instant): Instant[] {
  const { agreement } = plan
  const timeline = timelineOf(agreement, acts, until)
  const conditions = agreement.ruled.flatMap((clause) => {
    if (clause.kind === 'duty') return clause.after ?? []
    return clause.kind === 'gate' || clause.kind === 'power' ? (clause.when ?? []) : []
  })
  const named = [
    ...conditions.flatMap(momentsIn).map((moment) => timeline.moment(moment)),
    ...ruledAs(agreement, 'term').flatMap(({ id }) => {
      const { start, end } = timeline.term(id)
      return [start, end]
    }),
    ...acts.map(({ at }) => parseInstant(at)),
    ...agreement.anchors.map(({ id }) => timeline.anchor(id)),
  ].flatMap((instant) => (instant !== null && Number.isFinite(instant) ? [instant] : []))
  const told = claims.map((claim) => plan.fact(claim).when).filter(({ from }) => from <= until)
  const first = Math.min(...named, ...told.map(({ from }) => from))
  const last = Math.max(...named, ...told.map(({ from, to }) => (Number.isFinite(to) ? to : from)))
  if (!Number.isFinite(first)) return []
  // After the last thing that is known days only fall silent, and windows fill.
  const ahead = 2 + Math.max(0, ...conditions.flatMap(windowsIn).map(daysNeeded))
  const zones = [...new Set([agreement.zone, ...agreement.measures.map(({ zone }) => zone)])]
  const midnights = zones.flatMap((zone) => {
    const found: Instant[] = []
    const end = Math.min(until, startOfDay(addDays(civilDay(last, zone), ahead), zone))
    for (let day = civilDay(first, zone); startOfDay(day, zone) <= end; day = addDays(day, 1))
      found.push(startOfDay(day, zone))
    return found
  })
  return [...named, ...midnights].filter((instant) => instant <= until)
}

function momentsIn(condition: Condition): Moment[] {
  if (condition.op === 'passed') return [condition.moment]
  if (condition.op === 'not') return momentsIn(condition.arg)
  return condition.op === 'and' || condition.op === 'or' ? condition.args.flatMap(momentsIn) : []
}
