// Something cannot come about, or is due only after the term in which it has to.
import type { Term } from '@trucekeeper/agreement'
import { momentOf, sayInstant } from '../../instants.ts'
import type { Finding, Rule } from '../../rule.ts'
import type { Subject } from '../../subject.ts'

export const rule: Rule = {
  name: 'term-ends-first',
  severity: 'warning',
  engine: 'earliest',
  summary: 'A term ends before something that has to happen in it can happen or is due.',
  *check(subject) {
    const terms = new Map(
      subject.agreement!.ruled.flatMap((clause) => (clause.kind === 'term' ? [[clause.id, clause] as const] : [])),
    )
    for (const gate of subject.of('gate')) yield* tooLate(subject, gate, 'when', terms)
    for (const duty of subject.of('duty')) yield* tooLate(subject, duty, 'by', terms)
  },
}

/** What opens or is due later than the term it stands in, as that term is written. */
function* tooLate(
  subject: Subject,
  clause: ReturnType<Subject['of']>[number] & { kind: 'gate' | 'duty' },
  field: 'when' | 'by',
  terms: ReadonlyMap<string, Term>,
): Generator<Finding> {
  const [written, endless] = [subject.earliest('as-written')!, subject.earliest('endless')!]
  const { zone } = subject.agreement!
  const { during } = clause.fields
  const term = during?.kind === 'term' ? terms.get(during.term.id) : undefined
  const end = term ? written.end(term.id) : null
  const canExtend = term?.extends != null
  if (clause.kind === 'duty') {
    const deadline = clause.fields.by ? momentOf(clause.fields.by, written, zone) : null
    if (!term || end === null || deadline === null || deadline <= end) return
    yield {
      at: subject.spot(clause, field),
      severity: canExtend ? 'note' : 'warning',
      message: `\`${clause.id}\` is due by ${sayInstant(deadline, zone)}, and \`${term.id}\` ends before, on ${sayInstant(end, zone)}`,
      help: `let it be due while \`${term.id}\` lasts, or let it outlive the term`,
      also: [{ ...subject.spot(subject.clause(term.id)!, 'lasts'), label: 'ends first' }],
      clauses: [clause.id, term.id],
    }
    return
  }
  const needs = endless.of(clause.id).at
  if (needs === null || written.of(clause.id).at !== null || endless.of(clause.id).undecided) return
  const ending = term ?? firstEnding(subject, clause.id, terms)
  const until = ending ? written.end(ending.id) : null
  const extended = subject.earliest('extended')!.of(clause.id).at !== null
  yield {
    at: subject.spot(clause, field),
    severity: extended ? 'note' : 'warning',
    message:
      ending && until !== null
        ? `\`${clause.id}\` cannot open before ${sayInstant(needs, zone)}, and \`${ending.id}\` ends on ${sayInstant(until, zone)}`
        : `\`${clause.id}\` cannot open before ${sayInstant(needs, zone)}, when its time is over`,
    help: extended
      ? `it can only open if \`${ending?.id}\` is extended in time: say so, or ask for less`
      : 'ask for fewer days, or let the term last longer',
    also: ending ? [{ ...subject.spot(subject.clause(ending.id)!, 'lasts'), label: 'ends first' }] : [],
    clauses: [clause.id, ...(ending ? [ending.id] : [])],
    ...(extended ? {} : subject.show({ is: 'open', clause: clause.id }, 'stuck')),
  }
}

/** The term whose end keeps something shut, among those that it rests on. */
function firstEnding(subject: Subject, id: string, terms: ReadonlyMap<string, Term>): Term | undefined {
  const { edges, end } = subject.earliest('as-written')!
  const seen = new Set([id])
  for (const at of seen) for (const { from, to } of edges) if (from === at) seen.add(to)
  const found = [...seen].flatMap((name) => {
    const term = terms.get(name)
    return term && Number.isFinite(end(name) ?? Infinity) ? [term] : []
  })
  return found.toSorted((a, b) => end(a.id)! - end(b.id)!)[0]
}
