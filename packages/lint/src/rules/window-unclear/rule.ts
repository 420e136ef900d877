// Days that two readers would count apart.
import { fieldsOf, type AnyClause, type Condition } from '@trucekeeper/agreement'
import { addDuration, civilDay, formatDuration, parseInstant, startOfDay } from '@trucekeeper/time'
import { atomsOf } from '../../conditions.ts'
import type { Finding, Rule } from '../../rule.ts'
import type { Subject } from '../../subject.ts'
import { findAll, LANGUAGES, phrases } from '../../wording/index.ts'

const AGAIN = LANGUAGES.map(({ again }) => phrases(again))
const HOURS_OF = { minute: 1 / 60, hour: 1, day: 24, week: 168 }

type Clause<K extends AnyClause['kind']> = Extract<AnyClause, { kind: K }>
type Held = Extract<Condition, { op: 'held' }>

export const rule: Rule = {
  name: 'window-unclear',
  severity: 'warning',
  engine: 'shape',
  summary:
    'A measure is counted by another clock, over no said span, or goes back to nothing in a way that nobody owns.',
  *check(subject) {
    const { of, spot } = subject
    const measures = new Map(of('measure').map((measure) => [measure.id, measure]))
    const clock = of('agreement')[0]?.fields.clock
    for (const measure of measures.values()) {
      const { zone } = measure.fields.per
      if (clock === undefined || zone === clock) continue
      yield {
        at: spot(measure, 'per'),
        message: `the days of \`${measure.id}\` run by \`${zone}\`, and those of the agreement by \`${clock}\``,
        help: `write \`per calendar day, ${clock}\`, so that a day is the same day in both`,
        also: [{ ...spot(of('agreement')[0]!, 'clock'), label: 'the clock of the agreement' }],
        clauses: [measure.id],
        fix: {
          title: `count by ${clock}`,
          range: spot(measure, 'per').range,
          text: `per          ${fieldsOf('measure').per!.reader.write({ zone: clock })}`,
        },
      }
    }
    for (const clause of [...of('gate'), ...of('duty'), ...of('power')]) {
      const condition = clause.kind === 'duty' ? clause.fields.after : clause.fields.when
      if (!condition) continue
      const helds = [...atomsOf(condition)].flatMap(({ atom }) => (atom.op === 'held' ? [atom] : []))
      for (const held of helds) {
        const measure = measures.get(held.measure.id)
        if (!measure) continue
        if (held.mode === 'cumulative') yield* endless(subject, clause, held, measure)
        else if (clause.kind === 'gate' && !held.reset) yield* unowned(subject, clause, held)
        yield* firstDay(subject, clause, held, measure)
      }
    }
  },
}

function* endless(
  subject: Subject,
  clause: AnyClause,
  { measure, length }: Held,
  { fields, id }: Clause<'measure'>,
): Generator<Finding> {
  const during = clause.kind === 'power' ? undefined : (clause as Clause<'gate' | 'duty'>).fields.during
  if (fields.during || during) return
  yield {
    at: { range: measure.at, heading: clause.heading },
    message: `\`${clause.id}\` adds up ${formatDuration(length)} of \`${id}\`, and nothing says over how long`,
    help: `add \`during\` to \`${id}\`, or ask for days in a row with \`continuous\``,
    also: [{ ...subject.spot(subject.clause(id)!), label: 'has no `during`' }],
    clauses: [clause.id, id],
  }
}

/** The prose has the days begin again, and no power lets anybody say so. */
function* unowned(subject: Subject, gate: Clause<'gate'>, { measure }: Held): Generator<Finding> {
  if (!gate.proseAt) return
  const [found] = AGAIN.flatMap((expression) => findAll(gate.prose, expression))
  if (!found) return
  const start = gate.proseAt.start.offset
  yield {
    at: { range: measure.at, heading: gate.heading },
    message: `the text says \`${found.words}\`, and no power puts the days of \`${measure.id}\` back`,
    help: 'add `reset on` and a power, and say who holds it and when',
    also: [{ ...subject.stretch(start + found.start, start + found.end, gate.heading), label: 'said here' }],
    clauses: [gate.id, measure.id],
  }
}

/** Counting begins in the middle of a day, and the day that is lost by it is one of those that are needed. */
function* firstDay(subject: Subject, clause: AnyClause, held: Held, measure: Clause<'measure'>): Generator<Finding> {
  const { from, during, per } = measure.fields
  const anchor = from.anchor ? subject.clause(from.anchor.id) : null
  const fixed = from.instant ?? (anchor?.kind === 'anchor' ? anchor.fields.at : undefined)
  const span = during ?? (clause.kind === 'gate' ? clause.fields.during : undefined)
  const term = span?.kind === 'term' ? subject.clause(span.term.id) : null
  const lasts = term?.kind === 'term' ? term.fields.lasts : undefined
  if (!fixed || !lasts) return
  const base = parseInstant(fixed)
  if (base === null) return
  const begins = from.plus ? addDuration(base, from.plus, per.zone) : base
  if (startOfDay(civilDay(begins, per.zone), per.zone) === begins) return
  const spare = lasts.count * HOURS_OF[lasts.unit] - held.length.count * HOURS_OF[held.length.unit]
  if (spare < 0 || spare >= 24) return
  yield {
    at: subject.spot(measure, 'from'),
    severity: 'note',
    message: `\`${measure.id}\` begins in the middle of a day, which then does not count, and \`${clause.id}\` needs that day`,
    help: 'let it begin at midnight, or let the term last a day longer',
    also: [
      {
        range: held.measure.at,
        heading: clause.heading,
        label: `needs ${formatDuration(held.length)}`,
      },
    ],
    clauses: [measure.id, clause.id],
  }
}
