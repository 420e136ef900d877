// Decides one clause: which kind of question it is, and who answers it.
import type { Leave, Power, Procedure, Ruled, Term } from '@trucekeeper/agreement'
import { parseInstant } from '@trucekeeper/time'
import { decideBan } from './ban.ts'
import { evaluate } from './condition.ts'
import { decideDuty } from './duty.ts'
import { decideGate } from './gate.ts'
import { node, type Node } from './node.ts'
import type { Decided, Run } from './run.ts'
import { standingOf } from './standing.ts'
import type { TermRun } from './timeline.ts'
import { joined, sayInstant } from './words.ts'

export function decideClause(run: Run, clause: Ruled): Decided {
  switch (clause.kind) {
    case 'ban':
      return decideBan(run, clause)
    case 'duty':
      return decideDuty(run, clause)
    case 'gate':
      return decideGate(run, clause)
    case 'term':
      return decideTerm(run, clause)
    case 'power':
      return decidePower(run, clause)
    case 'leave':
    case 'procedure':
      return decideStanding(run, clause)
  }
}

function decideTerm(run: Run, term: Term): Decided {
  const { timeline, plan, at } = run
  const { zone } = plan.agreement
  const { start, end, ended, extensions } = timeline.term(term.id)
  const standing = standingOf(run, term, { kind: 'term', term: term.id })
  const offers = offersOf(run, term)
  const reason = [standing.reason, ...offers].join('; ')
  const acts = [
    ...new Set([...extensions.flatMap(({ use }) => use.acts), ...(term.extends ? timeline.acts(term.extends) : [])]),
  ]
  const steps = acts.map((act) =>
    node('act', `${joined(act.by)} ${act.stage} ${act.power}${act.length ? ` by ${act.length}` : ''}`, null, {
      acts: [act],
    }),
  )
  return {
    standing: standing.state,
    ended,
    timing: ended ? 'closed' : start === null || at < start ? 'not_yet_due' : 'due',
    due: end === null || end === Infinity ? null : end,
    verdict: null,
    told: () => ({
      standingReason: reason,
      timingReason:
        end === null
          ? standing.reason
          : end === Infinity
            ? 'it has no end'
            : `it ${ended ? 'ended' : 'ends'} on ${sayInstant(end, zone)}`,
      reason,
      tree: node('term', reason, null, { children: steps, rule: steps.length === 0 ? term : null }),
    }),
  }
}

/** What was said about extending it, latest last: who declared what, and whether it took effect. */
function offersOf({ timeline, plan }: Run, term: Term): string[] {
  if (!term.extends) return []
  const { ended } = timeline.term(term.id)
  const done = new Map(
    timeline.term(term.id).extensions.flatMap((extension) => extension.use.acts.map((act) => [act.id, extension])),
  )
  return timeline.acts(term.extends).map((act) => {
    const extension = done.get(act.id)
    const waits = [...timeline.pending(term.extends!).values()].includes(act)
    const effect = extension
      ? effectOf(extension, plan.agreement.zone)
      : waits && ended
        ? 'lapsed, for nobody joined in before the end'
        : timeline.idle.has(act.id)
          ? 'without effect'
          : 'without effect so far'
    const by = joined(act.by)
    return `${act.length ?? 'an extension'} ${act.stage} by ${by}, ${effect}`
  })
}

function effectOf({ inTime, until }: TermRun['extensions'][number], zone: string): string {
  if (!inTime) return 'too late to have effect'
  return until === Infinity ? 'with effect until it is ended' : `with effect until ${sayInstant(until, zone)}`
}

const NOT_MET = { breached: 'is not so', contested: 'is contested', unknown: 'is not known to be so' } as const

function decidePower(run: Run, power: Power): Decided {
  // Asked for now and not when it is told: what a decision has not read does not make it be made again.
  const condition = askedFirst(run, power)
  return {
    standing: 'in_force',
    ended: null,
    timing: 'not_yet_due',
    due: null,
    verdict: null,
    told: () => {
      const { reason, tree } = useOf(run, power, condition)
      return {
        standingReason: `held by ${joined(power.holders)}${power.how === 'jointly' ? ' jointly' : ''}`,
        timingReason: 'a power is never due',
        reason,
        tree,
      }
    },
  }
}

/** What the last who spoke of using a power have to wait for; null where they wait for nothing. */
function askedFirst(run: Run, power: Power): Node | null {
  const last = run.timeline.acts(power.id).at(-1)
  return last && power.when && !run.timeline.idle.has(last.id) ? evaluate(run, power.when) : null
}

function useOf(run: Run, power: Power, condition: Node | null): { reason: string; tree: Node } {
  const { zone } = run.plan.agreement
  const acts = run.timeline.acts(power.id)
  const last = acts.at(-1)
  const idle = last ? run.timeline.idle.get(last.id) : undefined
  const hasEffect = run.timeline.uses(power.id).some((use) => use.acts.includes(last!))
  const reason = [
    last ? `${last.stage} by ${joined(last.by)} on ${sayInstant(parseInstant(last.at)!, zone)}` : 'not used',
    ...(idle !== undefined
      ? [`without effect: ${idle}`]
      : last && run.timeline.uses(power.id).length === 0
        ? ['not exercised']
        : []),
    ...(condition && condition.value !== 'met' && !hasEffect
      ? [`what it asks for first ${NOT_MET[condition.value ?? 'unknown']}`]
      : []),
  ].join('; ')
  const children = [
    ...(condition ? [condition] : []),
    ...acts.map((act) => node('act', `${joined(act.by)} ${act.stage} ${act.power}`, null, { acts: [act] })),
  ]
  return { reason, tree: node('power', reason, null, { children, rule: children.length === 0 ? power : null }) }
}

/** A permission or a procedure: it stands or it does not, and nobody breaks it by not using it. */
function decideStanding(run: Run, clause: Leave | Procedure): Decided {
  const { state, reason, ended, span } = standingOf(run, clause, clause.during)
  return {
    standing: state,
    ended,
    timing: state === 'dormant' ? 'not_yet_due' : state === 'ended' ? 'closed' : 'due',
    due: span && span.to !== Infinity ? span.to : null,
    verdict: null,
    told: () => ({
      standingReason: reason,
      timingReason: reason,
      reason:
        clause.kind === 'leave' ? 'a permission is no question of evidence' : 'a procedure is followed case by case',
      tree: node(clause.kind, reason, null, { rule: clause }),
    }),
  }
}
