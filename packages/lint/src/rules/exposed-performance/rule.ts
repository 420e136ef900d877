// One side performs first, and the other is bound to no time in which to follow.
import { refsIn } from '../../conditions.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'exposed-performance',
  severity: 'warning',
  engine: 'shape',
  summary: 'One side has to perform first, and the other is bound to no time in which to follow.',
  *check({ of, clause, spot }) {
    const debtorsOf = (id: string) => {
      const found = clause(id)
      return found?.kind === 'duty' ? found.fields.on.who.map((ref) => ref.id) : null
    }
    for (const duty of of('duty')) {
      const { after, by, together } = duty.fields
      if (!after || by || together) continue
      const own = new Set(debtorsOf(duty.id))
      for (const { id, at } of refsIn(after, 'met')) {
        const others = debtorsOf(id)
        if (!others || others.some((other) => own.has(other))) continue
        yield {
          at: { range: at, heading: duty.heading },
          message: `${say(others)} has to do \`${id}\` first, and ${say([...own])} is bound to no time in which to follow`,
          help: `give \`${duty.id}\` a deadline, or let both run \`together\` within some hours`,
          also: [{ ...spot(clause(id)!), label: 'done first' }],
          clauses: [duty.id, id],
        }
      }
    }
  },
}

function say(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(' and ')
}
