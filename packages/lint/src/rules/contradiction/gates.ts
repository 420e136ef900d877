// One thing that comes into being by two gates which ask for different amounts of the same.
import { fieldsOf, type AnyClause, type Condition } from '@trucekeeper/agreement'
import type { Finding } from '../../rule.ts'
import type { Subject } from '../../subject.ts'
import { areApart, type stretchesOf } from './spans.ts'
import { numberOf, stepOf } from './steps.ts'

type Gate = Extract<AnyClause, { kind: 'gate' }>

export function* gateFindings(
  subject: Subject,
  settled: (a: string, b: string) => boolean,
  stretch: ReturnType<typeof stretchesOf>,
): Generator<Finding> {
  for (const gates of Map.groupBy(
    subject.of('gate'),
    (gate) => `${gate.fields.opens.id} ${stepOf(gate)} ${numberOf(gate)}`,
  ).values()) {
    const first = new Map<string, Gate>()
    for (const gate of gates) {
      const parts = asked(gate.fields.when)
      const clashing = [...parts].flatMap(([what, written]) => {
        const other = first.get(what)
        return other && asked(other.fields.when).get(what) !== written ? [other] : []
      })
      for (const what of parts.keys()) if (!first.has(what)) first.set(what, gate)
      const other = clashing.find((each) => !settled(gate.id, each.id))
      if (!other || areApart(stretch(gate), stretch(other))) continue
      yield {
        at: subject.spot(gate, 'when'),
        message: `\`${gate.id}\` and \`${other.id}\` both open \`${gate.fields.opens.id}\`, and ask for different amounts of the same`,
        help: 'keep one condition, or let the gates open different things',
        also: [{ ...subject.spot(other, 'when'), label: 'asked for here' }],
        clauses: [gate.id, other.id],
      }
    }
  }
}

/** What a condition asks for, by what it is about: a measure held, a count, a moment passed. */
function asked(condition: Condition): Map<string, string> {
  const written = (part: Condition) => fieldsOf('gate').when!.reader.write(part)
  const parts = condition.op === 'and' ? condition.args : [condition]
  return new Map(
    parts.flatMap((part): [string, string][] => {
      if (part.op === 'held' || part.op === 'count') return [[`${part.op} ${part.measure.id}`, written(part)]]
      if (part.op === 'passed' && part.moment.anchor) return [[`passed ${part.moment.anchor.id}`, written(part)]]
      return part.op === 'indicator' ? [[`indicator ${part.indicator}`, written(part)]] : []
    }),
  )
}
