// What the minutes make of cases, undertakings, calls and visits, as far as a report tells of it: what is open, and what is new.
import type { Agreement } from '@trucekeeper/agreement'
import { callsOf, casesOf, requestsOf, undertakingsOf, type Case, type CentreRecord } from '@trucekeeper/centre'
import type { Minute } from '@trucekeeper/claims'
import { protectedNamed } from '@trucekeeper/corroborate'
import { parseInstant, type Instant } from '@trucekeeper/time'
import type { CallLine, CaseLine, CaseReplies, DeadlineLine, UndertakingLine, VisitLine } from './centre-lines.ts'

export interface CentreTold {
  readonly cases: readonly CaseLine[]
  readonly undertakings: readonly UndertakingLine[]
  readonly calls: readonly CallLine[]
  readonly visits_denied: readonly VisitLine[]
  readonly deadlines: readonly DeadlineLine[]
  /** By the party that is accused. */
  replies(party: string): CaseReplies
}

/** `before` is what the minutes held when the report before was made, of what was done until its cut-off. */
export function centreAt(
  agreement: Agreement,
  record: CentreRecord,
  at: Instant,
  before: { readonly minutes: readonly Minute[]; readonly at: Instant },
): CentreTold {
  const had = new Set(before.minutes.flatMap((one) => (parseInstant(one.at)! <= before.at ? [one.id] : [])))
  // What the record tells of a case's happening is told elsewhere in a report, and takes longest to work out.
  const { cases, out_of_order } = casesOf(agreement, { ...record, claims: [], rulings: [] }, at)
  const idle = new Set(out_of_order.map(({ minute }) => minute))
  const isNews = ({ id, at: done }: Pick<Minute, 'id' | 'at'>) =>
    !had.has(id) && !idle.has(id) && parseInstant(done)! <= at
  const news = record.minutes.filter((minute) => isNews(minute))
  const fresh = new Set(news.map(({ id }) => id))
  const told = cases.filter(({ case: name, closed }) => closed === null || movedBy(news, name))
  const undertakings = undertakingsOf(agreement, record, at).undertakings
  const settledNow = new Set(news.flatMap((one) => (one.does === 'outcome' ? [one.undertaking] : [])))
  return {
    cases: told.map((one) => caseLine(one, news)),
    undertakings: undertakings
      .filter(({ id, outcomes }) => outcomes.length === 0 || settledNow.has(id))
      .map(({ id, of, for: party, to_do, clause, due, state, late_by_ms, pressed }) => ({
        id,
        of,
        for: party,
        to_do,
        clause,
        due,
        state,
        late: late_by_ms > 0,
        pressed: pressed.length,
      })),
    calls: callsOf(agreement, record, at).flatMap((call) => (fresh.has(call.id) ? [callLine(call)] : [])),
    visits_denied: news.flatMap((minute) => (minute.does === 'visit' ? visitLine(minute) : [])),
    deadlines: [
      ...cases.flatMap(({ case: name, steps, closed }) =>
        closed !== null
          ? []
          : steps.flatMap(({ does, due, wanted }): DeadlineLine[] =>
              due !== null && wanted.length > 0 && parseInstant(due)! > at
                ? [{ at: due, of: 'case', id: name, what: does, who: wanted }]
                : [],
            ),
      ),
      ...undertakings.flatMap(({ id, of, to_do, due, outcomes }): DeadlineLine[] =>
        due !== null && outcomes.length === 0 && parseInstant(due)! > at
          ? [{ at: due, of: 'undertaking', id, what: to_do, who: [of] }]
          : [],
      ),
      ...requestsOf(record, at).flatMap(({ id, to, about, due, answer }): DeadlineLine[] =>
        due !== null && answer === null && parseInstant(due)! > at
          ? [{ at: due, of: 'request', id, what: about, who: [to] }]
          : [],
      ),
    ],
    replies: (party) => {
      const own = cases.filter(({ accused }) => accused === party)
      return {
        open: own.flatMap(({ case: name, reply }) => (reply.open ? [{ case: name, until: reply.until }] : [])),
        given: own.flatMap(({ case: name, reply, closed }) =>
          closed === null || movedBy(news, name) ? reply.replied.map((one) => ({ case: name, ...one })) : [],
        ),
      }
    },
  }
}

function movedBy(news: readonly Minute[], name: string): boolean {
  return news.some((minute) => 'case' in minute && minute.case === name)
}

function caseLine(one: Case, news: readonly Minute[]): CaseLine {
  const own = new Set(news.flatMap((minute) => ('case' in minute && minute.case === one.case ? [minute.does] : [])))
  return {
    case: one.case,
    clause: one.clause,
    heading: one.heading,
    accused: one.accused,
    opened_by: one.opened_by,
    opened_at: one.opened_at,
    summary: one.summary,
    stage: one.stage,
    did:
      one.closed && (own.has('close-case') || own.has('joint-closing'))
        ? 'closed'
        : own.has('open-case')
          ? 'opened'
          : own.size > 0
            ? 'moved'
            : null,
    findings: lastOfEach(one.findings),
    agreed: one.agreed,
    late: one.late.map(({ who, does, due }) => ({ who, does, due })),
    next: one.next && { who: one.next.who, does: one.next.does, due: one.next.due },
    closed: one.closed,
  }
}

function lastOfEach(findings: Case['findings']): CaseLine['findings'] {
  const last = findings.filter(
    ({ of }, index) => !findings.slice(index + 1).some((later) => of.every((id) => later.of.includes(id))),
  )
  return last.map(({ of, finding, actor, at }) => ({ of, finding, actor, at }))
}

function callLine({ id, at, channel, between, read_outs }: ReturnType<typeof callsOf>[number]): CallLine {
  const pairs = read_outs.flatMap(({ of, sentences }) =>
    (sentences ?? []).flatMap(({ quote, others }) => others.map((other) => ({ of, quote, other }))),
  )
  const seen = new Set<string>()
  return {
    id,
    at,
    channel,
    between,
    read_outs: read_outs.map(({ of, doc }) => ({ of, doc })),
    agrees: pairs.filter(({ other }) => other.relation === 'agrees').length,
    silent: pairs.filter(({ other }) => other.relation === 'silent').length,
    contradicts: pairs.flatMap(({ of, quote, other }) => {
      if (other.relation !== 'contradicts' || other.quote === null) return []
      const key = [quote, other.quote].toSorted().join('\n')
      if (seen.has(key)) return []
      seen.add(key)
      return [{ of, quote, other: other.of, other_quote: other.quote }]
    }),
  }
}

function visitLine(minute: Extract<Minute, { does: 'visit' }>): VisitLine[] {
  const { id, of, place, planned_at, outcome, denied_by, reason } = minute
  if (outcome === 'done') return []
  const isProtected = protectedNamed(`${place} ${reason ?? ''}`).length > 0
  return [
    {
      id,
      of,
      case: minute.case,
      place: isProtected ? null : place,
      planned_at,
      outcome,
      denied_by,
      reason: isProtected ? null : reason,
    },
  ]
}
