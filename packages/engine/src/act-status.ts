// What the status says of terms and powers: every step and every notice, with or without effect.
import type { Agreement, Power, Term } from '@trucekeeper/agreement'
import { formatInstant, parseInstant, type Instant } from '@trucekeeper/time'
import { lapsed, withoutEffect } from './acting/without-effect.ts'
import type { Run } from './run.ts'
import type { PowerStatus, TermStatus } from './status.ts'
import { joined } from './words.ts'

export function termStatus(agreement: Agreement, term: Term, run: Run): TermStatus {
  const { start, end, extensions, terminatedBy } = run.timeline.term(term.id)
  const { standing, told } = run.decide(term)
  const say = (instant: Instant) => formatInstant(instant, agreement.zone)
  const acts = [
    ...new Set([
      ...(term.extends ? run.timeline.acts(term.extends) : []),
      ...extensions.flatMap(({ use }) => use.acts),
      ...(terminatedBy?.acts ?? []),
    ]),
  ]
  return {
    id: term.id,
    title: term.title,
    heading: term.source.heading.join(' › '),
    standing,
    starts: start === null ? null : say(start),
    ends: end === null || end === Infinity ? null : say(end),
    steps: [
      ...(start === null ? [] : [{ at: say(start), what: 'begins', by: [], stage: 'exercised', act: null }]),
      ...acts.map((act) => ({
        at: say(parseInstant(act.at)!),
        what: act.length ? `${act.power}, ${act.length}` : act.power,
        by: [...act.by],
        stage: act.stage,
        act: act.id,
      })),
    ],
    reason: told().reason,
  }
}

export function powerStatus(agreement: Agreement, power: Power, run: Run, expired: string | null): PowerStatus {
  const acts = run.timeline.acts(power.id)
  return {
    id: power.id,
    title: power.title,
    heading: power.source.heading.join(' › '),
    effect: `${power.effect} ${joined(power.targets)}`,
    holders: [...power.holders],
    stage: acts.at(-1)?.stage ?? null,
    notices: acts.map((act) => ({
      at: formatInstant(parseInstant(act.at)!, agreement.zone),
      stage: act.stage,
      by: [...act.by],
      act: act.id,
      quote: act.quote,
      doc: act.doc,
      start: act.start,
      end: act.end,
      without_effect: withoutEffect(agreement, power, act, run.timeline),
      lapsed: lapsed(agreement, power, act, run, expired),
    })),
    reason: run.decide(power).told().reason,
  }
}
