// A gate of which nobody says that its condition is met.
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'gate-certifier-missing',
  severity: 'warning',
  engine: 'shape',
  summary: 'Nobody certifies that the condition of a gate is met, or nobody has the power to.',
  *check({ of, spot }) {
    const certifying = of('power').filter(({ fields }) => fields.effect.effect === 'certify')
    for (const gate of of('gate')) {
      const powers = certifying.filter(({ fields }) => fields.effect.targets.some(({ id }) => id === gate.id))
      const { certify } = gate.fields
      if (!certify) {
        yield {
          at: spot(gate),
          message: `nobody certifies that the condition of \`${gate.id}\` is met`,
          help: 'add `certify` with those who do, and `within` which time',
          clauses: [gate.id],
        }
        continue
      }
      if (powers.length === 0) {
        yield {
          at: spot(gate, 'certify'),
          message: `\`${gate.id}\` has to be certified, and no power lets anybody do so`,
          help: `add a power with \`effect certify ${gate.id}\``,
          clauses: [gate.id],
        }
        continue
      }
      const named = certify.who.who.map(({ id }) => id)
      for (const power of powers) {
        const holders = power.fields['held-by'].who.map(({ id }) => id)
        const strangers = holders.filter((id) => !named.includes(id))
        if (strangers.length === 0) continue
        yield {
          at: spot(power, 'held-by'),
          message: `\`${power.id}\` lets ${strangers.map((id) => `\`${id}\``).join(' and ')} certify \`${gate.id}\`, which the gate does not name`,
          help: 'name the same in both',
          also: [{ ...spot(gate, 'certify'), label: 'named here' }],
          clauses: [gate.id, power.id],
        }
      }
    }
  },
}
