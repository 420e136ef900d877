// A duty that is never due, or a step of a procedure that may take for ever.
import { actEntry, type Kind } from '@trucekeeper/codes'
import type { AnyClause } from '@trucekeeper/agreement'
import type { Finding, Rule } from '../../rule.ts'
import type { Subject } from '../../subject.ts'
import { findAll, LANGUAGES, phrases } from '../../wording/index.ts'

/** Once done they are done. What is not here can be owed for as long as a term lasts. */
const DONE_ONCE: ReadonlySet<Kind> = new Set<Kind>([
  'withdrawal',
  'aid_delivery',
  'aid_approval',
  'evacuation',
  'truce_start',
  'truce_extension',
  'agreement_terms',
  'agreement_publication',
  'un_endorsement',
  'talks_outcome',
])
const DEADLINES = LANGUAGES.map(({ deadline }) => phrases(deadline))

type Duty = Extract<AnyClause, { kind: 'duty' }>

export const rule: Rule = {
  name: 'deadline-missing',
  severity: 'warning',
  engine: 'shape',
  summary: 'A duty does not say by when it has to be done, or a step of a procedure within which time.',
  *check(subject) {
    const timed = timedProse(subject)
    for (const duty of subject.of('duty')) yield* undated(subject, duty, timed)
    for (const procedure of subject.of('procedure')) yield* slowSteps(subject, procedure)
  },
}

function* undated(subject: Subject, duty: Duty, timed: ReadonlySet<number>): Generator<Finding> {
  const { by, together, during, act } = duty.fields
  if (by || together) return
  const at = subject.spot(duty)
  const clauses = [duty.id]
  const help = 'add `by` with a moment, such as `by ANCHOR + 14 days`'
  if (!during) yield { at, message: `\`${duty.id}\` is never due: it has no \`by\``, help, clauses }
  else if (act.every((word) => actEntry(word).does.every((kind) => DONE_ONCE.has(kind)))) {
    const [over, acts] = [
      during.kind === 'term' ? `\`${during.term.id}\`` : 'its span',
      act.map((word) => `\`${word}\``),
    ]
    const message = `\`${duty.id}\` is never due: ${acts.join(' and ')} is done once, and all of ${over} is left for it`
    yield { at, message, help, clauses }
  } else if (duty.proseAt && !timed.has(duty.proseAt.start.offset)) {
    const [found] = DEADLINES.flatMap((expression) => findAll(duty.prose, expression))
    if (!found) return
    const start = duty.proseAt.start.offset
    const said = subject.stretch(start + found.start, start + found.end, duty.heading)
    const message = `\`${duty.id}\` has no \`by\`, and its article says \`${found.words}\``
    yield { at, message, help, also: [{ ...said, label: 'a deadline' }], clauses }
  }
}

function* slowSteps(subject: Subject, procedure: Extract<AnyClause, { kind: 'procedure' }>): Generator<Finding> {
  for (const { actor, does, within } of procedure.fields.step) {
    if (within) continue
    const first = actor.who[0]!.at
    const start = subject.source.indexOf('"', first.start.offset)
    const at = { range: first, heading: procedure.heading }
    yield {
      at: start === -1 ? at : subject.stretch(start, subject.source.indexOf('"', start + 1) + 1, procedure.heading),
      severity: 'note',
      message: `the step \`${does}\` of \`${procedure.id}\` may take any time`,
      help: 'add `within` and a time, such as `within 48 hours`',
      clauses: [procedure.id],
    }
  }
}

/** Where prose begins that some clause with a time of its own reads: what it says of a deadline is that clause's. */
function timedProse({ of }: Subject): Set<number> {
  const timed: AnyClause[] = [
    ...of('duty').filter(({ fields }) => fields.by ?? fields.together),
    ...of('gate').filter(({ fields }) => fields.certify?.within),
    ...of('procedure').filter(({ fields }) => fields.step.some(({ within }) => within)),
    ...of('term').filter(({ fields }) => fields.lasts),
    ...of('power').filter(({ fields }) => fields.expires),
  ]
  return new Set(timed.flatMap(({ proseAt }) => (proseAt ? [proseAt.start.offset] : [])))
}
