// What is suspended or shut without a word on how it is taken up again.
import { atomsOf } from '../../conditions.ts'
import type { Rule } from '../../rule.ts'

/** What can cease to be so after it was; what was done stays done. */
const CAN_CEASE = new Set(['held', 'count', 'open', 'in-force'])

export const rule: Rule = {
  name: 'no-way-back',
  severity: 'warning',
  engine: 'shape',
  summary: 'Something can be suspended or shut, and nothing says how it is taken up again.',
  *check({ of, spot }) {
    const resumable = new Set(
      of('power').flatMap(({ fields: { effect } }) =>
        effect.effect === 'resume' ? effect.targets.map(({ id }) => id) : [],
      ),
    )
    for (const power of of('power')) {
      const { effect, targets } = power.fields.effect
      if (effect !== 'suspend') continue
      for (const { id, at } of targets) {
        if (resumable.has(id)) continue
        yield {
          at: { range: at, heading: power.heading },
          message: `\`${power.id}\` can suspend \`${id}\`, and nobody has the power to resume it`,
          help: `add a power with \`effect resume ${id}\`, and say who holds it and when`,
          clauses: [power.id, id],
        }
      }
    }
    for (const gate of of('gate')) {
      const { reopens, when } = gate.fields
      if (reopens !== 'never') continue
      if (![...atomsOf(when)].some(({ atom, isNot }) => isNot || CAN_CEASE.has(atom.op))) continue
      yield {
        at: spot(gate, 'reopens'),
        message: `once shut again \`${gate.id}\` stays shut, whatever is mended afterwards`,
        help: 'write `reopens again`, or say in the text what follows instead',
        clauses: [gate.id],
      }
    }
  },
}
