// Every case as it stands at an instant, folded from the minutes; what was out of order is kept apart.
import type { Agreement } from '@trucekeeper/agreement'
import { formatInstant, type Instant } from '@trucekeeper/time'
import { minutesUpTo, type CentreRecord } from '../record.ts'
import { headingOf } from '../refusal.ts'
import type { Agreed, Case, CaseFinding, CaseScope, CaseStep, Late, OutOfOrder } from './case.ts'
import { incidentsAmong } from './incidents.ts'
import { proposalAt } from './joint.ts'
import { emptyDocket, takeForward, wantedFor, type Docket, type Running } from './open-cases.ts'
import { refusedInCase } from './rules.ts'

export interface Cases {
  /** In the order in which they were opened. */
  readonly cases: readonly Case[]
  readonly out_of_order: readonly OutOfOrder[]
}

export function casesOf(agreement: Agreement, record: CentreRecord, at: Instant): Cases {
  const { docket, outOfOrder } = docketOf(agreement, record, at)
  const incidents = incidentsAmong(agreement, record)
  return {
    cases: [...docket.cases.values()].map((running) => ({
      ...standingOf(running, at, agreement),
      related: docket.relations.flatMap(({ cases, reason }) =>
        cases.includes(running.opening.case)
          ? cases.filter((name) => name !== running.opening.case).map((name) => ({ case: name, reason }))
          : [],
      ),
      incidents: incidents(
        running.opening.claims,
        running.findings.flatMap(({ claims }) => claims),
      ),
    })),
    out_of_order: outOfOrder,
  }
}

/** The cases as they stood, for the rules to be asked about. */
export function docketOf(
  agreement: Agreement,
  record: Pick<CentreRecord, 'minutes'>,
  at: Instant,
): { readonly docket: Docket; readonly outOfOrder: readonly OutOfOrder[] } {
  const docket = emptyDocket()
  const outOfOrder: OutOfOrder[] = []
  for (const minute of minutesUpTo(record, at)) {
    const refusals = refusedInCase(agreement, docket, minute)
    if (refusals.length === 0) takeForward(agreement, docket, minute)
    else outOfOrder.push({ minute: minute.id, does: minute.does, at: minute.at, refusals })
  }
  return { docket, outOfOrder }
}

function standingOf(running: Running, at: Instant, { zone }: Agreement): Omit<Case, 'related' | 'incidents'> {
  const { opening, clause, procedure, assessors, stage, closing, measures, visits } = running
  const steps = running.steps.map((step): CaseStep => ({
    number: step.number,
    does: step.does,
    who: step.who,
    needs: step.needs,
    due: step.due === null ? null : formatInstant(step.due, zone),
    done: [...(running.done.get(step.number) ?? [])].map(([by, { at: done, minute }]) => ({
      by,
      at: minute.at,
      minute: minute.id,
      late_by_ms: step.due === null ? 0 : Math.max(0, done - step.due),
    })),
    wanted: closing === null ? wantedFor(running, step) : [],
  }))
  const next = steps.find(({ wanted }) => wanted.length > 0)
  return {
    case: opening.case,
    clause: clause.id,
    heading: headingOf(clause),
    accused: opening.accused,
    opened_by: opening.of,
    opened_at: opening.at,
    summary: opening.summary,
    claims: opening.claims,
    stage,
    procedure: procedure.id,
    assessors,
    steps,
    findings: running.findings.map(findingOf),
    agreed: agreedOf(running),
    proposals: running.proposals.map((one) => proposalAt(one, at, zone)),
    scope: scopeOf(running),
    reply: replyOf(running, at, zone),
    measures: measures.map(({ of, step, measure, at: taken }) => ({ of, step, measure, at: taken })),
    visits: visits.map(({ of, place, outcome, denied_by, reason, at: made }) => ({
      of,
      place,
      outcome,
      denied_by,
      reason,
      at: made,
    })),
    closed: closing && { of: closing.of, outcome: closing.outcome, reason: closing.reason, at: closing.at },
    late: closing === null ? lateIn(running, at, zone) : [],
    next: next ? { step: next.number, does: next.does, who: next.wanted, due: next.due } : null,
  }
}

function findingOf({ id, of, finding, actor, reason, claims, at }: Running['findings'][number]): CaseFinding {
  return { minute: id, of, finding, actor, reason, claims, at }
}

/** The last word of each who assesses, by assessor. */
function standingFindings({ assessors, findings }: Running) {
  return assessors.flatMap((id) => findings.findLast(({ of }) => of.includes(id)) ?? [])
}

function agreedOf(running: Running): Agreed {
  const last = standingFindings(running)
  if (last.length === 0) return 'none'
  const [first] = last
  if (last.some(({ finding, actor }) => finding !== first!.finding || actor !== first!.actor)) return 'two'
  if (last.length < running.assessors.length) return 'one'
  if (running.assessors.length > 1 && last.every(({ of }) => of.length > 1)) return 'joint'
  return running.assessors.length > 1 ? 'same' : 'one'
}

/** What all who found say alike; where they differ, or nobody has found, it is open. */
function scopeOf(running: Running): CaseScope {
  const found = new Set(standingFindings(running).map(({ finding }) => finding))
  if (found.size !== 1) return 'undetermined'
  const [finding] = found
  if (finding === 'self_defence_claimed') return 'self_defence_claimed'
  if (finding === 'falsely_attributed') return 'wrong_actor'
  return finding === 'supported' || finding === 'refuted' ? 'as_alleged' : 'undetermined'
}

/** Open once findings were sent, until the accused's own step is due where it has one, and never after the closing. */
function replyOf(running: Running, at: Instant, zone: string): Case['reply'] {
  const { accused } = running.opening
  const until = running.steps.find(({ who, due }) => who.includes(accused) && due !== null)?.due ?? null
  const sent = running.stepped.some(({ stage }) => stage === 'sent_to_parties')
  return {
    open: sent && running.closing === null && (until === null || at < until),
    until: until === null ? null : formatInstant(until, zone),
    replied: running.replies.map(({ of, text, at: said }) => ({ of, text, at: said })),
  }
}

function lateIn(running: Running, at: Instant, zone: string): Late[] {
  return running.steps.flatMap((step) => {
    const { due } = step
    if (due === null || at <= due) return []
    return wantedFor(running, step).map((who) => ({
      who,
      step: step.number,
      does: step.does,
      due: formatInstant(due, zone),
      late_by_ms: at - due,
    }))
  })
}
